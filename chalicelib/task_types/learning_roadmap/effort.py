"""How long something takes, from the words a curriculum uses: "14 weeks" at "6-10 hours/week"."""

import re

from pydantic import BaseModel

_RANGE = re.compile(r"(\d+(?:\.\d+)?)(?:\s*(?:-|–|—|~|to|至|到)\s*(\d+(?:\.\d+)?))?")
_WEEKS_BY_UNIT = {
    "day": 1 / 7,
    "天": 1 / 7,
    "日": 1 / 7,
    "week": 1.0,
    "周": 1.0,
    "星期": 1.0,
    "month": 52 / 12,
    "月": 52 / 12,
}
_PER_WEEK = re.compile(r"(?:hours?|hrs?|小时)\s*(?:/|per|a|每)?\s*(?:week|wk|周)|每周.*小时", re.IGNORECASE)
_HOURS = re.compile(r"(?:hours?|hrs?|小时)", re.IGNORECASE)


class Hours(BaseModel):
    """From the least to the most that the curriculum names."""

    least: float
    most: float

    @property
    def middle(self) -> float:
        return round((self.least + self.most) / 2, 1)


def hours_of(duration: str | None, effort: str | None) -> Hours | None:
    """None where the words do not say it."""
    if duration and _HOURS.search(duration) and not _PER_WEEK.search(duration):
        return _times(_range(duration), 1.0)
    weeks, per_week = _weeks(duration or ""), _range(effort or "")
    if weeks is None or per_week is None or not _PER_WEEK.search(effort or ""):
        return None
    return Hours(least=round(weeks[0] * per_week[0], 1), most=round(weeks[1] * per_week[1], 1))


def _weeks(duration: str) -> tuple[float, float] | None:
    found = _range(duration)
    factor = next((weeks for unit, weeks in _WEEKS_BY_UNIT.items() if unit in duration.lower()), None)
    return (found[0] * factor, found[1] * factor) if found and factor else None


def _range(text: str) -> tuple[float, float] | None:
    match = _RANGE.search(text)
    if match is None:
        return None
    least = float(match.group(1))
    return least, max(least, float(match.group(2) or least))


def _times(found: tuple[float, float] | None, factor: float) -> Hours | None:
    return Hours(least=found[0] * factor, most=found[1] * factor) if found else None
