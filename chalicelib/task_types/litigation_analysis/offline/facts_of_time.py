"""The dates and time limits a document states, each with what it says happened."""

import re
from collections.abc import Iterator

from chalicelib.task_types.litigation_analysis.findings import DateFact, DocumentKind, Period, Place
from chalicelib.task_types.litigation_analysis.offline import dates_en, dates_zh
from chalicelib.task_types.litigation_analysis.offline.calendar_dates import DateMention, iso
from chalicelib.task_types.litigation_analysis.offline.grouped import merged
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading, Sentence

_LONGEST = 240


def find_dates(reading: Reading, kind: DocumentKind) -> tuple[DateFact, ...]:
    found = list(_from_name(reading, kind))
    day_first = dates_en.prefers_day_first("\n".join(sentence.text for sentence in reading.body))
    previous: str | None = None
    for sentence in reading.sentences:
        if sentence.running and not re.search(r"\bFiled\b", sentence.text):
            continue
        text = _masked(sentence.text)
        is_zh = reading.language == "zh"
        mentions = dates_zh.find_dates(text, previous) if is_zh else dates_en.find_dates(text, day_first=day_first)
        for mention in mentions:
            found.append(_fact(mention, sentence, reading))
            previous = mention.value if mention.value[0] != "-" else previous
    return merged(found, lambda fact: (fact.value, fact.end, fact.kind, fact.about))


def find_periods(reading: Reading) -> tuple[Period, ...]:
    found = []
    for sentence in reading.body:
        mentions = (
            dates_zh.find_periods(sentence.text) if reading.language == "zh" else dates_en.find_periods(sentence.text)
        )
        found += [
            Period(length=each.length, unit=each.unit, text=each.text, starts=each.starts, places=(sentence.place,))
            for each in mentions
        ]
    return merged(found, lambda period: (period.length, period.unit, period.text))


def _from_name(reading: Reading, kind: DocumentKind) -> Iterator[DateFact]:
    """A letter is dated by its file name where that begins or continues with a date; nothing else is."""
    document = reading.document
    match = re.search(r"(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)", document.name)
    value = iso(int(match[1]), int(match[2]), int(match[3])) if match else None
    if match and value and kind in ("letter", "complaint", "answer", "decision", "judgment"):
        label = "文件名" if document.language == "zh" else "file name"
        place = Place(document_id=document.document_id, document=document.name, label=label, sentence=document.name)
        yield DateFact(value=value, text=match.group(), about=document.name, kind="document", places=(place,))


def _masked(text: str) -> str:
    """Addresses on the web hold dates of files, not of facts; positions stay."""
    return re.sub(r"https?://\S+|www\.\S+|\S+\.(?:md|pdf|html?)\b", lambda match: " " * len(match.group()), text)


def _fact(mention: DateMention, sentence: Sentence, reading: Reading) -> DateFact:
    kind = _kind(mention, sentence.text, reading.language)
    return DateFact.model_validate(
        {
            "value": mention.value,
            "end": mention.end,
            "text": mention.text,
            "approximate": mention.approximate,
            "about": _about(sentence.text, mention, reading.language),
            "kind": kind,
            "places": (sentence.place,),
        }
    )


def _kind(mention: DateMention, text: str, language: str) -> str:
    before, after = text[max(0, mention.start - 40) : mention.start], text[mention.stop : mention.stop + 40]
    if language == "zh":
        if re.search(r"^[^，。]{0,30}作出|^[^。]{0,40}民事(?:判决|裁定)", after):
            return "judgment"
        if re.match(r"\s*(?:出)?生", after):
            return "reference"
        return "statute" if re.match(r"\s*(?:施行|公布|起施行|[^，。]{0,30}通过)", after) else "event"
    if re.search(r"(?:^\W*|\bDated?:(?: the)?|^[A-Z]\w+,)\s*$", before) and len(text) <= len(mention.text) + 30:
        return "document"
    if re.search(r"\bFiled\s*$", before):
        return "filing"
    return "judgment" if re.search(r"\bJudge?ment dated\s*$|\bruling of\s*$", before) else "event"


def _about(text: str, mention: DateMention, language: str) -> str:
    """The clause around the date: the whole sentence unless it is long."""
    if len(text) <= _LONGEST:
        return text
    breaks = "；。，" if language == "zh" else ";"
    start = max((text.rfind(sign, 0, mention.start) for sign in breaks), default=-1) + 1
    ends = [end for sign in ("；。" if language == "zh" else ";") if (end := text.find(sign, mention.stop)) >= 0]
    stop = min([*ends, len(text)])
    start = max(start, mention.start - _LONGEST // 2)
    return text[start : min(stop, mention.stop + _LONGEST // 2)].strip()
