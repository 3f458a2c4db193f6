"""Files, sync tasks and datasets as the API shows them."""

from chalicelib.domain.ports.data_sync import StoredRow
from chalicelib.domain.ports.tasks import UploadTicket
from chalicelib.domain.record import Record
from chalicelib.domain.task import Task
from chalicelib.entrypoints.http.models_data_sync import (
    DatasetView,
    FileView,
    FinishedSync,
    RegisteredFile,
    RowView,
    SubmittedSync,
    SyncTaskView,
)
from chalicelib.entrypoints.http.models_tasks import FinishedTask
from chalicelib.entrypoints.http.operation import Answer
from chalicelib.entrypoints.http.presenters import task_view

_MAY_LACK = ("reason", "task_id", "dataset_id", "mapping", "rows", "score", "verdict", "counts")


def file_view(record: Record) -> FileView:
    return FileView.model_validate(_file(record))


def registered_file(record: Record, ticket: UploadTicket | None) -> RegisteredFile:
    told = {
        "upload_url": ticket.upload_url if ticket else None,
        "headers": ticket.headers if ticket else None,
        "expires_at": ticket.expires_at if ticket else None,
    }
    return RegisteredFile.model_validate({**_file(record), **told})


def dataset_view(record: Record) -> DatasetView:
    body = record.body
    return DatasetView.model_validate(
        {
            **body,
            "columns": body["row_columns"],
            "dataset_id": record.id,
            "owner_id": record.owner_id,
            "created_at": record.created_at,
            "updated_at": record.updated_at,
        }
    )


def row_view(row: StoredRow) -> RowView:
    return RowView(row_key=row.key, values=row.values, file_id=row.file_id, updated_at=row.updated_at)


def with_older_name(answer: Answer, files: int) -> Answer:
    """The receipt, or the finished task, with what a sync says beyond any task's."""
    assert answer.body is not None
    task_id = getattr(answer.body, "task_id", "")
    model = FinishedSync if isinstance(answer.body, FinishedTask) else SubmittedSync
    body = model(**dict(answer.body), celery_task_id=task_id, files=files)
    return Answer(body, answer.status, answer.headers)


def sync_task_view(
    task: Task, base_url: str, *, result: dict[str, object] | None, download_url: str | None
) -> SyncTaskView:
    view = dict(task_view(task, base_url))
    return SyncTaskView(**view, celery_task_id=task.task_id, result=result, download_url=download_url)


def _file(record: Record) -> dict[str, object]:
    body = dict.fromkeys(_MAY_LACK) | record.body
    return {
        **body,
        "file_id": record.id,
        "owner_id": record.owner_id,
        "state": record.state,
        "created_at": record.created_at,
        "updated_at": record.updated_at,
    }
