"""What happens after a sync was accepted: say how to look at it, or wait for it and show what became of the files."""

from contenthub.commands.session import Session
from contenthub.commands.submitting import print_submitted
from contenthub.commands.sync_outcomes import outcome_of_task
from contenthub.commands.waiting_for_end import check_success, wait_for_end
from contenthub.display.sync import print_outcome
from contenthub.shapes import SubmittedTask


def follow_sync(session: Session, submitted: SubmittedTask, *, wait: bool, watch: bool, max_wait: str | None) -> None:
    """A file that was refused, too, is shown with its report; then it is an error."""
    if not wait and not watch:
        session.screen.show(submitted, lambda screen, value: print_submitted(screen, value, group="sync"))
        return
    task_id = submitted["task_id"]
    session.screen.note("submit.accepted_waiting", task_id=task_id)
    task = wait_for_end(session, task_id, max_wait=max_wait, events="beside the result" if watch else "off")
    outcome = outcome_of_task(session.client, task_id)
    if session.screen.as_json:
        # After event lines the result is one line too, so that every line of the output is JSON.
        session.screen.write_json(outcome, indent=None if watch else 2)
    else:
        print_outcome(session.screen, outcome)
    check_success(task)
