"""Requests and answers about documents and litigation sessions."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from chalicelib.domain.documents import DocumentState
from chalicelib.domain.task import Status
from chalicelib.entrypoints.http.models import Inward, Moment, Outward, Whole
from chalicelib.entrypoints.http.models_service import FILE_NAME, MEDIA_TYPE
from chalicelib.entrypoints.http.models_tasks import ProgressView, TaskErrorView, Timing

ReportFormat = Literal["json", "markdown", "docx"]
DocumentStatus = Literal["waiting", "reading", "read", "analysing", "analysed", "unread", "not_analysed"]


class DocumentBody(Inward):
    """A file to be brought, by name and exact size; what it is shows by its content."""

    file_name: Annotated[str, Field(min_length=1, max_length=255, pattern=FILE_NAME)] = Field(examples=["contract.pdf"])
    content_type: Annotated[str, Field(max_length=255, pattern=MEDIA_TYPE)] | None = Field(
        default=None, description="Default: by the name's ending."
    )
    bytes: Whole = Field(ge=1, le=2**40)


class DocumentView(Outward):
    document_id: str
    file_name: str
    content_type: str
    bytes: int
    state: DocumentState
    owner_id: str
    created_at: Moment
    updated_at: Moment


class NewDocumentView(DocumentView):
    """Where the bytes go: PUT them to `upload_url` with exactly these headers."""

    upload_url: str
    headers: dict[str, str]
    expires_at: Moment


class DocumentPage(Outward):
    items: list[DocumentView]
    next_cursor: str | None


class DocumentDeleted(Outward):
    document_id: str
    deleted: Literal[True]


class LitigationSubmission(Timing):
    """A case to be analysed: the request of task type `litigation_analysis` with the timing beside it."""

    model_config = ConfigDict(
        extra="allow", defer_build=True, json_schema_extra={"x-request-of-task-type": "litigation_analysis"}
    )

    def request(self) -> dict[str, Any]:
        return dict(self.model_extra or {})


class SessionLinks(Outward):
    status_url: str
    result_url: str
    report_url: str
    events_url: str
    children_url: str
    cancel_url: str


class StartedSession(SessionLinks):
    """The receipt for a case that was accepted."""

    session_id: str
    task_id: str = Field(description="The same: a session is a task.")
    celery_task_id: str = Field(description="The same, under the name that older clients know.")
    task_type: str
    status: Literal["pending"]
    task_system: str = Field(description="What carries the task to its worker.", examples=["sqs"])
    message: str


class SessionSummary(SessionLinks):
    session_id: str
    task_id: str
    status: Status
    task_system: str
    package_id: str
    case_type: str
    case_position: Literal["plaintiff", "defendant"]
    progress: ProgressView
    current_step: str
    error: TaskErrorView | None
    created_at: Moment
    updated_at: Moment
    started_at: Moment | None
    finished_at: Moment | None


class SessionDocumentView(Outward):
    document_id: str
    file_name: str
    status: DocumentStatus
    code: str | None = Field(description="Why it was left out, for programs.")
    detail: str | None = Field(description="Why it was left out, for people.")


class SessionView(SessionSummary):
    """A case as it is now, with what became of each document."""

    user_input: str
    language: Literal["zh", "en"] | None
    provider: str | None
    documents: list[SessionDocumentView]


class SessionPageView(Outward):
    items: list[SessionSummary]
    next_cursor: str | None


class ReportQuery(Inward):
    format: ReportFormat = Field(default="json", description="`docx` and large reports come as a link.")


class ReportView(Outward):
    """The analysis itself, or a link to the file, valid for an hour."""

    session_id: str
    format: ReportFormat
    report: dict[str, Any] | None
    download_url: str | None


class PackageView(Outward):
    """A kind of dispute with rules of its own."""

    package_id: str
    name: str = Field(description="In the language of the reader.")
    description: str = Field(description="In the other language.")


class PackageList(Outward):
    items: list[PackageView]
