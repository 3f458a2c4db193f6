"""Strengths and weaknesses, each by a rule with a name and each on a quoted sentence."""

import re
from collections.abc import Iterator

from chalicelib.task_types.litigation_analysis.findings import Claim, ContestedPoint, Contradiction, ViewItem
from chalicelib.task_types.litigation_analysis.offline.case_view import CaseView
from chalicelib.task_types.litigation_analysis.offline.leanings import leaning
from chalicelib.task_types.litigation_analysis.offline.wording import said, shortened

_HEDGED = re.compile(r"\b[Oo]n information and belief\b|\b[Uu]pon information and belief\b|据(?:悉|称)|听说")


def strengths(view: CaseView) -> tuple[ViewItem, ...]:
    return (
        *_held(view, for_us=True),
        *_admitted(view, by_us=False),
        *_evidence(view),
        *_law(view),
        *_other_contradicted(view),
        *_denied_by_us(view),
    )


def weaknesses(view: CaseView) -> tuple[ViewItem, ...]:
    return (
        *_held(view, for_us=False),
        *_admitted(view, by_us=True),
        *_denied_by_other(view),
        *_own_contradicted(view),
        *_hedged(view),
    )


def _held(view: CaseView, *, for_us: bool) -> Iterator[ViewItem]:
    name = "held_for" if for_us else "held_against"
    wanted = view.position if for_us else view.other
    for claim in view.joint.claims:
        if claim.kind == "holding" and leaning(claim, view.joint.parties) == wanted:
            yield ViewItem(text=said(name, view.language, quote=shortened(claim.text)), rule=name, places=claim.places)


def _admitted(view: CaseView, *, by_us: bool) -> Iterator[ViewItem]:
    """What a side says of the other's admission in its own letter or pleading is only reported."""
    side = view.position if by_us else view.other
    for claim in view.claims("admission", side=side):
        name = "admitted_by_us" if by_us else "admitted_by_other"
        writer = view.written_by.get(claim.places[0].document_id)
        if writer is not None and writer != side:
            name = "admission_reported"
        text = said(name, view.language, by=claim.by, quote=shortened(claim.text))
        yield ViewItem(text=text, rule=name, places=claim.places)


def _evidence(view: CaseView) -> Iterator[ViewItem]:
    for evidence in view.joint.evidence:
        if evidence.side == view.position:
            quote = shortened(evidence.places[0].sentence)
            text = said("evidence_offered", view.language, name=evidence.name, quote=quote)
            yield ViewItem(text=text, rule="evidence_offered", places=evidence.places)


def _law(view: CaseView) -> Iterator[ViewItem]:
    """A provision with its words, cited where our side claims something or where the decision is in our favour."""
    ours = {claim.text for claim in view.joint.claims if _is_ours(claim, view)}
    for statute in view.joint.statutes:
        if statute.quotation and any(place.sentence in ours for place in statute.places):
            text = said("law_quoted", view.language, law=statute.normalised, quote=shortened(statute.quotation))
            yield ViewItem(text=text, rule="law_quoted", places=statute.places)


def _is_ours(claim: Claim, view: CaseView) -> bool:
    if claim.kind == "holding":
        return leaning(claim, view.joint.parties) == view.position
    return claim.side == view.position


def _denied_by_other(view: CaseView) -> Iterator[ViewItem]:
    for point in view.joint.contested:
        if point.claim.side == view.position and point.denial.side == view.other:
            yield _point(view, "denied_by_other", point)


def _denied_by_us(view: CaseView) -> Iterator[ViewItem]:
    for point in view.joint.contested:
        if point.claim.side == view.other and point.denial.side == view.position:
            yield _point(view, "denied_by_us", point)


def _point(view: CaseView, rule: str, point: ContestedPoint) -> ViewItem:
    claim, denial = shortened(point.claim.text, 140), shortened(point.denial.text, 140)
    text = said(rule, view.language, claim=claim, quote=denial)
    return ViewItem(text=text, rule=rule, places=(*point.claim.places, *point.denial.places))


def _own_contradicted(view: CaseView) -> Iterator[ViewItem]:
    for contradiction in view.joint.contradictions:
        if _is_of(contradiction, view, own=True):
            yield contradiction_item(contradiction, "own_contradicted", view)


def _other_contradicted(view: CaseView) -> Iterator[ViewItem]:
    for contradiction in view.joint.contradictions:
        if _is_of(contradiction, view, own=False):
            yield contradiction_item(contradiction, "other_contradicted", view)


def contradiction_item(contradiction: Contradiction, rule: str, view: CaseView) -> ViewItem:
    sign, stop = ("：", "；") if view.language == "zh" else (": ", "; ")
    told = stop.join(
        f"{each.value}{sign}“{shortened(each.places[0].sentence, 120)}”" for each in contradiction.versions
    )
    places = tuple(place for each in contradiction.versions for place in each.places)
    return ViewItem(text=said(rule, view.language, about=contradiction.about, versions=told), rule=rule, places=places)


def _is_of(contradiction: Contradiction, view: CaseView, *, own: bool) -> bool:
    """Whether a side's own sentence stands in it: told by the claims that were found in the same sentences."""
    side = view.position if own else view.other
    sentences = {place.sentence for claim in view.joint.claims if claim.side == side for place in claim.places}
    return any(place.sentence in sentences for version in contradiction.versions for place in version.places)


def _hedged(view: CaseView) -> Iterator[ViewItem]:
    for claim in view.claims("allegation", side=view.position):
        if _HEDGED.search(claim.text):
            yield ViewItem(
                text=said("hedged", view.language, quote=shortened(claim.text)), rule="hedged", places=claim.places
            )
