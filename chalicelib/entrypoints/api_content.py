"""Content over HTTP: have an article written, look at the articles, edit them, say what one thinks of them."""

from chalicelib.bootstrap import SubmitCommand
from chalicelib.domain.errors import (
    AccountInactiveError,
    ConflictError,
    InvalidCursorError,
    ProviderNotConfiguredError,
    RecordNotFoundError,
    UnknownAccountError,
    UnknownUploadError,
    ValidationFailedError,
)
from chalicelib.entrypoints.api_tasks import SUBMITTING
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models import PageQuery
from chalicelib.entrypoints.http.models_records import (
    ContentChanges,
    ContentListQuery,
    ContentPage,
    ContentView,
    FeedbackBody,
    FeedbackPage,
    FeedbackView,
)
from chalicelib.entrypoints.http.models_tasks import ContentSubmission, FinishedTask, SubmittedTask
from chalicelib.entrypoints.http.operation import Answer
from chalicelib.entrypoints.http.presenters import content_view, feedback_view
from chalicelib.entrypoints.http.routes import ApiRoutes
from chalicelib.entrypoints.http.submissions import beside_timing, submission_answer

blueprint = ApiRoutes(__name__, tag="Content")

TASK_TYPE = "content_generation"


@blueprint.route(
    "/v1/content",
    method="POST",
    answers={202: SubmittedTask, 200: FinishedTask},
    raises=(*SUBMITTING, UnknownAccountError, AccountInactiveError, UnknownUploadError, ProviderNotConfiguredError),
    submits=True,
)
def generate_content(call: Call, body: ContentSubmission) -> Answer:
    """Have an article written

    A task of type `content_generation`; its result is the article, a content record and an entry in the publish pool.
    """
    timing = {name: getattr(body, name) for name in type(body).model_fields}
    command = SubmitCommand(TASK_TYPE, body.request(), **timing, idempotency_key=call.idempotency_key)
    try:
        task = call.platform.submit_task.submit_task(command, call.principal)
    except ValidationFailedError as error:
        raise beside_timing(error) from error
    return submission_answer(call, task)


@blueprint.route("/v1/contents", answers={200: ContentPage}, raises=(InvalidCursorError,))
def list_contents(call: Call, query: ContentListQuery) -> ContentPage:
    """List contents, newest first"""
    cursors = call.cursors(query)
    page = call.platform.contents.list_contents(
        call.principal,
        account_id=query.account_id,
        state=query.state,
        limit=query.limit,
        cursor=cursors.decode(query.cursor),
    )
    return ContentPage(items=[content_view(r) for r in page.items], next_cursor=cursors.encode(page.next_cursor))


@blueprint.route("/v1/contents/{content_id}", answers={200: ContentView}, raises=(RecordNotFoundError,))
def show_content(call: Call, content_id: str) -> ContentView:
    """Show a content"""
    return content_view(call.platform.contents.show_content(content_id, call.principal))


@blueprint.route(
    "/v1/contents/{content_id}",
    method="PATCH",
    answers={200: ContentView},
    raises=(RecordNotFoundError, ConflictError),
)
def edit_content(call: Call, content_id: str, body: ContentChanges) -> ContentView:
    """Edit the title or the state of a content"""
    return content_view(
        call.platform.contents.edit_content(content_id, call.principal, title=body.title, state=body.state)
    )


@blueprint.route(
    "/v1/contents/{content_id}/feedback", method="POST", answers={201: FeedbackView}, raises=(RecordNotFoundError,)
)
def give_feedback(call: Call, content_id: str, body: FeedbackBody) -> FeedbackView:
    """Say what one thinks of a content"""
    return feedback_view(
        call.platform.contents.give_feedback(content_id, call.principal, rating=body.rating, comment=body.comment or "")
    )


@blueprint.route(
    "/v1/contents/{content_id}/feedback",
    answers={200: FeedbackPage},
    raises=(RecordNotFoundError, InvalidCursorError),
)
def list_feedback(call: Call, content_id: str, query: PageQuery) -> FeedbackPage:
    """List the feedback on a content, newest first"""
    cursors = call.cursors(query, within=content_id)
    page = call.platform.contents.list_feedback(
        content_id, call.principal, limit=query.limit, cursor=cursors.decode(query.cursor)
    )
    return FeedbackPage(items=[feedback_view(r) for r in page.items], next_cursor=cursors.encode(page.next_cursor))
