"""Woodblock, flat poster, pencil, pixels, mosaic."""

from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from chalicelib.adapters.embedded_renderer.drawing.colour import darker
from chalicelib.adapters.embedded_renderer.styles.grain import edges, with_grain

BLOCKS = (
    (24, 40, 84),
    (54, 92, 140),
    (120, 164, 184),
    (198, 208, 190),
    (240, 226, 190),
    (226, 168, 110),
    (200, 74, 50),
    (110, 44, 40),
    (74, 104, 74),
    (42, 40, 46),
    (150, 150, 120),
)


def ukiyoe(image: Image.Image, rng: Random, detail: float) -> Image.Image:
    """The few colours of the blocks, clear outlines, the grain of wood and paper."""
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in BLOCKS for part in colour] + list(BLOCKS[4]) * (256 - len(BLOCKS)))
    smooth = image.filter(ImageFilter.MedianFilter(5))
    flat = smooth.quantize(palette=palette, dither=Image.Dither.NONE).convert("RGB").filter(ImageFilter.MedianFilter(5))
    printed = Image.blend(flat, smooth, 0.28)
    lines = edges(smooth, strong=1.6 + detail)
    printed = ImageChops.multiply(printed, Image.merge("RGB", (lines, lines, lines)))
    return with_grain(
        ImageChops.multiply(printed, Image.new("RGB", image.size, (252, 244, 224))), rng, 0.09, softness=0.8
    )


def flat(image: Image.Image, rng: Random, detail: float) -> Image.Image:
    levels = ImageOps.posterize(image.filter(ImageFilter.MedianFilter(3)), 4)
    return with_grain(ImageEnhance.Color(levels).enhance(1.1 + 0.1 * detail), rng, 0.03)


def pencil(image: Image.Image, rng: Random, detail: float) -> Image.Image:
    """Outlines and three densities of hatching on white paper."""
    grey = ImageOps.autocontrast(image.convert("L").filter(ImageFilter.GaussianBlur(image.width / 500)), cutoff=2)
    paper = Image.new("L", image.size, 250)
    for threshold, lean, gap in ((190, 1, 9), (130, 1, 5), (85, -1, 6), (45, 1, 3)):
        hatched = Image.new("L", image.size, 255)
        _hatch(hatched, rng, lean, max(2, round(gap * image.width / 512 / max(0.4, detail))))
        mask = grey.point([255 if value < threshold else 0 for value in range(256)]).filter(ImageFilter.GaussianBlur(1))
        paper = Image.composite(ImageChops.multiply(paper, hatched), paper, mask)
    lines = edges(image, strong=3.0)
    drawn = ImageChops.multiply(
        ImageChops.multiply(paper, lines), grey.point([min(255, 206 + value // 5) for value in range(256)])
    )
    return with_grain(Image.merge("RGB", (drawn, drawn, drawn)), rng, 0.2)


def _hatch(layer: Image.Image, rng: Random, lean: int, gap: int) -> None:
    draw = ImageDraw.Draw(layer)
    reach = layer.height
    for start in range(-reach, layer.width + reach, gap):
        x = start + rng.uniform(-1, 1) * gap * 0.25
        draw.line(
            [(x, 0), (x + lean * reach * 0.8, reach)], fill=rng.randint(60, 120), width=max(1, layer.width // 620)
        )


def pixel(image: Image.Image, _rng: Random, detail: float) -> Image.Image:
    across = max(8, round(48 + 24 * detail))
    small = image.resize((across, max(8, round(across * image.height / image.width))), Image.Resampling.BOX)
    return (
        small.quantize(24, method=Image.Quantize.MEDIANCUT).convert("RGB").resize(image.size, Image.Resampling.NEAREST)
    )


def mosaic(image: Image.Image, rng: Random, detail: float) -> Image.Image:
    tile = max(4, round(min(image.size) / (26 + 20 * detail)))
    small = image.resize((max(1, image.width // tile + 1), max(1, image.height // tile + 1)), Image.Resampling.BOX)
    laid = small.resize((small.width * tile, small.height * tile), Image.Resampling.NEAREST).crop((0, 0, *image.size))
    draw = ImageDraw.Draw(laid)
    for x in range(0, image.width, tile):
        draw.line(
            [(x, 0), (x, image.height)], fill=darker((90, 86, 80), rng.uniform(0.2, 0.4)), width=max(1, tile // 9)
        )
    for y in range(0, image.height, tile):
        draw.line([(0, y), (image.width, y)], fill=(70, 66, 62), width=max(1, tile // 9))
    return laid
