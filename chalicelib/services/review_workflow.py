"""The human step of a workflow: what is under review, and the decision on it."""

from dataclasses import dataclass
from typing import Literal

from chalicelib.domain.errors import ReviewNotOpenError, StaleTaskError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import Clock, Telemetry
from chalicelib.domain.ports.tasks import PayloadStore, TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import Task, WaitingFor
from chalicelib.domain.workflow import Decision
from chalicelib.domain.workflow_life import review_decided
from chalicelib.domain.workflow_state import OpenReview, ReviewRecord, WorkflowState
from chalicelib.services.read_tasks import ReadTasks
from chalicelib.services.task_catalogue import TaskCatalogue

TRIES = 8


@dataclass(frozen=True)
class ReviewView:
    task: Task
    open: OpenReview | None
    subject: JsonObject | None
    decided: tuple[ReviewRecord, ...]


@dataclass(frozen=True)
class ReviewWorkflow:
    read: ReadTasks
    tasks: TaskStore
    payloads: PayloadStore
    catalogue: TaskCatalogue
    clock: Clock
    telemetry: Telemetry

    def show(self, task_id: str, principal: Principal) -> ReviewView:
        """The open review with its subject, and all that were decided."""
        task = self.read.task(task_id, principal)
        state = task.workflow or WorkflowState()
        subject = self.payloads.get(state.open_review.subject_ref) if state.open_review else None
        return ReviewView(task, state.open_review, subject, state.reviews)

    def decide(
        self,
        task_id: str,
        principal: Principal,
        *,
        decision: Literal[Decision.APPROVED, Decision.REJECTED],
        comments: str = "",
        edit: JsonObject | None = None,
    ) -> Task:
        """The task, going on. An edit stands in the place of the subject.

        Raises ReviewNotOpenError for one that was decided, timed out or never asked for, and whatever the task type
        says against the edit.
        """
        for _ in range(TRIES):
            task = self.read.task(task_id, principal)
            opened = _open_review(task, self.clock)
            ref = self._keep_edit(task, opened, edit)
            record = ReviewRecord(opened.name, decision.value, principal.user_id, self.clock.now(), comments, ref)
            after = review_decided(task, record, self.clock.now())
            try:
                self.tasks.save(task, after)
            except StaleTaskError:
                continue
            self.telemetry.log("review_decided", task_id=task_id, review=opened.name, decision=decision.value)
            return after
        raise ReviewNotOpenError(f"task {task_id} keeps changing; look at it again")

    def _keep_edit(self, task: Task, opened: OpenReview, edit: JsonObject | None) -> str | None:
        if edit is None:
            return None
        checked = self.catalogue.check_edit(task.task_type, edit, self.payloads.get(opened.subject_ref))
        number = len(task.workflow.reviews) + 1 if task.workflow else 1
        ref = f"payloads/{task.task_id}/review-{task.run}-{number}-edit-{task.seq}.json"
        self.payloads.put(ref, checked)
        return ref


def timed_out_review(task: Task, clock: Clock) -> Task | None:
    """What becomes of a review whose time is over; None while there is time."""
    opened = task.workflow.open_review if task.workflow else None
    if task.waiting_for is not WaitingFor.REVIEW or opened is None or opened.expires_at > clock.now():
        return None
    record = ReviewRecord(opened.name, Decision.TIMED_OUT.value, "clock", clock.now())
    return review_decided(task, record, clock.now())


def _open_review(task: Task, clock: Clock) -> OpenReview:
    opened = task.workflow.open_review if task.workflow else None
    if task.finished or task.waiting_for is not WaitingFor.REVIEW or opened is None:
        raise ReviewNotOpenError(f"task {task.task_id} waits for no review")
    if opened.expires_at <= clock.now():
        raise ReviewNotOpenError(f"the time for this review ended at {opened.expires_at.isoformat()}")
    return opened
