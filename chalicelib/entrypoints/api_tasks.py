"""Tasks over HTTP: submit, look at, wait for, cancel, retry, clean up."""

from datetime import timedelta

from chalicelib.bootstrap import SubmitCommand
from chalicelib.domain.errors import (
    ConflictError,
    IdempotencyInProgressError,
    IdempotencyKeyReusedError,
    InvalidCursorError,
    TaskExpiredError,
    TaskHasNoResultError,
    TaskNotFinishedError,
    TaskNotFoundError,
    TaskNotRetryableError,
    TaskTypeDisabledError,
    UnknownTaskTypeError,
)
from chalicelib.domain.ports.tasks import TaskFilter
from chalicelib.domain.task import Status
from chalicelib.entrypoints.http.batches import batch_answer, batch_items
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models_tasks import (
    BatchBody,
    BatchProblem,
    BatchView,
    CleanupBody,
    CleanupView,
    EventPageView,
    EventsQuery,
    FinishedTask,
    SubmitBody,
    SubmittedTask,
    TaskListQuery,
    TaskPageView,
    TaskResultView,
    TaskView,
)
from chalicelib.entrypoints.http.operation import Answer
from chalicelib.entrypoints.http.presenters import event_view, retry_after, task_view
from chalicelib.entrypoints.http.routes import ApiRoutes
from chalicelib.entrypoints.http.submissions import receipt, submission_answer

blueprint = ApiRoutes(__name__, tag="Tasks")

ONE_TASK = (TaskNotFoundError, TaskExpiredError)
SUBMITTING = (
    UnknownTaskTypeError,
    TaskTypeDisabledError,
    IdempotencyKeyReusedError,
    IdempotencyInProgressError,
    TaskExpiredError,
)


@blueprint.route(
    "/v1/tasks", method="POST", answers={202: SubmittedTask, 200: FinishedTask}, raises=SUBMITTING, submits=True
)
def submit_task(call: Call, body: SubmitBody) -> Answer:
    """Submit a task

    The answer is a receipt. With `Prefer: wait=N` it is the finished task, if that is done within N seconds.
    """
    command = SubmitCommand(**dict(body), idempotency_key=call.idempotency_key)
    return submission_answer(call, call.platform.submit_task.submit_task(command, call.principal))


@blueprint.route(
    "/v1/tasks/batch", method="POST", answers={202: BatchView, 200: BatchView, 422: BatchProblem}, submits=True
)
def submit_batch(call: Call, body: BatchBody) -> Answer:
    """Submit up to a thousand tasks

    Every item gets its own answer. A dry run (200) stores nothing and says what would happen; an atomic batch with
    a bad item (422) stores nothing either.
    """
    items = batch_items(body, call.idempotency_key)
    answer = call.platform.submit_batch.submit_batch(items, call.principal, atomic=body.atomic, dry_run=body.dry_run)
    return batch_answer(call, body, answer.items)


@blueprint.route("/v1/tasks", answers={200: TaskPageView}, raises=(InvalidCursorError,))
def list_tasks(call: Call, query: TaskListQuery) -> TaskPageView:
    """List tasks, newest first

    An owner sees their own, an admin everybody's. A page may hold fewer than `limit` and still have a next one.
    """
    cursors = call.cursors(query)
    narrowed = TaskFilter(
        owner_id=query.owner,
        status=query.status,
        task_type=query.type,
        priority=query.priority,
        parent_id=query.parent,
        created_after=query.created_after,
        created_before=query.created_before,
    )
    page = call.platform.read_tasks.tasks_page(
        narrowed, call.principal, limit=query.limit, cursor=cursors.decode(query.cursor)
    )
    items = [task_view(task, call.base_url) for task in page.items]
    return TaskPageView(items=items, next_cursor=cursors.encode(page.next_cursor))


@blueprint.route("/v1/tasks/{task_id}", answers={200: TaskView}, raises=ONE_TASK)
def show_task(call: Call, task_id: str) -> Answer:
    """Show a task

    While it is unfinished, `Retry-After` says when to look again.
    """
    task = call.platform.read_tasks.task(task_id, call.principal)
    look_again = {} if task.finished else {"Retry-After": retry_after(task, call.platform.clock.now())}
    return Answer(task_view(task, call.base_url), headers=look_again)


@blueprint.route(
    "/v1/tasks/{task_id}/result",
    answers={200: TaskResultView},
    raises=(*ONE_TASK, TaskNotFinishedError, TaskHasNoResultError),
)
def show_result(call: Call, task_id: str) -> TaskResultView:
    """Fetch the result of a task

    A large result comes as a link that is valid for an hour.
    """
    found = call.platform.read_tasks.result(task_id, call.principal)
    return TaskResultView(
        task_id=task_id,
        status=found.task.status,
        result=found.result,
        download_url=found.download_url,
        bytes=found.task.result_bytes,
    )


@blueprint.route("/v1/tasks/{task_id}/events", answers={200: EventPageView}, raises=ONE_TASK)
def list_events(call: Call, task_id: str, query: EventsQuery) -> EventPageView:
    """Follow the events of a task

    Long polling: with `wait` the answer is held back until there is news or the time is over. Ask again with
    `after` set to `last_seq` until `finished` is true.
    """
    page = call.platform.read_tasks.events_after(
        task_id, call.principal, after=query.after, wait_seconds=call.affordable(query.wait)
    )
    items = [event_view(event) for event in page.items]
    return EventPageView(items=items, last_seq=page.last_seq, finished=page.finished)


@blueprint.route(
    "/v1/tasks/{task_id}/cancel", method="POST", answers={200: TaskView}, raises=(*ONE_TASK, ConflictError)
)
def cancel_task(call: Call, task_id: str) -> TaskView:
    """Cancel a task

    Cancelling twice, or a task that has ended, changes nothing and answers with the task as it is.
    """
    return task_view(call.platform.cancel_task.cancel_task(task_id, call.principal), call.base_url)


@blueprint.route(
    "/v1/tasks/{task_id}/retry",
    method="POST",
    answers={202: SubmittedTask},
    raises=(*ONE_TASK, TaskNotRetryableError, ConflictError),
)
def retry_task(call: Call, task_id: str) -> Answer:
    """Run a failed, cancelled, timed-out or partial task again

    The task keeps its id and starts its next run with fresh attempts.
    """
    return receipt(call, call.platform.retry_task.retry_task(task_id, call.principal))


@blueprint.route("/v1/tasks/cleanup", method="POST", answers={200: CleanupView})
def clean_up_tasks(call: Call, body: CleanupBody) -> CleanupView:
    """Delete finished tasks

    One's own; an admin's call is about everybody's. With `dry_run` they are only counted.
    """
    done = call.platform.clean_up_tasks.clean_up_tasks(
        call.principal,
        older_than=timedelta(days=body.older_than_days),
        statuses=frozenset(Status(status) for status in body.statuses),
        dry_run=body.dry_run,
        remaining_seconds=call.remaining_seconds,
    )
    return CleanupView(matched=done.matched, deleted=done.deleted, more=done.more, dry_run=body.dry_run)
