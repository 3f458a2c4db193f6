"""Documents and litigation sessions as the API shows them."""

from typing import Protocol

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.tasks import UploadTicket
from chalicelib.domain.record import Record
from chalicelib.domain.task import Task
from chalicelib.entrypoints.http.models_litigation import (
    DocumentView,
    NewDocumentView,
    PackageView,
    SessionSummary,
    SessionView,
    StartedSession,
)
from chalicelib.entrypoints.http.presenters import task_view

PATH = "/api/v1/litigation-analysis"
ACCEPTED = {
    "en": "The documents are being analysed; follow status_url, or come back later.",
    "zh": "案件分析任务已提交；请通过 status_url 查看进度，也可稍后再来。",
}


class SessionDocument(Protocol):
    @property
    def document_id(self) -> str: ...
    @property
    def file_name(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def code(self) -> str | None: ...
    @property
    def detail(self) -> str | None: ...


class Session(Protocol):
    @property
    def task(self) -> Task: ...
    @property
    def case(self) -> JsonObject: ...
    @property
    def documents(self) -> tuple[SessionDocument, ...]: ...


def document_view(record: Record) -> DocumentView:
    return DocumentView.model_validate(_document(record))


def new_document_view(record: Record, ticket: UploadTicket) -> NewDocumentView:
    upload = {"upload_url": ticket.upload_url, "headers": ticket.headers, "expires_at": ticket.expires_at}
    return NewDocumentView.model_validate({**_document(record), **upload})


def started_session(task: Task, base_url: str, language: str) -> StartedSession:
    return StartedSession(
        session_id=task.task_id,
        task_id=task.task_id,
        celery_task_id=task.task_id,
        task_type=task.task_type,
        status="pending",
        task_system=task.task_system,
        message=ACCEPTED[language],
        **_links(task, base_url),
    )


def session_summary(session: Session, base_url: str) -> SessionSummary:
    return SessionSummary.model_validate(_summary(session, base_url))


def session_view(session: Session, base_url: str) -> SessionView:
    case = {name: session.case.get(name) for name in ("language", "provider")}
    documents = [
        {name: getattr(one, name) for name in ("document_id", "file_name", "status", "code", "detail")}
        for one in session.documents
    ]
    told = {"user_input": session.case.get("user_input", ""), **case, "documents": documents}
    return SessionView.model_validate({**_summary(session, base_url), **told})


def package_view(package: JsonObject, language: str) -> PackageView:
    title: dict[str, str] = package["title"]
    other = "en" if language == "zh" else "zh"
    return PackageView(package_id=package["package_id"], name=title[language], description=title[other])


def _document(record: Record) -> JsonObject:
    stored = {"owner_id": record.owner_id, "created_at": record.created_at, "updated_at": record.updated_at}
    return {**record.body, **stored, "document_id": record.id, "state": record.state}


def _summary(session: Session, base_url: str) -> JsonObject:
    task = task_view(session.task, base_url)
    shared = ("task_id", "status", "task_system", "created_at", "updated_at", "started_at", "finished_at")
    return {
        **{name: getattr(task, name) for name in shared},
        **{name: session.case[name] for name in ("package_id", "case_type", "case_position")},
        "session_id": task.task_id,
        "progress": task.progress.model_dump(),
        "current_step": task.progress.step,
        "error": task.error.model_dump() if task.error else None,
        **_links(session.task, base_url),
    }


def _links(task: Task, base_url: str) -> dict[str, str]:
    session, as_task = f"{base_url}{PATH}/sessions/{task.task_id}", f"{base_url}/v1/tasks/{task.task_id}"
    return {
        "status_url": session,
        "result_url": f"{session}/result",
        "report_url": f"{session}/report",
        "events_url": f"{as_task}/events",
        "children_url": f"{as_task}/children",
        "cancel_url": f"{as_task}/cancel",
    }
