"""Bowls, vases and cages get their contents; piles and rows become one thing."""

import math
from dataclasses import replace

from chalicelib.adapters.embedded_renderer.reading.reading import Link, Reading
from chalicelib.adapters.embedded_renderer.scene.placement import Box, Content, Placed
from chalicelib.adapters.embedded_renderer.things.look import Thing, Vessel, draw_nothing

Groups = list[list[Placed]]
HEAP = Thing(draw_nothing, 1.5, 0.6, vessel=Vessel((0.5, 0.97, 0.94), "heap", depth=0.0))
ROW = Thing(draw_nothing, 3.4, 0.7, vessel=Vessel((0.5, 0.97, 0.98), "row", depth=0.0))
HIGHEST = 1.5
"""How far one content may rise over its vessel, in heights of the vessel."""


def filled(reading: Reading, groups: Groups, links: list[Link]) -> list[Link]:
    """The links that are left: what is said of contents holds for their vessel."""
    for index, subject in enumerate(reading.subjects):
        if subject.arrangement and groups[index]:
            groups[index] = [_arranged(groups[index], subject.arrangement)]
    into = {link.first: link.second for link in links if link.relation == "inside" and _takes(groups, link)}
    for second in dict.fromkeys(into.values()):
        inside = [one for first, where in into.items() if where == second for one in groups[first]]
        for vessel in groups[second]:
            _fill(vessel, [replace(one, held=[]) for one in inside])
    for first in into:
        groups[first] = []
    kept = [link for link in links if not (link.relation == "inside" and link.first in into)]
    moved = [Link(link.relation, into.get(link.first, link.first), into.get(link.second, link.second)) for link in kept]
    return [link for link in moved if link.first != link.second]


def keep_within(placed: list[Placed], size: tuple[int, int]) -> None:
    """A vase with high flowers must not leave the picture, nor what somebody holds."""
    width, height = size
    for one in placed:
        over = max((held.x + held.width for held in one.held), default=0.0) - width * 0.99
        for each in [one, *one.held] if over > 0 else ():
            each.x -= over
        top = min((content.box[1] for content in one.contents), default=0.0)
        room = (one.bottom - height * 0.05) / one.height
        if top < 0 and 1 - top > room:
            one.scale(room / (1 - top))


def _takes(groups: Groups, link: Link) -> bool:
    second = groups[link.second]
    return bool(second and second[0].thing.vessel and groups[link.first] and link.first != link.second)


def _arranged(group: list[Placed], arrangement: str) -> Placed:
    base = HEAP if arrangement == "pile" else ROW
    one = group[0]
    if arrangement == "row":
        base = replace(base, aspect=len(group) * one.thing.aspect * 1.06, stature=one.thing.stature)
    else:
        base = replace(base, aspect=1.4 * min(2.0, max(0.7, one.thing.aspect)), stature=one.thing.stature * 1.9)
    base = replace(base, stance=one.thing.stance, home=one.thing.home)
    height = base.stature * one.subject.size
    whole = Placed(
        one.index, replace(one.subject, colour_name="", traits={}), base, width=height * base.aspect, height=height
    )
    _fill(whole, group)
    return whole


def _fill(vessel: Placed, items: list[Placed]) -> None:
    if not vessel.thing.vessel or not items:
        return
    way = vessel.thing.vessel.way
    if way == "within" and all(one.thing.home == "garden" for one in items):
        vessel.contents += _bunch(vessel.thing, Vessel((0.5, 0.03, 0.3)), items)
        return
    ways = {"heap": _heap, "bunch": _bunch, "within": _within, "row": _row}
    vessel.contents += ways[way](vessel.thing, vessel.thing.vessel, items)


def _heap(thing: Thing, vessel: Vessel, items: list[Placed]) -> list[Content]:
    """Rows of fewer and fewer; the lowest is partly hidden by the rim."""
    x, y, wide = vessel.mouth
    base = next(count for count in range(1, 40) if count * (count + 1) // 2 >= len(items))
    width = wide / max(base, 1.25)
    aspect = items[0].thing.aspect
    if width * thing.aspect / aspect > HIGHEST / (1 + 0.7 * (base - 1)):
        width = HIGHEST / (1 + 0.7 * (base - 1)) * aspect / thing.aspect
    height = width * thing.aspect / aspect
    result, left, row = [], list(items), 0
    while left:
        count = min(len(left), max(1, base - row))
        foot = y + height * vessel.depth - row * height * 0.74
        for place in range(count):
            middle = x + (place - (count - 1) / 2) * width * 1.02
            result.append(Content(left.pop(0), (middle - width / 2, foot - height, width, height)))
        row += 1
    return result


def _bunch(thing: Thing, vessel: Vessel, items: list[Placed]) -> list[Content]:
    x, y, wide = vessel.mouth
    height = 1.15 if thing.aspect < 0.8 else 1.6
    result = []
    for number, one in enumerate(items):
        step = number - (len(items) - 1) / 2
        high = height * (1 - 0.07 * abs(step) - 0.1 * (number % 2))
        width = high * one.thing.aspect / thing.aspect
        foot = y + vessel.depth * 0.6
        box: Box = (x + step * wide * 0.24 - width / 2, foot - high, width, high)
        result.append(Content(one, box, turn=step * min(16.0, 50 / len(items))))
    return result


def _within(thing: Thing, vessel: Vessel, items: list[Placed]) -> list[Content]:
    x, y, wide = vessel.mouth
    columns = math.ceil(math.sqrt(len(items)))
    rows = math.ceil(len(items) / columns)
    cell = (wide / columns, vessel.depth / rows)
    result = []
    for number, one in enumerate(items):
        width = min(cell[0] * 0.94, cell[1] * 0.94 * one.thing.aspect / thing.aspect)
        height = width * thing.aspect / one.thing.aspect
        left = x - wide / 2 + (number % columns + 0.5) * cell[0] - width / 2
        top = y - vessel.depth / 2 + (number // columns + 0.5) * cell[1] - height / 2
        if rows == 1 and one.thing.stance == "ground":
            top = y + vessel.depth / 2 - height
        result.append(Content(one, (left, top, width, height)))
    return result


def _row(thing: Thing, vessel: Vessel, items: list[Placed]) -> list[Content]:
    x, y, wide = vessel.mouth
    width = wide / len(items)
    height = width * 0.96 * thing.aspect / items[0].thing.aspect
    start = x - wide / 2
    return [
        Content(one, (start + number * width + width * 0.02, y - height, width * 0.96, height))
        for number, one in enumerate(items)
    ]
