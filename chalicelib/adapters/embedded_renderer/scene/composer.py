"""The whole picture of a reading: backdrop, then everything from far to near, then weather."""

from dataclasses import replace
from random import Random

from PIL import Image, ImageFilter

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour
from chalicelib.adapters.embedded_renderer.drawing.geometry import Point
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.reading.quality_words import COLOURS
from chalicelib.adapters.embedded_renderer.reading.reading import Reading, Subject
from chalicelib.adapters.embedded_renderer.scene.backdrops import (
    arenas,
    built,
    feelings,
    inner,
    land,
    rooms,
    water,
    ways,
    wild,
)
from chalicelib.adapters.embedded_renderer.scene.emblems import draw_emblems
from chalicelib.adapters.embedded_renderer.scene.layout import lay_out
from chalicelib.adapters.embedded_renderer.scene.placement import Placed
from chalicelib.adapters.embedded_renderer.scene.posters import headline
from chalicelib.adapters.embedded_renderer.scene.setting import Setting
from chalicelib.adapters.embedded_renderer.scene.weather import draw_haze, draw_weather, snow_on
from chalicelib.adapters.embedded_renderer.things.look import Look
from chalicelib.adapters.embedded_renderer.things.registry import things

PLACES = (land, wild, water, built, ways, inner, feelings, rooms, arenas)
BACKDROPS = {name: draw for module in PLACES for name, draw in module.BACKDROPS.items()}
INK: Colour = (34, 30, 40)
INDOORS = frozenset(
    {"room", "kitchen", "restaurant", "classroom", "clinic", "library", "stage", "court", "table", "bar"}
)
"""Here rain falls behind the window."""
HIGH = 1.15
"""Trees and castles stand in no room."""
WEAK_PLACES = ("sky", "ground")
"""Under a blue sky is no place if there is another."""


def compose(reading: Reading, size: tuple[int, int], seed: int) -> Image.Image:
    rng = Random(seed)
    image = Image.new("RGB", size, (238, 236, 230))
    pen = Pen(image, outline=INK if {"ukiyoe", "flat"} & set(reading.styles) else None)
    place, setting = place_of(reading), _setting(reading, rng)
    if place != "paper":
        BACKDROPS[place](Pen(image), setting)
        if {"photo", "macro"} & {*reading.styles, place} and {"close"} & set(reading.views):
            image.paste(image.filter(ImageFilter.GaussianBlur(min(size) / 130)))
    if {"ukiyoe", "flat"} & set(reading.styles):
        draw_emblems(pen, setting, reading.styles)
    draw_haze(Pen(image), setting)
    placed = lay_out(reading, size, rng)
    if place == "poster":
        headline(placed, size, setting)
    for one in placed:
        if one.shadow and place not in ("space", "sky"):
            _shadow(Pen(image), one)
        _draw(pen, one, rng)
        _mirror(image, one, placed, reading, rng)
        if "snow" in setting.weather and one.thing.stance == "flat":
            snow_on(Pen(image), one, setting)
    if place not in INDOORS:
        draw_weather(Pen(image), setting)
    return image


def draw_things(image: Image.Image, reading: Reading, rng: Random) -> None:
    """The things alone, over a picture that is there already."""
    for one in lay_out(reading, image.size, rng):
        if one.shadow:
            _shadow(Pen(image), one)
        _draw(Pen(image), one, rng)


def place_of(reading: Reading) -> str:
    """The place asked for; else where the first subject is at home; else a mood."""
    known = [place for place in reading.places if place in BACKDROPS]
    known = [place for place in known if place not in WEAK_PLACES] or known
    if "poster" in reading.styles and (not known or known == ["studio"]):
        return "poster"
    if "abstract" in reading.styles and not reading.subjects:
        return "abstract"
    if known[:1] == ["stadium"] and any("basketball" in subject.thing for subject in reading.subjects):
        return "court"
    if "wall" in known:
        return "wall"
    if "dream" in known or ("surreal" in reading.styles and "beach" in known):
        return "dream"
    if known[:1] == ["park"] and reading.subjects and things()[reading.subjects[0].thing].home == "plaza":
        return "plaza"
    if known:
        return known[0]
    if "snow" in reading.weather and not reading.subjects:
        return "snowfield"
    if "fire" in reading.weather:
        return "fire"
    if reading.subjects:
        return _home(reading, reading.subjects[0])
    if reading.time or reading.weather:
        return "lake" if reading.time in ("sunrise", "sunset") else "meadow"
    return "mood"


def _home(reading: Reading, first: Subject) -> str:
    if "rembrandt" in reading.styles or first.thing == "bust":
        return "studio"
    held = {link.first for link in reading.links if link.relation in ("hold", "inside", "before")}
    held |= {link.second for link in reading.links if link.relation in ("eat", "kick", "throw", "catch", "fly")}
    homes = [things()[subject.thing].home for index, subject in enumerate(reading.subjects) if index not in held]
    homes = homes or ["studio"]
    home = next((home for home in homes if home not in ("studio", "meadow", "park", "sky")), homes[0])
    home = _indoors(reading, home, held)
    if any(link.relation == "above" for link in reading.links) and homes[0] in ("table", "studio"):
        return "studio"
    if "snow" in reading.weather and home in ("meadow", "park", "forest"):
        return "snowfield"
    return home if home in BACKDROPS or home == "paper" else "meadow"


def _indoors(reading: Reading, home: str, held: set[int]) -> str:
    """Seen from above only if everything lies on a table; no second blackboard; pumpkins at night are outside."""
    known = [things()[subject.thing] for index, subject in enumerate(reading.subjects) if index not in held]
    standing = [thing.home for thing in known if thing.stance == "ground"]
    if home == "classroom" and any(subject.thing == "blackboard" for subject in reading.subjects):
        return "room"
    if home == "room":
        high = (thing.home for thing in known if thing.stature > HIGH and thing.home not in INDOORS | {"studio"})
        return next(high, home)
    if home == "table" and standing:
        return next((place for place in standing if place == "room"), standing[0])
    return "night" if home == "table" and reading.time == "night" else home


def _setting(reading: Reading, rng: Random) -> Setting:
    time = reading.time or ("night" if "moon" in {subject.thing for subject in reading.subjects} else "day")
    if not reading.time and "bund" in reading.places:
        time = "sunset"
    if "fire" in reading.weather and not reading.time:
        time = "fire"
    moods = (*reading.moods, *(("dark",) if {"rembrandt"} & set(reading.styles) else ()))
    seen = any(subject.thing in ("sun", "moon") for subject in reading.subjects)
    colours = tuple(COLOURS[name] for name in reading.colours)
    tints = {name: COLOURS[colour] for name, colour in reading.tints.items()}
    return Setting(rng, time, tuple(reading.weather), tints, moods, colours, light_seen=seen)


def _draw(pen: Pen, one: Placed, rng: Random) -> None:
    frame = pen.part(
        one.x / pen.image.width, one.y / pen.image.height, one.width / pen.image.width, one.height / pen.image.height
    )
    frame = frame.mirrored() if one.mirrored else frame
    frame = frame.turned(one.turn) if one.turn else frame
    look = _look(one, rng)
    if one.tether:
        pen.line([_share(one.tether, pen), _share(frame.frame.at((0.5, 0.9)), pen)], 0.003, INK)
    one.thing.draw(frame, look)
    _draw_contents(frame, one, look, rng)
    for thing in one.held:
        _draw(pen, thing, rng)


def _draw_contents(frame: Pen, one: Placed, look: Look, rng: Random) -> None:
    for content in one.contents:
        part = frame.part(*content.box)
        part = part.turned(content.turn, (0.5, 1.0)) if content.turn else part
        own = _look(content.placed, rng)
        content.placed.thing.draw(part, own)
        _draw_contents(part, content.placed, own, rng)
    if one.contents and one.thing.vessel:
        one.thing.vessel.front(frame, look)


def _share(point: Point, pen: Pen) -> Point:
    return point[0] / pen.image.width, point[1] / pen.image.height


def _look(one: Placed, rng: Random) -> Look:
    subject = one.subject
    names: dict[str, str] = {**subject.traits, **one.poses}
    traits = {trait: COLOURS.get(colour) for trait, colour in names.items()}
    if subject.thing == "moon" and "crescent" in subject.traits:
        traits["crescent"] = None
    if one.contents:
        traits["filled"] = None
    return Look(Random(rng.random()), COLOURS.get(subject.colour_name), traits, subject.text)


def _shadow(pen: Pen, one: Placed) -> None:
    wide, high = pen.image.size
    if one.thing.stance == "ground":
        pen.glow(
            (one.centre / wide, one.bottom / high),
            one.width * 0.62 / wide,
            max(one.height * 0.05, one.width * 0.06) / high,
            (12, 12, 24),
            0.5,
        )
    elif one.thing.stance == "surface":
        pen.glow(
            ((one.centre + one.width * 0.08) / wide, (one.bottom - one.height * 0.06) / high),
            one.width * 0.6 / wide,
            one.height * 0.16 / high,
            (20, 12, 8),
            0.4,
        )


def _mirror(image: Image.Image, base: Placed, placed: list[Placed], reading: Reading, rng: Random) -> None:
    """The faint reflection of who stands before something polished."""
    for link in reading.links:
        if link.relation == "mirrored" and link.second == base.index:
            for one in (other for other in placed if other.index == link.first):
                layer = image.copy()
                ghost = replace(
                    one,
                    x=one.x + one.width * 0.45,
                    y=base.y + base.height * 0.03,
                    height=one.height * 0.8,
                    width=one.width * 0.8,
                    mirrored=True,
                    held=[],
                )
                _draw(Pen(layer), ghost, rng)
                box = tuple(
                    round(edge)
                    for edge in (
                        base.x + base.width * 0.06,
                        base.y + base.height * 0.1,
                        base.x + base.width * 0.94,
                        base.y + base.height * 0.46,
                    )
                )
                left, top, right, bottom = box
                area = (max(0, left), max(0, top), min(image.width, right), min(image.height, bottom))
                if area[2] > area[0] and area[3] > area[1]:
                    image.paste(Image.blend(image.crop(area), layer.crop(area), 0.38), area)
