"""Things side by side on the ground, in rows from far to near, and things hung into the sky."""

import math
from random import Random

from chalicelib.adapters.embedded_renderer.scene.placement import Placed

GAP = 1.16
GROUND = 0.88
ROW_WIDTH = 3.1
"""How much stands in one row, in heights of a person."""
ROW_RISE = 0.28
MANY_IN_SKY = 5
HIDDEN = 0.25
"""So much of a thing in the sky may be behind others."""
LIGHTS = frozenset({"sun", "moon", "star", "cloud", "rainbow"})
Size = tuple[int, int]


def stand_in_rows(cast: list[Placed], size: Size, rng: Random, share: float) -> None:
    """`share` of the height is what the highest thing may take."""
    if not cast:
        return
    width, height = size
    count = max(1, math.ceil(sum(placed.width * GAP for placed in cast) / ROW_WIDTH - 0.35)) if len(cast) > 3 else 1
    if len(cast) > 3 and sum(placed.width * GAP for placed in cast) > 3.3 * max(placed.height for placed in cast):
        count = max(count, 2)
    count = min(count, len(cast), 4)
    rows = [cast[start::count] for start in range(count)]
    room = height * share / max(placed.height for placed in cast)
    if count > 1:
        room = height * min(_row_height(placed, count) / placed.height for placed in cast)
    scale = min(room, width * 0.94 / max(sum(placed.width * GAP for placed in row) for row in rows))
    for number, row in enumerate(rows):
        back = count - 1 - number
        foot = height * (GROUND - back * ROW_RISE / max(1, count - 1))
        _stand(row, size, scale * (1 - 0.08 * back), foot, alone=count == 1)
        for placed in row:
            placed.y += rng.uniform(-0.012, 0.012) * height if len(cast) > 2 else 0.0
            placed.depth = placed.bottom
    _keep_sides(cast, size)


def hang(cast: list[Placed], size: Size, rng: Random, *, alone: bool) -> None:
    if not cast:
        return
    width, height = size
    if len(cast) > MANY_IN_SKY:
        _strew(cast, size, rng)
        return
    total = sum(placed.width * 1.1 for placed in cast)
    scale = min(height * (0.66 if alone else 0.34) / max(placed.height for placed in cast), width * 0.84 / total)
    total *= scale
    free = (width - total) / (len(cast) + 1) * 0.7 if len(cast) > 1 else 0.0
    x = (width - total) / 2 - free * (len(cast) - 1) / 2
    if len(cast) == 1 and not alone:
        x = {"left": 0.06, "right": 0.94 - total / width, "center": 0.5 - total / width / 2}.get(
            cast[0].subject.position, 0.64 - total / width / 2
        ) * width
    for placed in cast:
        placed.width, placed.height = placed.width * scale, placed.height * scale
        middle = height * (0.46 if alone else 0.2) + (rng.uniform(-0.05, 0.05) * height if len(cast) > 1 else 0.0)
        placed.x, placed.y = x + placed.width * 0.05, max(height * 0.02, middle - placed.height / 2)
        placed.shadow = False
        placed.depth = -1.0 if placed.subject.thing in LIGHTS else 1.0
        x += placed.width * 1.1 + free
    if len(cast) > 1:
        _keep_sides(cast, size)


def clear_sky(sky: list[Placed], ground: list[Placed], size: Size) -> None:
    """What hangs alone behind something high moves to where it is seen."""
    if len(sky) != 1 or sky[0].subject.position or sky[0].subject.thing in LIGHTS:
        return
    one = sky[0]
    if _hidden(one, ground) < HIDDEN:
        return
    spots = [one.x, size[0] * 0.03, (size[0] - one.width) / 2, size[0] * 0.97 - one.width]

    def hidden_at(x: float) -> float:
        one.x = x
        return _hidden(one, ground)

    one.x = min(spots, key=hidden_at)


def _hidden(one: Placed, ground: list[Placed]) -> float:
    """The share of it that is behind others."""
    covered = 0.0
    for other in ground:
        wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
        high = min(one.bottom, other.bottom) - max(one.y, other.y)
        covered += max(0.0, wide) * max(0.0, high)
    return covered / (one.width * one.height)


def _strew(cast: list[Placed], size: Size, rng: Random) -> None:
    """Many over the upper sky, each in a field of its own, so that they can be counted."""
    width, height = size
    columns = math.ceil(math.sqrt(len(cast) * width / height * 1.4))
    rows = math.ceil(len(cast) / columns)
    wide, high = width / columns, height * 0.66 / rows
    for number, placed in enumerate(cast):
        placed.scale(min(wide / placed.width, high / placed.height) * 0.66)
        placed.x = (number % columns + 0.5) * wide - placed.width / 2 + rng.uniform(-0.14, 0.14) * wide
        placed.y = (
            (number // columns + 0.5) * high - placed.height / 2 + rng.uniform(-0.14, 0.14) * high + height * 0.02
        )
        placed.shadow, placed.depth = False, -1.0


def _stand(row: list[Placed], size: Size, scale: float, foot: float, *, alone: bool) -> None:
    width = size[0]
    total = sum(placed.width * scale * GAP for placed in row)
    free = (width - total) / (len(row) + 1) * 0.55 if len(row) > 1 else 0.0
    x = (width - total - free * (len(row) - 1)) / 2
    for placed in row:
        placed.width, placed.height = placed.width * scale, placed.height * scale
        placed.stand(x + placed.width * GAP / 2, _foot(placed, foot, size, alone=alone))
        x += placed.width * GAP + free


def _row_height(placed: Placed, count: int) -> float:
    """Slender things may overlap those behind them, bulky ones may not: they would hide them."""
    return ROW_RISE / (count - 1) * (1.5 if placed.thing.aspect < 0.7 else 0.94)


def _foot(placed: Placed, foot: float, size: Size, *, alone: bool) -> float:
    """What lies on a table is centred, as on a photograph of it; what stands, stands on the ground."""
    if placed.thing.stance in ("surface", "flat") and placed.subject.thing not in ("melting_clock", "creature"):
        return (size[1] + placed.height) / 2 if alone else foot - size[1] * 0.12
    return foot - (size[1] * 0.1 if placed.thing.stance == "water" else 0.0)


def _keep_sides(cast: list[Placed], size: Size) -> None:
    """A wish for left or right, top or bottom is kept even by things without neighbours."""
    lone = len({placed.index for placed in cast}) == 1
    for placed in cast:
        side = placed.subject.position
        if lone and side in ("left", "right"):
            if placed.width > size[0] * 0.5:
                placed.scale(size[0] * 0.5 / placed.width)
            middle = size[0] * (0.27 if side == "left" else 0.73)
            placed.stand(middle + (placed.centre - size[0] / 2) * 0.5, placed.bottom)
        if side in ("top", "bottom"):
            placed.y = size[1] * 0.04 if side == "top" else size[1] * 0.97 - placed.height
