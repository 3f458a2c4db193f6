"""Random lives of a workflow: messages lost and doubled, workers killed, executions stopped, owners impatient."""

from contextlib import suppress

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from chalicelib.domain.errors import ConflictError, ProviderUnavailableError, SourceUnreadableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import WakeUp
from chalicelib.domain.ports.workflows import ExecutionState
from chalicelib.domain.task import RETRYABLE, Status, Task
from chalicelib.domain.task_type import Outcome, TaskContext
from chalicelib.domain.workflow_life import STALLED_SECONDS
from chalicelib.services.advance_workflow import Move, Next
from tests.examples import examples
from tests.unit.workbench import ANN, LEASE_SECONDS, Behaviour, fifteen_minutes
from tests.unit.workflow_bench import FlowBench

NUMBERS = (1, 2, 3)


class KilledError(BaseException):
    """Ends a worker as a kill would: no handler of ours runs after it."""


class WorkflowLife(RuleBasedStateMachine):
    """The machine's side is played by rules: it may ask what is next at any time, as often as it likes."""

    def __init__(self) -> None:
        super().__init__()
        self.bench = FlowBench()
        self.bench.chance.always = 0.5
        self.parent_id = self.bench.submitted(request={"numbers": list(NUMBERS), "tolerate": 0.4}).task_id
        self.tokens = 0
        self.open_messages: list[tuple[str, str]] = []

    def row(self, task_id: str = "") -> Task:
        row = self.bench.tasks.get(task_id or self.parent_id)
        assert row is not None
        return row

    def deliver(self, task: Task, token: str | None = None) -> None:
        with suppress(KilledError):
            self.bench.run.run_task(WakeUp(task.task_id, task.lane, "receipt", token), fifteen_minutes)

    @rule()
    def wake_the_workflow(self) -> None:
        self.deliver(self.row())

    @rule()
    def the_execution_asks_what_is_next(self) -> None:
        row = self.row()
        part = row.workflow.part if row.workflow else 0
        name = f"{row.task_id}-{row.run}-{part}"
        if self.bench.workflows.state(name) is not ExecutionState.RUNNING:
            return
        with suppress(ConflictError):
            move = self.bench.advance.advance(self.parent_id, run=row.run, part=part)
            self.remember(move)
            if move == Move(Next.END):
                self.bench.workflows.ended.add(name)

    def remember(self, move: Move) -> None:
        for unit_id in move.unit_ids:
            self.tokens += 1
            self.open_messages.append((unit_id, f"token {self.tokens}"))

    @precondition(lambda self: self.open_messages)
    @rule(
        data=st.data(), fate=st.sampled_from(["works", "works", "works", "fails", "busy", "dies"]), twice=st.booleans()
    )
    def a_unit_is_delivered(self, data: st.DataObject, fate: str, *, twice: bool) -> None:
        at = data.draw(st.integers(0, len(self.open_messages) - 1))
        unit_id, token = self.open_messages[at] if twice else self.open_messages.pop(at)
        self.bench.catalogue.behaviours = [] if fate == "works" else [self.fates()[fate]]
        self.deliver(self.row(unit_id), token)
        self.bench.catalogue.behaviours = []

    def fates(self) -> dict[str, Behaviour]:
        def fails(_request: JsonObject, _context: TaskContext) -> Outcome:
            raise SourceUnreadableError("for good")

        def busy(_request: JsonObject, _context: TaskContext) -> Outcome:
            raise ProviderUnavailableError("busy")

        def dies(_request: JsonObject, _context: TaskContext) -> Outcome:
            raise KilledError

        return {"fails": fails, "busy": busy, "dies": dies}

    @rule()
    def the_stream_brings_what_changed(self) -> None:
        self.bench.stream()

    @rule(seconds=st.sampled_from([1.0, LEASE_SECONDS, 130.0, STALLED_SECONDS]))
    def time_passes_and_the_sweeper_comes_by(self, seconds: float) -> None:
        self.bench.clock.advance(seconds)
        self.bench.sweep_once()

    @rule()
    def somebody_stops_the_execution(self) -> None:
        row = self.row()
        self.bench.workflows.stop(f"{row.task_id}-{row.run}-{row.workflow.part if row.workflow else 0}", "outside")

    @rule()
    def the_owner_cancels(self) -> None:
        self.bench.cancel.cancel_task(self.parent_id, ANN)

    @precondition(lambda self: self.row().status in RETRYABLE)
    @rule()
    def the_owner_retries(self) -> None:
        self.bench.retry.retry_task(self.parent_id, ANN)

    @invariant()
    def success_is_never_claimed_falsely(self) -> None:
        row = self.row()
        if row.status is Status.SUCCEEDED:
            assert row.result == {"sum": 12, "failed": []}
            assert row.progress.failed == 0
        if row.status is Status.PARTIAL:
            assert row.progress.failed > 0

    @invariant()
    def no_unit_did_its_work_twice_with_success(self) -> None:
        done = [change for change in self.history() if change.status is Status.SUCCEEDED and change.unit]
        ids = {(row.task_id, row.seq) for row in done}
        assert len({task_id for task_id, _ in ids}) == len(ids)

    @invariant()
    def every_unfinished_row_has_a_moment_at_which_somebody_looks(self) -> None:
        assert all(row.finished or row.wake_at is not None for row in self.bench.tasks.rows())

    def history(self) -> list[Task]:
        return self.bench.streamed + [after for _, after in self.bench.tasks.changes]

    def teardown(self) -> None:
        """Left to itself, whatever happened before, the workflow comes to an end."""
        for _ in range(60):
            if self.row().finished:
                break
            self.wake_the_workflow()
            self.the_execution_asks_what_is_next()
            for unit_id, token in self.open_messages:
                self.deliver(self.row(unit_id), token)
            self.open_messages = []
            self.bench.stream()
            self.time_passes_and_the_sweeper_comes_by(130.0)
            for row in self.bench.tasks.rows():
                if not row.finished and row.unit:
                    self.deliver(row)
        self.bench.stream()
        assert self.row().finished, self.row()
        assert all(row.finished for row in self.bench.tasks.rows())


WorkflowLife.TestCase.settings = settings(max_examples=examples(200), stateful_step_count=40, deadline=None)
TestWorkflowLife = WorkflowLife.TestCase
