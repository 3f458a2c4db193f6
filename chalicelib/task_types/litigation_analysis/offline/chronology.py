"""One chronology out of all documents: sorted, without doubles, partial dates kept partial."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chalicelib.task_types.litigation_analysis.findings import DateFact, Event, Extraction
from chalicelib.task_types.litigation_analysis.offline.grouped import merged

_ALIKE = 0.6
"""Of the words of two sentences about the same date, so many in common make them one event."""

_LEAST_SHARED = 3
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "dated",
        "the",
    ]
)


def chronology(extractions: Sequence[Extraction]) -> tuple[Event, ...]:
    events = [event for extraction in extractions for event in _events(extraction)]
    by_date: dict[tuple[str, str | None], list[Event]] = {}
    for event in events:
        by_date.setdefault((event.date, event.end), []).append(event)
    told = [event for group in by_date.values() for event in _without_doubles(group)]
    return tuple(sorted(told, key=lambda event: (event.date.startswith("-"), event.date)))


def _events(extraction: Extraction) -> Iterator[Event]:
    years = _years(extraction.dates)
    for fact in extraction.dates:
        if fact.kind in ("statute", "reference"):
            continue
        yield Event(
            date=years.get(fact.value, fact.value),
            end=fact.end,
            text=fact.about or fact.places[0].sentence,
            approximate=fact.approximate,
            places=fact.places,
        )


def _years(facts: Sequence[DateFact]) -> dict[str, str]:
    """A day without year takes the year with which the same document gives the same day, if that is only one."""
    full: dict[str, set[str]] = {}
    for fact in facts:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", fact.value):
            full.setdefault(f"-{fact.value[4:]}", set()).add(fact.value)
    return {day: next(iter(values)) for day, values in full.items() if len(values) == 1}


def _without_doubles(events: list[Event]) -> tuple[Event, ...]:
    """The file name's date is dropped where a sentence gives the same day."""
    spoken = [event for event in events if event.text != event.places[0].document]
    heads: list[tuple[Event, frozenset[str]]] = []
    labels: list[int] = []
    chosen = spoken or events
    for event in chosen:
        words = _words(event.text)
        like = next((number for number, (_, known) in enumerate(heads) if _alike(words, known)), None)
        if like is None:
            like = len(heads)
            heads.append((event, words))
        labels.append(like)
    grouped = [
        event.model_copy(update={"text": heads[label][0].text}) for event, label in zip(chosen, labels, strict=True)
    ]
    return merged(grouped, lambda event: event.text)


def _words(text: str) -> frozenset[str]:
    hanzi = re.findall(r"[\u4e00-\u9fff]", text)
    if len(hanzi) * 3 > len(text):
        return frozenset(first + second for first, second in pairwise(hanzi))
    return frozenset(re.findall(r"[a-z]{3,}", text.lower())) - _MONTHS


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return one == other or (shared >= _LEAST_SHARED and shared >= _ALIKE * min(len(one), len(other)))
