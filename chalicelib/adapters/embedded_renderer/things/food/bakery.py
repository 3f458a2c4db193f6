"""Bread, cakes, sweets and ice cream."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing

CRUST: Colour = (196, 130, 66)
SPRINKLES: tuple[Colour, ...] = ((240, 90, 90), (250, 210, 70), (90, 180, 230), (130, 200, 110), (255, 255, 255))
USUAL_CANDLES = 3


def _loaf(pen: Pen, look: Look) -> None:
    crust = look.paint(CRUST)
    pen.blob(
        [(0.03, 0.6), (0.12, 0.26), (0.5, 0.14), (0.88, 0.26), (0.97, 0.6), (0.9, 0.92), (0.1, 0.92)], crust, "ball"
    )
    for x in (0.26, 0.46, 0.66):
        pen.limb([(x - 0.04, 0.56), (x + 0.1, 0.24)], (0.05, 0.08), lighter(crust, 0.5))


def _baguette(pen: Pen, look: Look) -> None:
    crust = look.paint(CRUST)
    pen.limb([(0.06, 0.7), (0.5, 0.5), (0.94, 0.3)], (0.3, 0.3), crust)
    for step in range(5):
        x = 0.18 + step * 0.15
        pen.limb([(x - 0.02, 0.72 - step * 0.08), (x + 0.08, 0.52 - step * 0.08)], (0.04, 0.06), lighter(crust, 0.55))


def _croissant(pen: Pen, look: Look) -> None:
    crust = look.paint((214, 150, 76))
    for x, y, size in ((0.1, 0.78, 0.12), (0.9, 0.78, 0.12), (0.24, 0.58, 0.2), (0.76, 0.58, 0.2), (0.5, 0.5, 0.28)):
        pen.oval((x, y), size, size * 1.1, crust)
        pen.line(arc(x, y, size * 0.5, size * 0.9, (200, 340)), 0.014, darker(crust, 0.3))


def _donut(pen: Pen, look: Look) -> None:
    icing = look.paint((240, 130, 170))
    pen.oval((0.5, 0.54), 0.5, 0.46, (214, 156, 90))
    pen.oval((0.5, 0.48), 0.46, 0.4, icing)
    pen.oval((0.5, 0.5), 0.16, 0.13, darker((214, 156, 90), 0.35), "flat")
    for step in range(26):
        x, y = arc(0.5, 0.48, look.rng.uniform(0.22, 0.4), look.rng.uniform(0.2, 0.34), (step * 14, step * 14 + 1))[0]
        pen.oval((x, y), 0.018, 0.01, SPRINKLES[step % 5], "flat")


def _cupcake(pen: Pen, look: Look) -> None:
    cream = look.paint((250, 180, 200))
    pen.shape([(0.16, 0.56), (0.84, 0.56), (0.74, 1.0), (0.26, 1.0)], (120, 150, 200), "side")
    for x in (0.3, 0.43, 0.57, 0.7):
        pen.line([(x, 0.58), (0.5 + (x - 0.5) * 0.8, 0.98)], 0.014, (90, 116, 170))
    for y, half in ((0.52, 0.42), (0.36, 0.32), (0.22, 0.2)):
        pen.oval((0.5, y), half, 0.13, cream)
    pen.disc((0.5, 0.08), 0.08, (210, 30, 50))


def _birthday_cake(pen: Pen, look: Look) -> None:
    """As many candles as the cake was said to have."""
    cream = look.paint((252, 238, 226))
    for top, half, low in ((0.58, 0.48, 0.88), (0.36, 0.34, 0.54)):
        pen.shape([*arc(0.5, low, half, 0.09, (0, 180)), (0.5 - half, top), (0.5 + half, top)], cream, "side")
        pen.shape(ellipse(0.5, top, half, 0.09), lighter(cream, 0.4), "down")
        for step in range(9):
            x = 0.5 - half + half * 2 * (step + 0.5) / 9
            pen.limb([(x, top + 0.05), (x, top + 0.11 + 0.05 * (step % 2))], (0.07, 0.05), (240, 130, 160))
    pen.words(look.text, (0.12, 0.7, 0.76, 0.15), (170, 40, 80), weight=0.03)
    candles = next((int(name[8:]) for name in look.traits if name.startswith("candles_")), USUAL_CANDLES)
    for step in range(candles):
        x = 0.5 + (step - (candles - 1) / 2) * min(0.13, 0.6 / candles)
        pen.limb([(x, 0.36), (x, 0.14)], (0.026, 0.026), (120, 176, 230))
        pen.oval((x, 0.09), 0.022, 0.05, (255, 196, 60))


def _cookie(pen: Pen, look: Look) -> None:
    dough = look.paint((206, 156, 96))
    pen.oval((0.5, 0.5), 0.5, 0.48, dough)
    for x, y in ((0.3, 0.3), (0.6, 0.24), (0.76, 0.5), (0.5, 0.54), (0.28, 0.62), (0.62, 0.76)):
        pen.disc((x, y), 0.06, (80, 48, 32))


def _pie(pen: Pen, look: Look) -> None:
    crust = look.paint((222, 166, 90))
    pen.shape([(0.06, 0.56), (0.94, 0.56), (0.8, 0.92), (0.2, 0.92)], (150, 156, 166), "side")
    pen.blob([(0.0, 0.58), (0.2, 0.34), (0.5, 0.24), (0.8, 0.34), (1.0, 0.58), (0.5, 0.68)], crust, "ball")
    for x in (0.34, 0.5, 0.66):
        pen.line([(x - 0.06, 0.56), (x + 0.04, 0.34)], 0.02, darker(crust, 0.4))


def _ice_cream(pen: Pen, look: Look) -> None:
    scoop = look.paint((250, 190, 206))
    pen.shape([(0.24, 0.44), (0.76, 0.44), (0.5, 1.0)], (222, 164, 90), "side")
    for step in range(4):
        pen.line([(0.3 + step * 0.12, 0.46), (0.52, 0.9 - step * 0.06)], 0.01, (176, 116, 60))
    pen.disc((0.5, 0.3), 0.3, scoop)
    pen.glow((0.4, 0.2), 0.08, 0.06, (255, 255, 255), 0.7)


def _popsicle(pen: Pen, look: Look) -> None:
    pen.limb([(0.5, 0.7), (0.5, 0.98)], (0.12, 0.12), (220, 186, 130))
    ice = look.paint((240, 110, 120))
    pen.blob([(0.2, 0.7), (0.2, 0.2), (0.5, 0.0), (0.8, 0.2), (0.8, 0.7), (0.5, 0.74)], ice, "side")
    pen.limb([(0.36, 0.2), (0.36, 0.56)], (0.05, 0.05), lighter(ice, 0.4))


def _chocolate(pen: Pen, look: Look) -> None:
    brown = look.paint((96, 56, 36))
    for row in range(3):
        for column in range(4):
            pen.rect(0.02 + column * 0.245, 0.04 + row * 0.32, 0.23, 0.3, brown, "side")
            pen.rect(0.06 + column * 0.245, 0.09 + row * 0.32, 0.15, 0.2, lighter(brown, 0.12))


def _candy(pen: Pen, look: Look) -> None:
    sweet = look.paint((230, 70, 100))
    for side in (-1, 1):
        pen.shape([(0.5 + side * 0.24, 0.5), (0.5 + side * 0.5, 0.24), (0.5 + side * 0.5, 0.76)], lighter(sweet, 0.3))
    pen.oval((0.5, 0.5), 0.28, 0.26, sweet)
    for x in (0.4, 0.56):
        pen.limb([(x - 0.04, 0.3), (x + 0.06, 0.7)], (0.05, 0.05), (255, 250, 246))


def _lollipop(pen: Pen, look: Look) -> None:
    pen.limb([(0.5, 0.5), (0.5, 1.0)], (0.06, 0.06), (244, 240, 230))
    pen.disc((0.5, 0.3), 0.36, look.paint((236, 80, 120)))
    pen.line(arc(0.5, 0.3, 0.28, 0.2, (0, 300)), 0.05, (255, 240, 240))
    pen.line(arc(0.5, 0.3, 0.12, 0.09, (100, 400)), 0.05, (255, 240, 240))


def _pancakes(pen: Pen, look: Look) -> None:
    cake = look.paint((220, 160, 84))
    for step in range(4):
        pen.oval((0.5, 0.82 - step * 0.15), 0.48, 0.15, _layer(cake, step))
    pen.shape([(0.4, 0.28), (0.58, 0.26), (0.62, 0.36), (0.44, 0.38)], (252, 226, 110))


def _layer(colour: Colour, step: int) -> Colour:
    return lighter(colour, 0.12) if step % 2 else darker(colour, 0.08)


def _sweet(draw: Draw, words: str, aspect: float = 1.0, stature: float = 0.36) -> Thing:
    return Thing(draw, aspect, stature, "surface", "table", words=words, roles=("held",))


THINGS: dict[str, Thing] = {
    "bread": _sweet(_loaf, "bread loaf loaf_of_bread bun 面包 一条面包 吐司面包", 1.4, 0.42),
    "baguette": _sweet(_baguette, "baguette french_bread 法棍 长棍面包", 1.6, 0.4),
    "croissant": _sweet(_croissant, "croissant 牛角包 可颂 羊角面包", 1.3, 0.32),
    "donut": _sweet(_donut, "donut doughnut bagel 甜甜圈"),
    "cupcake": _sweet(_cupcake, "cupcake muffin 纸杯蛋糕", 0.85, 0.36),
    "cake": _sweet(_birthday_cake, "cake birthday_cake wedding_cake 蛋糕 生日蛋糕", 1.0, 0.7),
    "cookie": _sweet(_cookie, "cookie biscuit 饼干 曲奇", 1.0, 0.28),
    "pie": _sweet(_pie, "pie tart 馅饼 派 蛋挞", 1.5, 0.36),
    "ice_cream": _sweet(_ice_cream, "ice_cream ice-cream ice_cream_cone gelato 冰淇淋 冰激凌 雪糕", 0.6, 0.5),
    "popsicle": _sweet(_popsicle, "popsicle ice_lolly 冰棍 冰棒", 0.5, 0.45),
    "chocolate": _sweet(_chocolate, "chocolate_bar chocolates bar_of_chocolate 巧克力", 1.4, 0.3),
    "candy": _sweet(_candy, "candy candies sweets 糖果 糖", 1.4, 0.24),
    "lollipop": _sweet(_lollipop, "lollipop 棒棒糖", 0.6, 0.42),
    "pancakes": _sweet(_pancakes, "pancake pancakes stack_of_pancakes waffle 煎饼 松饼 烧饼", 1.3, 0.4),
}
