"""Citations of laws, in the form both languages share."""

from dataclasses import dataclass

from chalicelib.task_types.litigation_analysis.findings import StatuteCitation
from chalicelib.task_types.litigation_analysis.offline.grouped import merged
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading, Sentence
from chalicelib.task_types.litigation_analysis.offline.statutes_en import EnglishCitations
from chalicelib.task_types.litigation_analysis.offline.statutes_zh import ChineseCitations
from chalicelib.task_types.litigation_analysis.package_rules import StatuteOfInterest


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """The positions matter to whoever must not take a cited section for a clause of the contract."""

    sentence: Sentence
    citations: tuple[StatuteCitation, ...]


def find_statutes(reading: Reading, of_interest: tuple[StatuteOfInterest, ...]) -> tuple[StatuteCitation, ...]:
    whole = "\n".join(sentence.text for sentence in reading.body)
    reader = (ChineseCitations if reading.language == "zh" else EnglishCitations)(whole, of_interest)
    found = (
        StatuteCitation(
            law=law,
            article=article,
            normalised=normalised,
            text=text,
            quotation=_quotation(sentence.text, text, reading.language),
            places=(sentence.place,),
        )
        for sentence in reading.body
        for law, article, normalised, text in reader.citations_in(sentence.text)
    )
    return merged(found, lambda citation: citation.normalised)


def _quotation(sentence: str, citation: str, language: str) -> str:
    """The words in quotation marks right behind a citation and "规定："."""
    if language != "zh":
        return ""
    _, _, after = sentence.partition(citation)
    lead, opening, quoted = after.partition("“")
    return quoted.rstrip("”。； ") + "。" if opening and lead in ("规定：", "规定:", "规定") else ""
