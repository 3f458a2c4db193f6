"""What happens after a sync was accepted: say how to look at it, or wait for it and show what became of the files."""

from contextlib import suppress

from contenthub.commands.listing import Paging, collect
from contenthub.commands.session import Session
from contenthub.commands.submitting import print_submitted
from contenthub.commands.sync_outcomes import MOST_FILES_LOOKED_AT, outcome_of_task
from contenthub.commands.waiting_for_end import check_success, wait_for_end
from contenthub.display.sync import print_outcome
from contenthub.errors import ContentHubError, LocalError
from contenthub.exit_codes import ExitCode
from contenthub.shapes import Record, SubmittedTask

BATCH = "data_sync_batch"


def follow_sync(session: Session, submitted: SubmittedTask, *, wait: bool, watch: bool, max_wait: str | None) -> None:
    """A file that was refused, too, is shown with its report; then it is an error."""
    if not wait and not watch:
        session.screen.show(submitted, lambda screen, value: print_submitted(screen, value, group="sync"))
        return
    task_id = submitted["task_id"]
    session.screen.note("submit.accepted_waiting", task_id=task_id)
    task = wait_for_end(
        session,
        task_id,
        max_wait=max_wait,
        events="beside the result" if watch else "off",
        names=_names(session) if submitted["task_type"] == BATCH else None,
    )
    outcome = outcome_of_task(session.client, task_id)
    if session.screen.as_json:
        # After event lines the result is one line too, so that every line of the output is JSON.
        session.screen.write_json(outcome, indent=None if watch else 2)
    else:
        print_outcome(session.screen, outcome)
    check_success(task)
    if outcome["dry_run"]:
        _check_acceptance(outcome)


def _check_acceptance(outcome: Record) -> None:
    """A script must be able to tell without reading the report."""
    for file in outcome.get("files", [outcome]):
        if file["state"] == "failed" or (file.get("report") or {}).get("verdict") == "rejected":
            name, reason = file["file_name"], file["reason"]
            raise LocalError("would_be_refused", exit_code=ExitCode.REFUSED, name=name, reason=reason)


def _names(session: Session) -> dict[str, str]:
    """Of files by their ids: a unit is called by an id, and a short one ends before its progress names the file."""
    if session.screen.as_json:
        return {}
    with suppress(ContentHubError):  # the sync goes on without names, too
        files = collect(session.client.data_files.list, Paging(MOST_FILES_LOOKED_AT))["items"]
        return {file["file_id"]: file["name"] for file in files}
    return {}
