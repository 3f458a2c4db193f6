"""Litigation analysis over HTTP: start a case, follow it, read its report."""

from chalicelib.bootstrap import SubmitCommand
from chalicelib.domain.errors import (
    InvalidCursorError,
    ProviderNotConfiguredError,
    TaskHasNoResultError,
    TaskNotFinishedError,
    ValidationFailedError,
)
from chalicelib.entrypoints.api_tasks import ONE_TASK, SUBMITTING
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models import PageQuery
from chalicelib.entrypoints.http.models_litigation import (
    LitigationSubmission,
    PackageList,
    ReportQuery,
    ReportView,
    SessionPageView,
    SessionView,
    StartedSession,
)
from chalicelib.entrypoints.http.models_tasks import TaskResultView
from chalicelib.entrypoints.http.operation import Answer
from chalicelib.entrypoints.http.present_litigation import (
    package_view,
    session_summary,
    session_view,
    started_session,
)
from chalicelib.entrypoints.http.presenters import retry_after
from chalicelib.entrypoints.http.routes import ApiRoutes
from chalicelib.entrypoints.http.submissions import beside_timing

blueprint = ApiRoutes(__name__, tag="Litigation analysis")

PATH = "/api/v1/litigation-analysis"
TASK_TYPE = "litigation_analysis"
ONE_REPORT = (*ONE_TASK, TaskNotFinishedError, TaskHasNoResultError)
MARKDOWN = {"Content-Type": "text/markdown; charset=utf-8"}


@blueprint.route(
    f"{PATH}/start",
    method="POST",
    answers={202: StartedSession, 200: SessionView},
    raises=(*SUBMITTING, ProviderNotConfiguredError),
    submits=True,
)
def start_litigation_analysis(call: Call, body: LitigationSubmission) -> Answer:
    """Have the documents of a case analysed for one side

    The session is a task of type `litigation_analysis`; its documents are read and analysed side by side.
    """
    timing = {name: getattr(body, name) for name in type(body).model_fields}
    command = SubmitCommand(TASK_TYPE, body.request(), **timing, idempotency_key=call.idempotency_key)
    try:
        task = call.platform.submit_task.submit_task(command, call.principal)
    except ValidationFailedError as error:
        raise beside_timing(error) from error
    applied = {}
    if (wait := call.preferred_wait_seconds) is not None:
        affordable = call.affordable(wait)
        task = call.platform.read_tasks.wait_until_finished(task.task_id, call.principal, seconds=affordable)
        applied = {"Preference-Applied": f"wait={wait}"}
    if task.finished:
        session = call.platform.litigation_sessions.show_session(task.task_id, call.principal)
        return Answer(session_view(session, call.base_url), 200, applied)
    started = started_session(task, call.base_url, call.reader.language)
    told = {"Location": started.status_url, "Retry-After": retry_after(task, call.platform.clock.now())}
    return Answer(started, 202, {**told, **applied})


@blueprint.route(f"{PATH}/packages", answers={200: PackageList})
def list_litigation_packages(call: Call) -> PackageList:
    """List the analysis packages"""
    packages = call.platform.litigation_sessions.packages()
    return PackageList(items=[package_view(package, call.reader.language) for package in packages])


@blueprint.route(f"{PATH}/sessions", answers={200: SessionPageView}, raises=(InvalidCursorError,))
def list_litigation_sessions(call: Call, query: PageQuery) -> SessionPageView:
    """List one's own sessions, newest first"""
    cursors = call.cursors(query)
    page = call.platform.litigation_sessions.list_sessions(
        call.principal, limit=query.limit, cursor=cursors.decode(query.cursor)
    )
    items = [session_summary(session, call.base_url) for session in page.items]
    return SessionPageView(items=items, next_cursor=cursors.encode(page.next_cursor))


@blueprint.route(f"{PATH}/sessions/{{session_id}}", answers={200: SessionView}, raises=ONE_TASK)
def show_litigation_session(call: Call, session_id: str) -> Answer:
    """Show a session: how far it is, and what became of each document"""
    session = call.platform.litigation_sessions.show_session(session_id, call.principal)
    look_again = {} if session.task.finished else {"Retry-After": retry_after(session.task, call.platform.clock.now())}
    return Answer(session_view(session, call.base_url), headers=look_again)


@blueprint.route(f"{PATH}/sessions/{{session_id}}/result", answers={200: TaskResultView}, raises=ONE_REPORT)
def show_litigation_result(call: Call, session_id: str) -> TaskResultView:
    """Fetch the result of a session

    A large result comes as a link that is valid for an hour.
    """
    found = call.platform.litigation_sessions.found(session_id, call.principal)
    return TaskResultView(
        task_id=session_id,
        status=found.task.status,
        result=found.result,
        download_url=found.download_url,
        bytes=found.task.result_bytes,
    )


@blueprint.route(f"{PATH}/sessions/{{session_id}}/report", answers={200: ReportView}, raises=ONE_REPORT)
def show_litigation_report(call: Call, session_id: str, query: ReportQuery) -> Answer:
    """Read the report of a session

    Markdown is answered as it is. A Word file, and an analysis above a megabyte, come as a link.
    """
    sessions, principal = call.platform.litigation_sessions, call.principal
    if query.format == "markdown":
        return Answer(text=sessions.report_as_markdown(session_id, principal), headers=MARKDOWN)
    if query.format == "docx":
        link = sessions.report_as_word(session_id, principal)
        return Answer(ReportView(session_id=session_id, format="docx", report=None, download_url=link))
    found = sessions.found(session_id, principal)
    view = ReportView(session_id=session_id, format="json", report=found.result, download_url=found.download_url)
    return Answer(view)
