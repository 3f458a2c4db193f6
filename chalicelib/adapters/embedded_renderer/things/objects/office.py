"""Computers, telephones, writing things and what stands in a classroom."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, contrasting, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing

CASE: Colour = (186, 192, 200)
DARK: Colour = (36, 40, 50)
SCREEN: Colour = (70, 130, 200)


def _screen(pen: Pen, box: tuple[float, float, float, float], text: str) -> None:
    x, y, wide, high = box
    pen.rect(x, y, wide, high, SCREEN, (150, 200, 240))
    if text:
        pen.words(text, (x + wide * 0.1, y + high * 0.2, wide * 0.8, high * 0.6), (255, 255, 255))
        return
    for row in range(4):
        pen.rect(
            x + wide * 0.1,
            y + high * (0.18 + row * 0.18),
            wide * (0.7 - 0.14 * (row % 3)),
            high * 0.07,
            (236, 246, 255),
            "flat",
        )


def _laptop(pen: Pen, look: Look) -> None:
    case = look.paint(CASE)
    pen.shape([(0.14, 0.02), (0.86, 0.02), (0.88, 0.7), (0.12, 0.7)], darker(case, 0.3))
    _screen(pen, (0.16, 0.07, 0.68, 0.58), look.text)
    pen.shape([(0.12, 0.7), (0.88, 0.7), (1.0, 0.94), (0.0, 0.94)], case)
    pen.shape([(0.18, 0.73), (0.82, 0.73), (0.88, 0.83), (0.12, 0.83)], darker(case, 0.5), "flat")
    pen.shape([(0.4, 0.85), (0.6, 0.85), (0.62, 0.92), (0.38, 0.92)], darker(case, 0.15), "flat")
    pen.shape([(0.0, 0.94), (1.0, 0.94), (0.98, 0.98), (0.02, 0.98)], darker(case, 0.3), "flat")


def _computer(pen: Pen, look: Look) -> None:
    case = look.paint(DARK)
    pen.rect(0.04, 0.0, 0.92, 0.64, case)
    _screen(pen, (0.08, 0.04, 0.84, 0.56), look.text)
    pen.rect(0.44, 0.64, 0.12, 0.14, darker(case, 0.1))
    pen.shape([(0.3, 0.78), (0.7, 0.78), (0.74, 0.82), (0.26, 0.82)], case)
    pen.shape([(0.1, 0.86), (0.9, 0.86), (0.96, 0.98), (0.04, 0.98)], lighter(case, 0.4))
    for row in range(3):
        pen.line([(0.12, 0.885 + row * 0.032), (0.88, 0.885 + row * 0.032)], 0.01, (230, 232, 236))


def _phone(pen: Pen, look: Look) -> None:
    case = look.paint(DARK)
    pen.shape(
        [
            (0.06, 0.02),
            (0.94, 0.02),
            (0.98, 0.06),
            (0.98, 0.94),
            (0.94, 0.98),
            (0.06, 0.98),
            (0.02, 0.94),
            (0.02, 0.06),
        ],
        case,
    )
    _screen(pen, (0.09, 0.06, 0.82, 0.88), look.text)
    pen.oval((0.5, 0.045), 0.06, 0.008, (20, 20, 24), "flat")


def _television(pen: Pen, look: Look) -> None:
    pen.rect(0.0, 0.0, 1.0, 0.84, look.paint(DARK))
    _screen(pen, (0.04, 0.05, 0.92, 0.74), look.text)
    for x in (0.3, 0.7):
        pen.limb([(x, 0.84), (x + (x - 0.5) * 0.3, 0.98)], (0.05, 0.05), DARK)


def _keyboard(pen: Pen, look: Look) -> None:
    pen.shape([(0.06, 0.1), (0.94, 0.1), (1.0, 0.9), (0.0, 0.9)], look.paint((60, 64, 72)))
    for row in range(4):
        for column in range(12):
            pen.rect(0.08 + column * 0.071, 0.18 + row * 0.17, 0.055, 0.12, (220, 222, 226), "flat")


def _notebook(pen: Pen, look: Look) -> None:
    cover = look.paint((60, 110, 160))
    pen.rect(0.08, 0.0, 0.9, 1.0, darker(cover, 0.4), "flat")
    pen.rect(0.08, 0.0, 0.88, 0.97, cover, "side")
    pen.rect(0.3, 0.2, 0.5, 0.22, (246, 240, 226))
    pen.words(look.text, (0.33, 0.23, 0.44, 0.16), (60, 50, 50))
    for step in range(8):
        pen.line([(0.0, 0.08 + step * 0.118), (0.16, 0.08 + step * 0.118)], 0.03, (200, 204, 210))


def _books(pen: Pen, look: Look) -> None:
    """A stack, backs to us."""
    hues: tuple[Colour, ...] = ((170, 50, 46), (50, 90, 140), (216, 170, 76), (70, 120, 80))
    for step in range(4):
        shift = look.rng.uniform(-0.05, 0.05)
        colour = look.paint(hues[step])
        pen.rect(0.08 + shift, 0.76 - step * 0.24, 0.84, 0.22, darker(colour, 0.1 * (step % 2)))
        pen.rect(0.82 + shift, 0.785 - step * 0.24, 0.11, 0.17, (248, 242, 226))
        pen.rect(0.2 + shift, 0.85 - step * 0.24, 0.3, 0.03, (240, 214, 140), "flat")


def _pencil(pen: Pen, look: Look) -> None:
    wood = look.paint((244, 190, 50))
    pen.shape([(0.1, 0.84), (0.74, 0.14), (0.86, 0.26), (0.22, 0.96)], wood, "down")
    pen.shape([(0.1, 0.84), (0.22, 0.96), (0.0, 1.0)], (236, 206, 160))
    pen.shape([(0.74, 0.14), (0.86, 0.26), (0.96, 0.16), (0.84, 0.04)], (226, 110, 120))


def _pen(pen: Pen, look: Look) -> None:
    pen.limb([(0.12, 0.88), (0.88, 0.12)], (0.08, 0.12), look.paint((30, 50, 110)))
    pen.limb([(0.12, 0.88), (0.02, 0.98)], (0.07, 0.01), (220, 190, 90))


def _brush(pen: Pen, look: Look) -> None:
    pen.limb([(0.9, 0.04), (0.34, 0.68)], (0.05, 0.07), (150, 90, 50))
    pen.blob([(0.38, 0.62), (0.28, 0.76), (0.06, 0.98), (0.16, 0.66), (0.3, 0.56)], look.paint((40, 36, 40)))


def _envelope(pen: Pen, look: Look) -> None:
    paper = look.paint((250, 244, 228))
    pen.rect(0.0, 0.0, 1.0, 1.0, paper)
    pen.shape([(0.0, 0.0), (1.0, 0.0), (0.5, 0.58)], darker(paper, 0.1), "down")
    pen.disc((0.5, 0.56), 0.09, (200, 40, 44))


def _blackboard(pen: Pen, look: Look) -> None:
    board = look.paint((40, 76, 60))
    pen.rect(-0.02, -0.03, 1.04, 0.9, (150, 104, 60))
    pen.rect(0.02, 0.02, 0.96, 0.8, board)
    pen.words(look.text, (0.1, 0.14, 0.8, 0.56), (248, 248, 240) if contrasting(board)[0] > 128 else (40, 44, 60))
    pen.rect(0.1, 0.84, 0.8, 0.05, (176, 128, 80))
    pen.rect(0.3, 0.825, 0.08, 0.02, (255, 255, 255), "flat")


def _printer(pen: Pen, look: Look) -> None:
    pen.rect(0.24, 0.0, 0.52, 0.4, (252, 252, 250))
    pen.shape([(0.04, 0.32), (0.96, 0.32), (1.0, 0.9), (0.0, 0.9)], look.paint((210, 214, 220)), "side")
    pen.rect(0.2, 0.62, 0.6, 0.08, DARK)
    pen.shape([(0.24, 0.68), (0.76, 0.68), (0.84, 1.0), (0.16, 1.0)], (252, 252, 250))


def _camera(pen: Pen, look: Look) -> None:
    case = look.paint((44, 46, 52))
    pen.blob([(0.32, 0.24), (0.38, 0.06), (0.62, 0.06), (0.68, 0.24)], darker(case, 0.1))
    pen.shape([(0.02, 0.22), (0.98, 0.22), (1.0, 0.92), (0.0, 0.92)], case, "side")
    for radius, colour in ((0.3, (150, 154, 162)), (0.25, (30, 32, 38)), (0.17, (60, 90, 140)), (0.08, (20, 26, 44))):
        pen.disc((0.5, 0.58), radius, colour)
    pen.glow((0.44, 0.48), 0.06, 0.06, (255, 255, 255), 0.7)
    pen.disc((0.86, 0.34), 0.05, (220, 60, 50))


def _headphones(pen: Pen, look: Look) -> None:
    case = look.paint((44, 46, 52))
    pen.line(arc(0.5, 0.56, 0.4, 0.5, (180, 360)), 0.08, case)
    for x in (0.1, 0.9):
        pen.oval((x, 0.68), 0.12, 0.24, darker(case, 0.1))


def _globe(pen: Pen, look: Look) -> None:
    pen.line(arc(0.5, 0.42, 0.44, 0.42, (-60, 150)), 0.04, (206, 164, 80))
    pen.oval((0.5, 0.42), 0.38, 0.36, look.paint((60, 130, 200)))
    for points in (
        [(0.3, 0.24), (0.46, 0.2), (0.46, 0.4), (0.34, 0.5)],
        [(0.56, 0.3), (0.74, 0.34), (0.66, 0.6), (0.56, 0.5)],
    ):
        pen.blob(points, (100, 170, 90))
    pen.limb([(0.5, 0.82), (0.5, 0.92)], (0.06, 0.06), (150, 100, 60))
    pen.oval((0.5, 0.95), 0.26, 0.05, (150, 100, 60))


def _key(pen: Pen, look: Look) -> None:
    brass = look.paint((226, 182, 70))
    pen.line(ellipse(0.2, 0.5, 0.15, 0.34), 0.07, brass)
    pen.limb([(0.34, 0.5), (0.96, 0.5)], (0.08, 0.08), brass)
    for x in (0.76, 0.9):
        pen.rect(x - 0.03, 0.5, 0.06, 0.34, brass)


def _scissors(pen: Pen, look: Look) -> None:
    for side in (-1, 1):
        pen.limb([(0.5 - side * 0.2, 0.66), (0.5 + side * 0.16, 0.0)], (0.08, 0.02), (200, 206, 214))
        pen.line(ellipse(0.5 + side * 0.24, 0.82, 0.17, 0.15), 0.06, look.paint((210, 50, 50)))


def _chopsticks(pen: Pen, look: Look) -> None:
    for step in (0.0, 0.3):
        pen.limb([(0.04, 0.3 + step), (0.96, 0.5 + step * 0.5)], (0.1, 0.05), look.paint((176, 60, 44)))


def _spoon(pen: Pen, look: Look) -> None:
    steel = look.paint((190, 196, 206))
    pen.limb([(0.3, 0.5), (0.98, 0.5)], (0.12, 0.16), steel)
    pen.oval((0.18, 0.5), 0.18, 0.34, steel)


def _fork(pen: Pen, look: Look) -> None:
    steel = look.paint((190, 196, 206))
    pen.limb([(0.28, 0.5), (0.98, 0.5)], (0.12, 0.16), steel)
    for y in (0.22, 0.41, 0.59, 0.78):
        pen.limb([(0.3, 0.5 + (y - 0.5) * 0.7), (0.02, y)], (0.1, 0.08), steel)


def _knife(pen: Pen, look: Look) -> None:
    pen.shape([(0.0, 0.6), (0.1, 0.34), (0.6, 0.3), (0.6, 0.66)], (206, 212, 220), "down")
    pen.limb([(0.6, 0.48), (0.97, 0.48)], (0.28, 0.3), look.paint((60, 46, 40)))


def _item(draw: Draw, words: str, aspect: float = 1.3, stature: float = 0.4, home: str = "table") -> Thing:
    stance = "surface" if home == "table" else "ground"
    return Thing(
        draw,
        aspect,
        stature,
        "surface" if stance == "surface" else "ground",
        home,
        words=words,
        roles=("held",),
        anchors={"top": (0.5, 0.1)},
    )


THINGS: dict[str, Thing] = {
    "laptop": _item(_laptop, "laptop notebook_computer laptop_computer macbook 笔记本电脑 手提电脑", 1.4, 0.46),
    "computer": _item(
        _computer, "computer desktop_computer pc monitor computer_screen 电脑 显示器 计算机 台式电脑", 1.2, 0.6
    ),
    "smartphone": _item(_phone, "smartphone phone mobile_phone cell_phone iphone 手机 智能手机", 0.5, 0.32),
    "tablet": _item(_phone, "tablet_computer tablet ipad 平板电脑", 0.75, 0.36),
    "television": _item(_television, "television tv tv_set 电视 电视机", 1.5, 0.7, "room"),
    "keyboard": _item(_keyboard, "computer_keyboard 键盘", 2.4, 0.2),
    "notebook": _item(_notebook, "notebook diary journal notepad 笔记本 日记本 本子", 0.8, 0.36),
    "books": _item(_books, "stack_of_books pile_of_books 一摞书 一叠书 一堆书", 1.4, 0.4),
    "pencil": _item(_pencil, "pencil crayon 铅笔 蜡笔", 1.0, 0.34),
    "pen": _item(_pen, "pen fountain_pen ballpoint 钢笔 圆珠笔 笔", 1.0, 0.34),
    "brush": _item(_brush, "brush paintbrush writing_brush 毛笔 画笔 刷子", 1.0, 0.4),
    "envelope": _item(_envelope, "envelope mail 信封", 1.5, 0.26),
    "blackboard": _item(_blackboard, "blackboard chalkboard whiteboard 黑板 白板", 1.8, 1.0, "room"),
    "printer": _item(_printer, "printer photocopier 打印机 复印机", 1.3, 0.45, "room"),
    "camera": _item(_camera, "camera vintage_camera film_camera dslr_camera 相机 照相机 胶片相机", 1.35, 0.38),
    "headphones": _item(_headphones, "headphones headset earphones 耳机", 1.0, 0.4),
    "school_globe": _item(_globe, "desk_globe 地球仪", 0.9, 0.5),
    "chopsticks": _item(_chopsticks, "chopsticks chopstick 筷子", 3.0, 0.14),
    "spoon": _item(_spoon, "spoon ladle 勺子 汤匙", 3.4, 0.12),
    "fork": _item(_fork, "fork 叉子", 3.4, 0.12),
    "knife": _item(_knife, "knife kitchen_knife 菜刀 餐刀 小刀", 3.4, 0.14),
    "key": _item(_key, "key keys golden_key 钥匙", 2.2, 0.16),
    "scissors": _item(_scissors, "scissors 剪刀", 0.9, 0.36),
}
