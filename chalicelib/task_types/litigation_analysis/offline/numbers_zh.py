"""Chinese numbers, in everyday, financial and positional writing, read and written."""

import re
from decimal import Decimal

DIGITS = {
    digit: value
    for value, row in enumerate(("零〇○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for digit in row
}
SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE_UNITS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
NUMERALS = "".join(DIGITS) + "".join(SMALL_UNITS) + "".join(LARGE_UNITS)

ARABIC = re.compile(r"\d{1,3}(?:[ ,，\u00a0\u3000]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def read_number(text: str) -> Decimal | None:
    """The value of "138 000", "3.5万", "十二万四千二百" or "二〇〇七"; None for what is no number."""
    text = text.strip()
    arabic = ARABIC.match(text)
    if arabic is None:
        return _read_numerals(text)
    value = Decimal(re.sub(r"[ ,，\u00a0\u3000]", "", arabic.group()))
    for unit in text[arabic.end() :].strip():
        scale = LARGE_UNITS.get(unit) or SMALL_UNITS.get(unit)
        if scale is None:
            return None
        value *= scale
    return value


def write_number(value: int) -> str:
    """A whole number from 0 to below 10¹² in everyday writing, as article numbers have it: 577 → 五百七十七."""
    if value < 10:
        return "零一二三四五六七八九"[value]
    written = _write_groups(value)
    return written.removeprefix("一") if written.startswith("一十") else written


def _read_numerals(text: str) -> Decimal | None:
    if not text or any(sign not in NUMERALS for sign in text):
        return None
    if all(sign in DIGITS for sign in text):
        return Decimal("".join(str(DIGITS[sign]) for sign in text))
    total, section, digit = 0, 0, 0
    for sign in text:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in SMALL_UNITS:
            section += (digit or 1) * SMALL_UNITS[sign]
            digit = 0
        else:
            total, section, digit = _scaled(total, section + digit, LARGE_UNITS[sign]), 0, 0
    return Decimal(total + section + digit)


def _scaled(total: int, section: int, unit: int) -> int:
    """一亿二千万 adds; 三万亿 multiplies what stands before."""
    return (total + section) * unit if total and total < unit else total + section * unit


def _write_groups(value: int) -> str:
    for unit, name in ((100_000_000, "亿"), (10_000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if value >= unit:
            head, rest = divmod(value, unit)
            gap = "零" if rest and rest < unit // 10 else ""
            return _write_groups(head) + name + gap + (_write_groups(rest) if rest else "")
    return "零一二三四五六七八九"[value]
