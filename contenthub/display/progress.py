"""The progress of a task while somebody waits: a live tree in a terminal, event lines where asked for."""

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Literal

from contenthub.display.events import event_line
from contenthub.display.live_view import LiveView
from contenthub.display.moving import Moving
from contenthub.display.screen import Screen
from contenthub.live import LiveEvent
from contenthub.steps import tells_of_rows
from contenthub.units import BAD_STATES, WorkflowState

if TYPE_CHECKING:
    from rich.live import Live


EventLog = Literal["off", "beside the result", "as the result"]
FRAMES_PER_SECOND = 6


class ProgressDisplay(Moving["Live"]):
    """The live view is on standard error, so that standard output holds the result alone."""

    def __init__(self, screen: Screen, task_id: str, *, events: EventLog, clock: Callable[[], float]) -> None:
        super().__init__(screen)
        self.state = WorkflowState(task_id)
        self._events = events
        self._clock = clock

    def _made(self) -> "Live":
        from rich.live import Live

        view = LiveView(self._screen, self.state, self._clock)
        return Live(
            get_renderable=view.render, console=self._screen.err, refresh_per_second=FRAMES_PER_SECOND, transient=True
        )

    def advance(self, event: LiveEvent) -> None:
        rows_worth_a_line = self.state.observe(event, self._clock())
        if self._events != "off":
            self._print_event(event, rows_worth_a_line)
        if self._shown is not None and event.ends:
            self._shown.refresh()

    def trouble(self, message: str) -> None:
        if not self._screen.as_json:
            self._screen.err.print(message, style="yellow", soft_wrap=True)

    def decision_needed(self) -> None:
        self._screen.note("watch.review_open", style="yellow", task_id=self.state.task_id)

    def _print_event(self, event: LiveEvent, rows_worth_a_line: bool) -> None:
        if self._screen.as_json:
            self._screen.write_json({"event": asdict(event)}, indent=None)
            return
        if self._shown is not None and (self.state.units or self.state.rows.file):
            return  # the live view says it
        if not (rows_worth_a_line if tells_of_rows(event.progress) else _worth_a_line(event)):
            return
        line = event_line(self._screen, {**asdict(event), "message": self.state.readable(event.message)})
        if self._events == "as the result" and self._shown is None:
            self._screen.write_line(str(line))
        else:
            self._screen.err.print(line, soft_wrap=True)


def _worth_a_line(event: LiveEvent) -> bool:
    """The workflow tells of each unit that ends, so a unit's own events matter when something went wrong."""
    return event.unit is None or event.status in BAD_STATES or event.kind == "retrying"
