"""The answer to a submission: a receipt, or the finished task for a caller who waited."""

from chalicelib.domain.errors import FieldProblem, TaskHasNoResultError, ValidationFailedError
from chalicelib.domain.task import Task
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models_tasks import FinishedTask
from chalicelib.entrypoints.http.operation import Answer
from chalicelib.entrypoints.http.presenters import retry_after, submitted_task, task_view


def submission_answer(call: Call, task: Task) -> Answer:
    """202 at once, or 200 with the result if the caller prefers to wait and it is there in time."""
    wait = call.preferred_wait_seconds
    if wait is None:
        return receipt(call, task)
    latest = call.platform.read_tasks.wait_until_finished(task.task_id, call.principal, seconds=call.affordable(wait))
    applied = {"Preference-Applied": f"wait={wait}"}
    return finished(call, latest, applied) if latest.finished else receipt(call, latest, applied)


def receipt(call: Call, task: Task, headers: dict[str, str] | None = None) -> Answer:
    body = submitted_task(task, call.base_url)
    told = {"Location": body.status_url, "Retry-After": retry_after(task, call.platform.clock.now())}
    return Answer(body, 202, {**told, **(headers or {})})


def finished(call: Call, task: Task, headers: dict[str, str]) -> Answer:
    try:
        found = call.platform.read_tasks.result_of(task)
        result, download_url = found.result, found.download_url
    except TaskHasNoResultError:
        result, download_url = None, None
    body = FinishedTask(**dict(task_view(task, call.base_url)), result=result, download_url=download_url)
    return Answer(body, 200, {"Location": body.status_url, **headers})


def beside_timing(error: ValidationFailedError) -> ValidationFailedError:
    """The same error with its pointers moved up, where the task type's request is the body itself."""
    moved = (FieldProblem(p.pointer.removeprefix("/request"), p.code, p.detail) for p in error.problems)
    return ValidationFailedError(tuple(moved))
