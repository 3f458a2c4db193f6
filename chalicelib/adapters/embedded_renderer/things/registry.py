"""Every thing that can be drawn, by name."""

from functools import lru_cache

from chalicelib.adapters.embedded_renderer.drawing.colour import contrasting
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.animals import creeping, four_legged, small, winged
from chalicelib.adapters.embedded_renderer.things.buildings import famous, houses, sights
from chalicelib.adapters.embedded_renderer.things.food import dishes, drinks
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing
from chalicelib.adapters.embedded_renderer.things.nature import heavenly, plants
from chalicelib.adapters.embedded_renderer.things.objects import curious, furniture, handy
from chalicelib.adapters.embedded_renderer.things.people import folk
from chalicelib.adapters.embedded_renderer.things.solids import bodies
from chalicelib.adapters.embedded_renderer.things.vehicles import cars, craft, heavy

MODULES = (
    four_legged,
    small,
    creeping,
    winged,
    famous,
    houses,
    sights,
    dishes,
    drinks,
    heavenly,
    plants,
    furniture,
    handy,
    curious,
    folk,
    bodies,
    cars,
    heavy,
    craft,
)


def _lettering(pen: Pen, look: Look) -> None:
    """Large words with a soft shadow; alone, they are the picture."""
    colour = look.paint((206, 44, 44))
    pen.words(
        look.text, (0.012, 0.03, 1, 1), (20, 18, 26) if contrasting(colour)[0] > 128 else (120, 116, 110), weight=0.05
    )
    pen.words(look.text, (0, 0, 1, 1), colour, weight=0.05)


@lru_cache(maxsize=1)
def things() -> dict[str, Thing]:
    known = {"lettering": Thing(_lettering, 2.6, 0.6, "flat", "paper")}
    for module in MODULES:
        known.update(module.THINGS)
    return known
