"""The shape in which a model answers about a part of a document; every item cites sentences of it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.task_types.litigation_analysis.findings import ClaimKind, DocumentKind, Side
from chalicelib.task_types.litigation_analysis.package_rules import Unit

MOST_ITEMS = 200


class AnswerPart(BaseModel):
    """What a model adds of its own accord is passed over."""

    model_config = ConfigDict(extra="ignore")


class Citation(AnswerPart):
    block: int
    sentence: str


class Cited(AnswerPart):
    citations: list[Citation] = Field(min_length=1)

    def as_written(self) -> str:
        """Words that must stand in the cited sentence."""
        return ""


class Copied(Cited):
    text: str = Field(min_length=1)

    def as_written(self) -> str:
        return self.text


class PartyAnswer(Cited):
    name: str = Field(min_length=1)
    aliases: list[str] = Field(default_factory=list)
    roles: list[str] = Field(default_factory=list)
    side: Side | None = None
    kind: Literal["person", "organisation", "unknown"] = "unknown"


class DateAnswer(Copied):
    value: str = Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    end: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    approximate: bool = False
    about: str = ""
    kind: Literal["event", "document", "filing", "judgment", "statute", "reference"] = "event"


class PeriodAnswer(Copied):
    length: int = Field(ge=1)
    unit: Unit
    starts: str = ""


class AmountAnswer(Copied):
    value: str = Field(pattern=r"^\d+(\.\d+)?$")
    currency: str = Field(pattern=r"^([A-Z]{3})?$")
    purpose: str = ""


class StatuteAnswer(Copied):
    law: str = Field(min_length=1)
    article: str = ""


class ClauseAnswer(Copied):
    clause: str = Field(min_length=1)
    contract: str = ""


class ClaimAnswer(Cited):
    kind: ClaimKind
    by: str = ""
    side: Side | None = None
    text: str = Field(min_length=1)


class EvidenceAnswer(Cited):
    name: str = Field(min_length=1)
    offered_by: str = ""
    side: Side | None = None


class ExtractionAnswer(AnswerPart):
    kind: DocumentKind = "other"
    title: str = ""
    parties: list[PartyAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)
    dates: list[DateAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)
    periods: list[PeriodAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)
    amounts: list[AmountAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)
    statutes: list[StatuteAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)
    clauses: list[ClauseAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)
    claims: list[ClaimAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)
    evidence: list[EvidenceAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)


class PointAnswer(AnswerPart):
    text: str = Field(min_length=1)
    cites: list[str] = Field(default_factory=list, description="Ids of facts, such as F12.")


class ViewAnswer(AnswerPart):
    summary: str = ""
    strengths: list[PointAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)
    weaknesses: list[PointAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)
    missing_evidence: list[PointAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)
    risks: list[PointAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)
    next_steps: list[PointAnswer] = Field(default_factory=list, max_length=MOST_ITEMS)
