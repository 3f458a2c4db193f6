"""A batch over HTTP: items in, an answer for each out."""

from collections.abc import Sequence

from chalicelib.bootstrap import SubmitCommand
from chalicelib.domain.errors import ContentHubError, FieldProblem, ValidationFailedError
from chalicelib.domain.task import Task
from chalicelib.domain.validation import validated
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.kinds_of_problems import BatchRejectedError
from chalicelib.entrypoints.http.models_tasks import BatchBody, BatchItemView, BatchProblem, BatchView, SubmitBody
from chalicelib.entrypoints.http.operation import Answer
from chalicelib.entrypoints.http.presenters import submitted_task
from chalicelib.entrypoints.http.problem import FieldProblemView, Problem
from chalicelib.entrypoints.http.problems import PROBLEM_JSON, problem_document, problem_of

MOST_NAMED = 100
"""So many bad items of a refused batch are named at the top; each item carries its own problem anyway."""


def batch_items(body: BatchBody, idempotency_key: str | None) -> list[SubmitCommand | ContentHubError]:
    """What each item asks for, or what is wrong with it."""
    return [_read(item, idempotency_key) for item in body.items]


def batch_answer(call: Call, body: BatchBody, outcomes: Sequence[Task | ContentHubError]) -> Answer:
    refused = body.atomic and any(isinstance(outcome, ContentHubError) for outcome in outcomes)
    items = [_item_view(call, body, index, outcome, refused) for index, outcome in enumerate(outcomes)]
    accepted = sum(item.status == "accepted" for item in items)
    view = BatchView(accepted=accepted, rejected=len(items) - accepted, dry_run=body.dry_run, items=items)
    if body.dry_run:
        return Answer(view, 200)
    return _refusal(call, view, outcomes) if refused else Answer(view, 202)


def _read(item: object, idempotency_key: str | None) -> SubmitCommand | ContentHubError:
    if not isinstance(item, dict):
        return ValidationFailedError((FieldProblem("", "dict_type", "Input should be an object"),))
    try:
        return SubmitCommand(**dict(validated(SubmitBody, item)), idempotency_key=idempotency_key)
    except ContentHubError as error:
        return error


def _item_view(
    call: Call, body: BatchBody, index: int, outcome: Task | ContentHubError, refused: bool
) -> BatchItemView:
    error = outcome if isinstance(outcome, ContentHubError) else BatchRejectedError() if refused else None
    if error is not None:
        problem = Problem.model_validate(problem_document(error, call.reader))
        return BatchItemView(index=index, status="rejected", task=None, error=problem)
    task = submitted_task(outcome, call.base_url) if isinstance(outcome, Task) and not body.dry_run else None
    return BatchItemView(index=index, status="accepted", task=task, error=None)


def _refusal(call: Call, view: BatchView, outcomes: Sequence[Task | ContentHubError]) -> Answer:
    wrong = [(index, outcome) for index, outcome in enumerate(outcomes) if isinstance(outcome, ContentHubError)]
    problem = problem_of(BatchRejectedError(f"{len(wrong)} of {len(outcomes)} items are wrong"), call.reader)
    named = [_named(call, index, error) for index, error in wrong[:MOST_NAMED]]
    body = BatchProblem(**dict(view), **problem.document, errors=named)
    return Answer(body, 422, {**problem.headers, "Content-Type": PROBLEM_JSON})


def _named(call: Call, index: int, error: ContentHubError) -> FieldProblemView:
    if isinstance(error, ValidationFailedError):
        first = problem_document(error, call.reader)["errors"][0]
        return FieldProblemView.model_validate({**first, "pointer": f"/items/{index}{first['pointer']}"})
    return FieldProblemView(
        pointer=f"/items/{index}", code=error.code, detail=problem_document(error, call.reader)["detail"]
    )
