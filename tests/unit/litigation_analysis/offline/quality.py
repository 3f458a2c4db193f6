"""Precision and recall of the offline extraction against hand-made keys; `python -m` this module prints the table.

A key was made by reading the document. It counts a fact once for each document. A party counts as found when its name
or one of its aliases is the key's and one of its roles too; dates and statutes must be equal, amounts also in currency.
Dates that only stand in a file's name count on neither side.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from chalicelib.task_types.litigation_analysis.findings import DocumentText, Extraction
from chalicelib.task_types.litigation_analysis.offline.extraction import extract
from chalicelib.task_types.litigation_analysis.package_files import package
from chalicelib.task_types.litigation_analysis.reading.passages import Source
from chalicelib.task_types.litigation_analysis.reading.reader import read_document

KEYS = Path(__file__).parent.parent / "keys"
KINDS = ("parties", "dates", "amounts", "statutes")
CASES = ("case_a", "case_b", "case_c", "case_d")


@dataclass(frozen=True)
class Score:
    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)


def data_folder() -> Path | None:
    """The real cases lie outside the project; None where they are absent."""
    for folder in Path(__file__).resolve().parents:
        path = folder / "shared" / "data" / "litigation"
        if path.exists():
            return path
    return None


def key(case: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((KEYS / f"{case}.json").read_text(encoding="utf-8"))
    return loaded


def _untold(_done: int, _total: int) -> None:
    """Nobody waits for progress here."""


@cache
def documents(case: str) -> tuple[DocumentText, ...]:
    folder = data_folder()
    assert folder is not None
    paths = sorted((folder / key(case)["case"]).iterdir())
    sources = (Source(document_id=path.name[:2], name=path.name, data=path.read_bytes()) for path in paths)
    return tuple(read_document(source, _untold).text for source in sources)


@cache
def extractions(case: str) -> tuple[Extraction, ...]:
    rules = package("contract_dispute_default")
    return tuple(extract(document, rules) for document in documents(case))


def scores(case: str) -> dict[str, Score]:
    told = dict.fromkeys(KINDS, Score(0, 0, 0))
    for extraction in extractions(case):
        wanted = key(case)["documents"][extraction.document_id]
        for kind in KINDS:
            told[kind] += score(kind, extraction, wanted[kind])
    return told


def score(kind: str, extraction: Extraction, wanted: list[Any]) -> Score:
    if kind == "parties":
        return _parties(extraction, wanted)
    found = _values(kind, extraction)
    asked = {tuple(each) if isinstance(each, list) else each for each in wanted}
    return Score(len(found & asked), len(found), len(asked))


def differences(case: str) -> Iterator[str]:
    """What was missed (-) and what was found in excess (+), for whoever works on the rules."""
    for extraction in extractions(case):
        wanted = key(case)["documents"][extraction.document_id]
        for kind in KINDS[1:]:
            asked = {tuple(each) if isinstance(each, list) else each for each in wanted[kind]}
            found = _values(kind, extraction)
            yield from (f"{case} {extraction.document_id} {kind} - {each}" for each in sorted(asked - found))
            yield from (f"{case} {extraction.document_id} {kind} + {each}" for each in sorted(found - asked))
        yield from _party_differences(case, extraction, wanted["parties"])


def table() -> str:
    lines = ["| case | " + " | ".join(f"{kind} P | {kind} R" for kind in KINDS) + " |", "|---" * 9 + "|"]
    total = dict.fromkeys(KINDS, Score(0, 0, 0))
    for case in CASES:
        told = scores(case)
        total = {kind: total[kind] + told[kind] for kind in KINDS}
        lines.append(_row(case, told))
    return "\n".join([*lines, _row("all", total)])


def _row(name: str, told: dict[str, Score]) -> str:
    cells = (
        f"{each.precision:.2f} ({each.right}/{each.found}) | {each.recall:.2f} ({each.right}/{each.wanted})"
        for each in (told[kind] for kind in KINDS)
    )
    return f"| {name} | " + " | ".join(cells) + " |"


def _values(kind: str, extraction: Extraction) -> set[Any]:
    if kind == "dates":
        return {fact.value for fact in extraction.dates if fact.places[0].label not in ("file name", "文件名")}
    if kind == "amounts":
        return {(amount.value, amount.currency) for amount in extraction.amounts}
    return {statute.normalised for statute in extraction.statutes}


def _parties(extraction: Extraction, wanted: list[Any]) -> Score:
    left = list(wanted)
    right = 0
    for party in extraction.parties:
        match = next((each for each in left if _is_same(party, each)), None)
        if match is not None:
            left.remove(match)
            right += 1
    return Score(right, len(extraction.parties), len(wanted))


def _party_differences(case: str, extraction: Extraction, wanted: list[Any]) -> Iterator[str]:
    for each in wanted:
        if not any(_is_same(party, each) for party in extraction.parties):
            yield f"{case} {extraction.document_id} parties - {each['name']} {each['roles']}"
    for party in extraction.parties:
        if not any(_is_same(party, each) for each in wanted):
            yield f"{case} {extraction.document_id} parties + {party.name} {party.roles}"


def _is_same(party: Any, wanted: Any) -> bool:
    names = {_folded(name) for name in (party.name, *party.aliases)}
    asked = {_folded(name) for name in (wanted["name"], *wanted.get("also", ()))}
    return bool(names & asked) and bool(set(party.roles) & set(wanted["roles"]))


def _folded(name: str) -> str:
    return re.sub(r"\W", "", name).lower()


if __name__ == "__main__":
    print(table())
    print("\n".join(line for case in CASES for line in differences(case)))
