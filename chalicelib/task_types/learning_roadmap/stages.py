"""The names of a roadmap's stages and units, and what `current_step` makes of them."""

from collections.abc import Collection

from chalicelib.domain.task import Status, Task, WaitingFor

INTENT = "intent_analysis"
DESIGN = "curriculum_design"
REVIEW = "review"
CONTENT = "content"
_STEP_BY_STAGE = {CONTENT: "content_generation"}
_STEP_BY_STATUS = {
    Status.SUCCEEDED: "completed",
    Status.PARTIAL: "partially_completed",
    Status.FAILED: "failed",
    Status.CANCELLED: "cancelled",
    Status.TIMED_OUT: "timed_out",
    Status.EXPIRED: "expired",
}
CURRENT_STEPS = (
    "queued",
    "starting",
    "intent_analysis_queued",
    "intent_analysis_running",
    "curriculum_design_queued",
    "curriculum_design_running",
    "review_waiting",
    "content_generation_queued",
    "content_generation_running",
    *_STEP_BY_STATUS.values(),
)


def numbered(name: str, number: int) -> str:
    """The first of a kind has the plain name: `review`, `review_2`, `review_3`."""
    return name if number == 1 else f"{name}_{number}"


def content_key(kind: str, concept_id: str) -> str:
    return f"{kind}/{concept_id}"


def current_step(task: Task, stage: str, unit_statuses: Collection[Status]) -> str:
    """Where a roadmap stands, from its present stage and the units of that which there are so far."""
    if task.finished:
        return _STEP_BY_STATUS[task.status]
    if task.waiting_for is WaitingFor.REVIEW:
        return "review_waiting"
    if task.waiting_for is None:
        return "queued" if task.status is Status.QUEUED else "starting"
    name = stage.rstrip("_0123456789")
    begun = any(status is not Status.QUEUED for status in unit_statuses)
    return f"{_STEP_BY_STAGE.get(name, name)}_{'running' if begun else 'queued'}"
