"""From a reading to places on the canvas: rows on the ground, things in the sky, and how they belong together."""

from random import Random

from chalicelib.adapters.embedded_renderer.reading.reading import Link, Reading
from chalicelib.adapters.embedded_renderer.scene.cast import cast_of, implied_links, is_decor
from chalicelib.adapters.embedded_renderer.scene.filling import filled, keep_within
from chalicelib.adapters.embedded_renderer.scene.placement import Placed
from chalicelib.adapters.embedded_renderer.scene.relations import ATTACHING, attach, relate
from chalicelib.adapters.embedded_renderer.scene.rows import clear_sky, hang, stand_in_rows

Size = tuple[int, int]


def lay_out(reading: Reading, size: Size, rng: Random) -> list[Placed]:
    """All things with their places, far ones first; held things are inside their holders."""
    groups = cast_of(reading)
    links = filled(reading, groups, reading.links + implied_links(reading))
    away = {link.first for link in links if link.relation in ATTACHING or link.relation == "backs"}
    free = [one for index, group in enumerate(groups) if index not in away for one in group]
    decor = [one for one in free if is_decor(one, reading)]
    flying = {link.first for link in links if link.relation == "above"}
    sky = [one for one in free if _in_sky(one, free) or (one.index in flying and one.thing.stance == "sky")]
    ground = [one for one in free if one not in sky and one not in decor]
    stand_in_rows(_ordered(ground, links), size, rng, _share(reading, ground))
    hang(sky, size, rng, alone=not ground and not reading.places)
    for link in links:
        relate(link, groups, size)
    clear_sky([one for one in sky if one.index not in flying], ground, size)
    _close_up(reading, ground + sky, size)
    _fill_ground(decor, ground, size)
    for link in sorted(_gathered(links, groups), key=lambda link: _order(link, links)):
        attach(link, groups, size, rng)
    keep_within([one for group in groups for one in group], size)
    everything = [placed for group in groups for placed in group]
    holding = {id(one) for placed in everything for one in placed.held}
    return sorted((placed for placed in everything if id(placed) not in holding), key=lambda placed: placed.depth)


def _order(link: Link, links: list[Link]) -> int:
    """What carries others gets its place before them; hands come last."""
    carried = {other.first: other.second for other in links if other.relation in ATTACHING}
    depth, base = 0, link.second
    while base in carried and depth < len(links):
        depth, base = depth + 1, carried[base]
    return depth + (len(links) if link.relation == "hold" else 0)


def _gathered(links: list[Link], groups: list[list[Placed]]) -> list[Link]:
    """All that stands on one table is set on it at once, side by side."""
    result: list[Link] = []
    for link in links:
        first = next((old for old in result if (old.relation, old.second) == (link.relation, link.second)), None)
        if first and link.relation == "on" and groups[first.first] and groups[link.first]:
            groups[first.first].extend(groups[link.first])
            groups[link.first] = []
        else:
            result.append(link)
    return result


def _in_sky(placed: Placed, free: list[Placed]) -> bool:
    """An airplane beside something on the ground has landed."""
    if placed.thing.stance != "sky":
        return False
    return placed.subject.thing != "airplane" or all(one.thing.stance == "sky" for one in free)


def _share(reading: Reading, ground: list[Placed]) -> float:
    share = 0.7 if len(ground) <= 2 else 0.62
    if len(ground) == 1 and ground[0].subject.size > 1.4:
        share = 0.82
    if any(link.relation == "ride" for link in reading.links):
        share = 0.58
    if "wide" in reading.views:
        share *= 0.75
    return share * (1.12 if "close" in reading.views else 1.0)


def _ordered(row: list[Placed], links: list[Link]) -> list[Placed]:
    """Left ones first, then those without a wish, then right ones; left_of and right_of swap neighbours."""
    order = {"left": 0, "right": 2}
    row = sorted(row, key=lambda placed: order.get(placed.subject.position, 1))
    for link in links:
        before = {"left_of": (link.first, link.second), "right_of": (link.second, link.first)}.get(link.relation)
        if before:
            moved = [placed for placed in row if placed.index == before[0]]
            rest = [placed for placed in row if placed.index != before[0]]
            at = next((place for place, placed in enumerate(rest) if placed.index == before[1]), len(rest))
            row = rest[:at] + moved + rest[at:]
    row = _between(row, links)
    centred = [placed for placed in row if placed.subject.position == "center"]
    rest = [placed for placed in row if placed.subject.position != "center"]
    lefts, rights = (sum(placed.subject.position == side for placed in rest) for side in ("left", "right"))
    half = min(len(rest) - rights, max(lefts, len(rest) // 2))
    return rest[:half] + centred + rest[half:]


def _between(row: list[Placed], links: list[Link]) -> list[Placed]:
    """One between two others; or between the halves of a pair."""
    for middle in {link.first for link in links if link.relation == "between"}:
        others = {link.second for link in links if link.relation == "between" and link.first == middle}
        sides = [placed for placed in row if placed.index in others]
        inner = [placed for placed in row if placed.index == middle]
        rest = [placed for placed in row if placed.index not in others and placed.index != middle]
        half = len(sides) // 2
        row = rest + sides[:half] + inner + sides[half:]
    return row


def _close_up(reading: Reading, placed: list[Placed], size: Size) -> None:
    """People close up: head and shoulders fill the picture; the eye of a planet fills it, too."""
    if "eye" in reading.views:
        for one in (one for one in placed if one.subject.thing == "planet"):
            one.scale(size[1] * 2.1 / one.height)
            one.x, one.y = size[0] / 2 - one.width * 0.56, size[1] * 0.52 - one.height * 0.64
    if not {"close", "half"} & set(reading.views):
        return
    factor = 2.3 if "close" in reading.views else 1.75
    for one in placed:
        couple = one.subject.thing == "couple"
        if not couple and ("lap" not in one.thing.anchors or one.subject.thing == "ladybird"):
            continue
        top = one.y
        one.scale(min(factor, size[1] * 1.7 / one.height))
        one.y = size[1] * 0.14 if couple else min(top, size[1] * 0.27)
        one.depth, one.shadow = size[1] * 2.0, False


def _fill_ground(decor: list[Placed], ground: list[Placed], size: Size) -> None:
    """A crowd goes behind people and before buildings; grass grows along the lower edge."""
    width, height = size
    busy = any("lap" in one.thing.anchors for one in ground)
    for one in decor:
        grass = one.subject.thing == "grass"
        one.width = width * (0.94 if grass or not busy else 0.8)
        one.height = height * 0.1 if grass else one.width / one.thing.aspect * (0.62 if busy else 0.4)
        one.stand(width / 2, height * (0.99 if grass else 0.76 if busy else 0.99))
        one.depth, one.shadow = (one.bottom if not busy or grass else height * 0.3), False
