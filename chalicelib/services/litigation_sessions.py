"""Sessions of litigation analysis: workflow tasks, seen as a case with its documents."""

from dataclasses import dataclass
from types import ModuleType

from chalicelib.domain.errors import TaskNotFoundError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.tasks import PayloadStore, TaskFilter, TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import Status, Task
from chalicelib.domain.workflow import Stage, unit_task_id
from chalicelib.services.payloads import load_request, load_result
from chalicelib.services.read_tasks import ReadTasks, TaskResult
from chalicelib.services.task_catalogue import TaskCatalogue
from chalicelib.task_types.litigation_analysis.workflow import documents_by_key, extract_stage, read_stage

LITIGATION = "litigation_analysis"


@dataclass(frozen=True)
class SessionDocument:
    document_id: str
    file_name: str
    status: str
    """waiting, reading, read, analysing, analysed; unread or not_analysed when it was given up."""
    code: str | None = None
    detail: str | None = None


@dataclass(frozen=True)
class Session:
    task: Task
    case: JsonObject
    documents: tuple[SessionDocument, ...] = ()


@dataclass(frozen=True)
class SessionPage:
    items: tuple[Session, ...]
    next_cursor: str | None


@dataclass(frozen=True)
class LitigationSessions:
    read_tasks: ReadTasks
    tasks: TaskStore
    payloads: PayloadStore
    catalogue: TaskCatalogue

    def task(self, session_id: str, principal: Principal) -> Task:
        """Raises TaskNotFoundError, also for a task that is no session, and TaskExpiredError."""
        task = self.read_tasks.task(session_id, principal)
        if task.task_type != LITIGATION or task.parent_id is not None:
            raise TaskNotFoundError(f"there is no session {session_id}")
        return task

    def show_session(self, session_id: str, principal: Principal) -> Session:
        task = self.task(session_id, principal)
        case = load_request(task, self.payloads)
        return Session(task, case, self._documents(task, case))

    def list_sessions(self, principal: Principal, *, limit: int, cursor: str | None) -> SessionPage:
        """One's own, newest first; documents are shown one session at a time."""
        narrowed = TaskFilter(owner_id=principal.user_id, task_type=LITIGATION)
        page = self.tasks.list(narrowed, limit=limit, cursor=cursor)
        ids = [task.task_id for task in page.items if task.parent_id is None]
        rows = self.tasks.get_many(ids)
        found = [rows[task_id] for task_id in ids if task_id in rows]
        return SessionPage(tuple(Session(row, load_request(row, self.payloads)) for row in found), page.next_cursor)

    def found(self, session_id: str, principal: Principal) -> TaskResult:
        """The result, or a link to it when it is large. Raises what `result` raises."""
        return self.read_tasks.result_of(self.task(session_id, principal))

    def result(self, session_id: str, principal: Principal) -> JsonObject:
        """Raises TaskNotFinishedError, TaskHasNoResultError and what `task` raises."""
        task = self.task(session_id, principal)
        self.read_tasks.check_has_result(task)
        return load_result(task, self.payloads)

    def report_as_markdown(self, session_id: str, principal: Principal) -> str:
        """Raises what `result` raises."""
        rendered: str = self._renderer("markdown").as_markdown(self.result(session_id, principal))
        return rendered

    def report_as_word(self, session_id: str, principal: Principal) -> str:
        """The link to a Word file: API Gateway hands on text only. Raises what `result` raises."""
        task, result = self.task(session_id, principal), self.result(session_id, principal)
        word = self._renderer("word")
        ref = f"payloads/{task.task_id}/report-{task.run}.docx"
        name = f"report-{task.task_id}.docx"
        self.payloads.put_file(ref, word.as_word(result), content_type=word.CONTENT_TYPE, file_name=name)
        return self.payloads.download_url(ref)

    def packages(self) -> list[JsonObject]:
        """Their ids and titles in both languages."""
        files = self.catalogue.module(LITIGATION, "package_files")
        return [files.package(name).model_dump(include={"package_id", "title"}) for name in files.package_names()]

    def _renderer(self, form: str) -> ModuleType:
        """Imported when it is asked for: Word takes its time."""
        return self.catalogue.module(LITIGATION, f"report.{form}")

    def _documents(self, task: Task, case: JsonObject) -> tuple[SessionDocument, ...]:
        """By the ids the plan gives its units: two batches of reads, however many documents there are."""
        documents = documents_by_key(case)
        reading = self._units(task, read_stage(case))
        readable = {key: row.task_id for key, row in reading.items() if row.status is Status.SUCCEEDED}
        extracting = self._units(task, extract_stage(case, readable))
        return tuple(_document(document, reading.get(key), extracting.get(key)) for key, document in documents.items())

    def _units(self, task: Task, stage: Stage) -> dict[str, Task]:
        ids = {unit.key: unit_task_id(task.task_id, stage, unit) for unit in stage.units}
        rows = self.tasks.get_many(list(ids.values()))
        return {key: rows[task_id] for key, task_id in ids.items() if task_id in rows}


def _document(document: JsonObject, reading: Task | None, extracting: Task | None) -> SessionDocument:
    row, words = (extracting, _EXTRACTING) if extracting is not None else (reading, _READING)
    status = words["waiting"] if row is None else _word(row, words)
    error = row.error if row is not None and row.finished else None
    return SessionDocument(
        document["document_id"],
        document["file_name"],
        status,
        code=error.code if error else None,
        detail=error.message if error else None,
    )


_READING = {"waiting": "waiting", "running": "reading", "done": "read", "failed": "unread"}
_EXTRACTING = {"waiting": "read", "running": "analysing", "done": "analysed", "failed": "not_analysed"}


def _word(row: Task, words: dict[str, str]) -> str:
    if row.status is Status.SUCCEEDED:
        return words["done"]
    if row.finished:
        return words["failed"]
    return words["running"] if row.status is Status.RUNNING else words["waiting"]
