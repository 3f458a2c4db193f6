"""Kicking, throwing, catching, eating, flying a kite, playing on a board: who does it and the thing it is done with."""

from dataclasses import replace

from chalicelib.adapters.embedded_renderer.scene.placement import Placed

Size = tuple[int, int]


def do(relation: str, doers: list[Placed], objects: list[Placed], size: Size) -> None:
    DEEDS[relation](doers, objects, size)


def _kick(doers: list[Placed], objects: list[Placed], size: Size) -> None:
    """The ball lies before the foot."""
    doer = doers[0]
    for one in objects:
        one.scale(doer.height * 0.2 / one.height)
        one.stand(doer.x + doer.width * 1.1 + one.width * 0.6, doer.bottom)
        one.depth = doer.depth + 1
    doer.poses["running"] = ""
    _into_picture([*doers, *objects], size)


def _throw(doers: list[Placed], objects: list[Placed], size: Size) -> None:
    """The ball is above the raised hand."""
    doer = doers[0]
    doer.poses["waving"] = ""
    for one in objects:
        one.scale(doer.height * min(0.2, max(0.09, 0.4 * one.thing.stature)) / one.height)
        one.stand(doer.x + doer.width * 1.06, doer.y + doer.height * (0.08 if "lap" in doer.thing.anchors else 0.3))
        one.shadow, one.depth = False, doer.depth + 1
    _into_picture([*doers, *objects], size)


def _eat(doers: list[Placed], objects: list[Placed], _size: Size) -> None:
    """Who has hands holds the food; others have it before the mouth."""
    for number, doer in enumerate(doers):
        food = objects[number] if number < len(objects) else replace(objects[0], held=[], poses={})
        reach = doer.height * min(0.5, max(0.24, 0.6 * food.thing.stature))
        food.width, food.height, food.shadow = reach * food.thing.aspect, reach, False
        if "lap" in doer.thing.anchors:
            x, y = doer.anchor("hand", (0.95, 0.45))
            food.x, food.y = x - food.width / 2, y - food.height * 0.7
            doer.poses["holding"] = ""
        else:
            x, y = doer.anchor("mouth", (0.98, 0.62))
            food.x, food.y = x - food.width * 0.1, max(y, doer.bottom - food.height) - food.height * 0.1
        food.depth = doer.depth + 1
        if number >= len(objects):
            doer.held.append(food)


def _fly(doers: list[Placed], objects: list[Placed], size: Size) -> None:
    """Kites high up, each on a string that ends in a hand."""
    width, height = size
    for doer in doers:
        doer.scale(min(1.0, 0.5 * height / doer.height))
        doer.x -= width * 0.08
    for number, one in enumerate(objects):
        doer = doers[number % len(doers)]
        doer.poses["waving"] = ""
        one.scale(height * 0.24 / one.height)
        aside = (number + 0.9) / (len(objects) + 0.1)
        one.x, one.y = width * (0.36 + 0.52 * aside) - one.width / 2, height * 0.04
        one.depth, one.shadow = -0.5, False
        one.tether = doer.x + doer.width * 1.03, doer.y + doer.height * 0.06


def _before(objects: list[Placed], doers: list[Placed], size: Size) -> None:
    """A board lies in front of the players, between them."""
    low = max(one.bottom for one in doers)
    for one in objects:
        one.scale(size[1] * (0.3 if one.thing.stature > 0.5 else 0.2) / one.height)
        one.stand(size[0] / 2, min(size[1] * 0.97, low + size[1] * 0.05))
        one.depth = max(doer.depth for doer in doers) + 1


def _into_picture(placed: list[Placed], size: Size) -> None:
    over = max(one.x + one.width for one in placed) - size[0] * 0.98
    for one in placed:
        one.x -= max(0.0, over)


DEEDS = {"kick": _kick, "throw": _throw, "catch": _throw, "eat": _eat, "fly": _fly, "before": _before}
