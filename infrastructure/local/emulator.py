"""Start MiniStack so that it behaves as the project needs; runs in the emulator's own environment.

Four things of the pinned version are replaced, all without touching its files:
functions run in the interpreter named by FUNCTIONS_PYTHON, whose environment holds what the Lambda runtime holds
and nothing else (MiniStack would run them beside its own packages, which hides a missing dependency); alarms
are left to the companion (MiniStack compares an alarm with all points of a metric's name, whatever their dimensions);
streams are read beside the queues (MiniStack hands out no message of any queue while a stream's function runs), and
from their beginning after a restart (MiniStack keeps how far it had read, but not what there was to read).
SAVE_SIGNAL makes it write its data at once: of itself it does so at a clean stop only.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
import threading
from typing import Any

from infrastructure.local.parent import end_with_parent

SAVE_SIGNAL = signal.SIGUSR1
_LONGEST_PAUSE_SECONDS = 1.0
_PAUSE_AFTER_A_WAKE_FOR_NOTHING_SECONDS = 0.002
"""Each change of a row now wakes the queues' thread for nothing; MiniStack's own 50 ms would hold up their messages."""


def main() -> None:
    """Become the emulator."""
    end_with_parent(sys.argv)
    sys.argv = sys.argv[:1]
    sys.path = [entry for entry in sys.path if entry not in ("", os.getcwd())]  # noqa: PTH109
    sys.executable = os.environ.pop("FUNCTIONS_PYTHON")
    _leave_alarms_to_the_companion()
    _read_streams_beside_the_queues()
    signal.signal(SAVE_SIGNAL, lambda *_: threading.Thread(target=_save, name="save").start())
    importlib.import_module("ministack.app").main()


def _save() -> None:
    application = importlib.import_module("ministack.app")
    application.save_all(application._build_persistence_save_dict())


def _leave_alarms_to_the_companion() -> None:
    cloudwatch = importlib.import_module("ministack.services.cloudwatch")
    for name in ("_evaluate_alarm", "_evaluate_all_alarms"):
        _require(cloudwatch, name)
        setattr(cloudwatch, name, lambda *_: None)


def _read_streams_beside_the_queues() -> None:
    """Still one thread and one batch at a time, so that the changes of a row stay in order.

    It is started by the queues' own thread, because the server may fork before that.
    """
    functions: Any = importlib.import_module("ministack.services.lambda_svc")
    for name in (
        "_poll_dynamodb_streams",
        "_dynamodb_stream_positions",
        "_esm_wake",
        "_ESM_IDLE_WAKE_GAP_SECONDS",
    ):
        _require(functions, name)
    poll, wake_queues, changed = functions._poll_dynamodb_streams, functions._esm_wake.set, threading.Event()

    def wake_both() -> None:
        wake_queues()
        changed.set()

    def read_streams() -> None:
        while True:
            changed.clear()
            if not poll():
                changed.wait(_LONGEST_PAUSE_SECONDS)

    def start_reading() -> bool:
        functions._dynamodb_stream_positions.clear()
        functions._poll_dynamodb_streams = lambda: False
        functions._esm_wake.set = wake_both
        threading.Thread(target=read_streams, name="streams", daemon=True).start()
        return True

    functions._poll_dynamodb_streams = start_reading
    functions._ESM_IDLE_WAKE_GAP_SECONDS = _PAUSE_AFTER_A_WAKE_FOR_NOTHING_SECONDS


def _require(module: object, name: str) -> None:
    if not hasattr(module, name):
        raise SystemExit(f"This MiniStack has no {name}: adapt infrastructure/local/emulator.py to it.")


if __name__ == "__main__":
    main()
