"""Workflows over HTTP, whatever their type: their units, and the human step."""

from typing import Literal

from chalicelib.domain.errors import InvalidCursorError, ReviewNotOpenError
from chalicelib.domain.ports.tasks import TaskFilter
from chalicelib.domain.task import Task
from chalicelib.domain.workflow import Decision
from chalicelib.entrypoints.api_tasks import ONE_TASK
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models_tasks import TaskPageView, TaskView
from chalicelib.entrypoints.http.models_workflows import ChildrenQuery, ReviewBody, ReviewView
from chalicelib.entrypoints.http.present_workflows import review_view
from chalicelib.entrypoints.http.presenters import task_view
from chalicelib.entrypoints.http.routes import ApiRoutes

blueprint = ApiRoutes(__name__, tag="Workflows")

_DECISIONS: dict[str, Literal[Decision.APPROVED, Decision.REJECTED]] = {
    "approve": Decision.APPROVED,
    "reject": Decision.REJECTED,
}


@blueprint.route("/v1/tasks/{task_id}/children", answers={200: TaskPageView}, raises=(*ONE_TASK, InvalidCursorError))
def list_children(call: Call, task_id: str, query: ChildrenQuery) -> TaskPageView:
    """List the units of a workflow, newest first

    Each is a task with a result of its own, which can be read as soon as it is there.
    """
    call.platform.read_tasks.task(task_id, call.principal)
    cursors = call.cursors(query, within=task_id)
    page = call.platform.read_tasks.tasks_page(
        TaskFilter(parent_id=task_id, status=query.status),
        call.principal,
        limit=query.limit,
        cursor=cursors.decode(query.cursor),
    )
    items = [task_view(task, call.base_url) for task in page.items]
    return TaskPageView(items=items, next_cursor=cursors.encode(page.next_cursor))


@blueprint.route("/v1/tasks/{task_id}/review", answers={200: ReviewView}, raises=ONE_TASK)
def show_review(call: Call, task_id: str) -> ReviewView:
    """Show what waits for a person's decision, and what was decided before"""
    return review_view(call.platform.review_workflow.show(task_id, call.principal))


@blueprint.route(
    "/v1/tasks/{task_id}/review",
    method="POST",
    answers={200: TaskView},
    raises=(*ONE_TASK, ReviewNotOpenError),
)
def decide_review(call: Call, task_id: str, body: ReviewBody) -> TaskView:
    """Approve or reject what is under review

    Once: a second decision is refused. An edit stands in the place of what was under review.
    """
    return task_view(decided(call, task_id, body), call.base_url)


def decided(call: Call, task_id: str, body: ReviewBody) -> Task:
    return call.platform.review_workflow.decide(
        task_id,
        call.principal,
        decision=_DECISIONS[body.decision],
        comments=body.comments or "",
        edit=body.edit,
    )
