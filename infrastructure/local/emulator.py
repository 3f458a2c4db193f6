"""Start MiniStack so that it behaves as the project needs; runs in the emulator's own environment.

Two things of the pinned version are replaced, both without touching its files:
functions run in the interpreter named by FUNCTIONS_PYTHON, whose environment holds what the Lambda runtime holds
and nothing else (MiniStack would run them beside its own packages, which hides a missing dependency); and alarms
are left to the companion (MiniStack compares an alarm with all points of a metric's name, whatever their dimensions).
SAVE_SIGNAL makes it write its data at once: of itself it does so at a clean stop only.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
import threading

from infrastructure.local.parent import end_with_parent

SAVE_SIGNAL = signal.SIGUSR1


def main() -> None:
    """Become the emulator."""
    end_with_parent(sys.argv)
    sys.argv = sys.argv[:1]
    sys.path = [entry for entry in sys.path if entry not in ("", os.getcwd())]  # noqa: PTH109
    sys.executable = os.environ.pop("FUNCTIONS_PYTHON")
    _leave_alarms_to_the_companion()
    signal.signal(SAVE_SIGNAL, lambda *_: threading.Thread(target=_save, name="save").start())
    importlib.import_module("ministack.app").main()


def _save() -> None:
    application = importlib.import_module("ministack.app")
    application.save_all(application._build_persistence_save_dict())


def _leave_alarms_to_the_companion() -> None:
    cloudwatch = importlib.import_module("ministack.services.cloudwatch")
    for name in ("_evaluate_alarm", "_evaluate_all_alarms"):
        if not hasattr(cloudwatch, name):
            raise SystemExit(f"This MiniStack has no {name}: adapt infrastructure/local/emulator.py to it.")
        setattr(cloudwatch, name, lambda *_: None)


if __name__ == "__main__":
    main()
