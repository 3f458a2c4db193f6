"""`contenthub task review` and `contenthub roadmap review`: look at what waits for a decision, and decide."""

from typing import Annotated, Any

import typer

from contenthub.commands.asking import somebody_is_there
from contenthub.commands.options import TaskId
from contenthub.commands.request_body import read_json_file
from contenthub.commands.review_dialogue import ReviewDialogue
from contenthub.commands.session import Session, session_of
from contenthub.curricula import as_edit
from contenthub.display.review import print_decided, print_review
from contenthub.errors import LocalError


def review(
    context: typer.Context,
    task_id: TaskId,
    approve: Annotated[bool, typer.Option("--approve")] = False,
    reject: Annotated[bool, typer.Option("--reject")] = False,
    comments: Annotated[str | None, typer.Option("--comments", "-c", metavar="TEXT")] = None,
    edit: Annotated[str | None, typer.Option("--edit", metavar="FILE")] = None,
) -> None:
    session = session_of(context)
    if reject and (approve or edit):
        raise LocalError("approve_and_reject")
    if approve or reject or edit:
        document = as_edit(read_json_file(edit)) if edit else None
        decide(session, task_id, "reject" if reject else "approve", comments=comments, edit=document)
        return
    if comments is not None:
        raise LocalError("comments_without_decision")
    state = session.client.workflows.review(task_id)
    session.screen.show(state, print_review)
    if state["open"] and somebody_is_there(session):
        ReviewDialogue(session, task_id, state["open"]["subject"]).run(decide)


def decide(
    session: Session,
    task_id: str,
    decision: str,
    *,
    comments: str | None = None,
    edit: dict[str, Any] | None = None,
) -> None:
    task = session.client.workflows.decide(task_id, decision=decision, comments=comments, edit=edit)
    session.screen.show(task, lambda screen, _: print_decided(screen, task_id, decision, edited=edit is not None))
