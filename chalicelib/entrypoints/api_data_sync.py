"""Data sync over HTTP: bring a file or many into their datasets, follow that, cancel it, try it again."""

from collections.abc import Sequence

from chalicelib.bootstrap import FileFilter, SubmitCommand
from chalicelib.domain.data_sync.errors import UnknownFileError
from chalicelib.domain.errors import (
    ConflictError,
    FieldProblem,
    RecordNotFoundError,
    TaskHasNoResultError,
    TaskNotFoundError,
    TaskNotRetryableError,
    UnknownUploadError,
    ValidationFailedError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task import Task
from chalicelib.entrypoints.api_tasks import ONE_TASK, SUBMITTING
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models_data_sync import (
    BatchOptions,
    FinishedSync,
    Options,
    SubmittedSync,
    SyncAllBody,
    SyncByFilterBody,
    SyncByIdsBody,
    SyncOneBody,
    SyncTaskView,
)
from chalicelib.entrypoints.http.operation import Answer
from chalicelib.entrypoints.http.present_data_sync import sync_task_view, with_older_name
from chalicelib.entrypoints.http.presenters import retry_after
from chalicelib.entrypoints.http.routes import ApiRoutes
from chalicelib.entrypoints.http.submissions import beside_timing, receipt, submission_answer

blueprint = ApiRoutes(__name__, tag="Data sync")

PATH = "/api/data-sync"
ONE_FILE, BATCH = "data_sync", "data_sync_batch"
MOST_FILES = 1000
SUBMITTED = {202: SubmittedSync, 200: FinishedSync}
REFUSED = (*SUBMITTING, RecordNotFoundError, UnknownUploadError)


@blueprint.route(f"{PATH}/single", method="POST", answers=SUBMITTED, raises=REFUSED, submits=True)
def sync_file(call: Call, body: SyncOneBody) -> Answer:
    """Sync one file

    A task of type `data_sync`. A file that is unknown (404) or not uploaded (422) is refused before anything is queued.
    """
    try:
        return _submitted(call, ONE_FILE, {"file_id": body.file_id, **body.options()}, body)
    except UnknownFileError as error:
        raise RecordNotFoundError(error.message) from error


@blueprint.route(f"{PATH}/batch", method="POST", answers=SUBMITTED, raises=REFUSED, submits=True)
def sync_matching_files(call: Call, body: SyncByFilterBody) -> Answer:
    """Sync all of one's files that fit a filter

    A workflow whose units are the files; at most a thousand, the newest.
    """
    names = ("platform", "account", "data_kind", "state", "created_after", "created_before")
    narrowed = FileFilter(**{name: getattr(body, name) for name in names})
    return _selected(call, narrowed, body)


@blueprint.route(f"{PATH}/batch-by-ids", method="POST", answers=SUBMITTED, raises=REFUSED, submits=True)
def sync_named_files(call: Call, body: SyncByIdsBody) -> Answer:
    """Sync the files that are named

    One that is missing refuses the whole batch, before anything is queued.
    """
    return _batch(call, body.file_ids, body)


@blueprint.route(f"{PATH}/batch-all", method="POST", answers=SUBMITTED, raises=REFUSED, submits=True)
def sync_all_files(call: Call, body: SyncAllBody) -> Answer:
    """Sync all of one's files

    At most a thousand, the newest. Files that were synced before and have not changed are skipped and say so.
    """
    return _selected(call, FileFilter(), body)


@blueprint.route(f"{PATH}/task-status/{{task_id}}", answers={200: SyncTaskView}, raises=ONE_TASK)
def show_sync_task(call: Call, task_id: str) -> Answer:
    """Show a sync: how many rows or files are done, and its result once it has ended

    While it is unfinished, `Retry-After` says when to look again.
    """
    task = _sync_task(call, task_id)
    look_again = {} if task.finished else {"Retry-After": retry_after(task, call.platform.clock.now())}
    return Answer(_view(call, task), headers=look_again)


@blueprint.route(
    f"{PATH}/cancel-task/{{task_id}}", method="POST", answers={200: SyncTaskView}, raises=(*ONE_TASK, ConflictError)
)
def cancel_sync_task(call: Call, task_id: str) -> SyncTaskView:
    """Cancel a sync

    Rows that are written stay; the file is then shown as interrupted, and syncing it again goes on safely.
    """
    _sync_task(call, task_id)
    return _view(call, call.platform.cancel_task.cancel_task(task_id, call.principal))


@blueprint.route(
    f"{PATH}/retry-task/{{task_id}}",
    method="POST",
    answers={202: SubmittedSync},
    raises=(*ONE_TASK, TaskNotRetryableError, ConflictError),
)
def retry_sync_task(call: Call, task_id: str) -> Answer:
    """Run a failed, cancelled, timed-out or partial sync again

    Of a batch only the files that did not come through are synced again.
    """
    _sync_task(call, task_id)
    task = call.platform.retry_task.retry_task(task_id, call.principal)
    return with_older_name(receipt(call, task), 1)


def _selected(call: Call, narrowed: FileFilter, body: BatchOptions) -> Answer:
    found = call.platform.data_files.select_files(call.principal, narrowed, most=MOST_FILES)
    if not found:
        raise ValidationFailedError((FieldProblem("", "no_files", "there is no file of yours that fits"),))
    return _batch(call, [record.id for record in found], body)


def _batch(call: Call, file_ids: Sequence[str], body: BatchOptions) -> Answer:
    request = {"file_ids": list(file_ids), "resync": body.resync, **body.options()}
    return _submitted(call, BATCH, request, body)


def _submitted(call: Call, task_type: str, request: JsonObject, body: Options) -> Answer:
    command = SubmitCommand(task_type, request, **body.timing(), idempotency_key=call.idempotency_key)
    try:
        task = call.platform.submit_task.submit_task(command, call.principal)
    except ValidationFailedError as error:
        raise beside_timing(error) from error
    return with_older_name(submission_answer(call, task), len(request.get("file_ids", [""])))


def _sync_task(call: Call, task_id: str) -> Task:
    task = call.platform.read_tasks.task(task_id, call.principal)
    if task.task_type not in (ONE_FILE, BATCH):
        raise TaskNotFoundError(f"there is no sync {task_id}")
    return task


def _view(call: Call, task: Task) -> SyncTaskView:
    result, download_url = None, None
    if task.finished:
        try:
            found = call.platform.read_tasks.result_of(task)
            result, download_url = found.result, found.download_url
        except TaskHasNoResultError:
            pass
    return sync_task_view(task, call.base_url, result=result, download_url=download_url)
