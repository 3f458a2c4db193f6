"""All styles by name, in the order in which they are laid over each other."""

from collections.abc import Callable, Sequence
from random import Random

from PIL import Image, ImageEnhance

from chalicelib.adapters.embedded_renderer.styles import brush, camera, printing
from chalicelib.domain.pictures import DEFAULT_GUIDANCE, DEFAULT_STEPS

Style = Callable[[Image.Image, Random, float], Image.Image]
STYLES: dict[str, Style] = {
    "rembrandt": camera.rembrandt,
    "flat": printing.flat,
    "ukiyoe": printing.ukiyoe,
    "oil": brush.oil,
    "watercolour": brush.watercolour,
    "ink": brush.ink,
    "pencil": printing.pencil,
    "mosaic": printing.mosaic,
    "pixel": printing.pixel,
    "matte": camera.matte,
    "render3d": camera.render3d,
    "photo": camera.photo,
    "contrast": camera.contrast,
    "cinematic": camera.cinematic,
    "vintage": camera.vintage,
    "sepia": camera.sepia,
    "mono": camera.mono,
}
SURFACES = frozenset({"flat", "ukiyoe", "oil", "watercolour", "ink", "pencil", "mosaic", "pixel"})
LENSES = frozenset({"matte", "render3d", "photo"})
"""A painted surface is not photographed again."""
MIN_DETAIL, MAX_DETAIL = 0.35, 1.6


def in_styles(image: Image.Image, names: Sequence[str], rng: Random, *, steps: int) -> Image.Image:
    """More steps, more strokes."""
    detail = min(MAX_DETAIL, max(MIN_DETAIL, steps / DEFAULT_STEPS))
    painted = bool(SURFACES & set(names))
    for name, style in STYLES.items():
        if name in names and not (painted and name in LENSES):
            image = style(image, rng, detail)
    return image


def guided(image: Image.Image, guidance: float) -> Image.Image:
    """More guidance, stronger colours."""
    factor = min(1.5, max(0.6, 1 + (guidance - DEFAULT_GUIDANCE) * 0.03))
    return image if factor == 1 else ImageEnhance.Color(image).enhance(factor)
