"""A given picture, changed as a prompt says: its composition stays, its light, colours and surface do not."""

import re
from random import Random

from PIL import Image, ImageChops, ImageEnhance, ImageFilter, ImageOps

from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.reading.reading import Reading
from chalicelib.adapters.embedded_renderer.scene.composer import draw_things
from chalicelib.adapters.embedded_renderer.scene.setting import Setting
from chalicelib.adapters.embedded_renderer.scene.weather import draw_weather
from chalicelib.adapters.embedded_renderer.styles import brush
from chalicelib.adapters.embedded_renderer.styles.catalogue import SURFACES, guided, in_styles
from chalicelib.adapters.embedded_renderer.styles.grain import edges
from chalicelib.adapters.embedded_renderer.transforming.palette import recoloured, wanted_palette
from chalicelib.domain.pictures import PictureWish

ADDING = re.compile(r"\b(add|put|place|insert|include|plus)\b|加上|添加|加入|加一|放一|放上|画上|增加", re.IGNORECASE)
"""Things are drawn into the picture only where the prompt says so: mostly it names what the picture already shows."""


def transformed(picture: Image.Image, wish: PictureWish, reading: Reading, strength: float) -> Image.Image:
    size = (wish.width, wish.height)
    base = ImageOps.fit(picture.convert("RGB"), size, Image.Resampling.LANCZOS)
    strength = min(1.0, max(0.0, strength))
    if strength == 0:
        return base
    rng = Random(wish.seed)
    adding = bool(ADDING.search(wish.prompt))
    changed = _relit(base, reading, strength)
    changed = recoloured(changed, wanted_palette(reading, of_things=not adding), 0.35 + 0.5 * strength)
    changed = _surfaced(changed, reading, rng, wish)
    blended = Image.blend(base, changed, strength**0.7)
    draw_weather(Pen(blended), _setting(reading, rng))
    if adding:
        draw_things(blended, reading, rng)
    return guided(blended, wish.guidance)


def _relit(base: Image.Image, reading: Reading, strength: float) -> Image.Image:
    """Night darkens and cools, evening warms, fog and snow lift the shadows."""
    if reading.time == "night":
        dark = ImageEnhance.Brightness(base).enhance(1 - 0.5 * strength)
        return ImageChops.multiply(dark, Image.new("RGB", base.size, (150, 170, 255)))
    if reading.time in ("sunset", "sunrise"):
        return ImageChops.soft_light(base, Image.new("RGB", base.size, (255, 160, 90)))
    if {"snow", "fog"} & set(reading.weather):
        return ImageChops.screen(base, Image.new("RGB", base.size, (70, 76, 86)))
    return base


def _surfaced(image: Image.Image, reading: Reading, rng: Random, wish: PictureWish) -> Image.Image:
    """The style asked for; without one, visible edges and brush strokes say that this is a new picture."""
    if SURFACES & set(reading.styles):
        return in_styles(image, reading.styles, rng, steps=wish.steps)
    styled = in_styles(image, reading.styles, rng, steps=wish.steps)
    painted = brush.oil(styled, rng, min(1.2, wish.steps / 40))
    lines = edges(styled, strong=1.5).filter(ImageFilter.GaussianBlur(0.6))
    return ImageChops.multiply(painted, Image.merge("RGB", (lines, lines, lines)))


def _setting(reading: Reading, rng: Random) -> Setting:
    falling = tuple(weather for weather in reading.weather if weather in ("snow", "rain", "fog", "smoke", "fire"))
    return Setting(rng, reading.time or "day", falling)
