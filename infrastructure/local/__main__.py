"""The commands behind the Makefile: up, down, demo, status, logs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable

from infrastructure.local.cloud import LocalCloud
from infrastructure.local.demo import run_jobs, show_addresses, show_what_next
from infrastructure.local.health import require_api
from infrastructure.local.sample_data import load_sample_accounts, prepare_command_line
from infrastructure.local.settings import LocalSettings
from infrastructure.local.steps import StepError, explain_failure, step


def main() -> int:
    """Run one command; a failure is explained, never a traceback."""
    parser = argparse.ArgumentParser(prog="python -m infrastructure.local", description=__doc__)
    parser.add_argument("command", choices=sorted(_COMMANDS))
    command = _COMMANDS[parser.parse_args().command]
    try:
        command(LocalSettings.from_environment())
    except StepError as failure:
        explain_failure(failure)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted; `make down` stops what is already running.", file=sys.stderr)
        return 130
    return 0


def up(settings: LocalSettings) -> None:
    """The local cloud, the deployed platform, the sample data."""
    _bring_up(settings)
    show_addresses(settings)


def demo(settings: LocalSettings) -> None:
    """Everything, and three jobs to their results: an article, a sync, a picture."""
    _bring_up(settings)
    run_jobs()
    show_addresses(settings)
    show_what_next(settings)


def down(settings: LocalSettings) -> None:
    """Stop exactly what was started."""
    with step("Local cloud stopped"):
        stopped = LocalCloud(settings).stop()
    if not stopped:
        print("  Nothing was running.")


def status(settings: LocalSettings) -> None:
    """What runs, and where."""
    running = LocalCloud(settings).running()
    for record in running:
        print(f"{record.name:<10} pid {record.pid:<8} ports {', '.join(map(str, record.ports)) or '-'}")
    if not running:
        print("Nothing is running. Start it with `make up`.")


def logs(settings: LocalSettings) -> None:
    """Follow the logs of all processes until interrupted."""
    files = sorted(map(str, settings.logs.glob("*.log")))
    if not files:
        raise StepError("There are no logs yet.", advice="Start the local cloud with `make up`.")
    os.execvp("tail", ["tail", "-n", "20", "-F", *files])


def _bring_up(settings: LocalSettings) -> None:
    cloud = LocalCloud(settings)
    cloud.start()
    cloud.deploy()
    with step("Sample accounts and a key for the command line"):
        load_sample_accounts(settings.public_url, prepare_command_line(settings))
    cloud.save()
    with step("The API answers through the edge"):
        require_api(settings)


_COMMANDS: dict[str, Callable[[LocalSettings], None]] = {each.__name__: each for each in (up, down, demo, status, logs)}

if __name__ == "__main__":
    raise SystemExit(main())
