"""How far the sync of a file is: its progress says what is done with it, which file it is, and the rows."""

import re
from dataclasses import dataclass

from contenthub.shapes import Progress

_STEP = re.compile(r"(reading|checking|writing) (.+)", re.DOTALL)


def tells_of_rows(progress: Progress | None) -> bool:
    return progress is not None and _STEP.fullmatch(progress.get("step") or "") is not None


@dataclass
class FileProgress:
    """`file` is empty for what is no sync of a file, or has not begun."""

    file: str = ""
    doing: str = ""
    done: int = 0
    total: int = 0
    _since: float = 0.0
    _from: int = 0

    def observe(self, progress: Progress | None, now: float) -> bool:
        """Whether this is worth telling: something else is done with the file now, or another tenth of it."""
        if progress is None:
            return False
        found = _STEP.fullmatch(progress.get("step") or "")
        if found is None:
            self.done = max(self.done, progress["done"]) if self.file and self.total else self.done
            return False
        before = (self.doing, self._tenths)
        if found[1] != self.doing:
            self._since, self._from = now, progress["done"]
        self.doing, self.file = found[1], found[2]
        self.done, self.total = progress["done"], progress["total"] or 0
        return before != (self.doing, self._tenths)

    @property
    def rows_written(self) -> int:
        return self.done if self.doing == "writing" else 0

    def per_second(self, now: float) -> float | None:
        """Rows, since this was begun; None while there is nothing to reckon with."""
        fresh = self.done - self._from
        return fresh / (now - self._since) if fresh > 0 and now - self._since > 0.5 else None

    @property
    def _tenths(self) -> int:
        return 10 * self.done // self.total if self.total else self.done // 10_000
