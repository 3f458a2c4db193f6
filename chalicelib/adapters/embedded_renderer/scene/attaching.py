"""Holding, riding, standing on: things that get their place from another thing."""

from random import Random

from chalicelib.adapters.embedded_renderer.scene.placement import Placed

LAP_THINGS = frozenset({"sign", "book", "card", "cat", "dog", "rabbit"})
SEATS = frozenset({"chair", "sofa", "armchair", "stool", "bench", "bed", "swing", "rug"})
GRIPS = {"cane": 0.08, "bag": 0.1, "umbrella": 0.86, "sword": 0.8, "balloon": 0.96, "lantern": 0.05}
"""Where along its height a thing is taken in the hand."""


def ride(riders: list[Placed], mount: Placed, size: tuple[int, int]) -> None:
    """Several sit one behind the other."""
    x, y = mount.anchor("back", (0.45, 0.3))
    room = (y - size[1] * 0.02) / 0.7
    share = 1.02 if len(riders) == 1 else 0.86 if len(riders) == 2 else 0.6
    for number, rider in enumerate(riders):
        rider.scale(min(mount.height * share, room) / rider.height)
        step = (number - (len(riders) - 1) / 2) * min(rider.width * 1.02, mount.width * 0.5 / len(riders))
        rider.stand(x + step, y + rider.height * 0.42)
        rider.poses["seated"] = ""
        rider.depth, rider.shadow = mount.depth + 1 + number * 0.01, False


def set_on(first: list[Placed], base: Placed, rng: Random, size: tuple[int, int], *, inside: bool) -> None:
    """On its top, or spread over it if it is seen from above; people sit on seats."""
    if base.subject.thing in SEATS and all("lap" in one.thing.anchors for one in first):
        _sit(first, base, size)
        return
    if inside and base.thing.stature > 0.9:
        _step_in(first, base)
        return
    if not inside and "spread" not in base.thing.anchors and first[0].subject.thing != "ant":
        _make_room(first, base, size)
    if first[0].subject.thing == "ant":
        _swarm(first, base, rng)
        return
    spread = "spread" in base.thing.anchors
    share = 0.5 if spread else 0.66 / len(first)
    x, y = base.anchor("top", (0.5, 0.1))
    for number, one in enumerate(first):
        factor = base.width * share / one.width
        if not spread:
            factor = min(factor, base.height * 1.1 * _natural(one, base) / one.height, (y * 0.94) / one.height)
        one.width, one.height = one.width * factor, one.height * factor
        if spread:
            _spread(one, base, (number + 0.5) / len(first), rng)
        else:
            offset = (number - (len(first) - 1) / 2) * base.width * share
            one.stand(x + offset, y + one.height * (0.3 if inside else 0.04))
        one.depth = base.depth + 0.5 + number * 0.01 - (1.0 if inside else 0.0)
        one.shadow = spread


def _step_in(first: list[Placed], base: Placed) -> None:
    """In a pavilion or a house: at its foot, before it."""
    for number, one in enumerate(first):
        one.scale(base.height * min(0.56, 0.56 * _natural(one, base)) / one.height)
        one.stand(base.centre + (number - (len(first) - 1) / 2) * one.width * 1.1, base.bottom - base.height * 0.02)
        one.depth = base.depth + 0.5 + number * 0.01


def _sit(sitters: list[Placed], seat: Placed, size: tuple[int, int]) -> None:
    x, y = seat.anchor("top", (0.5, 0.5))
    room = (y - size[1] * 0.03) / 0.58
    for number, one in enumerate(sitters):
        one.scale(min(seat.height * 1.7, room) / one.height)
        step = (number - (len(sitters) - 1) / 2) * min(one.width * 1.5, seat.width * 0.8 / len(sitters))
        one.stand(x + step, y + one.height * 0.42)
        one.poses["seated"] = ""
        one.depth, one.shadow = seat.depth + 1, False


def _make_room(first: list[Placed], base: Placed, size: tuple[int, int]) -> None:
    """An elephant on a ball: the ball must be small enough for both."""
    natural = _natural(first[0], base)
    wanted = base.height * (1 + min(2.0, 1.1 * natural))
    if natural > 0.8 and wanted > base.bottom - size[1] * 0.03:
        base.scale((base.bottom - size[1] * 0.03) / wanted)


def hold(thing: Placed, holder: Placed) -> None:
    """A cane stands beside, a bag hangs down, a sign or an open book is held in front."""
    name = thing.subject.thing
    reach = holder.height * min(0.62, max(0.2, thing.thing.stature * thing.subject.size * 0.8))
    if name in LAP_THINGS:
        x, y = holder.anchor("lap", (0.5, 0.5))
        reach = holder.height * {"sign": 0.38, "book": 0.16, "card": 0.16}.get(name, 0.3)
        _size(thing, reach)
        thing.x, thing.y = x - thing.width / 2, y - thing.height * 0.3
        holder.poses["reading" if name == "book" else "holding"] = ""
    else:
        taken = any(other.subject.thing not in LAP_THINGS for other in holder.held)
        x, y = holder.anchor("left_hand" if taken else "hand", (0.95, 0.45))
        _size(thing, reach)
        thing.x, thing.y = x - thing.width / 2, y - thing.height * GRIPS.get(name, 0.5)
        if name == "flag":
            thing.x, thing.y = x - thing.width * 0.06, y - thing.height * 0.9
        if name == "balloon" and taken:
            bunch = sum(other.subject.thing == "balloon" for other in holder.held)
            x, y = holder.anchor("hand", (0.95, 0.45))
            thing.x = x + thing.width * (0.6 * bunch - 0.5)
            thing.y = y - thing.height * (0.96 + 0.16 * (bunch % 2))
        if name == "umbrella":
            _size(thing, holder.height * 0.84)
            thing.x, thing.y = holder.x + holder.width * 0.74 - thing.width / 2, y - thing.height * 0.94
        if name == "phone":
            thing.x, thing.y = holder.anchor("ear", (0.7, 0.04))
        holder.poses["calling" if name == "phone" else "holding"] = ""
    holder.held.append(thing)


def _size(thing: Placed, height: float) -> None:
    thing.width, thing.height = height * thing.thing.aspect, height


def _spread(one: Placed, base: Placed, step: float, rng: Random) -> None:
    aside = 0.08 if round(step * 100) % 2 else -0.08
    one.x = base.x + base.width * (0.5 + aside) - one.width / 2
    one.y = base.y + base.height * (0.14 + 0.66 * step) - one.height / 2
    one.turn = rng.uniform(-14, 14)


def _swarm(first: list[Placed], base: Placed, rng: Random) -> None:
    """All over it, and around."""
    for one in first:
        one.width, one.height = base.width * 0.22, base.width * 0.22 / one.thing.aspect
        one.x = base.x + rng.uniform(-0.4, 1.2) * base.width
        one.y = base.y + rng.uniform(0.1, 0.95) * base.height
        one.depth, one.shadow, one.turn = base.depth + 0.2, False, rng.uniform(-40, 40)


def _natural(one: Placed, base: Placed) -> float:
    """How much higher the thing is than what it stands on, by nature."""
    return max(0.2, one.thing.stature * one.subject.size / (base.thing.stature * base.subject.size))
