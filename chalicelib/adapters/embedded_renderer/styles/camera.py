"""Photograph, film, three-dimensional rendering, old photographs: light, grain and grading."""

from random import Random

from PIL import Image, ImageChops, ImageEnhance, ImageFilter, ImageOps

from chalicelib.adapters.embedded_renderer.styles.grain import vignette, with_grain


def photo(image: Image.Image, rng: Random, detail: float) -> Image.Image:
    sharp = image.filter(
        ImageFilter.UnsharpMask(radius=max(1, image.width / 400), percent=round(60 + 40 * detail), threshold=2)
    )
    return vignette(with_grain(sharp, rng, 0.08), 0.2)


def render3d(image: Image.Image, rng: Random, detail: float) -> Image.Image:
    """Highlights bloom, shadows deepen."""
    bright = image.point(lambda value: max(0, value - 170) * 3).filter(ImageFilter.GaussianBlur(image.width / 40))
    bloomed = ImageChops.screen(image, bright.point(lambda value: round(value * 0.55)))
    deep = ImageEnhance.Contrast(bloomed).enhance(1.06 + 0.08 * detail)
    return vignette(with_grain(ImageEnhance.Color(deep).enhance(1.18), rng, 0.02), 0.16)


def cinematic(image: Image.Image, rng: Random, _detail: float) -> Image.Image:
    """Teal shadows, warm lights, a dark rim."""
    grey = image.convert("L")
    graded = ImageChops.soft_light(image, ImageOps.colorize(grey, (20, 70, 90), (255, 214, 160)))
    return vignette(with_grain(graded, rng, 0.06), 0.5)


def mono(image: Image.Image, rng: Random, _detail: float) -> Image.Image:
    return with_grain(ImageOps.autocontrast(image.convert("L"), cutoff=1).convert("RGB"), rng, 0.12)


def sepia(image: Image.Image, rng: Random, _detail: float) -> Image.Image:
    return vignette(
        with_grain(ImageOps.colorize(image.convert("L"), (46, 26, 12), (250, 232, 196)), rng, 0.2), 0.4, (60, 36, 16)
    )


def contrast(image: Image.Image, _rng: Random, detail: float) -> Image.Image:
    return ImageEnhance.Contrast(image).enhance(1.3 + 0.15 * detail)


def matte(image: Image.Image, rng: Random, _detail: float) -> Image.Image:
    lifted = image.point(lambda value: round(24 + value * 0.88))
    return with_grain(ImageEnhance.Color(lifted).enhance(0.88), rng, 0.1, softness=1.6)


def rembrandt(image: Image.Image, rng: Random, _detail: float) -> Image.Image:
    """Warm light on the middle, everything else in brown dark."""
    brown = ImageChops.multiply(
        ImageEnhance.Brightness(image).enhance(1.3),
        ImageOps.colorize(image.convert("L"), (150, 110, 70), (255, 240, 206)),
    )
    return vignette(with_grain(brown, rng, 0.06), 0.66, (20, 12, 8))


def vintage(image: Image.Image, rng: Random, detail: float) -> Image.Image:
    """Faded a little, the colours still to be known."""
    return Image.blend(image, sepia(image, rng, detail), 0.3)
