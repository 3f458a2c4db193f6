"""The sizes that providers of pictures can draw, nearest to a wished one; what they draw is cut to the wish later."""

from collections.abc import Iterable
from math import ceil, log

NOVA_STEP, NOVA_LEAST, NOVA_LONGEST_RATIO, NOVA_PIXELS = 16, 320, 4.0, 4_194_304


def nearest_ratio(width: int, height: int, ratios: Iterable[str]) -> str:
    """The `W:H` whose form is most like that of the wished size."""
    return min(ratios, key=lambda ratio: _distance(ratio, ":", width / height))


def nearest_size(width: int, height: int, sizes: Iterable[str]) -> str:
    """The `WxH` whose form is most like that of the wished size; of several the smallest that is large enough."""
    wanted = width * height

    def preference(size: str) -> tuple[float, bool, int]:
        return round(_distance(size, "x", width / height), 3), _area(size) < wanted, abs(_area(size) - wanted)

    return min(sizes, key=preference)


def nova_size(width: int, height: int) -> tuple[int, int]:
    """Sides of at least 320 in steps of 16, not longer than 1:4, at most 4,194,304 pixels."""
    longer = max(width, height)
    shorter = max(min(width, height), longer / NOVA_LONGEST_RATIO)
    scale = max(1.0, NOVA_LEAST / shorter)
    short = ceil(shorter * scale / NOVA_STEP) * NOVA_STEP
    most = min(longer * scale, short * NOVA_LONGEST_RATIO, NOVA_PIXELS / short)
    long = max(int(most) // NOVA_STEP * NOVA_STEP, short)
    return (long, short) if width >= height else (short, long)


def _distance(text: str, between: str, form: float) -> float:
    width, height = (int(part) for part in text.split(between))
    return abs(log(width / height / form))


def _area(size: str) -> int:
    width, height = (int(part) for part in size.split("x"))
    return width * height
