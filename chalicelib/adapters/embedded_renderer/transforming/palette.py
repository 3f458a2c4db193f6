"""Moving the colours of a picture towards those a prompt asks for."""

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageOps

from chalicelib.adapters.embedded_renderer.drawing.colour import BLACK, WHITE, Colour, luminance, mix
from chalicelib.adapters.embedded_renderer.reading.quality_words import COLOURS
from chalicelib.adapters.embedded_renderer.reading.reading import Reading
from chalicelib.adapters.embedded_renderer.scene.backdrops.feelings import MOODS
from chalicelib.adapters.embedded_renderer.scene.setting import SKIES

WEATHERS: dict[str, tuple[Colour, ...]] = {
    "snow": ((96, 116, 150), (214, 226, 240)),
    "rain": ((50, 60, 76), (150, 164, 180)),
    "fog": ((130, 138, 146), (226, 230, 232)),
    "fire": ((70, 10, 6), (240, 120, 30), (255, 226, 140)),
    "autumn": ((90, 40, 16), (220, 130, 40)),
    "spring": ((70, 140, 80), (250, 200, 214)),
}


def wanted_palette(reading: Reading, *, of_things: bool = True) -> tuple[Colour, ...]:
    """Colours named in the prompt first, those of things only if they are meant to be there; then of its mood."""
    names = list(reading.colours)
    for subject in reading.subjects if of_things else ():
        names += [name for name in (subject.colour_name, *subject.traits.values()) if name]
    single = dict.fromkeys(part for name in names for part in name.split("/") if part in COLOURS)
    if single:
        return tuple(COLOURS[name] for name in single)
    if reading.time in SKIES and reading.time != "day":
        return SKIES[reading.time]
    for name in reading.weather:
        if name in WEATHERS:
            return WEATHERS[name]
    return next((MOODS[name] for name in reading.moods if name in MOODS), ())


def recoloured(picture: Image.Image, palette: Sequence[Colour], share: float) -> Image.Image:
    """Brightness stays, the hues run through the palette from dark to light."""
    if not palette:
        return picture
    grey = ImageOps.autocontrast(picture.convert("L"), cutoff=1)
    stops = sorted(palette, key=luminance)
    stops = [mix(stops[0], BLACK, 0.72), *stops, mix(stops[-1], WHITE, 0.72)]
    tables = [_table([stop[channel] for stop in stops]) for channel in range(3)]
    mapped = Image.merge("RGB", [grey.point(table) for table in tables])
    return Image.blend(picture, Image.blend(mapped, ImageChops.soft_light(mapped, picture), 0.4), min(1.0, share))


def _table(values: list[int]) -> list[int]:
    last = len(values) - 1
    table = []
    for grey in range(256):
        place = grey / 255 * last
        low = min(last - 1, int(place))
        table.append(round(values[low] + (values[low + 1] - values[low]) * (place - low)))
    return table
