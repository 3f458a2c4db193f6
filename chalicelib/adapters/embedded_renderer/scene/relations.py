"""Behind, in front, above, hugging, playing …: what a link does to the places of two groups of things."""

from random import Random

from chalicelib.adapters.embedded_renderer.reading.reading import Link
from chalicelib.adapters.embedded_renderer.scene.attaching import hold, ride, set_on
from chalicelib.adapters.embedded_renderer.scene.deeds import DEEDS, do
from chalicelib.adapters.embedded_renderer.scene.placement import Placed

ATTACHING = frozenset({"hold", "on", "ride", "inside"})
Groups = list[list[Placed]]
Size = tuple[int, int]


def relate(link: Link, groups: Groups, size: Size) -> None:
    """Links between things that both have a place of their own."""
    first, second = groups[link.first], groups[link.second]
    if not first or not second:
        return
    if link.relation in ("behind", "in_front"):
        back, front = (first, second) if link.relation == "behind" else (second, first)
        if not back[0].subject.text:
            _behind(back, front, size)
    elif link.relation in ("above", "under"):
        upper, lower = (first, second) if link.relation == "above" else (second, first)
        _above(upper, lower, size)
    elif link.relation == "backs":
        _back(first, second, size)
    elif link.relation == "hug":
        _hug(first[0], second[0], size)
    elif link.relation == "play":
        _play(first[0], second[0], size)
    elif link.relation in DEEDS:
        do(link.relation, first, second, size)
    elif link.relation == "enter":
        _enter(first[0], second[0])


def attach(link: Link, groups: Groups, size: Size, rng: Random) -> None:
    """Links that give the first thing its place on or in the second."""
    first, second = groups[link.first], groups[link.second]
    if not first or not second or link.relation not in ATTACHING:
        return
    if link.relation == "hold":
        for one in first:
            hold(one, second[0])
    elif link.relation == "ride":
        ride(first, second[0], size)
    else:
        set_on(first, second[0], rng, size, inside=link.relation == "inside")


def _behind(back: list[Placed], front: list[Placed], size: Size) -> None:
    """The far one stands higher and a bit aside, so that it is seen; the near one covers part of it."""
    width, height = size
    near_left, near_right = min(one.x for one in front), max(one.x + one.width for one in front)
    wide = sum(one.width for one in back)
    near = near_right - near_left
    reach = 0.22 * wide + near / 2 if wide > near else 0.62 * near + 0.12 * wide
    total = max(wide, near) + min(0.35 * near, 0.3 * width)
    shift = (width - total) / 2 + (total - near if wide > near else 0.0) * 0.62 - near_left
    for one in front:
        one.x += shift
        one.y += height * 0.04
        one.depth = one.bottom
    start = near_left + shift + near / 2 - reach - wide / 2 + near / 2 if wide > near else near_left + shift + reach
    for one in back:
        one.x = min(width * 0.98 - one.width, max(width * 0.02, start))
        one.y = max(height * 0.03, front[0].bottom - one.height - height * 0.09)
        one.depth = min(other.depth for other in front) - height * 0.05
        start += one.width


def _back(back: list[Placed], front: list[Placed], size: Size) -> None:
    """As large as the picture allows, in the middle distance."""
    width, height = size
    winged = back[0].thing.stance == "sky"
    for number, one in enumerate(back):
        target = height * (0.96 if winged else 0.5 * min(1.3, max(0.8, one.thing.stature)))
        one.scale(min(target / one.height, width * (1.04 if winged else 0.8) / one.width / len(back)))
        middle = width * (number + 0.5) / len(back)
        aside = 0.0 if winged or len(back) > 1 else width * 0.12 * (1 if front[0].centre < width * 0.55 else -1)
        one.stand(middle + aside, height * (0.94 if winged else 0.74))
        one.depth, one.shadow = height * 0.2, not winged


def _shelter(upper: list[Placed], lower: list[Placed], size: Size) -> None:
    """Under a tree: at its foot, before it."""
    tree = upper[0]
    foot = max(tree.bottom, *(one.bottom for one in lower))
    tree.stand(tree.centre, foot - size[1] * 0.02)
    wide = sum(one.width for one in lower)
    start = tree.centre - wide / 2
    start = min(size[0] * 0.98 - wide, max(size[0] * 0.02, start))
    for one in lower:
        one.stand(start + one.width / 2, foot + size[1] * 0.02)
        one.depth = tree.depth + size[1] * 0.05
        start += one.width


def _above(upper: list[Placed], lower: list[Placed], size: Size) -> None:
    if upper[0].thing.stance == "ground" and upper[0].thing.stature > 1.2 * lower[0].thing.stature:
        _shelter(upper, lower, size)
        return
    height = size[1]
    top = min(one.y for one in lower)
    centre = sum(one.centre for one in lower) / len(lower)
    room = max(one.height for one in upper) + height * 0.05
    if top < room:
        foot = max(one.bottom for one in lower)
        for one in [*lower, *upper]:
            one.scale(max(0.45, min(1.0, (foot - height * 0.03) / (foot - top + room))))
        top = min(one.y for one in lower)
    wide = sum(one.width for one in upper)
    x = centre - wide / 2
    for one in upper:
        one.x, one.y, one.shadow = x, max(height * 0.02, top - one.height - height * 0.04), False
        one.depth = min(one.depth, lower[0].depth)
        x += one.width


def _hug(first: Placed, second: Placed, size: Size) -> None:
    """The first leans on the second from the left; two large things take hold of each other."""
    width, height = size
    if "hand" in second.thing.anchors:
        second.poses["hugging"] = ""
        first.scale(1.12 if "jumping_up" in first.subject.traits else 1.0)
        overlap = 0.72 if first.thing.aspect > 1 else 0.6
        start = (width - first.width * overlap - second.width) / 2
        first.stand(start + first.width / 2, second.bottom)
        second.stand(start + first.width * overlap + second.width / 2, second.bottom)
    else:
        for one, middle, foot in ((first, 0.34, 0.92), (second, 0.64, 0.84)):
            one.scale(width * 0.66 / one.width)
            one.stand(width * middle, height * foot)
        second.turn = -9.0
    first.depth = second.depth + 1


def _play(player: Placed, instrument: Placed, size: Size) -> None:
    width, height = size
    if "piano" not in instrument.subject.thing and instrument.thing.aspect >= 0.6:
        instrument.scale(player.height * (0.46 if instrument.thing.stature > 0.3 else 0.2) / instrument.height)
        instrument.stand(player.centre, min(height * 0.96, player.bottom + height * 0.02))
        instrument.depth = player.depth + 1
        player.poses["playing"] = ""
        return
    if instrument.thing.aspect < 0.6:
        instrument.depth = player.depth + 1
        small = instrument.thing.stature < 0.6
        instrument.scale(player.height * (0.46 if small else 0.7) / instrument.height)
        instrument.stand(player.centre + player.width * 0.1, player.bottom - player.height * (0.34 if small else 0.2))
        player.poses["holding"] = ""
        return
    instrument.scale(min(width * 0.86 / instrument.width, height * 0.66 / instrument.height))
    instrument.stand(width * 0.54, height * 0.84)
    player.scale(height * 0.62 / player.height)
    player.stand(width * 0.33, height * 1.08)
    player.poses.update({"playing": "", "seated": ""})
    instrument.depth, player.depth, player.shadow = height * 0.84, height * 0.98, False


def _enter(who: Placed, car: Placed) -> None:
    who.scale(car.height * 1.2 / who.height)
    who.stand(car.x + car.width * 0.42, car.bottom - car.height * 0.02)
    who.poses["reaching"] = ""
    who.depth = car.depth + 1
