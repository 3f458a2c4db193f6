"""How many rows were inserted, updated and so on, and how many the dataset has already, as words."""

from collections.abc import Mapping

from contenthub.display.screen import Screen

COMPARED = ("new", "same", "different", "newer_in_store")
ROW_COUNTS = ("inserted", "updated", "unchanged", "superseded", "duplicates", "rejected")


def counts_text(screen: Screen, counts: Mapping[str, int] | None) -> str:
    """Only what there is; empty when nothing was counted."""
    told = [(name, (counts or {}).get(name) or 0) for name in ROW_COUNTS]
    return " · ".join(screen.texts(f"sync.count.{name}", count=f"{count:,}") for name, count in told if count)


def against_text(screen: Screen, against: Mapping[str, int] | None) -> str:
    """How the rows compare with what the dataset had before; empty when it had nothing."""
    if not against or not against["looked_at"]:
        return ""
    told = [screen.texts(f"sync.count.{name}", count=f"{against[name]:,}") for name in COMPARED if against[name]]
    return screen.texts("report.compared", count=f"{against['looked_at']:,}", counts=" · ".join(told))
