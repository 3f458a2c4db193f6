"""What a date in a text is: as exact as it was written, never more."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DateMention:
    value: str
    text: str
    start: int
    stop: int
    end: str | None = None
    approximate: bool = False


def iso(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """ISO 8601 as far as it is known; None for what is no date of the calendar or of modern times."""
    if year is not None and not 1800 <= year <= 2199:
        return None
    if month is None:
        return None if year is None else f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return None if year is None else f"{year:04d}-{month:02d}"
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return f"--{month:02d}-{day:02d}" if year is None else f"{year:04d}-{month:02d}-{day:02d}"


def full_year(year: int) -> int:
    """Of two digits: 70–99 belong to the last century."""
    if year >= 100:
        return year
    return 1900 + year if year >= 70 else 2000 + year


def without_overlaps(mentions: list[DateMention]) -> list[DateMention]:
    """In order of the text; where two overlap, the longer one."""
    kept: list[DateMention] = []
    for mention in sorted(mentions, key=lambda each: (each.start, -(each.stop - each.start))):
        if not kept or mention.start >= kept[-1].stop:
            kept.append(mention)
    return kept
