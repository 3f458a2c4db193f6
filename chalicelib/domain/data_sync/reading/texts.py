"""Numbers and dates as people and platforms write them, turned into values."""

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Literal

DecimalMark = Literal[".", ","]
DateOrder = Literal["dmy", "mdy"]

_CURRENCY = re.compile(r"(?:CN¥|CNY|RMB|USD|EUR|GBP|US\$|HK\$|NT\$|[¥￥$€£₩₹元圓])", re.IGNORECASE)
_BLANKS = re.compile(r"[\s\u00a0\u202f'’]")
_DIGITS = re.compile(r"[+-]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d{1,3})?")
_GROUPED = {mark: re.compile(rf"\d{{1,3}}(?:\{mark}\d{{2,3}})*\{mark}\d{{3}}") for mark in ".,"}
_PLAIN = re.compile(r"[+-]?\d{1,18}(?:\.\d{1,12})?")
_PLAIN_EVIDENCE = re.compile(r"[+-]?\d*")

_TIME = (
    r"(?:[T ,]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?"
)
_ZONE = r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})[-/.](?P<a>\d{{1,2}})[-/.](?P<b>\d{{1,2}}){_TIME}{_ZONE}")
_CHINESE = re.compile(rf"(?P<year>\d{{4}})\s*年\s*(?P<a>\d{{1,2}})\s*月\s*(?P<b>\d{{1,2}})\s*日{_TIME}{_ZONE}")
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<a>0[1-9]|1[0-2])(?P<b>0[1-9]|[12]\d|3[01])"
    r"(?:[T ]?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?)?(?P<half>)(?P<zone>)"
)
_YEAR_LAST = re.compile(
    rf"(?P<a>\d{{1,2}})(?P<mark>[-/.])(?P<b>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|\d{{2}}){_TIME}{_ZONE}"
)
_MONTH_NAMED = re.compile(
    rf"(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?[ -])?(?P<month>[A-Za-z]{{3,9}})\.?[ -]"
    rf"(?:(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?[ -])?(?P<year>\d{{4}}|\d{{2}}){_TIME}{_ZONE}"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def looks_like_value(text: str) -> bool:
    """A number or a date, which no header is made of."""
    return parse_number(text, ".") is not None or parse_moment(text, "mdy") is not None


@lru_cache(maxsize=65536)
def parse_number(text: str, mark: DecimalMark) -> Decimal | None:
    """Without currency, grouping and percent sign; (1.00) and 1.00- are negative. None when it is no number."""
    if mark == "." and _PLAIN.fullmatch(text):
        return Decimal(text)
    digits, negative = _bare(text)
    if not digits or not _DIGITS.fullmatch(digits):
        return None
    grouping = "," if mark == "." else "."
    whole, _, fraction = digits.partition(mark)
    if grouping in fraction or mark in fraction or (grouping in whole and not _grouped(whole, grouping)):
        return None
    try:
        number = Decimal(digits.replace(grouping, "").replace(mark, "."))
    except InvalidOperation:
        return None
    number = -number if negative else number
    return number / 100 if text.rstrip().endswith(("%", "％")) else number


def decimal_evidence(text: str) -> tuple[int, int]:
    """How much the text speaks for a decimal point and for a decimal comma."""
    if _PLAIN_EVIDENCE.fullmatch(text):
        return 0, 0
    digits = _bare(text)[0].lstrip("+-")
    if not digits or not _DIGITS.fullmatch(digits):
        return 0, 0
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        return (1, 0) if digits.rindex(".") > digits.rindex(",") else (0, 1)
    if points > 1 or commas > 1:
        return (0, 1) if points > 1 else (1, 0)
    ambiguous = any(_GROUPED[mark].fullmatch(digits) for mark in ".,") and not digits.startswith("0")
    return (0, 0) if ambiguous else (int(points == 1), int(commas == 1))


@lru_cache(maxsize=65536)
def parse_moment(text: str, order: DateOrder) -> str | None:
    """A date as 2024-12-30, a time as 2024-12-30T17:16:02, with a zone in UTC and a Z; None when it is neither."""
    for pattern in (_YEAR_FIRST, _YEAR_LAST, _COMPACT, _CHINESE, _MONTH_NAMED):
        if found := pattern.fullmatch(text):
            try:
                return _moment(found, pattern, order)
            except ValueError:
                return None
    return None


def date_evidence(text: str) -> tuple[int, int] | None:
    """How much the text speaks for day before month and for month before day; None where the question is none."""
    found = _YEAR_LAST.fullmatch(text)
    if not found:
        return None
    first, second = int(found["a"]), int(found["b"])
    return int(first > 12 >= second), int(second > 12 >= first)


def moment_of(value: datetime | date) -> str:
    """A true date of a workbook, in the same form as a parsed one."""
    if isinstance(value, datetime) and value.time() != time():
        return value.replace(microsecond=0, tzinfo=None).isoformat()
    return value.isoformat()[:10]


def _moment(found: re.Match[str], pattern: re.Pattern[str], order: DateOrder) -> str:
    """Raises ValueError for days and times that do not exist."""
    year = int(found["year"])
    year += 0 if len(found["year"]) == 4 else 1900 if year >= 69 else 2000
    day = date(year, *_month_and_day(found, pattern, order))
    if not found["hour"]:
        return day.isoformat()
    hour = _hour(int(found["hour"]), (found["half"] or "").lower())
    moment = datetime.combine(day, time(hour, int(found["minute"]), int(found["second"] or 0)))
    zone = found["zone"]
    if not zone:
        return moment.isoformat()
    offset = "+00:00" if zone in ("Z", "UTC", "GMT") else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return datetime.fromisoformat(moment.isoformat() + offset).astimezone(UTC).isoformat()[:19] + "Z"


def _month_and_day(found: re.Match[str], pattern: re.Pattern[str], order: DateOrder) -> tuple[int, int]:
    if pattern is _MONTH_NAMED:
        day = found["day1"] or found["day2"]
        if not day:
            raise ValueError("a month without a day")
        return _MONTHS.index(found["month"][:3].lower()) + 1, int(day)
    first, second = int(found["a"]), int(found["b"])
    return (second, first) if pattern is _YEAR_LAST and order == "dmy" else (first, second)


def _hour(hour: int, half: str) -> int:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError("no hour of half a day")
    return hour % 12 + (12 if half.startswith("p") else 0)


def _bare(text: str) -> tuple[str, bool]:
    """The digits and marks alone, and whether they are meant to be negative."""
    bare = _BLANKS.sub("", _CURRENCY.sub("", text)).rstrip("%％")
    if bare.startswith("(") and bare.endswith(")"):
        return bare[1:-1], True
    if bare.endswith("-"):
        return bare[:-1], True
    if bare.startswith("−"):
        return bare[1:], True
    return bare, False


def _grouped(whole: str, grouping: str) -> bool:
    return bool(_GROUPED[grouping].fullmatch(whole.lstrip("+-")))
