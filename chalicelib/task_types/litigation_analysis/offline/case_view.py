"""The file as one side sees it: what every rule of the assessment looks at."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from chalicelib.task_types.litigation_analysis.findings import Claim, JointFindings, Located, Place, Position, Side
from chalicelib.task_types.litigation_analysis.offline.leanings import other_side
from chalicelib.task_types.litigation_analysis.package_rules import PackageRules

_PARTS = (
    "parties", "chronology", "periods", "amounts", "statutes", "clauses",
    "changes", "claims", "evidence", "postures", "mentions",
)  # fmt: skip


@dataclass(frozen=True)
class CaseView:
    joint: JointFindings
    position: Position
    case_type: str
    rules: PackageRules
    user_input: str

    @property
    def language(self) -> str:
        return self.joint.language

    @property
    def other(self) -> Side:
        return other_side(self.position)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every sentence anything was found in, once, in the order of the documents."""
        found: dict[Place, None] = {}
        for part in _PARTS:
            finding: Located
            for finding in getattr(self.joint, part):
                found |= dict.fromkeys(finding.places)
        return tuple(found)

    @cached_property
    def searched(self) -> tuple[str, ...]:
        return tuple(document.name for document in self.joint.documents if document.role == "facts")

    @cached_property
    def last_day(self) -> str:
        """Of the documents: "today" of the file. Empty where no full date is known."""
        return max((event.date for event in self.joint.chronology if len(event.date) == 10), default="")

    @cached_property
    def written_by(self) -> dict[str, Side]:
        """Letters and pleadings, by the side most of their claims are of."""
        kinds = {document.document_id: document.kind for document in self.joint.documents}
        counts: dict[str, Counter[Side]] = {}
        for claim in self.joint.claims:
            document = claim.places[0].document_id
            if claim.side and kinds.get(document) in ("letter", "complaint", "answer"):
                counts.setdefault(document, Counter())[claim.side] += 1
        return {document: each.most_common(1)[0][0] for document, each in counts.items()}

    def claims(self, *kinds: str, side: Side) -> Iterator[Claim]:
        return (claim for claim in self.joint.claims if claim.kind in kinds and claim.side == side)

    def places_with(self, cues: Iterable[str], most: int = 3) -> tuple[Place, ...]:
        pattern = cue_pattern(cues)
        found = (place for place in self.places if pattern is not None and pattern.search(place.sentence))
        return tuple(place for place, _ in zip(found, range(most), strict=False))

    def speaks_of(self, cues: tuple[str, ...]) -> bool:
        """Whether a cue stands in the file, in what the user wrote, or in the case's name; no cues mean always."""
        pattern = cue_pattern(cues)
        told = f"{self.case_type}\n{self.user_input}"
        return pattern is None or bool(pattern.search(told) or self.places_with(cues, most=1))


def cue_pattern(cues: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the cues, English ones as whole words in any case."""
    written = [rf"\b{re.escape(cue)}\b" if cue.isascii() else re.escape(cue) for cue in cues]
    return re.compile("|".join(written), re.IGNORECASE) if written else None
