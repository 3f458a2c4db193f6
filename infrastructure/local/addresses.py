"""Where the emulator serves the APIs, read from what the deploy command wrote, again when that changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from infrastructure.local.settings import HOST


class Addresses:
    """Only outputs of a deployment to this very emulator count; the last good ones are kept otherwise."""

    def __init__(self, outputs_file: Path, *, aws_port: int) -> None:
        self._outputs_file = outputs_file
        self._emulator = f"{HOST}:{aws_port}"
        self._read_at = 0
        self._outputs: dict[str, Any] = {}

    def api_base(self) -> str | None:
        """The REST API's address without a path, or None while nothing is deployed."""
        outputs = self._current()
        if not outputs.get("api_id"):
            return None
        return f"http://{self._emulator}/restapis/{outputs['api_id']}/{outputs['api_stage']}/_user_request_"

    def live_base(self) -> str | None:
        """The WebSocket API's address, or None while there is no such API."""
        outputs = self._current()
        if not outputs.get("websocket_api_id"):
            return None
        stage = outputs["websocket_api_stage"]
        return f"ws://{self._emulator}/_aws/execute-api/{outputs['websocket_api_id']}/{stage}"

    def _current(self) -> dict[str, Any]:
        try:
            changed_at = self._outputs_file.stat().st_mtime_ns
            if changed_at != self._read_at:
                outputs = json.loads(self._outputs_file.read_text())
                self._read_at = changed_at
                if str(outputs.get("endpoint")).endswith(self._emulator):
                    self._outputs = outputs
        except (FileNotFoundError, ValueError):
            pass  # not written yet, or being written at this moment: the next request looks again
        return self._outputs
