"""The plan of a roadmap: intent, curriculum, validation, review, content; pure, and replayed at every step."""

from collections.abc import Generator
from dataclasses import dataclass

from chalicelib.domain.errors import FieldProblem, InvalidCurriculumError, ReviewRejectedError, ReviewTimedOutError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Outcome
from chalicelib.domain.workflow import (
    Answer,
    Decision,
    Plan,
    Review,
    ReviewDecision,
    Stage,
    Step,
    Unit,
    ask_for_review,
    fan_out,
)
from chalicelib.task_types.learning_roadmap.artifacts import KINDS
from chalicelib.task_types.learning_roadmap.assembly import assembled
from chalicelib.task_types.learning_roadmap.briefs import Briefs
from chalicelib.task_types.learning_roadmap.curriculum_checks import problems_of
from chalicelib.task_types.learning_roadmap.edits import check_edit
from chalicelib.task_types.learning_roadmap.framework import Framework
from chalicelib.task_types.learning_roadmap.schema import Origin, RoadmapJob
from chalicelib.task_types.learning_roadmap.stages import CONTENT, DESIGN, INTENT, REVIEW, content_key, numbered

__all__ = ["check_edit", "plan"]

DESIGNS_AGAIN = 2
"""So often the problems of a design go back to the designer."""
REVIEW_ROUNDS = 3
TOLERATED_FAILURES = 0.5
"""A roadmap with gaps is of use, one that is mostly gaps is not."""


@dataclass(frozen=True)
class Draft:
    framework: Framework
    origin: Origin


def plan(request: JsonObject) -> Plan:
    job = RoadmapJob.model_validate(request)
    studio = DesignStudio(job)
    draft = Draft(job.framework, "supplied") if job.framework else (yield from studio.design())
    if job.preferences.review:
        draft = yield from _reviewed(job, studio, draft)
    outcome = yield from fan_out(content_stage(job, draft.framework))
    return Outcome(assembled(job, draft.framework, draft.origin, outcome))


class DesignStudio:
    """Asks for designs until one holds together; every one has a stage of its own."""

    def __init__(self, job: RoadmapJob) -> None:
        self._job = job
        self._designs = 0
        self._intent: JsonObject | None = None

    def design(self, draft: Framework | None = None, comments: str = "") -> Generator[Step, Answer, Draft]:
        """Raises InvalidCurriculumError when the last design is as wrong as the first."""
        if self._intent is None:
            outcome = yield from fan_out(Stage(INTENT, (Unit("goal", self._request(INTENT)),)))
            self._intent = outcome.result("goal")
        problems: tuple[FieldProblem, ...] = ()
        for _ in range(1 + DESIGNS_AGAIN):
            outcome = yield from fan_out(self._stage(draft, comments, problems))
            framework = Framework.model_validate(outcome.result("framework"))
            problems = problems_of(framework, self._job.preferences)
            if not problems:
                return Draft(framework.in_learning_order(), "designed")
            draft = framework
        listed = "; ".join(f"{problem.pointer}: {problem.detail}" for problem in problems)
        raise InvalidCurriculumError(
            f"the curriculum was designed {1 + DESIGNS_AGAIN} times and is still wrong: {listed}"
        )

    def _stage(self, draft: Framework | None, comments: str, problems: tuple[FieldProblem, ...]) -> Stage:
        self._designs += 1
        request = self._request(DESIGN) | {
            "intent": self._intent,
            "draft": draft.model_dump(mode="json", exclude_none=True) if draft else None,
            "comments": comments,
            "problems": [vars(problem) for problem in problems],
        }
        return Stage(numbered(DESIGN, self._designs), (Unit("framework", request),))

    def _request(self, artifact: str) -> JsonObject:
        return {
            "artifact": artifact,
            "provider": self._job.provider,
            "language": self._job.language,
            "preferences": self._job.preferences.model_dump(mode="json", exclude_none=True),
        }


def content_stage(job: RoadmapJob, framework: Framework) -> Stage:
    """Three units for each concept, the first concept's first: a learner can begin while the rest is made."""
    briefs = Briefs(framework, job.preferences.level)
    units = tuple(
        Unit(
            content_key(kind, concept.id),
            {
                "artifact": kind,
                "provider": job.provider,
                "brief": briefs.brief(concept, kind).model_dump(mode="json", exclude_none=True, exclude_defaults=True),
            },
        )
        for concept in framework.concepts
        for kind in KINDS
    )
    return Stage(CONTENT, units, tolerated_failures=TOLERATED_FAILURES)


def _reviewed(job: RoadmapJob, studio: DesignStudio, draft: Draft) -> Generator[Step, Answer, Draft]:
    """Raises ReviewTimedOutError, and ReviewRejectedError after the last round."""
    for round_number in range(1, REVIEW_ROUNDS + 1):
        decision = yield from ask_for_review(_review(job, draft.framework, round_number))
        if decision.decision is Decision.APPROVED:
            return _agreed(decision, draft)
        if decision.decision is Decision.TIMED_OUT:
            raise ReviewTimedOutError(
                f"nobody decided on the curriculum within {job.preferences.review_timeout_seconds} s"
            )
        if round_number < REVIEW_ROUNDS:
            draft = yield from studio.design(_agreed(decision, draft).framework, decision.comments)
    raise ReviewRejectedError(
        f"the curriculum was rejected {REVIEW_ROUNDS} times; last: {decision.comments or 'no comment'}"
    )


def _agreed(decision: ReviewDecision, draft: Draft) -> Draft:
    return Draft(Framework.model_validate(decision.edit), "edited") if decision.edit else draft


def _review(job: RoadmapJob, framework: Framework, round_number: int) -> Review:
    hours = framework.hours
    subject: JsonObject = {
        "round": round_number,
        "rounds": REVIEW_ROUNDS,
        "framework": framework.model_dump(mode="json", exclude_none=True),
        "hours": hours.model_dump() if hours else None,
    }
    return Review(numbered(REVIEW, round_number), subject, job.preferences.review_timeout_seconds)
