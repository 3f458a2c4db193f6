"""Sums of money with their currency and what they are for."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import Amount, Language
from chalicelib.task_types.litigation_analysis.offline.grouped import merged
from chalicelib.task_types.litigation_analysis.offline.numbers_en import NUMBER_WORDS, read_words
from chalicelib.task_types.litigation_analysis.offline.numbers_zh import NUMERALS, read_number
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading, Sentence

_SIGNS = {
    "US$": "USD", "USD": "USD", "$": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "RMB": "CNY",
    "CNY": "CNY", "￥": "CNY", "¥": "CNY", "HK$": "HKD", "HKD": "HKD", "JPY": "JPY", "CHF": "CHF", "人民币": "CNY",
}  # fmt: skip
_NAMES = {"dollar": "USD", "euro": "EUR", "pound": "GBP", "yuan": "CNY", "renminbi": "CNY", "franc": "CHF"}
_ZH_NAMES = {
    "美元": "USD",
    "欧元": "EUR",
    "港元": "HKD",
    "港币": "HKD",
    "英镑": "GBP",
    "日元": "JPY",
    "元": "CNY",
    "块": "CNY",
}
_SCALE = {"thousand": 1000, "million": 10**6, "billion": 10**9, "m": 10**6, "k": 1000}


def find_amounts(reading: Reading) -> tuple[Amount, ...]:
    found = (amount for sentence in reading.body for amount in amounts_in(sentence, reading.language))
    return merged(found, lambda amount: (amount.value, amount.currency, amount.purpose))


def amounts_in(sentence: Sentence, language: Language) -> Iterator[Amount]:
    for value, currency, start, stop in money_in(sentence.text):
        purpose = _purpose_zh(sentence.text, start) if language == "zh" else _purpose_en(sentence.text, start, stop)
        text = sentence.text[start:stop].strip()
        yield Amount(value=value, currency=currency, text=text, purpose=purpose, places=(sentence.place,))


def money_in(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Value, currency, first and last position of each sum, without overlaps."""
    stop = 0
    hits = sorted(
        (match for pattern in _patterns() for match in pattern.finditer(text)), key=lambda m: (m.start(), -m.end())
    )
    for match in hits:
        if match.start() < stop:
            continue
        value, currency = _value(match.groupdict())
        if value is not None and value > 0:
            stop = match.end()
            yield plain(value), currency, match.start(), match.end()


def plain(value: Decimal) -> str:
    """Without exponent and trailing zeros: 2500, 558.6."""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    signs = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
    arabic = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u3000]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    return (
        re.compile(
            (
                rf"(?<![A-Za-z])(?P<sign>{signs})\s*(?P<number>{arabic})\s*(?P<scale>(?:thousand|million|"
                rf"billion)\b|[mk]\b|[万亿]?)(?:元)?"
            ),
            re.I,
        ),
        re.compile(
            (
                rf"(?<![\d.,])(?P<number>{arabic})\s*(?P<scale>(?:thousand|million|"
                rf"billion)\b)?\s*(?P<name>(?:US )?dollars?|euros?|pounds? sterling|yuan|renminbi|EUR\b|USD\b|"
                rf"RMB\b|€)"
            ),
            re.I,
        ),
        re.compile(rf"\b(?P<words>{NUMBER_WORDS})\s+(?P<name>(?:US )?dollars?|euros?|pounds? sterling|yuan)\b", re.I),
        re.compile(
            rf"(?<![\d.])(?P<number>{arabic})\s*(?P<scale>[十百千]?[万亿]?)余?(?P<zh>美元|欧元|港元|港币|英镑|日元|元|块)"
        ),
        re.compile(
            rf"(?<![{NUMERALS}])(?P<numerals>[{NUMERALS}]{{1,24}}(?:[点][{NUMERALS}]{{1,8}})?)余?(?P<zh>美元|欧元|港元|港币|英镑|日元|元|"
            rf"圆)(?P<rest>[{NUMERALS}]角)?(?!旦|月|素|件)"
        ),
    )


def _value(groups: dict[str, str | None]) -> tuple[Decimal | None, str]:
    if groups.get("numerals"):
        number = read_number(groups["numerals"] or "")
    elif groups.get("words"):
        words = read_words(groups["words"] or "")
        number = None if words is None else Decimal(words)
    else:
        number = read_number(groups["number"] or "")
    scale = (groups.get("scale") or "").lower()
    if number is not None and scale:
        number = number * _SCALE[scale] if scale in _SCALE else read_number(f"{plain(number)}{scale}")
    return number, _currency(groups)


def _currency(groups: dict[str, str | None]) -> str:
    if groups.get("sign"):
        return _SIGNS[(groups["sign"] or "").upper()]
    if groups.get("zh"):
        return _ZH_NAMES.get(groups["zh"] or "", "CNY")
    name = (groups.get("name") or "").lower().removeprefix("us ")
    return next((code for start, code in _NAMES.items() if name.startswith(start)), _SIGNS.get(name.upper(), ""))


@cache
def _zh_lead() -> re.Pattern[str]:
    return re.compile(
        r"(?:支付了?|交付了?|退还(?!款)|返还(?!款)|赔偿(?!金|款|额)|偿还|给付|缴纳|交纳|收取|扣除|承担|应为|定为|为|是|计|共计|合计|总计|按|仅|共|约定|"
        r"人民币|[￥¥]|的|了|其中|加倍|向|[:：])+"
    )


def _purpose_zh(text: str, start: int) -> str:
    """The last noun before the sum, in the same clause."""
    clause = re.split(r"[，。；：、“”（）()\d]", text[max(0, start - 30) : start].rstrip())[-1].removesuffix("约")
    pieces = [piece for piece in _zh_lead().split(clause) if piece]
    if not pieces:
        return clause[-16:]
    return re.sub(r"^.*?(?:张|被告|原告|公司|其)(?=[\u4e00-\u9fff]{3,})", "", pieces[-1])[-16:]


def _purpose_en(text: str, start: int, stop: int) -> str:
    after = re.match(
        r"[\s.\-–]*((?:for|as|per|in respect of|down payment|mid payment|of (?!up))(?:[^,.;:()]|[.](?=\S)){0,70})",
        text[stop:],
    )
    if after:
        return " ".join(after[1].split())
    before = re.split(r"[,;:()](?!\d)|\. (?=[A-Z][a-z])", text[max(0, start - 110) : start])[-1]
    words = before.split()
    return re.sub(r"\s+(?:is|was|of|to|at|set|than|not less|up|around|or|more)$", "", " ".join(words[-14:]))
