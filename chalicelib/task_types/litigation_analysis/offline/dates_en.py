"""Dates and time limits in English text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from chalicelib.task_types.litigation_analysis.offline.calendar_dates import (
    DateMention,
    full_year,
    iso,
    without_overlaps,
)
from chalicelib.task_types.litigation_analysis.offline.dates_zh import PeriodMention
from chalicelib.task_types.litigation_analysis.offline.numbers_en import NUMBER_WORDS, read_words
from chalicelib.task_types.litigation_analysis.package_rules import Unit

_MONTHS = {
    name[:3].lower(): number
    for number, name in enumerate(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], start=1
    )
}
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d{2})"
_ABOUT = re.compile(
    r"(?:on or (?:around|about)|in or (?:around|about)|around|approximately|about|circa|or about)\s*$", re.I
)
_YEAR_WORDS = (
    "in|since|from|until|by|before|after|during|of|year|to|late|early|mid|and|spring|summer|fall|autumn|winter"
)
_YEAR_NOUNS = r"decision|judge?ment|contract|agreement|order|notice|letter|lawsuit|amendment|version|ruling|case"
_UNITS: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern, flags)
        for pattern, flags in (
            (rf"\b{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}\b", re.I),
            (rf"\b{_DAY}\s+(?:day\s+of\s+)?{_MONTH}\s*,?\s*{_YEAR}\b", re.I),
            (rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b", 0),
            (rf"(?<![\w/-]){_YEAR}-(?P<month_number>[01]\d)-(?P<day>[0-3]\d)(?![\w/-])", 0),
            (
                (
                    r"(?<![\w./])(?P<first>\d{1,2})(?P<sep>[/.])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4}|"
                    r"\d{2})(?![\w/]|\.\d)"
                ),
                0,
            ),
            (
                rf"\b(?:{_YEAR_WORDS})[\s-]+(?P<bare>{_YEAR})\b(?![-\w])(?!\s*(?:U\.?S|Rn|No\b))",
                re.I,
            ),
            (rf"\b[Tt]he\s+(?P<bare>{_YEAR})\s+(?:{_YEAR_NOUNS})\b", 0),
            (rf"\b{_MONTH}\s+{_DAY}\b(?!\s*,?\s*(?:1[89]|20)\d\d)(?!\d|,\d|:\d|\.\d)", 0),
        )
    )


@cache
def _period() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<lead>\b(?:within|in|for|after|at least|no later than|not later than|during|before|less than|prior to)\s+"
        rf"(?:a\s+period\s+of\s+)?)?(?:(?P<words>{NUMBER_WORDS})\s*(?:\(\s*(?P<paren>\d+)\s*\)\s*)?|"
        rf"(?P<digits>\d{{1,4}})\s*"
        rf"(?:\([^)]*\)\s*)?)[\s-]*(?P<work>business\s+|working\s+)?(?P<unit>day|week|month|year)s?\b['’]?"
        r"(?P<tail>\s+(?:of|after|from|following|prior to|before|in advance of|notice|written notice|"
        r"period)\b[^,.;:]{0,80})?",
        re.I,
    )


def find_dates(text: str, *, day_first: bool = False) -> list[DateMention]:
    """`day_first` reads 3/4/2020 as the third of April; 13/4/2020 and 4/13/2020 explain themselves."""
    found: list[DateMention] = []
    for pattern in _patterns():
        found += _mentions(pattern, text, day_first)
    marked = [_approximate(text, mention) for mention in without_overlaps(found)]
    return _joined_ranges(text, marked)


def prefers_day_first(text: str) -> bool:
    """Whether the text's slashed dates show that the day comes first."""
    pairs = re.findall(r"(?<![\w/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\w/])", text)
    return any(int(first) > 12 for first, _ in pairs) and not any(int(second) > 12 for _, second in pairs)


def find_periods(text: str) -> list[PeriodMention]:
    """ "within seven (07) days of receipt": only with a word that makes it a limit."""
    found = []
    for match in _period().finditer(text):
        if not (match["lead"] or match["tail"]):
            continue
        number = match["paren"] or match["digits"]
        length = int(number) if number else read_words(match["words"] or "")
        if not length:
            continue
        unit: Unit = "business_day" if match["work"] else _UNITS[match["unit"].lower()]
        tail = " ".join((match["tail"] or "").split())
        found.append(PeriodMention(length, unit, " ".join(match.group().split()), match.start(), match.end(), tail))
    return found


def _mentions(pattern: re.Pattern[str], text: str, day_first: bool) -> Iterator[DateMention]:
    for match in pattern.finditer(text):
        value = _value(match.groupdict(), day_first)
        name = "bare" if match.groupdict().get("bare") else 0
        if value is not None:
            yield DateMention(value, match.group(name), match.start(name), match.end(name))


def _value(groups: dict[str, str | None], day_first: bool) -> str | None:
    written = groups.get("year")
    year = int(written) if written else None
    if groups.get("first"):
        first, second = int(groups["first"] or 0), int(groups["second"] or 0)
        swap = first > 12 or (groups["sep"] == "." and second <= 12) or (day_first and second <= 12)
        month, day = (second, first) if swap else (first, second)
        return iso(full_year(year or 0), month, day)
    day_text, month_text = groups.get("day"), groups.get("month")
    month_number = int(groups["month_number"] or 0) if groups.get("month_number") else None
    if month_text:
        month_number = _MONTHS[month_text[:3].lower()]
    return iso(year, month_number, int(day_text) if day_text else None)


def _approximate(text: str, mention: DateMention) -> DateMention:
    return replace(mention, approximate=bool(_ABOUT.search(text[max(0, mention.start - 24) : mention.start])))


def _joined_ranges(text: str, mentions: list[DateMention]) -> list[DateMention]:
    joined: list[DateMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        between = text[last.stop : mention.start].strip().lower() if last else ""
        led = bool(last and re.search(r"\b(?:from|between)\s+$", text[max(0, last.start - 9) : last.start], re.I))
        is_range = between in ("to", "through", "until", "-", "–", "—") or (between == "and" and led)
        if last and last.end is None and is_range:
            joined[-1] = replace(last, end=mention.value, text=text[last.start : mention.stop], stop=mention.stop)
        else:
            joined.append(mention)
    return joined
