"""Points in time and durations as people type and read them."""

import re
from datetime import UTC, datetime, timedelta

from contenthub.errors import LocalError

_SECONDS_BY_UNIT = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_PART = re.compile(r"(\d+(?:\.\d+)?)([smhdw])")
_LONGEST_SECONDS = 100 * 365 * 86400


def parse_moment(text: str, *, now: datetime, backwards: bool = False) -> str:
    """ISO 8601 in UTC, from ISO 8601 or a distance: `+10m` and `+1h30m` from now on, `-2d` back.

    A time without a zone is local time. With `backwards`, a distance without a sign means "ago".
    """
    sign, distance = _split_sign(text.strip(), backwards)
    if sign:
        return to_iso(now + sign * timedelta(seconds=_parse_parts(distance, text)))
    try:
        moment = datetime.fromisoformat(text.strip())
        return to_iso(moment.astimezone(UTC))
    except (ValueError, OverflowError) as error:
        raise LocalError("bad_time", value=text) from error


def parse_duration(text: str) -> float:
    """Seconds, from `90`, `90s`, `10m`, `1h30m`, `2d`."""
    cleaned = text.strip()
    if re.fullmatch(r"\d+(\.\d+)?", cleaned):
        cleaned += "s"
    return _parse_parts(cleaned, text)


def to_iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_iso(text: str) -> datetime | None:
    """None for what is not a time, so that an unexpected value can be shown as it came."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def largest_unit(seconds: float) -> tuple[int, str]:
    """The distance in its largest whole unit: (3, "m"), (2, "d")."""
    for unit in ("d", "h", "m"):
        if seconds >= _SECONDS_BY_UNIT[unit]:
            return int(seconds // _SECONDS_BY_UNIT[unit]), unit
    return int(seconds), "s"


def _split_sign(text: str, backwards: bool) -> tuple[int, str]:
    if text[:1] in "+-" and text:
        return (1 if text[0] == "+" else -1), text[1:]
    if backwards and _PART.match(text):
        return -1, text
    return 0, text


def _parse_parts(text: str, original: str) -> float:
    cleaned = text.replace(" ", "").lower()
    parts = _PART.findall(cleaned)
    seconds = sum(float(number) * _SECONDS_BY_UNIT[unit] for number, unit in parts)
    if not parts or "".join(number + unit for number, unit in parts) != cleaned:
        raise LocalError("bad_duration", value=original)
    if seconds > _LONGEST_SECONDS:
        raise LocalError("bad_duration", value=original)
    return seconds
