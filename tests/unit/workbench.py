"""All services wired to in-memory ports, with one small task type whose behaviour a test decides."""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from chalicelib.domain.errors import FieldProblem, UnknownTaskTypeError, ValidationFailedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import SyncTools
from chalicelib.domain.ports.generation import CreatorCommand, LanguageModel, Toolbox
from chalicelib.domain.ports.images import ImageTools
from chalicelib.domain.ports.platform import WakeUp
from chalicelib.domain.principal import Principal, Role
from chalicelib.domain.task import Task
from chalicelib.domain.task_type import Continue, Outcome, SubmissionDesk, TaskContext, TaskType
from chalicelib.domain.workflow import Plan
from chalicelib.services.advance_workflow import AdvanceWorkflow
from chalicelib.services.cancel_task import CancelTask
from chalicelib.services.check_workflow import CheckWorkflow
from chalicelib.services.clean_up_tasks import CleanUpTasks
from chalicelib.services.dispatch import Dispatch
from chalicelib.services.follow_changes import FollowChanges
from chalicelib.services.handle_dead_letters import HandleDeadLetters
from chalicelib.services.place_unit import PlaceUnit
from chalicelib.services.project_events import RowChange
from chalicelib.services.read_tasks import ReadTasks
from chalicelib.services.retry_task import RetryTask
from chalicelib.services.review_workflow import ReviewWorkflow
from chalicelib.services.run_task import RunTask
from chalicelib.services.submission_desk import OwnersDesk, RecordMemory
from chalicelib.services.submit_batch import SubmitBatch
from chalicelib.services.submit_task import SubmitCommand, SubmitTask
from chalicelib.services.sweep import Sweep
from chalicelib.services.task_catalogue import TaskCatalogue
from chalicelib.services.wake_tasks import WakeTasks
from tests.fakes.chance import SeededChance
from tests.fakes.clock import ManualClock
from tests.fakes.dead_letters import InMemoryDeadLetters
from tests.fakes.event_log import InMemoryEventLog
from tests.fakes.file_store import InMemoryFileStore
from tests.fakes.heartbeat import ManualHeartbeat
from tests.fakes.lanes import InMemoryLanes
from tests.fakes.payload_store import InMemoryPayloadStore
from tests.fakes.record_store import InMemoryRecordStore
from tests.fakes.switches import InMemorySwitches
from tests.fakes.task_store import InMemoryTaskStore
from tests.fakes.telemetry import RecordingTelemetry
from tests.fakes.upload_store import InMemoryUploadStore
from tests.fakes.workflows import InMemoryDirectInvoker, InMemoryWorkflows

ANN = Principal("ann", Role.NORMAL)
BEN = Principal("ben", Role.NORMAL)
ADMIN = Principal("root", Role.ADMIN)
ECHO = TaskType(
    name="echo",
    lane_family="generation",
    soft_deadline_seconds=1500,
    hard_deadline_seconds=1800,
    retention_seconds=3600,
)
LEASE_SECONDS = 30.0

Behaviour = Callable[[JsonObject, TaskContext], Outcome | Continue]


class EchoCatalogue(TaskCatalogue):
    """One task type that answers its request, or does what a test puts into `behaviour`."""

    def __init__(self, definition: TaskType = ECHO) -> None:
        super().__init__()
        self.behaviours: list[Behaviour] = []
        self.usual: Behaviour = _echo
        self.planner: Callable[[JsonObject], Plan] = _no_plan
        self._definition = definition

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def names(self) -> tuple[str, ...]:
        return ("echo",)

    def module(self, name: str, part: str) -> ModuleType:
        if name != "echo":
            raise UnknownTaskTypeError(name)
        module = ModuleType(part)
        module.__dict__.update(DEFINITION=self._definition, prepare=self._prepare, run=self._run)
        module.__dict__.update(plan=self.planner, check_edit=self._check_edit)
        return module

    def _check_edit(self, edit: JsonObject, _subject: JsonObject) -> JsonObject:
        if "bad" in edit:
            raise ValidationFailedError((FieldProblem("/edit/bad", "forbidden", "is not allowed"),))
        return edit

    def _prepare(self, request: JsonObject, _desk: SubmissionDesk) -> JsonObject:
        if "bad" in request:
            raise ValidationFailedError((FieldProblem("/request/bad", "forbidden", "is not allowed"),))
        return request

    def _run(self, request: JsonObject, context: TaskContext) -> Outcome | Continue:
        if self.behaviours:
            return self.behaviours.pop(0)(request, context)
        return self.usual(request, context)


def _echo(request: JsonObject, _context: TaskContext) -> Outcome:
    return Outcome({"echo": request})


def _no_plan(request: JsonObject) -> Plan:
    raise AssertionError(request)


class NoTools:
    """A toolbox with nothing in it."""

    default_provider = "offline"

    def language_model(self, provider: str) -> LanguageModel:
        raise AssertionError(provider)

    def creator_command(self) -> CreatorCommand:
        raise AssertionError("no command")

    def read_upload(self, upload_id: str) -> bytes:
        raise AssertionError(upload_id)

    def sync_tools(self) -> SyncTools:
        raise AssertionError("no files to be synced")

    def image_tools(self) -> ImageTools:
        raise AssertionError("no pictures to be drawn")


def no_tools(_owner_id: str) -> Toolbox:
    return NoTools()


def fifteen_minutes() -> float:
    return 900.0


@dataclass
class Workbench:
    definition: TaskType = ECHO
    clock: ManualClock = field(default_factory=ManualClock)
    events: InMemoryEventLog = field(default_factory=InMemoryEventLog)
    records: InMemoryRecordStore = field(default_factory=InMemoryRecordStore)
    payloads: InMemoryPayloadStore = field(default_factory=InMemoryPayloadStore)
    letters: InMemoryDeadLetters = field(default_factory=InMemoryDeadLetters)
    switches: InMemorySwitches = field(default_factory=InMemorySwitches)
    chance: SeededChance = field(default_factory=SeededChance)
    heartbeat: ManualHeartbeat = field(default_factory=ManualHeartbeat)
    telemetry: RecordingTelemetry = field(default_factory=RecordingTelemetry)
    streamed: list[Task] = field(default_factory=list)

    def __post_init__(self) -> None:
        c, log = self.clock, self.telemetry
        self.catalogue = EchoCatalogue(self.definition)
        self.tasks = InMemoryTaskStore(c, self.records, self.events)
        self.lanes = InMemoryLanes(self.letters)
        self.workflows = InMemoryWorkflows()
        self.direct = InMemoryDirectInvoker()
        self.dispatch = Dispatch(self.tasks, self.lanes, self.direct, self.switches, c, log)
        self.submit = SubmitTask(
            tasks=self.tasks,
            payloads=self.payloads,
            desk_for=self.desk_for,
            dispatch=self.dispatch,
            switches=self.switches,
            catalogue=self.catalogue,
            clock=c,
            chance=self.chance,
            telemetry=log,
        )
        self.memory = RecordMemory(self.records, c)
        self.batch = SubmitBatch(self.submit)
        self.read = ReadTasks(self.tasks, self.events, self.payloads, c)
        self.cancel = CancelTask(self.read, self.tasks, c, log)
        self.retry = RetryTask(self.read, self.tasks, self.dispatch, c)
        self.cleanup = CleanUpTasks(self.tasks, self.payloads, c, log)
        self.check = CheckWorkflow(self.tasks, self.workflows, self.dispatch, c, log)
        self.follow = FollowChanges(self.tasks, self.workflows, c, log)
        self.review = ReviewWorkflow(self.read, self.tasks, self.payloads, self.catalogue, c, log)
        self.place_unit = PlaceUnit(self.tasks, self.dispatch, self.workflows, c)
        self.advance = AdvanceWorkflow(
            tasks=self.tasks,
            payloads=self.payloads,
            catalogue=self.catalogue,
            workflows=self.workflows,
            dispatch=self.dispatch,
            clock=c,
            telemetry=log,
        )
        self.sweep = Sweep(self.tasks, self.dispatch, self.check, self.switches, c, log)
        self.wake = WakeTasks(self.tasks, self.dispatch, c, log)
        self.dead_letters = HandleDeadLetters(self.letters, self.tasks, self.lanes, c, log)
        self.run = RunTask(
            tasks=self.tasks,
            payloads=self.payloads,
            lanes=self.lanes,
            dispatch=self.dispatch,
            workflows=self.workflows,
            switches=self.switches,
            catalogue=self.catalogue,
            toolbox_for=no_tools,
            clock=c,
            chance=self.chance,
            heartbeat=self.heartbeat,
            telemetry=log,
            lease_seconds=LEASE_SECONDS,
        )

    def desk_for(self, owner_id: str) -> SubmissionDesk:
        uploads, files = InMemoryUploadStore(self.clock), InMemoryFileStore(self.clock)
        return OwnersDesk(owner_id, self.memory, uploads, ("offline",), files)

    def submitted(self, principal: Principal = ANN, **wishes: Any) -> Task:
        command: dict[str, Any] = {"task_type": "echo", "request": {"say": "hello"}} | wishes
        return self.submit.submit_task(SubmitCommand(**command), principal)

    def deliver(self, task: Task, task_token: str | None = None) -> Task:
        """Hand one wake-up message for the task to a worker; returns the row as it is then."""
        self.run.run_task(WakeUp(task.task_id, task.lane, "receipt", task_token), fifteen_minutes)
        return self.row(task)

    def stream(self) -> None:
        """What the consumer of the table's stream does with everything that was written since."""
        while self.tasks.changes:
            changes, self.tasks.changes = self.tasks.changes, []
            self.streamed += [after for _, after in changes]
            self.follow.follow([RowChange(before, after) for before, after in changes])

    def row(self, task: Task) -> Task:
        row = self.tasks.get(task.task_id)
        assert row is not None
        return row

    def sweep_once(self) -> None:
        self.sweep.sweep(lambda: 60.0)

    def kinds(self, task: Task) -> list[str]:
        return [event.kind for event in self.events.list(task.task_id, after=0, limit=500)]
