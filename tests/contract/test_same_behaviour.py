"""Whatever is done to both task stores, in whatever order, they answer alike and hold the same rows."""

from collections.abc import Callable
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.domain import lifecycle
from chalicelib.domain.errors import ContentHubError, TaskFailedError
from chalicelib.domain.ports.tasks import TaskFilter, TaskStore
from chalicelib.domain.task import Progress, Task
from chalicelib.domain.wake_times import wake_running
from tests.contract.example_tasks import GENERATION, LEASE, example_record, example_task
from tests.contract.worlds import World, in_memory, on_aws
from tests.examples import examples
from tests.fakes.clock import ManualClock

Move = Callable[[TaskStore, Task, ManualClock], object]


def claim(store: TaskStore, task: Task, clock: ManualClock) -> object:
    return store.claim(task.task_id, now=clock.now(), lease_expires_at=clock.now() + LEASE)


def extend(store: TaskStore, task: Task, clock: ManualClock) -> None:
    until = clock.now() + LEASE
    store.extend_lease(task, lease_expires_at=until, wake_at=wake_running(task, until))


def progress(store: TaskStore, task: Task, clock: ManualClock) -> None:
    store.save(task, lifecycle.progressed(task, Progress(1, 3, "draft"), clock.now()))


def go_on_later(store: TaskStore, task: Task, clock: ManualClock) -> None:
    store.save(task, lifecycle.continued(task, {"chunk": 2}, clock.now()))


def fail(store: TaskStore, task: Task, clock: ManualClock) -> None:
    store.save(task, lifecycle.after_failure(task, UnluckyError("later"), GENERATION, now=clock.now(), jitter=0.3))


def succeed(store: TaskStore, task: Task, clock: ManualClock) -> None:
    ended = lifecycle.succeeded(task, {"n": 1}, now=clock.now(), result_bytes=7, result_ref=None)
    store.save(task, ended, records=(example_record(task.task_id, clock.now()),))


def cancel(store: TaskStore, task: Task, clock: ManualClock) -> None:
    store.save(task, lifecycle.cancelled(task, clock.now(), "asked to"))


def reopen(store: TaskStore, task: Task, clock: ManualClock) -> None:
    store.save(task, lifecycle.reopened(task, clock.now()))


def delete(store: TaskStore, task: Task, _: ManualClock) -> None:
    store.delete(task)


def wait(_: TaskStore, __: Task, clock: ManualClock) -> object:
    return clock.advance(31)


class UnluckyError(TaskFailedError):
    code = "unlucky"
    retryable = True


MOVES: list[Move] = [claim, extend, progress, go_on_later, fail, succeed, cancel, reopen, delete, wait]
STEPS = st.lists(
    st.tuples(st.sampled_from([claim, claim, *MOVES]), st.booleans(), st.integers(0, 3)), min_size=4, max_size=20
)


def play(world: World, task: Task, steps: list[tuple[Move, bool, int]]) -> list[object]:
    """What became of each step; some are done by somebody who has not seen the latest row."""
    world.tasks.create(task, now=world.clock.now())
    seen, story = [task], list[object]()
    for move, up_to_date, back in steps:
        latest = world.tasks.get(task.task_id)
        story.append(latest)
        known = latest if up_to_date and latest else seen[-min(back + 1, len(seen))]
        seen += [latest] if latest else []
        try:
            story.append(move(world.tasks, known, world.clock))
        except ContentHubError as error:
            story.append(error.code)
    due = list(world.tasks.due(task.lane, now=world.clock.now() + timedelta(days=1), limit=9))
    return [*story, due, world.tasks.list(TaskFilter(), limit=9), world.records.get("content", task.task_id)]


@settings(max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_both_stores_tell_the_same_story(aws: AwsClients, steps: list[tuple[Move, bool, int]]) -> None:
    task = example_task()
    memory, cloud = in_memory(), on_aws(aws)
    assert play(memory, task, steps) == play(cloud, task, steps)
    left = cloud.tasks.get(task.task_id)
    if left is not None:
        cloud.tasks.delete(left)
