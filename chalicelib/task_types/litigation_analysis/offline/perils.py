"""Missing evidence, risks and time limits."""

import re
from collections.abc import Iterator
from datetime import date

from chalicelib.task_types.litigation_analysis.findings import Deadline, Event, Period, ViewItem
from chalicelib.task_types.litigation_analysis.offline.case_view import CaseView, cue_pattern
from chalicelib.task_types.litigation_analysis.offline.merits import contradiction_item
from chalicelib.task_types.litigation_analysis.offline.periods_of_time import end_of_period, known_day
from chalicelib.task_types.litigation_analysis.offline.wording import said, shortened
from chalicelib.task_types.litigation_analysis.package_rules import LimitationPeriod

_BURDEN = re.compile(
    r"不能证明|没有证据证明|未提供证据|举证责任|不足以证明|"
    r"\bburden of proof\b|\bto be (?:proven|determined) at trial\b|\bnot substantiated\b"
)
_BREACH = re.compile(
    (
        r"\bbreach|\binfring|\bviolat|\bdiscovered that\b|\bterminated\b|\brefus|\bfail(?:ed|ure)\b|"
        r"\bposted a copy\b|违约|侵权|欺诈|逾期|拒绝|未付|发现"
    ),
    re.I,
)
_MOST_STATED = 20
_NEAR_LETTERS = 60
_DATE_LINE = 30
_FROM_LETTER = re.compile(r"\b(?:of|from|after) (?:the date of )?this (?:letter|notice)\b|本(?:函|通知)(?:发出|之日)")


def missing_evidence(view: CaseView) -> tuple[ViewItem, ...]:
    """What the package asks for and no document names; resting on our claims that speak of it."""
    found = []
    for required in view.rules.required_evidence:
        asked = view.position in required.positions and view.speaks_of(required.needed_when)
        if asked and not view.places_with(required.cues, most=1):
            separator = "、" if view.language == "zh" else ", "
            cues = separator.join(
                cue for cue in required.cues if cue.isascii() != (view.language == "zh")
            ) or separator.join(required.cues)
            text = said("missing", view.language, name=required.name.said_in(view.language), cues=cues)
            places = view.places_with(required.needed_when, most=2)
            found.append(
                ViewItem(text=text, rule=f"required_evidence:{required.id}", places=places, searched=view.searched)
            )
    return tuple(found)


def risks(view: CaseView) -> tuple[ViewItem, ...]:
    return (*_limitation(view), *_formalities(view), *_burden(view), *_disagreements(view), *_unrelated(view))


def deadlines(view: CaseView) -> tuple[Deadline, ...]:
    limits = [deadline for _, _, deadline in _limits(view)]
    return (*limits, *_stated(view), *_future(view))


def _limitation(view: CaseView) -> Iterator[ViewItem]:
    for _, event, deadline in _limits(view):
        yield ViewItem(text=deadline.text, rule=deadline.rule, places=event.places)


def _limits(view: CaseView) -> Iterator[tuple[LimitationPeriod, Event, Deadline]]:
    """From the latest event that can have set a period running: the most favourable start the file shows."""
    for period in view.rules.limitation_periods:
        starting = [] if period.language not in (None, view.language) else _starts(view, period)
        if not starting:
            continue
        event = max(starting, key=lambda each: each.date)
        start = known_day(event.date)
        if start is None:
            continue
        due = end_of_period(start, period.length, period.unit).isoformat()
        expired = due < view.last_day
        text = said(
            "limitation_expired" if expired else "limitation_running",
            view.language,
            name=f"{period.name.said_in(view.language)} ({period.law} {period.article})",
            start=event.date,
            length=said(f"unit_{period.unit}", view.language, n=period.length),
            due=due,
            last=view.last_day,
            quote=shortened(event.text, 160),
        )
        rule = f"limitation:{period.id}"
        yield (
            period,
            event,
            Deadline(text=text, rule=rule, due=due, starts=event.date, expired=expired, places=event.places),
        )


def _starts(view: CaseView, period: LimitationPeriod) -> list[Event]:
    pattern = cue_pattern(period.start_cues) or _BREACH
    return [event for event in view.joint.chronology if known_day(event.date) and _happened(event, pattern)]


def _happened(event: Event, cues: re.Pattern[str]) -> bool:
    """In Chinese the date comes first: in "发现该车曾于1月17日维修" nothing was discovered on that day."""
    year, month, day = event.date.split("-")
    written = event.text.find(f"{year}年{int(month)}月{int(day)}日")
    return bool(cues.search(event.text, written, written + _NEAR_LETTERS) if written >= 0 else cues.search(event.text))


def _stated(view: CaseView) -> Iterator[Deadline]:
    """Periods of letters, pleadings and decisions; a contract's own periods run only when something happens."""
    kinds = {document.document_id: document.kind for document in view.joint.documents}
    for period in view.joint.periods[: _MOST_STATED * 3]:
        if kinds.get(period.places[0].document_id) in ("letter", "judgment", "decision", "complaint", "answer"):
            text = said("stated_period", view.language, text=period.text)
            start = _day_of_letter(view, period) if _FROM_LETTER.search(period.text) else None
            due = end_of_period(start, period.length, period.unit).isoformat() if start else None
            starts = start.isoformat() if start else period.starts or None
            expired = due < view.last_day if due else None
            yield Deadline(
                text=text, rule="stated_period", due=due, starts=starts, expired=expired, places=period.places
            )


def _day_of_letter(view: CaseView, period: Period) -> date | None:
    """The date the document bears: in its name, or alone on a line."""
    document = period.places[0].document_id
    for event in view.joint.chronology:
        for place in event.places:
            alone = len(place.sentence) <= _DATE_LINE or place.sentence == place.document
            if place.document_id == document and alone and known_day(event.date):
                return known_day(event.date)
    return None


def _future(view: CaseView) -> Iterator[Deadline]:
    """A day that some document names and that lies after all days documents bear themselves."""
    own = [event.date for event in view.joint.chronology if any(event.text == place.document for place in event.places)]
    last = max(own, default="")
    for event in view.joint.chronology:
        if last and known_day(event.date) and event.date > last:
            text = said("future_date", view.language, quote=shortened(event.text, 160))
            yield Deadline(text=text, rule="future_date", due=event.date, expired=False, places=event.places)


def _formalities(view: CaseView) -> Iterator[ViewItem]:
    for formality in view.rules.formalities:
        demanding = view.places_with(formality.cues, most=2)
        if demanding and not view.places_with(formality.met_by, most=1):
            name = formality.name.said_in(view.language)
            text = said("formality", view.language, name=name, quote=shortened(demanding[0].sentence))
            yield ViewItem(text=text, rule=f"formality:{formality.id}", places=demanding)


def _burden(view: CaseView) -> Iterator[ViewItem]:
    for place in view.places:
        if _BURDEN.search(place.sentence):
            yield ViewItem(
                text=said("burden", view.language, quote=shortened(place.sentence)), rule="burden", places=(place,)
            )


def _disagreements(view: CaseView) -> Iterator[ViewItem]:
    for contradiction in view.joint.contradictions:
        yield contradiction_item(contradiction, "unclear", view)


def _unrelated(view: CaseView) -> Iterator[ViewItem]:
    for document in view.joint.documents:
        if document.role == "unrelated":
            text = said("unrelated_document", view.language, name=document.name)
            yield ViewItem(text=text, rule="unrelated_document", searched=(document.name,))
