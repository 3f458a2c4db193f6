"""Supply what the emulator lacks: queue metrics, metrics out of log lines, and alarms that are evaluated over time."""

from __future__ import annotations

import argparse
import logging
import sys
import time

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from infrastructure.local.alarm_watch import AlarmWatch
from infrastructure.local.log_metrics import LogMetrics
from infrastructure.local.parent import end_with_parent
from infrastructure.local.queue_metrics import QueueMetrics

logger = logging.getLogger("companion")


def main() -> None:
    """Look at everything every few seconds until told to stop."""
    end_with_parent(sys.argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    seconds = _arguments().seconds
    companion = Companion(boto3.Session())
    while True:
        companion.look()
        time.sleep(seconds)


class Companion:
    """One look: new metrics first, then the alarms that watch them."""

    def __init__(self, session: boto3.Session, *, endpoint: str | None = None) -> None:
        metrics = session.client("cloudwatch", endpoint_url=endpoint)
        self._parts = (
            QueueMetrics(session.client("sqs", endpoint_url=endpoint), metrics),
            LogMetrics(session.client("logs", endpoint_url=endpoint), metrics),
            AlarmWatch(metrics),
        )

    def look(self) -> None:
        """A part that cannot do its work now says so and tries again at the next look."""
        for part in self._parts:
            try:
                part.look(time.time())
            except (BotoCoreError, ClientError) as error:
                logger.warning("%s: %s", type(part).__name__, error)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="companion")
    parser.add_argument("--seconds", type=float, required=True)
    return parser.parse_known_args()[0]


if __name__ == "__main__":
    main()
