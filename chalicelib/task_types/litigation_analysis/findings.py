"""What is found in documents, across them, and for a position; every item says where it stands.

Both providers make these. `model_dump(mode="json")` writes them and `model_validate` reads them back.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from chalicelib.task_types.litigation_analysis.package_rules import PackageRules as PackageRules
from chalicelib.task_types.litigation_analysis.package_rules import Side as Side
from chalicelib.task_types.litigation_analysis.package_rules import Unit

Language = Literal["zh", "en"]
Position = Side
_FilingKind = Literal["contract", "amendment", "letter", "complaint", "answer", "judgment"]
DocumentKind = _FilingKind | Literal["decision", "statute", "policy", "blank_form", "other"]
ClaimKind = Literal["request", "allegation", "denial", "admission", "holding"]


class Finding(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


# ---- what is read


class Block(Finding):
    """A piece of text that has one place: a page, a clause, a paragraph."""

    place: str
    """As a reader finds it: "p. 3", "第七条", "¶12"."""
    text: str


class DocumentText(Finding):
    document_id: str
    name: str
    language: Language
    blocks: tuple[Block, ...]


# ---- what one document says


class Place(Finding):
    document_id: str
    document: str
    label: str
    """The block's place, made finer where the text numbers its paragraphs: "p. 4 ¶18"."""
    sentence: str
    """As the document has it, with white space made single."""


class Located(Finding):
    """A finding with the sentences it rests on, never none."""

    places: tuple[Place, ...]


class Party(Located):
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    """In lower-case English: "plaintiff", "appellant", "licensor"."""
    side: Side | None = None
    kind: Literal["person", "organisation", "unknown"] = "unknown"
    anonymised: bool = False


class DateFact(Located):
    value: str
    """ISO 8601, as exact as the text: "2007-02-28", "2007-10", "1998"; "--07-30" where no year is given."""
    end: str | None = None
    """The last day of a range."""
    text: str
    approximate: bool = False
    """ "on or around", "约"."""
    about: str = ""
    """The part of the sentence that says what happened."""
    kind: Literal["event", "document", "filing", "judgment", "statute", "reference"] = "event"


class Period(Located):
    """A stated time limit: "within seven (07) days of receipt", "判决生效后七日内"."""

    length: int
    unit: Unit
    text: str
    starts: str = ""
    """What sets it running, in the document's words."""


class Amount(Located):
    value: str
    """A decimal number in plain digits: "138000", "2500.00"."""
    currency: str
    """ISO 4217; "" where the text names none."""
    text: str
    purpose: str = ""
    """What it is for, in the document's words."""


class StatuteCitation(Located):
    law: str
    """The full name where the document gives it, else as cited."""
    article: str = ""
    """ "第一百一十三条第一款", "§ 1201(a)(1)"; empty when the law as a whole is cited."""
    normalised: str
    """The same for the same provision however it is written: "17 U.S.C. § 1201(a)(1)"."""
    text: str
    quotation: str = ""
    """The provision's own words, where a document quotes them or the statute is among the documents."""


class ClauseCitation(Located):
    clause: str
    """ "Section 7.2", "第七条"."""
    contract: str = ""
    text: str


class ClauseChange(Located):
    """What an amendment does to a clause."""

    clause: str
    title: str = ""
    action: Literal["replaced", "added", "deleted", "changed"]
    old: str = ""
    new: str = ""


class Claim(Located):
    kind: ClaimKind
    by: str = ""
    """The party or role that says so, where the sentence or the document tells."""
    side: Side | None = None
    text: str


class Evidence(Located):
    name: str
    offered_by: str = ""
    side: Side | None = None


class Reference(Located):
    """A court or a case number."""

    name: str


class Mention(Located):
    """A word the package looks for: its places tell what the file speaks of, their absence what it does not."""

    cue: str


class Posture(Located):
    """A step of the proceedings."""

    stage: Literal["pre_action", "filed", "first_instance", "appeal", "final", "interim", "withdrawn", "settled"]
    text: str


class LawArticle(Finding):
    """One article of a statute, or clause of a contract, that is among the documents, kept for quoting."""

    law: str
    """Empty for a contract's clause."""
    article: str
    normalised: str
    text: str
    place: Place


class Facts(Finding):
    """What is found in one document and, joined, in all."""

    parties: tuple[Party, ...] = ()
    periods: tuple[Period, ...] = ()
    amounts: tuple[Amount, ...] = ()
    statutes: tuple[StatuteCitation, ...] = ()
    clauses: tuple[ClauseCitation, ...] = ()
    changes: tuple[ClauseChange, ...] = ()
    claims: tuple[Claim, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    courts: tuple[Reference, ...] = ()
    case_numbers: tuple[Reference, ...] = ()
    postures: tuple[Posture, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Extraction(Facts):
    document_id: str
    name: str
    language: Language
    kind: DocumentKind
    title: str = ""
    dates: tuple[DateFact, ...] = ()
    articles: tuple[LawArticle, ...] = ()


# ---- what the documents say together


class DocumentSummary(Finding):
    document_id: str
    name: str
    language: Language
    kind: DocumentKind
    title: str = ""
    role: Literal["facts", "law", "form", "unrelated"]
    """Only documents of facts feed parties, chronology and amounts; the others are kept apart, and said so."""
    note: str = ""


class Event(Located):
    date: str
    end: str | None = None
    text: str
    """The sentence, or the part of it about that date."""
    approximate: bool = False


class ContestedPoint(Finding):
    """What one side says and the other denies."""

    topic: str
    """The words both share."""
    claim: Claim
    denial: Claim
    shared_words: tuple[str, ...] = ()


class Version(Located):
    """One of the values documents give for the same fact."""

    value: str


class Contradiction(Finding):
    about: str
    rule: str
    """The rule by which it was found."""
    versions: tuple[Version, ...]


class JointFindings(Facts):
    language: Language
    documents: tuple[DocumentSummary, ...]
    chronology: tuple[Event, ...] = ()
    contested: tuple[ContestedPoint, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


# ---- what that means for a position


class ViewItem(Finding):
    text: str
    rule: str
    """The name of the rule that put it here."""
    places: tuple[Place, ...] = ()
    """The sentences it rests on; empty only where something was looked for and not found."""
    searched: tuple[str, ...] = ()
    """For what was not found: the documents that were searched."""


class Deadline(Finding):
    text: str
    rule: str
    due: str | None = None
    """ISO 8601; None where the start is not stated."""
    starts: str | None = None
    expired: bool | None = None
    """Against the date of the last document; None where that cannot be said."""
    places: tuple[Place, ...] = ()


class View(Finding):
    position: Position
    case_type: str
    language: Language
    summary: str = ""
    strengths: tuple[ViewItem, ...] = ()
    weaknesses: tuple[ViewItem, ...] = ()
    missing_evidence: tuple[ViewItem, ...] = ()
    risks: tuple[ViewItem, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    next_steps: tuple[ViewItem, ...] = ()
    disclaimer: str
