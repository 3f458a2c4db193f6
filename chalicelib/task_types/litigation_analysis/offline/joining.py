"""What the documents of a file say together."""

from collections.abc import Sequence

from chalicelib.task_types.litigation_analysis.findings import (
    ClauseChange,
    Extraction,
    JointFindings,
    LawArticle,
    Party,
    StatuteCitation,
)
from chalicelib.task_types.litigation_analysis.offline.chronology import chronology
from chalicelib.task_types.litigation_analysis.offline.contested import contested_points
from chalicelib.task_types.litigation_analysis.offline.contradictions import contradictions
from chalicelib.task_types.litigation_analysis.offline.file_of_case import language_of, summaries
from chalicelib.task_types.litigation_analysis.offline.grouped import merged
from chalicelib.task_types.litigation_analysis.offline.party_names import unify
from chalicelib.task_types.litigation_analysis.offline.party_roles import side_of
from chalicelib.task_types.litigation_analysis.package_rules import PackageRules


def join(extractions: Sequence[Extraction], rules: PackageRules) -> JointFindings:
    """Documents that are no part of the case's facts are listed, and nothing of them is merged."""
    documents = summaries(extractions)
    of_facts = {summary.document_id for summary in documents if summary.role == "facts"}
    facts = [each for each in extractions if each.document_id in of_facts]
    language = language_of(facts or extractions)
    parties = _parties(facts, rules)
    claims = merged((claim for each in facts for claim in each.claims), lambda claim: (claim.kind, claim.text))
    return JointFindings(
        language=language,
        documents=documents,
        parties=parties,
        chronology=chronology(facts),
        periods=merged((one for each in facts for one in each.periods), lambda one: (one.length, one.unit, one.text)),
        amounts=merged(
            (one for each in facts for one in each.amounts), lambda one: (one.value, one.currency, one.purpose.lower())
        ),
        statutes=_statutes(facts, extractions),
        clauses=merged((one for each in facts for one in each.clauses), lambda one: (one.clause, one.contract)),
        changes=_changes(facts),
        claims=claims,
        evidence=merged((one for each in facts for one in each.evidence), lambda one: (one.name.lower(), one.side)),
        courts=merged((one for each in facts for one in each.courts), lambda one: one.name.lower()),
        case_numbers=merged((one for each in facts for one in each.case_numbers), lambda one: one.name),
        postures=merged((one for each in facts for one in each.postures), lambda one: (one.stage, one.text)),
        mentions=merged((one for each in facts for one in each.mentions), lambda one: one.cue),
        contested=contested_points(claims, parties),
        contradictions=contradictions(facts, parties, language),
    )


def _parties(facts: Sequence[Extraction], rules: PackageRules) -> tuple[Party, ...]:
    """Anonymised parties stay their own document's: "Defendant 1" here is not "Defendant 1" there."""
    named = [party for each in facts for party in each.parties if not party.anonymised]
    hidden = [party for each in facts for party in each.parties if party.anonymised]
    together = (*unify(named), *hidden)
    return tuple(party.model_copy(update={"side": side_of(party.roles, rules) or party.side}) for party in together)


def _changes(facts: Sequence[Extraction]) -> tuple[ClauseChange, ...]:
    """With the clause as the contract among the documents has it."""
    clauses = {one.article: one for each in reversed(facts) if each.kind == "contract" for one in each.articles}
    told = merged(
        (one for each in facts for one in each.changes), lambda one: (one.clause, one.action, one.new.lower())
    )
    return tuple(_with_old(change, clauses.get(change.clause)) for change in told)


def _with_old(change: ClauseChange, clause: LawArticle | None) -> ClauseChange:
    if clause is None or change.old:
        return change
    return change.model_copy(update={"old": clause.text, "places": (*change.places, clause.place)})


def _statutes(facts: Sequence[Extraction], extractions: Sequence[Extraction]) -> tuple[StatuteCitation, ...]:
    """With the cited article's words where its statute is among the documents."""
    articles = {
        article.normalised: article for each in extractions if each.kind == "statute" for article in each.articles
    }
    cited = merged((one for each in facts for one in each.statutes), lambda one: one.normalised)
    return tuple(_quoted(citation, articles) for citation in cited)


def _quoted(citation: StatuteCitation, articles: dict[str, LawArticle]) -> StatuteCitation:
    article = articles.get(citation.normalised) or articles.get(
        f"{citation.law}{citation.article.partition('条')[0]}条"
    )
    if article is None or citation.quotation:
        return citation
    return citation.model_copy(update={"quotation": article.text, "places": (*citation.places, article.place)})
