"""Where output goes: results to standard output, everything about them to standard error."""

import json
import sys
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TextIO

from contenthub.display.cells import Cells
from contenthub.surroundings import Surroundings
from contenthub.texts import Texts

if TYPE_CHECKING:
    from rich.console import Console


class Screen:
    """With `as_json`, standard output carries JSON and nothing else."""

    def __init__(self, texts: Texts, *, surroundings: Surroundings, as_json: bool, colourless: bool) -> None:
        self.texts = texts
        self.as_json = as_json
        self._surroundings = surroundings
        self._colourless = colourless or bool(surroundings.environ.get("NO_COLOR"))

    @cached_property
    def out(self) -> "Console":
        return self._console(sys.stdout)

    @cached_property
    def err(self) -> "Console":
        return self._console(sys.stderr)

    @property
    def for_person(self) -> bool:
        """Whether a person looks at standard output."""
        return not self.as_json and self.out.is_terminal

    @property
    def cells(self) -> Cells:
        return Cells(self.texts, self._surroundings.now(), self.for_person)

    def show(self, value: Any, render: Callable[["Screen", Any], None]) -> None:
        """The one result of a command: as JSON, or rendered for reading."""
        if self.as_json:
            self.write_json(value)
        else:
            render(self, value)

    def write_json(self, value: Any, *, indent: int | None = 2) -> None:
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")
        sys.stdout.flush()

    def write_line(self, text: str) -> None:
        """One line for a script: as it is, whatever its width."""
        sys.stdout.write(text + "\n")

    def say(self, key: str, **values: object) -> None:
        """Tells what has been done; there is nothing to tell when the output is JSON."""
        if not self.as_json:
            self.out.print(self.texts(key, **values), soft_wrap=True)

    def note(self, key: str, *, style: str = "dim", **values: object) -> None:
        """A remark beside the result, on standard error."""
        if not self.as_json:
            self.err.print(self.texts(key, **values), style=style, soft_wrap=True)

    def warn(self, key: str, **values: object) -> None:
        self.note(key, style="yellow", **values)

    def _console(self, stream: TextIO) -> "Console":
        from rich.console import Console

        return Console(
            file=stream,
            color_system=None if self._colourless else "auto",
            force_terminal=self._surroundings.terminal,
            width=self._surroundings.width,
            highlight=False,
            markup=False,
            emoji=False,
        )
