"""Learning roadmaps over HTTP: have one made, watch it grow, decide on it, take it along."""

from chalicelib.bootstrap import SubmitCommand
from chalicelib.domain.errors import (
    ConflictError,
    ForbiddenError,
    MissingFrameworkError,
    NotFoundError,
    ProviderNotConfiguredError,
    RecordNotFoundError,
    ReviewNotOpenError,
    TaskTypeDisabledError,
    ValidationFailedError,
)
from chalicelib.domain.principal import Principal
from chalicelib.entrypoints.api_tasks import ONE_TASK, SUBMITTING
from chalicelib.entrypoints.api_workflows import decided
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models_roadmaps import (
    ContentStatusView,
    ExportQuery,
    OneConceptView,
    RegeneratedArtifact,
    RoadmapSubmission,
    RoadmapView,
    StartedRoadmap,
)
from chalicelib.entrypoints.http.models_tasks import FinishedTask, TaskView
from chalicelib.entrypoints.http.models_workflows import ReviewBody
from chalicelib.entrypoints.http.operation import Answer
from chalicelib.entrypoints.http.present_roadmaps import (
    KINDS,
    PATH,
    content_status_view,
    one_concept_view,
    regenerated_artifact,
    roadmap_view,
    started_roadmap,
)
from chalicelib.entrypoints.http.presenters import retry_after, task_view
from chalicelib.entrypoints.http.routes import ApiRoutes
from chalicelib.entrypoints.http.submissions import beside_timing, submission_answer

blueprint = ApiRoutes(__name__, tag="Learning roadmaps")

TASK_TYPE = "learning_roadmap"
MARKDOWN = {"Content-Type": "text/markdown; charset=utf-8"}


@blueprint.route(
    f"{PATH}/generate",
    method="POST",
    answers={202: StartedRoadmap, 200: FinishedTask},
    raises=(*SUBMITTING, ForbiddenError, MissingFrameworkError, ProviderNotConfiguredError),
    submits=True,
)
def generate_roadmap(call: Call, body: RoadmapSubmission) -> Answer:
    """Have a learning roadmap made

    From a supplied framework, from a text, or by a model: a curriculum, and for each of its concepts a tutorial,
    resources and a quiz. A task of type `learning_roadmap`.
    """
    command = SubmitCommand(TASK_TYPE, body.request(), **body.timing(), idempotency_key=call.idempotency_key)
    try:
        task = call.platform.submit_task.submit_task(command, _owner(call.principal, body.user_id))
    except ValidationFailedError as error:
        raise beside_timing(error) from error
    answer = submission_answer(call, task)
    if answer.status == 200:
        return answer
    return Answer(started_roadmap(task, call.base_url), 202, answer.headers)


@blueprint.route(f"{PATH}/{{task_id}}", answers={200: RoadmapView}, raises=ONE_TASK)
def show_roadmap(call: Call, task_id: str) -> RoadmapView:
    """Show a roadmap as far as it is there"""
    roadmap = call.platform.roadmaps.show_roadmap(task_id, call.principal)
    return roadmap_view(roadmap, call.platform.roadmaps.assembled(roadmap))


@blueprint.route(f"{PATH}/{{task_id}}/content-status", answers={200: ContentStatusView}, raises=ONE_TASK)
def show_content_status(call: Call, task_id: str) -> Answer:
    """Say how far a roadmap is, concept by concept"""
    roadmap = call.platform.roadmaps.show_roadmap(task_id, call.principal)
    task = roadmap.task
    look_again = {} if task.finished else {"Retry-After": retry_after(task, call.platform.clock.now())}
    return Answer(content_status_view(roadmap), headers=look_again)


@blueprint.route(
    f"{PATH}/{{task_id}}/concepts/{{concept_id}}",
    answers={200: OneConceptView},
    raises=(*ONE_TASK, RecordNotFoundError),
)
def show_concept(call: Call, task_id: str, concept_id: str) -> OneConceptView:
    """Show one concept with its tutorial, resources and quiz, each as soon as it is there"""
    roadmap = call.platform.roadmaps.show_roadmap(task_id, call.principal)
    return one_concept_view(roadmap, call.platform.roadmaps.concept(roadmap, concept_id))


@blueprint.route(
    f"{PATH}/{{task_id}}/concepts/{{concept_id}}/artifacts/{{kind}}/regenerate",
    method="POST",
    answers={202: RegeneratedArtifact},
    raises=(*ONE_TASK, RecordNotFoundError, ConflictError, TaskTypeDisabledError),
)
def regenerate_artifact(call: Call, task_id: str, concept_id: str, kind: str) -> Answer:
    """Have one artifact made again

    `kind` is tutorial, resources or quiz. The new one takes the old one's place when it is there.
    """
    if kind not in KINDS:
        raise NotFoundError(f"there is no artifact {kind!r}; there are {', '.join(KINDS)}")
    task = call.platform.regenerate_artifact.regenerate(task_id, concept_id, kind, call.principal)
    view = regenerated_artifact(task, call.base_url)
    told = {"Location": view.status_url, "Retry-After": retry_after(task, call.platform.clock.now())}
    return Answer(view, 202, told)


@blueprint.route(
    f"{PATH}/{{task_id}}/review",
    method="POST",
    answers={200: TaskView},
    raises=(*ONE_TASK, ReviewNotOpenError),
)
def review_roadmap(call: Call, task_id: str, body: ReviewBody) -> TaskView:
    """Approve or reject the curriculum, with comments or as edited

    The same as the review of any other workflow.
    """
    return task_view(decided(call, task_id, body), call.base_url)


@blueprint.route(f"{PATH}/{{task_id}}/export", answers={200: RoadmapView}, raises=ONE_TASK)
def export_roadmap(call: Call, task_id: str, query: ExportQuery) -> Answer:
    """Take a roadmap along, as JSON or as one Markdown document"""
    roadmap = call.platform.roadmaps.show_roadmap(task_id, call.principal)
    if query.format == "markdown":
        return Answer(text=call.platform.roadmaps.as_markdown(roadmap), headers=MARKDOWN)
    return Answer(roadmap_view(roadmap, call.platform.roadmaps.assembled(roadmap)))


def _owner(caller: Principal, user_id: str | None) -> Principal:
    """Raises ForbiddenError for another user's name, unless an admin acts for them."""
    if user_id is None or user_id == caller.user_id:
        return caller
    if not caller.is_admin:
        raise ForbiddenError("user_id may only be your own; leave it out")
    return Principal(user_id, caller.role)
