"""What kind of document it is: a statute book is a source of law, a blank form holds no facts."""

import re
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import DocumentKind
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading

_START = 2_500
_MOSTLY = 0.7
"""An amendment that only follows at the end of a contract does not make the document one."""


def title_of(reading: Reading) -> str:
    """The first heading, else the first short line."""
    for sentence in reading.body[:40]:
        if sentence.heading or (sentence.first and len(sentence.text) <= 60 and len(sentence.text) >= 4):
            return sentence.text[:120].rstrip("。 ").removeprefix("title: ")
    return ""


def kind_of(reading: Reading) -> DocumentKind:
    text = "\n".join(sentence.text for sentence in reading.body)
    return _kind_zh(text, reading) if reading.language == "zh" else _kind_en(text, reading)


def _kind_zh(text: str, reading: Reading) -> DocumentKind:
    head = text[:_START]
    articles = sum(
        1
        for sentence in reading.body
        if sentence.first and re.match(r"第[一二三四五六七八九十百千零\d]+条", sentence.text)
    )
    titles = " ".join(sentence.text for sentence in reading.body[:4])
    if articles >= 3 and re.search(r"(?:法|法典|条例|规定|解释|办法|细则|通则)(?:[（(][^）)]*[）)])?(?:\s|$)", titles):
        return "statute"
    if articles >= 10 and re.search(r"(?:本法|本解释|本条例)", text) and "甲方" not in head:
        return "statute"
    for kind, pattern in _zh_kinds():
        if pattern.search(head if kind != "judgment" else text):
            return "blank_form" if kind == "contract" and _is_blank(text) else kind
    return "other"


def _kind_en(text: str, reading: Reading) -> DocumentKind:
    head = text[:_START]
    amending = re.search(
        r"This (?:First |Second |Third )?Amendment\b|THIS AMENDMENT\b|^AMENDMENT\s+(?:NO|#|TO)", text, re.M
    )
    if amending and amending.start() < _MOSTLY * len(text):
        return "amendment"
    for kind, pattern in _en_kinds():
        if pattern.search(text if kind == "letter" else head):
            return "blank_form" if kind == "contract" and _is_blank(text) else kind
    return "contract" if re.search(r"contract|agreement", reading.document.name, re.I) else "other"


def _is_blank(text: str) -> bool:
    """Many places to fill in, for the length of the text."""
    blanks = len(re.findall(r"_{3,}|[＿]{2,}|年\s{2,}月|\[\s{2,}\]|\.{8,}", text))
    return blanks >= 5 and blanks * 250 >= len(text)


@cache
def _zh_kinds() -> tuple[tuple[DocumentKind, re.Pattern[str]], ...]:
    patterns: tuple[tuple[DocumentKind, str], ...] = (
        ("complaint", r"起\s*诉\s*状|仲裁申请书|上\s*诉\s*状|反诉状"),
        ("answer", r"答\s*辩\s*状"),
        (
            "judgment",
            r"民事(?:判决|裁定|调解)书|裁判(?:结果|理由|要点)|判决理由|判决如下|人民法院.{0,40}作出.{0,30}判决",
        ),
        ("letter", r"律师函|告知函|催告函|解除.{0,6}通知|通知书|^.{0,20}函$|此致"),
        ("amendment", r"补充协议|变更协议"),
        ("contract", r"合同|协议"),
    )
    return tuple((kind, re.compile(pattern, re.M)) for kind, pattern in patterns)


@cache
def _en_kinds() -> tuple[tuple[DocumentKind, re.Pattern[str]], ...]:
    patterns: tuple[tuple[DocumentKind, str, re.RegexFlag], ...] = (
        ("complaint", r"^\s*(?:FIRST AMENDED |VERIFIED |AMENDED )?COMPLAINT\b|^\s*Plaintiff\b.{0,160}\bsues\b", re.M),
        ("answer", r"^\s*(?:DEFENDANTS?['’]?S?['’]? )?ANSWER\b", re.M),
        (
            "judgment",
            r"^\s*JUDGE?MENT\b|^\s*Judge?ment\b|OPINION AND ORDER|rules as follows|IT IS (?:HEREBY )?ORDERED",
            re.M,
        ),
        ("policy", r"\b(?:Policy|Guidelines)\s*$", re.M),
        (
            "contract",
            r"Terms of Service\s*$|AGREEMENT\b|(?:Agreement|Contract).{0,200}\b(?:entered into|by and between)\b",
            re.M,
        ),
        ("contract", r"\b(?:hereby agree|WHEREAS|Lessor|Lessee)\b", re.M),
        ("decision", r"\bhas (?:decided|determined|reversed)\b|\bwe have decided\b", re.I),
        ("letter", r"^\s*Dear\b|^\s*(?:Yours )?[Ss]incerely|under penalty of perjury|^\s*Re:", re.M),
    )
    return tuple((kind, re.compile(pattern, flags)) for kind, pattern, flags in patterns)
