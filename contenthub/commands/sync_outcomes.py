"""What became of a file or of a sync: from the task's result, or from what was written down about the file."""

from collections import Counter
from contextlib import suppress
from functools import partial
from typing import Any

from contenthub.client import Client
from contenthub.commands.listing import Paging, collect
from contenthub.errors import NotFoundError
from contenthub.shapes import Record
from contenthub.units import BAD_STATES, unit_of

MOST_FILES_LOOKED_AT = 500


def outcome_of(client: Client, name: str) -> Record:
    """Of a file or a task. Raises NotFoundError."""
    ways = [outcome_of_file, outcome_of_task]
    if name != name.lower():  # as the ids of tasks are written
        ways.reverse()
    try:
        return ways[0](client, name)
    except NotFoundError as error:
        with suppress(NotFoundError):
            return ways[1](client, name)
        raise error


def outcome_of_file(client: Client, file_id: str) -> Record:
    file, report = client.data_files.show(file_id), None
    with suppress(NotFoundError):  # a file that cannot be read, or was never synced, has none
        report = client.data_files.report(file_id)["report"]
    return {
        "file_id": file_id,
        "file_name": file["name"],
        "state": file["state"],
        "reason": file["reason"],
        "dataset_id": file["dataset_id"],
        "counts": file["counts"],
        "report": report,
        "dry_run": False,
        "task_id": file["task_id"],
    }


def outcome_of_task(client: Client, task_id: str) -> Record:
    """As its result says; without one, as far as it can be told from its units or its file."""
    task = client.data_sync.show(task_id)
    if task["result"] is not None:
        return {**task["result"], "task_id": task_id}
    if task.get("children_url"):
        return _batch_without_result(client, task)
    return _file_without_result(client, task)


def _file_without_result(client: Client, task: Record) -> Record:
    told = {"state": task["status"], "reason": (task["error"] or {}).get("message")}
    file_id = _file_of(client, task)
    if file_id is not None:
        outcome = outcome_of_file(client, file_id)
        if outcome["task_id"] == task["task_id"]:
            return outcome
    nothing = dict.fromkeys(("file_id", "file_name", "dataset_id", "counts", "report"))
    named = unit_of(task).rows.file or None
    return {**nothing, "file_id": file_id, "file_name": named, **told, "dry_run": None, "task_id": task["task_id"]}


def _file_of(client: Client, task: Record) -> str | None:
    """A unit is called by its file; of another task the file knows by which it was held last."""
    if task.get("unit"):
        return str(task["unit"]).partition("/")[2]
    files = collect(client.data_files.list, Paging(MOST_FILES_LOOKED_AT))["items"]
    return next((file["file_id"] for file in files if file["task_id"] == task["task_id"]), None)


def _batch_without_result(client: Client, task: Record) -> Record:
    fetch = partial(client.workflows.children, task["task_id"])
    units = [unit_of(child) for child in collect(fetch, Paging(limit=1, everything=True))["items"]]
    empty: dict[str, Any] = dict.fromkeys(("dataset_id", "counts", "score"))
    files = [
        {
            "file_id": unit.key,
            "file_name": unit.label,
            "state": unit.status,
            "reason": unit.note or None,
            "task_id": unit.task_id,
            **empty,
        }
        for unit in units
    ]
    states = Counter(unit.status for unit in units)
    failed = sum(states[state] for state in (*BAD_STATES, "cancelled"))
    counts = {"files": len(files), "synced": states["succeeded"], "skipped": 0, "failed": failed, "rows": {}}
    return {"counts": counts, "files": files, "dry_run": None, "task_id": task["task_id"]}
