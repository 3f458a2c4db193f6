"""Dates and time limits in Chinese text."""

import re
from dataclasses import dataclass, replace
from functools import cache

from chalicelib.task_types.litigation_analysis.offline.calendar_dates import DateMention, iso, without_overlaps
from chalicelib.task_types.litigation_analysis.offline.numbers_zh import read_number
from chalicelib.task_types.litigation_analysis.package_rules import Unit

_NUMBER = r"(?:\d{1,2}|[元一二三四五六七八九十廿]{1,3})"
_YEAR = r"(?:(?:1[89]|2[01])\d{2}|[一二][〇零○ＯOo一二三四五六七八九]{3})"
_UNITS: dict[str, Unit] = {"日": "day", "天": "day", "周": "week", "星期": "week", "月": "month", "年": "year"}


@dataclass(frozen=True, slots=True)
class PeriodMention:
    length: int
    unit: Unit
    text: str
    start: int
    stop: int
    starts: str = ""


@cache
def _full() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<approx>约|大约|左右)?(?P<year>{_YEAR}|同年|次年)\s*年?\s*(?P<month>{_NUMBER})\s*月"
        rf"(?:\s*(?P<day>{_NUMBER})\s*[日号])?(?P<part>[上中下]旬|初|底)?"
    )


@cache
def _others() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(
            r"(?<![\d.])(?P<year>(?:19|20)\d{2})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d.])"
        ),
        re.compile(rf"(?P<year>{_YEAR})\s*年(?!\s*{_NUMBER}\s*月)(?P<part>[初末底]|度)?"),
        re.compile(rf"同月\s*(?P<sameday>{_NUMBER})\s*[日号]"),
        re.compile(rf"(?<![\d年])(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*[日号]"),
    )


@cache
def _period() -> re.Pattern[str]:
    return re.compile(
        r"(?P<starts>[^，。；：、“”（）《》\d]{0,24}?)(?P<from>之日起|后|起|前|内)?\s*的?"
        r"(?P<length>\d{1,4}|[一二两三四五六七八九十百]{1,5})\s*个?(?P<work>工作)?(?P<unit>日|天|周|星期|月|年)(?:以|之)?内"
    )


def find_dates(text: str, previous: str | None = None) -> list[DateMention]:
    """`previous` is the last full date before this text, on which 同年 and 同月 lean."""
    found: list[DateMention] = []
    for pattern in (_full(), *_others()):
        found += [mention for match in pattern.finditer(text) if (mention := _mention(match)) is not None]
    resolved = []
    for mention in without_overlaps(found):
        settled = _settle(mention, previous)
        if settled is not None:
            resolved.append(settled)
            previous = settled.value if settled.value[0] != "-" else previous
    return _joined_ranges(text, resolved)


def find_periods(text: str) -> list[PeriodMention]:
    """ "判决生效后七日内": a length, its unit and what sets it running."""
    found = []
    for match in _period().finditer(text):
        length = read_number(match["length"])
        if length is None or not length:
            continue
        unit: Unit = "business_day" if match["work"] else _UNITS[match["unit"]]
        starts = (match["starts"] + (match["from"] or "")).strip()
        found.append(PeriodMention(int(length), unit, match.group().strip(), match.start(), match.end(), starts))
    return found


def _mention(match: re.Match[str]) -> DateMention | None:
    groups = match.groupdict()
    month, day = (_small(groups.get(name)) for name in ("month", "day"))
    written_year = groups.get("year")
    if groups.get("sameday"):
        value: str | None = f"同月{_small(groups['sameday'])}"
    elif written_year in ("同年", "次年"):
        value = f"{written_year}{month or ''}-{day or ''}"
    else:
        value = iso(None if written_year is None else _year(written_year), month, day)
    approximate = bool(groups.get("approx") or groups.get("part"))
    if value is None:
        return None
    return DateMention(value, match.group().strip(), match.start(), match.end(), approximate=approximate)


def _settle(mention: DateMention, previous: str | None) -> DateMention | None:
    if mention.value[:2] not in ("同月", "同年", "次年"):
        return mention
    if previous is None:
        return None
    year = int(previous[:4]) + (mention.value[:2] == "次年")
    if mention.value.startswith("同月"):
        value = iso(year, int(previous[5:7]), int(mention.value[2:])) if len(previous) >= 7 else None
    else:
        month, _, day = mention.value[2:].partition("-")
        value = iso(year, int(month), int(day) if day else None)
    return None if value is None else replace(mention, value=value)


def _joined_ranges(text: str, mentions: list[DateMention]) -> list[DateMention]:
    joined: list[DateMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        between = text[last.stop : mention.start].strip() if last else ""
        if last and last.end is None and between in ("至", "到", "起至", "—", "－", "-", "~", "～", "——", "止"):
            joined[-1] = replace(last, end=mention.value, text=text[last.start : mention.stop], stop=mention.stop)
        else:
            joined.append(mention)
    return joined


def _small(text: str | None) -> int | None:
    if text is None:
        return None
    value = read_number("一" if text == "元" else text.replace("廿", "二十"))
    return None if value is None else int(value)


def _year(text: str) -> int | None:
    value = read_number(text.replace("Ｏ", "零").replace("O", "零").replace("o", "零"))
    return None if value is None else int(value)
