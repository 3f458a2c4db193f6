"""A content-creator command for tests: does what the keywords of its brief tell it, and writes down what it does.

Keywords are `pause=0.3` (seconds of work), `exit=75` (status to end with) and `paragraph=1000` (characters of text).
Each run appends two lines to the log: `begin` and `end`, each with the time and the topic.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any


def main() -> int:
    """Start with the log's path as the only argument, the brief on standard input."""
    log = sys.argv[1]
    if "--version" in sys.argv:
        print("creator command for tests, 1.0")
        return 0
    brief = json.load(sys.stdin)
    orders = dict(keyword.split("=", 1) for keyword in brief["keywords"] if "=" in keyword)
    _write_down(log, "begin", brief["topic"])
    time.sleep(float(orders.get("pause", "0")))
    _write_down(log, "end", brief["topic"])
    if status := int(orders.get("exit", "0")):
        print("told to fail by the test", file=sys.stderr)
        return status
    json.dump(_answer(brief, length=int(orders.get("paragraph", "40"))), sys.stdout)
    return 0


def _answer(brief: dict[str, Any], *, length: int) -> dict[str, Any]:
    text = "A sentence of the test's own text. " * (length // 35 + 1)
    section = {"heading": "All there is to say", "paragraphs": [text[:length]]}
    article = {"title": brief["topic"], "summary": "Written by a test.", "language": "en", "sections": [section]}
    return {"article": article, "model": "test-1", "usage": {"input_tokens": 3, "output_tokens": 5}}


def _write_down(log: str, what: str, topic: str) -> None:
    # One write to a file opened for appending: lines of runs at the same time never mix.
    with open(log, "ab", buffering=0) as file:  # noqa: PTH123 - starts in a few milliseconds without pathlib
        file.write(f"{what} {time.time():.3f} {os.getppid()} {topic}\n".encode())


if __name__ == "__main__":
    sys.exit(main())
