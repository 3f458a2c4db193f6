"""What a task type is: its policies, what it does, what comes of it."""

from dataclasses import dataclass, replace
from typing import Protocol

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.generation import Toolbox
from chalicelib.domain.ports.images import ImagePolicy
from chalicelib.domain.record import Record

DAY_SECONDS = 86_400


@dataclass(frozen=True)
class Workflow:
    """The policies of a workflow's units."""

    units_at_once: int
    """In this workflow; the lanes' concurrency bounds all workflows together. At most 40, the Map state's own limit."""
    unit_soft_deadline_seconds: float
    unit_hard_deadline_seconds: float
    unit_max_attempts: int = 3
    unit_retry_base_seconds: float = 60.0


@dataclass(frozen=True)
class TaskType:
    """The policies of one kind of work; cheap to import, so that the API can show it."""

    name: str
    lane_family: str
    soft_deadline_seconds: float
    """From the first start of a run: the task is told and may stop cleanly."""
    hard_deadline_seconds: float
    """From the first start of a run: the task ends as timed out, whatever it does."""
    max_attempts: int = 3
    retry_base_seconds: float = 60.0
    retention_seconds: int = 30 * DAY_SECONDS
    """How long task, result and events can be read after the end."""
    workflow: Workflow | None = None
    """Given for a workflow: `workflow.py` plans it and `handler.py` runs one unit."""

    @property
    def for_units(self) -> "TaskType":
        """The policies of one unit. Raises TypeError for a task type that has none."""
        if self.workflow is None:
            raise TypeError(f"{self.name} is no workflow")
        return replace(
            self,
            soft_deadline_seconds=self.workflow.unit_soft_deadline_seconds,
            hard_deadline_seconds=self.workflow.unit_hard_deadline_seconds,
            max_attempts=self.workflow.unit_max_attempts,
            retry_base_seconds=self.workflow.unit_retry_base_seconds,
            workflow=None,
        )


@dataclass(frozen=True)
class Outcome:
    """The end of the work. The records are stored in the same transaction that ends the task: all or nothing."""

    result: JsonObject
    records: tuple[Record, ...] = ()


@dataclass(frozen=True)
class Continue:
    """Not done yet, but a clean place to stop: the task goes back to its lane and starts from the checkpoint."""

    checkpoint: JsonObject


class SubmissionDesk(Protocol):
    """What a task type may ask while it checks a request, before anything is stored."""

    @property
    def owner_id(self) -> str:
        """Whose request it is."""

    def record(self, kind: str, record_id: str, *, fresh: bool = False) -> Record | None:
        """As it was some seconds ago; `fresh`, where a decision rests on what may have changed since."""

    def upload_exists(self, upload_id: str) -> bool:
        """Whether the owner has uploaded something under that id."""

    def file_exists(self, location: str) -> bool:
        """Whether a file to be synced is there."""

    def provider_configured(self, provider: str) -> bool:
        """Whether this deployment can use the provider."""

    @property
    def images(self) -> ImagePolicy:
        """What this deployment can draw with and how much."""


class TaskContext(Protocol):
    """What a running task may ask of the platform."""

    @property
    def task_id(self) -> str: ...

    @property
    def owner_id(self) -> str: ...

    @property
    def lane(self) -> str:
        """The lane whose worker runs the task."""

    @property
    def checkpoint(self) -> JsonObject | None:
        """What the last `Continue` of this run left behind."""

    @property
    def toolbox(self) -> Toolbox: ...

    def result_of(self, task_id: str) -> JsonObject:
        """The result of another unit of the same workflow.

        Raises SourceUnreadableError when there is none under that id.
        """

    def progress(self, done: int, total: int, step: str) -> None:
        """Tell the world how far it is.

        Raises StaleTaskError when the task was cancelled, timed out or taken over: stop then, without effect.
        """

    def should_stop(self) -> bool:
        """True from the soft deadline on, or when this invocation has little time left: return a Continue."""
