"""The view for a position, by a model that may only rely on verified facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chalicelib.domain.ports.generation import LanguageModel
from chalicelib.task_types.litigation_analysis.findings import JointFindings, PackageRules, Place, View, ViewItem
from chalicelib.task_types.litigation_analysis.model.answers import PointAnswer, ViewAnswer
from chalicelib.task_types.litigation_analysis.model.asking import Work, ask
from chalicelib.task_types.litigation_analysis.model.prompts import view_prompt, view_system

RULE = "model"
MOST_FACTS, MOST_FACT_CHARACTERS = 400, 80_000
_KINDS = ("claims", "evidence", "chronology", "amounts", "statutes", "clauses", "changes", "periods")


@dataclass(frozen=True)
class Asked:
    joint: JointFindings
    by_rules: View
    """Deadlines are computed, never written: they stay as the rules have them."""
    rules: PackageRules
    user_input: str


def view_with_model(asked: Asked, model: LanguageModel) -> tuple[View, Work]:
    """Raises what the model raises, and ProviderRejectedError."""
    facts, work = _facts(asked.joint), Work()
    by_rules = asked.by_rules
    lines = [f"{name}: {place.sentence} ({place.document}, {place.label})" for name, place in facts.items()]
    answer = ask(
        model,
        view_system(asked.rules, by_rules.position, by_rules.language),
        view_prompt(by_rules.case_type, asked.user_input, lines),
        ViewAnswer,
        work,
    )
    names = tuple(summary.name for summary in asked.joint.documents)
    view = by_rules.model_copy(
        update={
            "summary": answer.summary or by_rules.summary,
            "strengths": _grounded(answer.strengths, facts, work),
            "weaknesses": _grounded(answer.weaknesses, facts, work),
            "risks": _grounded(answer.risks, facts, work),
            "missing_evidence": _free(answer.missing_evidence, facts, work, searched=names),
            "next_steps": _free(answer.next_steps, facts, work),
        }
    )
    return view, work


def _facts(joint: JointFindings) -> dict[str, Place]:
    """The sentences found, each once, by the names the model cites them by."""
    facts: dict[str, Place] = {}
    left = MOST_FACT_CHARACTERS
    for place in dict.fromkeys(_places(joint)):
        left -= len(place.sentence)
        if len(facts) == MOST_FACTS or left < 0:
            break
        facts[f"F{len(facts) + 1}"] = place
    return facts


def _places(joint: JointFindings) -> Iterator[Place]:
    for contradiction in joint.contradictions:
        for version in contradiction.versions:
            yield from version.places[:1]
    for kind in _KINDS:
        for finding in getattr(joint, kind):
            yield from finding.places[:1]


def _grounded(points: Sequence[PointAnswer], facts: dict[str, Place], work: Work) -> tuple[ViewItem, ...]:
    """Only points that rest on a fact."""
    return tuple(item for item in _free(points, facts, work) if item.places)


def _free(
    points: Sequence[PointAnswer], facts: dict[str, Place], work: Work, searched: tuple[str, ...] = ()
) -> tuple[ViewItem, ...]:
    items = []
    for point in points:
        known = [facts[name] for name in point.cites if name in facts]
        work.checked += len(point.cites)
        work.dropped += len(point.cites) - len(known)
        nowhere = () if known else searched
        items.append(ViewItem(text=point.text, rule=RULE, places=tuple(known), searched=nowhere))
    return tuple(items)
