"""What a terminal shows of a task that goes on: a bar with figures, and the units that matter just now."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from contenthub.display.cells import STYLES_BY_STATUS, printable
from contenthub.display.rows_progress import file_line, rate_text
from contenthub.display.screen import Screen
from contenthub.display.unit_tree import recent_units, unit_tree
from contenthub.units import WorkflowState, by_stage

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

LINES_BESIDE_UNITS = 4
MOST_UNITS = 16
BAR_WIDTH = 30


class LiveView:
    def __init__(self, screen: Screen, state: WorkflowState, clock: Callable[[], float]) -> None:
        from rich.spinner import Spinner

        self._screen = screen
        self._state = state
        self._clock = clock
        self._started = clock()
        self._spinner = Spinner("dots")

    def render(self) -> "RenderableType":
        from rich.table import Table

        head = self._head()
        if self._state.rows.file:
            return self._one_file()
        if not self._state.units:
            line = Table.grid(padding=(0, 1))
            line.add_row(self._spinner, head, self._bar())
            return line
        units = [*self._state.units.values()]
        lines = self._screen.err.height - LINES_BESIDE_UNITS - len(by_stage(units)) * 2
        choose = recent_units(units, max(3, min(MOST_UNITS, lines)))
        page = Table.grid()
        bar = Table.grid(padding=(0, 1))
        bar.add_row(self._spinner, self._bar(), self._figures())
        page.add_row(bar)
        page.add_row(unit_tree(self._screen, head, units, choose))
        return page

    def _one_file(self) -> "RenderableType":
        from rich.table import Table

        bar = Table.grid(padding=(0, 1))
        bar.add_row(self._spinner, self._bar(), self._figures())
        page = Table.grid()
        page.add_row(bar)
        page.add_row(file_line(self._screen, self._state.rows))
        return page

    def _head(self) -> "Text":
        from rich.text import Text

        state, texts = self._state, self._screen.texts
        name = texts("live.in_review") if state.in_review else texts.find(f"status.{state.status}") or state.status
        counted = self._screen.cells.text(state.progress, "progress")
        elapsed = "" if state.units else _clock_time(self._clock() - self._started)
        text = Text(printable(name), style=STYLES_BY_STATUS.get(state.status, ""))
        for part in (counted, elapsed):
            text.append(f" · {part}" if part else "", style="default")
        return text

    def _figures(self) -> "Text":
        from rich.text import Text

        now, texts = self._clock(), self._screen.texts
        done, total = self._done_and_total()
        parts = [f"{100 * done // total} %" if total else "", _clock_time(now - self._started)]
        rate = self._state.per_second(now)
        if rate:
            key, count = ("live.per_second", rate) if rate >= 1 else ("live.per_minute", rate * 60)
            parts.append(texts(key, count=f"{count:.1f}"))
        if written := self._state.rows_written:
            parts.append(texts("sync.rows", count=f"{written:,}"))
        parts.append(rate_text(self._screen, self._state.rows, now))
        text = Text(" · ".join(part for part in parts if part))
        if self._state.failed:
            text.append(" · " + texts("live.failed", count=self._state.failed), style="red")
        return text

    def _bar(self) -> "RenderableType":
        from rich.progress_bar import ProgressBar

        done, total = self._done_and_total()
        return ProgressBar(total=total, completed=done, width=BAR_WIDTH, pulse=not total)

    def _done_and_total(self) -> tuple[int, int | None]:
        progress = self._state.progress
        return (progress["done"] or 0, progress["total"] or None) if progress else (0, None)


def _clock_time(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
