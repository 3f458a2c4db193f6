"""What a file means for one position: explicit rules over what was found, never a conclusion of law."""

from collections.abc import Iterator, Sequence

from chalicelib.task_types.litigation_analysis.findings import Deadline, JointFindings, Position, View, ViewItem
from chalicelib.task_types.litigation_analysis.offline.case_view import CaseView
from chalicelib.task_types.litigation_analysis.offline.merits import strengths, weaknesses
from chalicelib.task_types.litigation_analysis.offline.perils import deadlines, missing_evidence, risks
from chalicelib.task_types.litigation_analysis.offline.wording import said, shortened
from chalicelib.task_types.litigation_analysis.package_rules import PackageRules

_MOST_ITEMS = 40
"""Of each list; what comes first in the file comes first here."""
_MOST_STEPS_OF_A_KIND = 8


def assess(joint: JointFindings, position: Position, case_type: str, rules: PackageRules, user_input: str) -> View:
    view = CaseView(joint, position, case_type, rules, user_input)
    good, bad = strengths(view)[:_MOST_ITEMS], weaknesses(view)[:_MOST_ITEMS]
    missing, perils, limits = missing_evidence(view), risks(view)[:_MOST_ITEMS], deadlines(view)[:_MOST_ITEMS]
    return View(
        position=position,
        case_type=case_type,
        language=joint.language,
        summary=said(
            "summary",
            joint.language,
            side=said(f"side_{position}", joint.language),
            good=len(good),
            bad=len(bad),
            missing=len(missing),
            risks=len(perils),
            deadlines=len(limits),
        ),
        strengths=good,
        weaknesses=bad,
        missing_evidence=missing,
        risks=perils,
        deadlines=limits,
        next_steps=tuple(_next_steps(view, missing, limits))[:_MOST_ITEMS],
        disclaimer=said("disclaimer", joint.language),
    )


def _next_steps(view: CaseView, missing: Sequence[ViewItem], limits: Sequence[Deadline]) -> Iterator[ViewItem]:
    names = {f"required_evidence:{each.id}": each.name.said_in(view.language) for each in view.rules.required_evidence}
    for limit in limits[:_MOST_STEPS_OF_A_KIND]:
        if not limit.expired:
            yield ViewItem(
                text=said("keep_deadline", view.language, text=limit.text), rule="keep_deadline", places=limit.places
            )
    for item in missing:
        text = said("get_evidence", view.language, name=names[item.rule])
        yield ViewItem(text=text, rule="get_evidence", places=item.places, searched=item.searched)
    for contradiction in view.joint.contradictions[:_MOST_STEPS_OF_A_KIND]:
        places = tuple(place for version in contradiction.versions for place in version.places)
        yield ViewItem(text=said("clear_up", view.language, about=contradiction.about), rule="clear_up", places=places)
    for document in view.joint.documents:
        if document.role == "unrelated":
            text = said("check_document", view.language, name=document.name)
            yield ViewItem(text=text, rule="check_document", searched=(document.name,))
    yield from _answers(view)
    yield from _checklist(view)


def _answers(view: CaseView) -> Iterator[ViewItem]:
    facing = [point for point in view.joint.contested if point.claim.side == view.position]
    for point in facing[:_MOST_STEPS_OF_A_KIND]:
        text = said("answer_denial", view.language, quote=shortened(point.denial.text, 140))
        yield ViewItem(text=text, rule="answer_denial", places=point.denial.places)


def _checklist(view: CaseView) -> Iterator[ViewItem]:
    """Only items for this position whose words occur in the file; those without words rest on nothing quoted."""
    for item in view.rules.checklist:
        if view.position not in item.positions or not view.speaks_of(item.when):
            continue
        places = view.places_with(item.when, most=2)
        text = item.text.said_in(view.language)
        yield ViewItem(text=text, rule=f"checklist:{item.id}", places=places, searched=() if places else view.searched)
