"""Random interleavings of workers, owners, sweeper, kills and clocks: no illegal move, nothing lost, one effect."""

import itertools
from contextlib import suppress
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from chalicelib.domain.errors import ConflictError, ProviderUnavailableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import WakeUp
from chalicelib.domain.record import Record, RecordQuery
from chalicelib.domain.task import FINISHED, MOVES, RETRYABLE, Status, Task
from chalicelib.domain.task_type import Outcome, TaskContext
from tests.examples import examples
from tests.fakes.clock import NOON
from tests.unit.workbench import ANN, ECHO, LEASE_SECONDS, Behaviour, Workbench, fifteen_minutes


class KilledError(BaseException):
    """Ends a worker as a kill would: no handler of ours runs after it."""


class TaskLife(RuleBasedStateMachine):
    """Messages may be lost, doubled or late; workers die at any point of their work."""

    def __init__(self) -> None:
        super().__init__()
        self.bench = Workbench(replace(ECHO, retention_seconds=10**8))
        self.bench.chance.always = 0.5
        self.task_id = self.bench.submitted().task_id
        self.seen = self.row()

    def row(self) -> Task:
        row = self.bench.tasks.get(self.task_id)
        assert row is not None
        return row

    def work(self, *behaviours: Behaviour) -> None:
        row = self.row()
        self.bench.catalogue.behaviours = list(behaviours)
        try:
            with suppress(KilledError):
                self.bench.run.run_task(WakeUp(row.task_id, row.lane, "receipt"), fifteen_minutes)
        finally:
            self.bench.catalogue.behaviours = []

    def succeeds(self, _request: JsonObject, _context: TaskContext) -> Outcome:
        run = self.row().run
        return Outcome({"run": run}, (Record("effect", f"run-{run}-{self.row().fence}", "ann", {}, NOON, NOON),))

    @rule()
    def deliver(self) -> None:
        self.work(self.succeeds)

    @rule()
    def deliver_to_a_worker_that_dies(self) -> None:
        def dies(_request: JsonObject, _context: TaskContext) -> Outcome:
            raise KilledError

        self.work(dies)

    @rule()
    def deliver_and_fail(self) -> None:
        def fails(_request: JsonObject, _context: TaskContext) -> Outcome:
            raise ProviderUnavailableError("busy")

        self.work(fails)

    @rule(stall=st.floats(0, 3 * LEASE_SECONDS), beats=st.booleans())
    def deliver_to_a_slow_worker_that_is_overtaken(self, stall: float, beats: bool) -> None:
        def slow(request: JsonObject, context: TaskContext) -> Outcome:
            if beats:
                self.bench.heartbeat.beat()
            self.bench.clock.advance(stall)
            self.work(self.succeeds)
            return self.succeeds(request, context)

        self.work(slow)

    @rule()
    def cancel(self) -> None:
        self.bench.cancel.cancel_task(self.task_id, ANN)

    @precondition(lambda self: self.row().status in RETRYABLE)
    @rule()
    def retry(self) -> None:
        self.bench.retry.retry_task(self.task_id, ANN)

    @precondition(lambda self: self.row().status not in RETRYABLE)
    @rule()
    def retry_is_refused(self) -> None:
        try:
            self.bench.retry.retry_task(self.task_id, ANN)
        except ConflictError:
            return
        raise AssertionError("a task that did not fail was retried")

    @rule(seconds=st.sampled_from([1.0, 10.0, LEASE_SECONDS, 61.0, 700.0]))
    def time_passes(self, seconds: float) -> None:
        self.bench.clock.advance(seconds)

    @rule()
    def sweep(self) -> None:
        self.bench.sweep_once()

    @invariant()
    def moves_are_legal_and_events_have_no_gap(self) -> None:
        events = self.bench.events.list(self.task_id, after=0, limit=10_000)
        assert [event.seq for event in events] == list(range(1, len(events) + 1))
        assert self.row().seq == len(events)
        for earlier, later in itertools.pairwise(events):
            same = later.status is earlier.status and later.kind in ("progress", "started")
            assert same or later.status in MOVES[earlier.status]
            if earlier.status in FINISHED:
                assert later.kind == "retried"

    @invariant()
    def an_unfinished_task_is_always_looked_at_again(self) -> None:
        row = self.row()
        assert (row.wake_at is None) == row.finished
        assert (row.expires_at is not None) == row.finished

    @invariant()
    def the_fencing_token_never_goes_back(self) -> None:
        assert self.row().fence >= self.seen.fence
        self.seen = self.row()

    @invariant()
    def a_run_has_at_most_one_effect(self) -> None:
        events = self.bench.events.list(self.task_id, after=0, limit=10_000)
        successes = sum(event.kind == "succeeded" for event in events)
        assert successes <= 1
        effects = self.bench.records.list(RecordQuery("effect")).items
        assert len(effects) == successes

    def teardown(self) -> None:
        """Whatever happened: left alone with a sweeper and working workers, the task ends."""
        for _ in range(12):
            if self.row().finished:
                break
            self.bench.clock.advance(3601)
            self.bench.sweep_once()
            if not self.row().finished:
                self.work(self.succeeds)
        assert self.row().finished


TestTaskLife = TaskLife.TestCase
TestTaskLife.settings = settings(max_examples=examples(60), stateful_step_count=25, deadline=None)


def test_end_states_have_one_door_and_only_some_have_it() -> None:
    for status in FINISHED:
        expected = {Status.QUEUED} if status in RETRYABLE else set()
        assert MOVES[status] == expected
