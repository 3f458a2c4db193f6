"""Extracts from one document with a model, part by part; only what can be verified is kept."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from chalicelib.domain.ports.generation import LanguageModel
from chalicelib.domain.task_type import TaskContext
from chalicelib.task_types.litigation_analysis.findings import (
    Amount,
    Block,
    Claim,
    ClauseCitation,
    DateFact,
    DocumentText,
    Evidence,
    Extraction,
    Located,
    PackageRules,
    Party,
    Period,
    Place,
    StatuteCitation,
)
from chalicelib.task_types.litigation_analysis.model.answers import Cited, ExtractionAnswer
from chalicelib.task_types.litigation_analysis.model.asking import Work, ask
from chalicelib.task_types.litigation_analysis.model.prompts import extraction_prompt, extraction_system
from chalicelib.task_types.litigation_analysis.model.verifying import Verifier

PART_CHARACTERS = 12_000
PARTS_AT_ONCE = 4

Found = TypeVar("Found", bound=Located)


@dataclass
class _Gathered:
    """What the parts of a document gave, each finding once with all its places."""

    verifier: Verifier
    work: Work = field(default_factory=Work)

    def verified(self, item: Cited) -> tuple[Place, ...]:
        """The places that hold; the others are counted as dropped."""
        places = [self.verifier.place(citation, item.as_written()) for citation in item.citations]
        held = tuple(place for place in places if place is not None)
        self.work.checked += len(places)
        self.work.dropped += len(places) - len(held)
        return held

    def all(self, items: Iterable[Cited], make: Callable[[Cited, tuple[Place, ...]], Found]) -> tuple[Found, ...]:
        found: dict[str, Found] = {}
        for item in items:
            if places := self.verified(item):
                made = make(item, places)
                key = made.model_dump_json(exclude={"places"})
                known = found.get(key)
                held = dict.fromkeys((*(known.places if known else ()), *places))
                found[key] = made.model_copy(update={"places": tuple(held)})
        return tuple(found.values())


def extract_with_model(
    document: DocumentText, rules: PackageRules, model: LanguageModel, context: TaskContext
) -> tuple[Extraction, Work]:
    """Raises what the model raises, and ProviderRejectedError."""
    parts, work = _parts(document.blocks), Work()
    system = extraction_system(rules, document.language)

    def asked(part: Sequence[tuple[int, Block]]) -> tuple[ExtractionAnswer, Work]:
        own = Work()
        return ask(model, system, extraction_prompt(document, part), ExtractionAnswer, own), own

    answers: list[ExtractionAnswer] = []
    with ThreadPoolExecutor(PARTS_AT_ONCE) as pool:
        for number, (answer, own) in enumerate(pool.map(asked, parts), 1):
            answers.append(answer)
            work.add(own)
            context.progress(number, len(parts), "extracting")
    return _extraction(document, answers, work), work


def _parts(blocks: Sequence[Block]) -> list[list[tuple[int, Block]]]:
    """Blocks with their numbers from 1, as many together as fit; a longer block is a part of its own."""
    parts: list[list[tuple[int, Block]]] = []
    length = PART_CHARACTERS
    for number, block in enumerate(blocks, 1):
        if length + len(block.text) > PART_CHARACTERS:
            parts.append([])
            length = 0
        parts[-1].append((number, block))
        length += len(block.text)
    return parts


def _extraction(document: DocumentText, answers: Sequence[ExtractionAnswer], work: Work) -> Extraction:
    gathered = _Gathered(Verifier(document), work)

    def all_of(name: str, make: type[Found]) -> tuple[Found, ...]:
        items = [item for answer in answers for item in getattr(answer, name)]
        return gathered.all(items, lambda item, places: make.model_validate({**_fields(item, make), "places": places}))

    return Extraction(
        document_id=document.document_id,
        name=document.name,
        language=document.language,
        kind=next((answer.kind for answer in answers if answer.kind != "other"), "other"),
        title=next((answer.title for answer in answers if answer.title), ""),
        parties=all_of("parties", Party),
        dates=all_of("dates", DateFact),
        periods=all_of("periods", Period),
        amounts=all_of("amounts", Amount),
        statutes=all_of("statutes", StatuteCitation),
        clauses=all_of("clauses", ClauseCitation),
        claims=all_of("claims", Claim),
        evidence=all_of("evidence", Evidence),
    )


def _fields(item: Cited, make: type[Located]) -> dict[str, object]:
    fields = item.model_dump(exclude={"citations"})
    if make is StatuteCitation:
        fields["normalised"] = f"{fields['law']} {fields['article']}".strip()
    return fields
