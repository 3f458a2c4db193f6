"""Looking at pictures with the eyes of a test: colours, spots of a colour, outside samples."""

from pathlib import Path

from PIL import Image, ImageChops

from chalicelib.adapters.embedded_renderer.renderer import EmbeddedRenderer
from chalicelib.domain.pictures import PictureWish

RENDERER = EmbeddedRenderer()
HUES = {
    "red": (345, 14),
    "orange": (18, 40),
    "yellow": (44, 66),
    "green": (80, 165),
    "blue": (205, 250),
    "purple": (262, 300),
}


def drawn(prompt: str, *, seed: int = 1, size: tuple[int, int] = (160, 160), negative: str = "") -> Image.Image:
    return RENDERER.render(PictureWish(prompt, negative, size[0], size[1], seed=seed))


def mask_of(image: Image.Image, name: str) -> Image.Image:
    """White where the picture has the colour."""
    hue, saturation, value = image.convert("HSV").split()
    if name == "white":
        return ImageChops.darker(
            saturation.point(lambda part: 255 * (part < 41)), value.point(lambda part: 255 * (part > 184))
        )
    if name == "black":
        return value.point(lambda part: 255 * (part < 61))
    low, high = (degrees * 255 / 360 for degrees in HUES[name])
    strong = ImageChops.darker(
        saturation.point(lambda part: 255 * (part > 115)), value.point(lambda part: 255 * (part > 76))
    )
    if low > high:
        return ImageChops.darker(strong, hue.point(lambda part: 255 * (part >= low or part <= high)))
    return ImageChops.darker(strong, hue.point(lambda part: 255 * (low <= part <= high)))


def spots(image: Image.Image, name: str, *, at_least: float = 0.0015) -> list[tuple[float, float, float]]:
    """(centre x, centre y, share of the picture) of every connected area of a colour, the largest first."""
    small = image.resize((96, max(1, 96 * image.height // image.width)))
    width, height = small.size
    wanted = {(at % width, at // width) for at, part in enumerate(mask_of(small, name).tobytes()) if part}
    found = []
    while wanted:
        area = _area(wanted, wanted.pop())
        if len(area) >= at_least * width * height:
            x, y = sum(spot[0] for spot in area) / len(area), sum(spot[1] for spot in area) / len(area)
            found.append((x / width, y / height, len(area) / (width * height)))
    return sorted(found, key=lambda spot: -spot[2])


def _area(wanted: set[tuple[int, int]], start: tuple[int, int]) -> list[tuple[int, int]]:
    area, waiting = [start], [start]
    while waiting:
        x, y = waiting.pop()
        for near in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if near in wanted:
                wanted.remove(near)
                area.append(near)
                waiting.append(near)
    return area


def difference(first: Image.Image, second: Image.Image) -> float:
    """The mean distance of the channels, 0 to 255."""
    ours, theirs = first.tobytes(), second.tobytes()
    return sum(abs(a - b) for a, b in zip(ours, theirs, strict=True)) / len(ours)


def outside_pictures() -> Path | None:
    """The shared pictures and prompts, where this project lies beside them."""
    for parent in Path(__file__).resolve().parents:
        folder = parent / "shared" / "data" / "image"
        if folder.is_dir():
            return folder
    return None
