"""What went wrong in a workflow, once it has ended."""

from contenthub.display.cells import printable
from contenthub.display.screen import Screen
from contenthub.units import BAD_STATES, WorkflowState

MOST_FAILURES = 10


def print_failures(screen: Screen, state: WorkflowState) -> None:
    """On standard error; nothing when all units succeeded."""
    bad = [unit for unit in state.units.values() if unit.status in BAD_STATES]
    if not bad or screen.as_json:
        return
    screen.warn("live.units_failed", count=len(bad), total=len(state.units))
    for unit in bad[:MOST_FAILURES]:
        screen.err.print(printable(f"  ✗ {unit.title}  {' '.join(unit.note.split())}"), soft_wrap=True)
    if len(bad) > MOST_FAILURES:
        screen.note("live.see_tree", task_id=state.task_id)
    screen.note("live.retry", task_id=state.task_id)
