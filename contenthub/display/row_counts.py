"""How many rows were inserted, updated and so on, as words."""

from collections.abc import Mapping

from contenthub.display.screen import Screen

ROW_COUNTS = ("inserted", "updated", "unchanged", "superseded", "duplicates", "rejected")


def counts_text(screen: Screen, counts: Mapping[str, int] | None) -> str:
    """Only what there is; empty when nothing was counted."""
    told = [(name, (counts or {}).get(name) or 0) for name in ROW_COUNTS]
    return " · ".join(screen.texts(f"sync.count.{name}", count=f"{count:,}") for name, count in told if count)
