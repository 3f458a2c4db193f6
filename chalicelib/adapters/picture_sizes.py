"""The sizes that providers of pictures can draw, nearest to a wished one; what they draw is cut to the wish later."""

from collections.abc import Iterable
from math import log, sqrt

NOVA_STEP, NOVA_LEAST, NOVA_LONGEST_RATIO, NOVA_PIXELS = 16, 320, 4.0, 4_194_304


def nearest_ratio(width: int, height: int, ratios: Iterable[str]) -> str:
    """The `W:H` whose form is most like that of the wished size."""
    return min(ratios, key=lambda ratio: _distance(ratio, ":", width / height))


def nearest_size(width: int, height: int, sizes: Iterable[str]) -> str:
    """The `WxH` whose form is most like that of the wished size; of several the one nearest in size."""
    wanted = width * height
    return min(sizes, key=lambda size: (round(_distance(size, "x", width / height), 3), abs(_area(size) - wanted)))


def nova_size(width: int, height: int) -> tuple[int, int]:
    """At least 320, steps of 16, not longer than 1:4, at most 4,194,304 pixels; never smaller than wished for."""
    scale = max(1.0, NOVA_LEAST / min(width, height))
    wide, high = width * scale, height * scale
    wide, high = max(wide, high / NOVA_LONGEST_RATIO), max(high, wide / NOVA_LONGEST_RATIO)
    shrink = min(1.0, sqrt(NOVA_PIXELS / (wide * high)))
    return _stepped(wide * shrink), _stepped(high * shrink)


def _stepped(length: float) -> int:
    return max(int(length) // NOVA_STEP * NOVA_STEP, NOVA_LEAST)


def _distance(text: str, between: str, form: float) -> float:
    width, height = (int(part) for part in text.split(between))
    return abs(log(width / height / form))


def _area(size: str) -> int:
    width, height = (int(part) for part in size.split("x"))
    return width * height
