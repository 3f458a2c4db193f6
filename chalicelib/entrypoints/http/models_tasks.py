"""Requests and answers about tasks."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, Strict

from chalicelib.domain.lanes import DEFAULT_PRIORITY, HIGHEST_PRIORITY, LOWEST_PRIORITY
from chalicelib.domain.task import Status, WaitingFor
from chalicelib.entrypoints.http.models import (
    FROM_TEXT,
    Instant,
    Inward,
    Moment,
    Name,
    Outward,
    PageQuery,
    QueryWhole,
    Truth,
    Whole,
)
from chalicelib.entrypoints.http.problem import Problem

LARGEST_BATCH = 1000
LONGEST_EVENT_WAIT_SECONDS = 20
LARGEST_SEQ = 2**31 - 1

QueryPriority = Annotated[int, Strict(), Field(ge=LOWEST_PRIORITY, le=HIGHEST_PRIORITY), FROM_TEXT]
EndStatus = Literal["succeeded", "partial", "failed", "cancelled", "timed_out", "expired"]


class Timing(Inward):
    """How urgent a task is and when it may run."""

    priority: Whole = Field(
        default=DEFAULT_PRIORITY, ge=LOWEST_PRIORITY, le=HIGHEST_PRIORITY, description="10 is the most urgent."
    )
    run_at: Instant | None = Field(default=None, description="Not before this time; at most a year ahead.")
    start_by: Instant | None = Field(default=None, description="Not started by then, the task ends as `expired`.")
    cancel_after: Instant | None = Field(default=None, description="Not finished by then, the task is cancelled.")


class SubmitBody(Timing):
    """A task to be done."""

    task_type: Name = Field(examples=["content_generation"])
    request: dict[str, Any] = Field(
        default_factory=dict,
        description="What the task type asks for; see the schemas named after the task types.",
        examples=[{"account_id": "49", "topic": "Solid-state batteries"}],
    )


class ContentSubmission(Timing):
    """An article to be written: the request of task type `content_generation` with the timing beside it."""

    model_config = ConfigDict(
        extra="allow", defer_build=True, json_schema_extra={"x-request-of-task-type": "content_generation"}
    )

    def request(self) -> dict[str, Any]:
        return dict(self.model_extra or {})


class BatchBody(Inward):
    """Up to a thousand tasks at once; each item is checked by itself."""

    items: list[Any] = Field(
        min_length=1,
        max_length=LARGEST_BATCH,
        json_schema_extra={"items": {"anyOf": [{"$ref": "#/components/schemas/SubmitBody"}, {}]}},
    )
    atomic: Truth = Field(default=False, description="One bad item stops all.")
    dry_run: Truth = Field(default=False, description="Only say what would happen.")


class CleanupBody(Inward):
    """Which finished tasks to delete before their retention ends."""

    older_than_days: Annotated[float, Field(strict=True, ge=0, le=36500, allow_inf_nan=False)] = 30
    statuses: list[EndStatus] = Field(
        default=["succeeded", "partial", "failed", "cancelled", "timed_out", "expired"], min_length=1, max_length=6
    )
    dry_run: Truth = False


class TaskListQuery(PageQuery):
    status: Status | None = None
    type: Name | None = Field(default=None, description="The task type.")
    owner: Name | None = Field(default=None, description="A user id; anybody but an admin only sees their own tasks.")
    created_after: Instant | None = None
    created_before: Instant | None = None
    priority: QueryPriority | None = None
    parent: Name | None = Field(default=None, description="The id of the parent task.")


class EventsQuery(Inward):
    after: QueryWhole = Field(default=0, ge=0, le=LARGEST_SEQ, description="Only events with a greater `seq`.")
    wait: QueryWhole = Field(
        default=0, ge=0, le=LONGEST_EVENT_WAIT_SECONDS, description="Seconds to wait for news while unfinished."
    )


class ProgressView(Outward):
    """Of a workflow: its units that ended, those of them that did not succeed, and all that are planned so far."""

    done: int
    total: int
    step: str
    failed: int


class TaskErrorView(Outward):
    code: str
    message: str
    retryable: bool


class SubmittedTask(Outward):
    """The receipt for a task that was accepted."""

    task_id: str = Field(examples=["01KQ6Z3V7N8W9X0Y1Z2A3B4C5D"])
    task_type: str
    status: Status
    task_system: str = Field(description="What carries the task to its worker.", examples=["sqs"])
    status_url: str
    events_url: str
    cancel_url: str
    result_url: str


class TaskView(SubmittedTask):
    """A task as it is now."""

    priority: int
    lane: str
    owner_id: str
    parent_id: str | None
    unit: str | None = Field(description="Of a workflow's unit: stage and key.")
    waiting_for: WaitingFor | None = Field(description="What a waiting workflow waits for.")
    children_url: str | None = Field(description="Of a workflow: the tasks of its units.")
    created_at: Moment
    updated_at: Moment
    started_at: Moment | None
    finished_at: Moment | None
    run_at: Moment | None
    start_by: Moment | None
    cancel_after: Moment | None
    expires_at: Moment | None
    attempt: int
    max_attempts: int
    run: int
    progress: ProgressView
    error: TaskErrorView | None
    last_seq: int
    request_bytes: int
    result_bytes: int


class FinishedTask(TaskView):
    """A task that finished within the time that the caller wanted to wait."""

    result: dict[str, Any] | None
    download_url: str | None


class TaskPageView(Outward):
    items: list[TaskView]
    next_cursor: str | None


class TaskResultView(Outward):
    """The result itself, or a link to it when it is large."""

    task_id: str
    status: Status
    result: dict[str, Any] | None
    download_url: str | None
    bytes: int


class EventView(Outward):
    seq: int
    at: Moment
    kind: str
    status: Status
    progress: ProgressView
    message: str


class EventPageView(Outward):
    items: list[EventView]
    last_seq: int
    finished: bool


class BatchItemView(Outward):
    index: int
    status: Literal["accepted", "rejected"]
    task: SubmittedTask | None = Field(description="Null in a dry run: nothing was stored.")
    error: Problem | None


class BatchView(Outward):
    accepted: int
    rejected: int
    dry_run: bool
    items: list[BatchItemView]


class BatchProblem(Problem, BatchView):
    """An atomic batch that was refused because of some of its items; nothing was stored."""


class CleanupView(Outward):
    matched: int
    deleted: int
    dry_run: bool
    more: bool = Field(description="The time was over before the end: call again.")
