"""Fire engines, tractors, motorcycles, rowing boats, drones, spaceships and their like."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Stance, Thing
from chalicelib.adapters.embedded_renderer.things.vehicles.cars import THINGS as CARS
from chalicelib.adapters.embedded_renderer.things.vehicles.cars import wheel

GLASS: Colour = (150, 186, 206)
STEEL: Colour = (150, 156, 166)
STANCES: dict[str, Stance] = {"sky": "sky", "sea": "water", "lake": "water", "space": "sky"}


def _fire_engine(pen: Pen, look: Look) -> None:
    paint = look.paint((210, 34, 34))
    pen.rect(0.0, 0.3, 0.68, 0.52, paint)
    pen.blob([(0.68, 0.84), (0.68, 0.26), (0.74, 0.2), (0.94, 0.22), (0.99, 0.5), (0.99, 0.84)], paint)
    pen.rect(0.75, 0.28, 0.1, 0.24, GLASS)
    pen.shape([(0.88, 0.28), (0.93, 0.28), (0.97, 0.52), (0.88, 0.52)], GLASS)
    pen.rect(0.0, 0.6, 0.99, 0.07, (250, 250, 246), "flat")
    for x in (0.06, 0.24, 0.42):
        pen.rect(x, 0.36, 0.14, 0.2, (200, 204, 210))
    for y in (0.13, 0.21):
        pen.line([(0.0, y + 0.06), (0.84, y - 0.06)], 0.02, STEEL)
    for step in range(9):
        pen.line([(0.04 + step * 0.09, 0.19 - step * 0.013), (0.04 + step * 0.09, 0.27 - step * 0.013)], 0.014, STEEL)
    pen.rect(0.78, 0.13, 0.1, 0.08, (70, 130, 240))
    for x in (0.16, 0.34, 0.84):
        wheel(pen, (x, 0.86), 0.11)


def _with_roof_light(usual: Colour, light: tuple[Colour, ...], sign: str = "") -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        CARS["car"].draw(pen, Look(look.rng, look.paint(usual), look.traits))
        wide = 0.16 / len(light)
        for step, colour in enumerate(light):
            pen.rect(0.4 + step * wide, -0.02, wide, 0.13, colour)
        if sign:
            pen.words(sign, (0.41, 0.0, 0.14, 0.09), (40, 36, 30))

    return draw


def _ambulance(pen: Pen, look: Look) -> None:
    paint = look.paint((248, 248, 248))
    pen.rect(0.02, 0.12, 0.64, 0.7, paint)
    pen.blob([(0.66, 0.83), (0.66, 0.28), (0.8, 0.26), (0.9, 0.52), (0.99, 0.58), (0.99, 0.83)], paint)
    pen.shape([(0.7, 0.5), (0.7, 0.33), (0.79, 0.33), (0.86, 0.5)], GLASS)
    pen.rect(0.02, 0.6, 0.97, 0.07, (214, 40, 44), "flat")
    pen.rect(0.28, 0.26, 0.06, 0.28, (214, 40, 44), "flat")
    pen.rect(0.2, 0.36, 0.22, 0.08, (214, 40, 44), "flat")
    pen.rect(0.5, 0.04, 0.14, 0.08, (70, 130, 240))
    for x in (0.2, 0.8):
        wheel(pen, (x, 0.85), 0.12)


def _tractor(pen: Pen, look: Look) -> None:
    paint = look.paint((60, 140, 60))
    pen.rect(0.5, 0.42, 0.44, 0.3, paint)
    pen.limb([(0.84, 0.42), (0.84, 0.16)], (0.03, 0.04), (60, 60, 64))
    pen.shape([(0.22, 0.1), (0.56, 0.1), (0.54, 0.46), (0.18, 0.46)], GLASS)
    pen.line([(0.22, 0.46), (0.24, 0.08), (0.56, 0.08), (0.54, 0.46)], 0.024, darker(paint, 0.4))
    pen.rect(0.16, 0.44, 0.4, 0.24, paint)
    wheel(pen, (0.26, 0.7), 0.27)
    wheel(pen, (0.84, 0.82), 0.15)


def _motorcycle(pen: Pen, look: Look) -> None:
    paint = look.paint((200, 40, 44))
    for x in (0.18, 0.82):
        wheel(pen, (x, 0.74), 0.2)
    pen.line([(0.18, 0.74), (0.46, 0.62), (0.7, 0.4), (0.82, 0.74)], 0.03, STEEL)
    pen.blob([(0.36, 0.52), (0.6, 0.5), (0.6, 0.76), (0.4, 0.78)], (90, 94, 102), "ball")
    pen.blob([(0.44, 0.48), (0.48, 0.3), (0.68, 0.28), (0.72, 0.44)], paint, "ball")
    pen.blob([(0.1, 0.4), (0.3, 0.42), (0.48, 0.38), (0.46, 0.5), (0.22, 0.52)], (40, 38, 42))
    pen.line([(0.7, 0.36), (0.64, 0.14), (0.56, 0.12)], 0.03, (60, 62, 68))
    pen.disc((0.76, 0.3), 0.06, (255, 244, 200))
    pen.limb([(0.14, 0.66), (0.4, 0.72)], (0.05, 0.04), (200, 204, 210))


def _scooter(pen: Pen, look: Look) -> None:
    paint = look.paint((90, 180, 170))
    for x in (0.2, 0.84):
        wheel(pen, (x, 0.84), 0.14)
    pen.blob(
        [(0.06, 0.74), (0.1, 0.5), (0.36, 0.46), (0.48, 0.74), (0.7, 0.78), (0.72, 0.88), (0.4, 0.9)], paint, "ball"
    )
    pen.blob([(0.68, 0.82), (0.7, 0.4), (0.78, 0.3), (0.82, 0.6), (0.8, 0.84)], paint, "side")
    pen.blob([(0.08, 0.44), (0.4, 0.42), (0.42, 0.5), (0.1, 0.52)], (60, 44, 40))
    pen.line([(0.76, 0.36), (0.72, 0.16), (0.62, 0.16)], 0.03, (70, 72, 78))
    pen.disc((0.8, 0.34), 0.05, (255, 244, 200))


def _excavator(pen: Pen, look: Look) -> None:
    paint = look.paint((246, 190, 40))
    pen.limb([(0.12, 0.86), (0.56, 0.86)], (0.2, 0.2), (50, 50, 54))
    pen.rect(0.06, 0.46, 0.5, 0.28, paint)
    pen.shape([(0.32, 0.14), (0.54, 0.14), (0.56, 0.46), (0.32, 0.46)], GLASS)
    pen.limb([(0.54, 0.56), (0.7, 0.12), (0.76, 0.1)], (0.1, 0.07), paint)
    pen.limb([(0.76, 0.1), (0.92, 0.56)], (0.07, 0.05), darker(paint, 0.1))
    pen.shape([(0.84, 0.56), (1.0, 0.52), (0.98, 0.78), (0.82, 0.76)], (80, 80, 84))


def _bullet_train(pen: Pen, look: Look) -> None:
    paint = look.paint((246, 248, 250))
    pen.rect(-0.02, 0.88, 1.04, 0.05, (120, 116, 110))
    pen.blob(
        [(-0.02, 0.84), (-0.02, 0.26), (0.6, 0.24), (0.78, 0.34), (0.95, 0.62), (1.0, 0.78), (0.96, 0.86)],
        paint,
        "down",
    )
    pen.shape([(-0.02, 0.62), (0.9, 0.62), (0.97, 0.72), (-0.02, 0.72)], (206, 40, 50), "flat")
    for step in range(9):
        pen.rect(0.01 + step * 0.068, 0.38, 0.05, 0.14, (50, 66, 86))
    pen.blob([(0.7, 0.36), (0.78, 0.36), (0.88, 0.54), (0.74, 0.52)], (40, 54, 74))
    pen.rect(0.66, 0.36, 0.02, 0.36, darker(paint, 0.3), "flat")


def _steam_train(pen: Pen, look: Look) -> None:
    paint = look.paint((50, 54, 62))
    for x, y, size in ((0.66, 0.1, 0.1), (0.54, 0.04, 0.13), (0.38, 0.02, 0.16)):
        pen.glow((x, y), size, size * 1.6, (226, 228, 232), 0.9)
    pen.rect(0.3, 0.36, 0.56, 0.34, paint)
    pen.rect(0.04, 0.2, 0.28, 0.5, darker((180, 40, 40), 0.1))
    pen.rect(0.1, 0.28, 0.16, 0.18, GLASS)
    pen.rect(0.0, 0.15, 0.36, 0.06, (40, 40, 44))
    pen.shape([(0.7, 0.36), (0.67, 0.14), (0.83, 0.14), (0.8, 0.36)], paint, "side")
    pen.disc((0.87, 0.53), 0.15, lighter(paint, 0.15))
    for x, size in ((0.16, 0.13), (0.4, 0.13), (0.62, 0.1), (0.8, 0.1)):
        pen.disc((x, 0.92 - size), size, (190, 44, 44))
        pen.disc((x, 0.92 - size), size * 0.6, (60, 60, 66))
    pen.shape([(0.88, 0.74), (1.0, 0.92), (0.84, 0.92)], (180, 44, 44))


def _tram(pen: Pen, look: Look) -> None:
    paint = look.paint((206, 60, 50))
    pen.line([(0.4, 0.16), (0.5, 0.02), (0.6, 0.16)], 0.016, (70, 70, 76))
    pen.blob([(0.02, 0.86), (0.02, 0.2), (0.06, 0.14), (0.94, 0.14), (0.98, 0.2), (0.98, 0.86)], paint)
    pen.rect(0.03, 0.24, 0.94, 0.3, (246, 236, 210))
    for step in range(7):
        pen.rect(0.06 + step * 0.128, 0.27, 0.1, 0.24, GLASS)
    for x in (0.22, 0.78):
        wheel(pen, (x, 0.9), 0.08)


def _ride(
    draw: Draw, words: str, aspect: float, stature: float, home: str = "road", back: tuple[float, float] = (0.44, 0.34)
) -> Thing:
    return Thing(
        draw,
        aspect,
        stature,
        STANCES.get(home, "ground"),
        home,
        words=words,
        anchors={"top": (0.5, 0.14), "back": back},
    )


THINGS: dict[str, Thing] = {
    "fire_engine": _ride(_fire_engine, "fire_engine fire_truck firetruck 消防车", 2.2, 1.0),
    "police_car": _ride(_with_roof_light((60, 90, 160), ((230, 50, 50), (70, 120, 250))), "police_car 警车", 2.3, 0.74),
    "taxi": _ride(
        _with_roof_light((246, 200, 40), ((250, 250, 240),), "TAXI"),
        "taxi taxicab cab yellow_cab 出租车 的士 计程车",
        2.3,
        0.74,
        "street",
    ),
    "ambulance": _ride(_ambulance, "ambulance 救护车", 2.0, 0.95),
    "tractor": _ride(_tractor, "tractor 拖拉机", 1.4, 0.95, "meadow"),
    "motorcycle": _ride(_motorcycle, "motorcycle motorbike 摩托车 摩托", 1.6, 0.65, "road", (0.3, 0.42)),
    "scooter": _ride(
        _scooter, "scooter moped vespa electric_scooter 电动车 电瓶车 踏板车 滑板车", 1.3, 0.65, "street", (0.28, 0.44)
    ),
    "excavator": _ride(_excavator, "excavator digger bulldozer crane_truck 挖掘机 推土机", 1.5, 1.05, "ground"),
    "bullet_train": _ride(
        _bullet_train,
        "bullet_train high-speed_train high_speed_train shinkansen 高铁 动车 高速列车 列高铁",
        3.4,
        0.8,
        "meadow",
    ),
    "steam_train": _ride(_steam_train, "steam_train steam_locomotive locomotive 蒸汽火车 火车头", 2.2, 0.95, "meadow"),
    "tram": _ride(_tram, "tram streetcar trolleybus subway metro 电车 有轨电车 地铁", 2.4, 0.95, "street"),
}
