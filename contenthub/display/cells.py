"""Single values as text: for a person in their language, for a script unchanged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from contenthub.moments import from_iso, largest_unit
from contenthub.texts import Texts

Kind = Literal["text", "status", "age", "moment", "number", "bytes", "flag", "list", "progress"]

STYLES_BY_STATUS = {
    "succeeded": "green",
    "ok": "green",
    "ready": "green",
    "published": "green",
    "approved": "green",
    "pong": "green",
    "analysed": "green",
    "reading": "cyan",
    "read": "cyan",
    "analysing": "cyan",
    "unread": "red",
    "not_analysed": "red",
    "synced": "green",
    "checked": "green",
    "passed": "green",
    "warned": "yellow",
    "registered": "yellow",
    "uploaded": "cyan",
    "syncing": "cyan",
    "skipped": "bright_black",
    "interrupted": "red",
    "running": "cyan",
    "scheduled": "cyan",
    "waiting": "yellow",
    "queued": "yellow",
    "pending": "yellow",
    "draft": "yellow",
    "partial": "magenta",
    "degraded": "red",
    "rejected": "magenta",
    "silent": "red",
    "failed": "red",
    "timed_out": "red",
    "expired": "red",
    "cancelled": "bright_black",
    "withdrawn": "bright_black",
    "archived": "bright_black",
}


@dataclass(frozen=True)
class Column:
    """One field of a record: where it is (`error.message`), what it is, and whether it must stay whole.

    One that is `spare` is left out of a table in a narrow terminal.
    """

    path: str
    kind: Kind = "text"
    whole: bool = False
    spare: bool = False

    @property
    def label_key(self) -> str:
        return f"column.{self.path}"

    def value(self, record: Mapping[str, Any]) -> Any:
        found: Any = record
        for name in self.path.split("."):
            found = found.get(name) if isinstance(found, Mapping) else None
        return found


@dataclass(frozen=True)
class Cells:
    texts: Texts
    now: datetime
    for_person: bool

    def text(self, value: Any, kind: Kind) -> str:
        if value is None or value in ([], {}):
            return ""
        if kind == "progress":
            return self._progress(value)
        if kind == "list" and isinstance(value, list):
            return printable((", " if self.for_person else ",").join(str(item) for item in value))
        if not self.for_person:
            return plain(value)
        return self._readable(value, kind)

    def style(self, value: Any, kind: Kind) -> str:
        return STYLES_BY_STATUS.get(str(value), "") if kind == "status" else ""

    def _readable(self, value: Any, kind: Kind) -> str:
        if isinstance(value, bool):
            return self.texts("value.yes" if value else "value.no")
        if kind == "status":
            return self.texts.find(f"status.{value}") or printable(str(value))
        if kind in ("age", "moment"):
            return self._time(str(value), kind)
        if kind in ("number", "bytes") and isinstance(value, int | float):
            return size(value) if kind == "bytes" else f"{value:,.10g}"
        return printable(str(value))

    def _time(self, value: str, kind: Kind) -> str:
        moment = from_iso(value)
        if moment is None:
            return printable(value)
        if kind == "age":
            return self._age(moment)
        return f"{moment.astimezone():%Y-%m-%d %H:%M:%S} ({self._age(moment)})"

    def _age(self, moment: datetime) -> str:
        seconds = (self.now - moment).total_seconds()
        count, unit = largest_unit(abs(seconds))
        if count == 0:
            return self.texts("age.now")
        return self.texts(f"age.{'ago' if seconds > 0 else 'ahead'}.{unit}", count=count)

    def _progress(self, value: Mapping[str, Any]) -> str:
        done, total, step = value.get("done") or 0, value.get("total"), value.get("step")
        counted = f"{done}/{total}" if total else ""
        return printable(" ".join(str(part) for part in (counted, step) if part))


def plain(value: Any) -> str:
    """One cell of tab-separated output."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return printable(" ".join(str(value).split()))


def printable(text: str) -> str:
    """Without control characters, which could make a terminal do what the text's author wants."""
    return "".join(c if c in "\n\t" or (c >= " " and not "\x7f" <= c <= "\x9f") else "�" for c in text)


def size(count: float) -> str:
    for unit in ("B", "kB", "MB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "B" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} GB"
