"""Which documents speak of this dispute: law books, forms and other people's contracts are kept apart, and said so."""

from collections.abc import Iterator, Sequence

from chalicelib.task_types.litigation_analysis.findings import DocumentSummary, Extraction, Language, Located, Place
from chalicelib.task_types.litigation_analysis.offline.party_names import same, stem
from chalicelib.task_types.litigation_analysis.offline.wording import said

_PARTS = (
    "parties", "dates", "periods", "amounts", "statutes", "clauses", "changes", "claims", "evidence", "courts",
    "case_numbers", "postures",
)  # fmt: skip
_SHORTEST_NAME = 3


def places_in(extraction: Extraction) -> Iterator[Place]:
    for part in _PARTS:
        finding: Located
        for finding in getattr(extraction, part):
            yield from finding.places


def summaries(extractions: Sequence[Extraction]) -> tuple[DocumentSummary, ...]:
    """A document of facts that shares no party with the largest group of the others is unrelated.

    Where no two share one, none can be called the odd one out: all stay, each with a note.
    """
    facts = [each for each in extractions if each.kind not in ("statute", "policy", "blank_form")]
    groups = _groups(facts)
    main = max(groups, key=len, default=[])
    related = {each.document_id for each in main} if len(main) > 1 else {each.document_id for each in facts}
    alone = {group[0].document_id for group in groups if len(group) == 1} if len(facts) > 1 else set()
    return tuple(_summary(each, each.document_id in related, each.document_id in alone) for each in extractions)


def language_of(extractions: Sequence[Extraction]) -> Language:
    """Of most documents of facts; laws count only where there is nothing else."""
    voting = [each for each in extractions if each.kind != "statute"] or list(extractions)
    chinese = sum(1 for each in voting if each.language == "zh")
    return "zh" if chinese * 2 > len(voting) else "en"


def _summary(extraction: Extraction, is_related: bool, is_alone: bool) -> DocumentSummary:
    role, note = "facts", ""
    if extraction.kind in ("statute", "policy"):
        role, note = "law", said(f"note_{extraction.kind}", extraction.language)
    elif extraction.kind == "blank_form":
        role, note = "form", said("note_form", extraction.language)
    elif is_alone:
        role, note = ("facts" if is_related else "unrelated"), said("note_unrelated", extraction.language)
    elif not is_related:
        role, note = "unrelated", said("note_unrelated", extraction.language)
    return DocumentSummary.model_validate(
        {
            "document_id": extraction.document_id,
            "name": extraction.name,
            "language": extraction.language,
            "kind": extraction.kind,
            "title": extraction.title,
            "role": role,
            "note": note,
        }
    )


def _groups(extractions: Sequence[Extraction]) -> list[list[Extraction]]:
    """Documents that share parties, directly or through others; one without any party belongs to the first group."""
    groups: list[list[Extraction]] = []
    for extraction in extractions:
        linked = [
            group for group in groups if not extraction.parties or any(_linked(extraction, other) for other in group)
        ]
        joined = [extraction] if not linked else [*(each for group in linked for each in group), extraction]
        groups = [group for group in groups if not any(group is other for other in linked)] + [joined]
    return groups


def _linked(one: Extraction, other: Extraction) -> bool:
    if any(same(first, second) for first in one.parties for second in other.parties):
        return True
    return _mentions(one, other) or _mentions(other, one)


def _mentions(one: Extraction, other: Extraction) -> bool:
    text = "\n".join({place.sentence for place in places_in(one)}).lower()
    names = (name for party in other.parties if not party.anonymised for name in (party.name, *party.aliases))
    return any(
        len(stem(name)) >= _SHORTEST_NAME and name.lower() in text for name in names if name.lower() not in ("we", "us")
    )
