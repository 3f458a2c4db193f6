"""What an analysis package's data file says: the words, laws, proofs and periods its kind of dispute turns on."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Side = Literal["plaintiff", "defendant"]
Unit = Literal["day", "business_day", "week", "month", "year"]


class Rule(BaseModel):
    """A piece of a data file: a mistyped name is an error, not silently without effect."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Bilingual(Rule):
    """One text in both languages."""

    zh: str
    en: str

    def said_in(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


class RoleWord(Rule):
    """A word that names a party's role, beyond those every package knows."""

    word: str
    """As documents write it: "Distributor", "出租人"."""
    role: str
    """As results write it, in English and in lower case: "distributor", "lessor"."""
    side: Side | None = None
    """Only where the role says who sues."""


class StatuteOfInterest(Rule):
    """A law the dispute is likely to turn on."""

    law: str
    """The full name, as normalised citations write it: "中华人民共和国民法典", "17 U.S.C."."""
    aliases: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    """As normalised citations write them: "第五百七十七条", "§ 512"; none means the whole law."""
    about: Bilingual


class RequiredEvidence(Rule):
    """Something a party of this kind of dispute must usually be able to show."""

    id: str
    name: Bilingual
    cues: tuple[str, ...]
    """Words by which it is recognised where a document names it (case-insensitive, whole words in English)."""
    positions: tuple[Side, ...] = ("plaintiff", "defendant")
    needed_when: tuple[str, ...] = ()
    """Words that must occur in the file before this is asked for; none means always."""


class LimitationPeriod(Rule):
    """A period after which a right is lost."""

    id: str
    name: Bilingual
    length: int
    unit: Unit
    law: str
    article: str
    starts: Bilingual
    """What sets it running, in words."""
    start_cues: tuple[str, ...] = ()
    """Words in a sentence whose date is taken as a start; none means the sentence of a breach or infringement."""
    language: Literal["zh", "en"] | None = None
    """Of the documents it applies to; None means both."""


class Formality(Rule):
    """A form or step without which a right may fail."""

    id: str
    name: Bilingual
    cues: tuple[str, ...]
    """Words in a clause that demands the form."""
    met_by: tuple[str, ...]
    """Words that show it was observed."""


class ChecklistItem(Rule):
    """A next step, proposed only when the file gives a sentence to hang it on."""

    id: str
    text: Bilingual
    positions: tuple[Side, ...] = ("plaintiff", "defendant")
    when: tuple[str, ...] = ()
    """Words of which one must occur in the file; none means always."""


class PackageRules(Rule):
    """Everything a package adds to the rules that hold for every dispute."""

    package_id: str
    title: Bilingual
    role_words: tuple[RoleWord, ...] = ()
    claim_cues: tuple[str, ...] = ()
    denial_cues: tuple[str, ...] = ()
    evidence_cues: tuple[str, ...] = ()
    """Further names of evidence: "handover record", "交接验收单"."""
    statutes: tuple[StatuteOfInterest, ...] = ()
    required_evidence: tuple[RequiredEvidence, ...] = ()
    limitation_periods: tuple[LimitationPeriod, ...] = ()
    formalities: tuple[Formality, ...] = ()
    checklist: tuple[ChecklistItem, ...] = ()
