"""The outside world of a command: environment, clock, terminal, folders; tests put another one in place."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from contenthub.waiting import Pace


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """`terminal` None means: look whether the output is one; `width` None means: as wide as it is."""

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    now: Callable[[], datetime] = _now
    pace: Pace = field(default_factory=Pace)
    terminal: bool | None = None
    width: int | None = None
    working_folder: Path = field(default_factory=Path)
    environment_folder: Path = field(default_factory=lambda: Path(sys.prefix))
