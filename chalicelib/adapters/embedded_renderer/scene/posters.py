"""Posters: the words large at the top, everything else below."""

from dataclasses import replace

from chalicelib.adapters.embedded_renderer.drawing.colour import luminance
from chalicelib.adapters.embedded_renderer.scene.placement import Placed
from chalicelib.adapters.embedded_renderer.scene.setting import Setting

Size = tuple[int, int]


def headline(placed: list[Placed], size: Size, setting: Setting) -> None:
    width, height = size
    letters = [one for one in placed if one.subject.thing == "lettering"]
    others = [one for one in placed if one.subject.thing != "lettering"]
    dark = bool(setting.colours) and luminance(setting.colours[0]) < 0.55
    for number, one in enumerate(letters):
        if not one.subject.colour_name:
            one.subject = replace(one.subject, colour_name="white" if dark else "navy")
        one.width, one.height = width * 0.8, height * (0.24 if others else 0.34)
        one.x = width * 0.1
        one.y = height * (0.08 + 0.26 * number) if others else (height - one.height) / 2
    if letters and others:
        _gather(others, (width * 0.12, height * 0.36, width * 0.76, height * 0.54))


def _gather(placed: list[Placed], box: tuple[float, float, float, float]) -> None:
    """Into the box as large as fits, in the order they have."""
    left, top = min(one.x for one in placed), min(one.y for one in placed)
    right, bottom = max(one.x + one.width for one in placed), max(one.bottom for one in placed)
    factor = min(box[2] / (right - left), box[3] / (bottom - top))
    shift = box[0] + (box[2] - (right - left) * factor) / 2
    for one in placed:
        one.x, one.y = shift + (one.x - left) * factor, box[1] + box[3] - (bottom - one.y) * factor
        one.width, one.height = one.width * factor, one.height * factor
