"""Everything one document says, found by rules."""

import re

from chalicelib.task_types.litigation_analysis.findings import (
    Amount,
    DocumentKind,
    DocumentText,
    Extraction,
    Party,
)
from chalicelib.task_types.litigation_analysis.offline.amounts import find_amounts
from chalicelib.task_types.litigation_analysis.offline.claims import find_claims
from chalicelib.task_types.litigation_analysis.offline.clauses import find_changes, find_clauses
from chalicelib.task_types.litigation_analysis.offline.evidence import find_evidence
from chalicelib.task_types.litigation_analysis.offline.facts_of_time import find_dates, find_periods
from chalicelib.task_types.litigation_analysis.offline.grouped import merged
from chalicelib.task_types.litigation_analysis.offline.kinds import kind_of, title_of
from chalicelib.task_types.litigation_analysis.offline.laws import find_articles, find_contract_clauses, law_title
from chalicelib.task_types.litigation_analysis.offline.mentions import find_mentions
from chalicelib.task_types.litigation_analysis.offline.parties_en import find_parties_en
from chalicelib.task_types.litigation_analysis.offline.parties_zh import find_parties_zh
from chalicelib.task_types.litigation_analysis.offline.procedure import find_case_numbers, find_courts, find_postures
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading, read
from chalicelib.task_types.litigation_analysis.offline.speakers import Speakers
from chalicelib.task_types.litigation_analysis.offline.statutes import find_statutes
from chalicelib.task_types.litigation_analysis.package_rules import PackageRules


def extract(document: DocumentText, rules: PackageRules) -> Extraction:
    """A statute book gives its articles only, a policy and a blank form give no parties."""
    reading = read(document)
    kind = kind_of(reading)
    return _law(reading) if kind == "statute" else _facts(reading, kind, rules)


def _law(reading: Reading) -> Extraction:
    document = reading.document
    return Extraction(
        document_id=document.document_id,
        name=document.name,
        language=document.language,
        kind="statute",
        title=law_title(reading),
        articles=find_articles(reading),
    )


def _facts(reading: Reading, kind: DocumentKind, rules: PackageRules) -> Extraction:
    document = reading.document
    parties = _parties(reading, kind, rules)
    speakers = Speakers(parties, rules, kind)
    statutes = find_statutes(reading, rules.statutes)
    return Extraction(
        document_id=document.document_id,
        name=document.name,
        language=document.language,
        kind=kind,
        title=title_of(reading),
        parties=parties,
        dates=find_dates(reading, kind),
        periods=find_periods(reading),
        amounts=_amounts(reading, parties),
        statutes=statutes,
        clauses=find_clauses(reading, statutes),
        changes=find_changes(reading, kind),
        claims=find_claims(reading, rules, kind, speakers),
        evidence=find_evidence(reading, rules, kind, speakers),
        courts=find_courts(reading),
        case_numbers=find_case_numbers(reading),
        postures=find_postures(reading, kind),
        mentions=find_mentions(reading, rules),
        articles=find_contract_clauses(reading) if kind == "contract" else (),
    )


def _parties(reading: Reading, kind: DocumentKind, rules: PackageRules) -> tuple[Party, ...]:
    if kind in ("blank_form", "policy"):
        return ()
    if reading.language == "zh":
        return find_parties_zh(reading, rules)
    return find_parties_en(reading, rules, kind)


def _amounts(reading: Reading, parties: tuple[Party, ...]) -> tuple[Amount, ...]:
    """What a sum is for, without the party who pays or gets it."""
    names = sorted({name for party in parties for name in (party.name, *party.aliases)}, key=len, reverse=True)
    tails = [name[position:] for name in names if not name.isascii() for position in range(len(name) - 1)]
    pattern = (
        re.compile(
            "^(?:" + "|".join(map(re.escape, [*names, *tails, *(name[-1] for name in names if len(name) < 5)])) + ")"
        )
        if names
        else None
    )
    amounts = find_amounts(reading)
    if pattern is None or reading.language != "zh":
        return amounts
    cleaned = [amount.model_copy(update={"purpose": pattern.sub("", amount.purpose)}) for amount in amounts]
    return merged(cleaned, lambda amount: (amount.value, amount.currency, amount.purpose))
