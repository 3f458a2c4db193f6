"""Where the local cloud lives: its ports, its folders and the AWS identity it uses."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
REGION = "us-east-1"
STAGE = "local"


@dataclass(frozen=True)
class LocalSettings:
    """One local cloud; two with different ports and homes run side by side."""

    home: Path = PROJECT / "build" / "local"
    aws_port: int = 4566
    http_port: int = 18010
    live_port: int = 18030
    max_body_bytes: int = 10 * 1024 * 1024  # what API Gateway accepts
    companion_seconds: float = 5.0
    build_folder: Path = PROJECT / "build" / STAGE

    @property
    def endpoint(self) -> str:
        return f"http://{HOST}:{self.aws_port}"

    @property
    def public_url(self) -> str:
        return f"http://localhost:{self.http_port}"

    @property
    def live_url(self) -> str:
        return f"ws://localhost:{self.live_port}"

    @property
    def outputs_file(self) -> Path:
        return self.home / "outputs.json"

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    def log_of(self, name: str) -> Path:
        return self.logs / f"{name}.log"

    @property
    def records(self) -> Path:
        return self.home / "run"

    @property
    def emulator_state(self) -> Path:
        return self.home / f"emulator-{self.aws_port}"  # the emulator writes its port into its state

    @property
    def temporary(self) -> Path:
        return self.home / "tmp"

    @classmethod
    def from_environment(cls) -> LocalSettings:
        """Ports may be moved by the environment; everything else is fixed."""
        return cls(
            aws_port=_port("AWS_ENDPOINT_PORT", cls.aws_port),
            http_port=_port("EDGE_HTTP_PORT", cls.http_port),
            live_port=_port("EDGE_LIVE_PORT", cls.live_port),
        )


def _port(variable: str, default: int) -> int:
    text = os.environ.get(variable, "")
    if not text:
        return default
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise SystemExit(f"{variable}={text} is not a port number (1 to 65535).")
    return int(text)
