"""The day on which a period ends."""

from calendar import monthrange
from datetime import date, timedelta

from chalicelib.task_types.litigation_analysis.package_rules import Unit

_SATURDAY = 5


def end_of_period(start: date, length: int, unit: Unit) -> date:
    """The start is not counted; months and years end on the same day of the month, or on its last."""
    if unit in ("day", "week"):
        return start + timedelta(days=length * (7 if unit == "week" else 1))
    if unit == "business_day":
        return _business_days_after(start, length)
    months = start.month - 1 + length * (12 if unit == "year" else 1)
    year, month = start.year + months // 12, months % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _business_days_after(start: date, length: int) -> date:
    """Saturdays and Sundays do not count; public holidays are not known here."""
    weeks, rest = divmod(length, 5)
    day = start + timedelta(weeks=weeks)
    while rest or day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
        rest -= rest > 0 and day.weekday() < _SATURDAY
    return day


def known_day(value: str) -> date | None:
    """A full date only: from "2007-10" no day can be counted."""
    return date.fromisoformat(value) if len(value) == 10 else None
