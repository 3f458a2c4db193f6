"""`contenthub task tree`: a workflow's units, stage by stage."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from contenthub.commands.listing import Paging, collect
from contenthub.commands.options import TaskId
from contenthub.commands.session import session_of
from contenthub.display.cells import STYLES_BY_STATUS, Column, printable
from contenthub.display.screen import Screen
from contenthub.display.tables import print_table
from contenthub.display.unit_tree import Choose, all_units, notable_units, unit_tree
from contenthub.units import unit_of

MOST_UNITS_OF_A_STAGE = 12
UNIT_COLUMNS = (
    Column("unit", whole=True),
    Column("status", "status"),
    Column("task_id", whole=True),
    Column("attempt", "number"),
    Column("started_at", "age"),
    Column("finished_at", "age"),
    Column("error.code"),
    Column("error.message"),
)


def tree(
    context: typer.Context,
    task_id: TaskId,
    all_of_them: Annotated[bool, typer.Option("--all")] = False,
) -> None:
    session = session_of(context)
    task = session.client.tasks.show(task_id)

    def fetch(**paging: Any) -> Any:
        return session.client.workflows.children(task_id, **paging)

    children = collect(fetch, Paging(limit=1, everything=True))["items"]
    children.sort(key=lambda child: (child.get("created_at") or "", child.get("unit") or ""))
    choose = all_units if all_of_them else notable_units(MOST_UNITS_OF_A_STAGE)
    answer = {"task": task, "children": children}
    session.screen.show(answer, lambda screen, value: _print_tree(screen, value, choose))


def _print_tree(screen: Screen, answer: Mapping[str, Any], choose: Choose) -> None:
    children = answer["children"]
    if not screen.for_person:
        print_table(screen, children, UNIT_COLUMNS, empty_key="list.no_units")
        return
    screen.out.print(unit_tree(screen, _head(screen, answer["task"]), [unit_of(child) for child in children], choose))
    if not children:
        screen.note("list.no_units")


def _head(screen: Screen, task: Mapping[str, Any]) -> Any:
    from rich.text import Text

    cells, status = screen.cells, str(task["status"])
    counted = cells.text(task.get("progress"), "progress")
    in_review = task.get("waiting_for") == "review"
    state = screen.texts("live.in_review") if in_review else cells.text(status, "status")
    error = task.get("error") or {}
    return Text.assemble(
        (printable(str(task["task_type"])), "bold"),
        (f"  {task['task_id']}", "dim"),
        f"  {counted}" if counted else "",
        (f"  {state}", STYLES_BY_STATUS.get(status, "")),
        (f"  {printable(str(error.get('message')))}" if error else "", "red"),
        overflow="fold",
    )
