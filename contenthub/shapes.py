"""The JSON shapes of the HTTP API as far as the command line reads them."""

from typing import Any, Generic, NotRequired, TypedDict, TypeVar

Record = dict[str, Any]
Item = TypeVar("Item")

END_STATES = ("succeeded", "partial", "failed", "cancelled", "timed_out", "expired")
UNFINISHED_STATES = ("queued", "running", "waiting")


class Progress(TypedDict):
    done: int
    total: int | None
    failed: NotRequired[int]
    step: str | None


class TaskError(TypedDict):
    code: str
    message: str
    retryable: bool


class Task(TypedDict):
    task_id: str
    task_type: str
    status: str
    priority: NotRequired[int]
    parent_id: NotRequired[str | None]
    unit: NotRequired[str | None]
    children_url: NotRequired[str | None]
    waiting_for: NotRequired[str | None]
    progress: NotRequired[Progress | None]
    error: NotRequired[TaskError | None]
    last_seq: NotRequired[int]


class SubmittedTask(TypedDict):
    task_id: str
    task_type: str
    status: str
    task_system: str


class TaskResult(TypedDict):
    task_id: str
    status: str
    result: Record | None
    download_url: str | None
    bytes: int


class Event(TypedDict):
    seq: int
    at: str
    kind: str
    status: str
    progress: NotRequired[Progress | None]
    message: NotRequired[str | None]


class EventPage(TypedDict):
    items: list[Event]
    last_seq: int
    finished: bool


class Page(TypedDict, Generic[Item]):
    items: list[Item]
    next_cursor: NotRequired[str | None]


class CleanupResult(TypedDict):
    matched: int
    deleted: int
    dry_run: bool
    more: bool


class Upload(TypedDict):
    upload_id: str
    upload_url: str
    headers: dict[str, str]


class DocumentSlot(TypedDict):
    document_id: str
    upload_url: str
    headers: dict[str, str]


class DataFileSlot(TypedDict):
    file_id: str
    upload_url: str
    headers: dict[str, str]


class OpenReview(TypedDict):
    name: str
    opened_at: str
    expires_at: str
    subject: Record


class ReviewState(TypedDict):
    task_id: str
    open: OpenReview | None
    decided: list[Record]


class ContentRequest(TypedDict, total=False):
    """What `POST /v1/content` takes; absent fields get the server's defaults."""

    account_id: str
    topic: str
    keywords: list[str]
    reference_text: str
    source_upload_id: str
    length: str
    language: str
    tone: list[str]
    provider: str
