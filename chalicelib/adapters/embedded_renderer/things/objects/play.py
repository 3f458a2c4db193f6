"""Balls, toys, kites and what sport needs."""

from dataclasses import replace

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse, lathed, smooth, star
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing

INK: Colour = (32, 30, 34)


def _football(pen: Pen, look: Look) -> None:
    pen.oval((0.5, 0.5), 0.5, 0.5, look.paint((248, 248, 246)))
    pen.shape(star(0.5, 0.5, (0.17, 0.138), 5), INK, "flat")
    for turn in range(-90, 270, 72):
        x, y = arc(0.5, 0.5, 0.43, 0.43, (turn, turn + 1))[0]
        inner = arc(0.5, 0.5, 0.17, 0.17, (turn, turn + 1))[0]
        pen.line([inner, (x, y)], 0.016, INK)
        pen.oval((x, y), 0.1, 0.09, INK, "flat")
    pen.line(ellipse(0.5, 0.5, 0.49, 0.49), 0.012, (120, 120, 126))


def _basketball(pen: Pen, look: Look) -> None:
    skin = look.paint((232, 126, 44))
    pen.oval((0.5, 0.5), 0.5, 0.5, skin)
    for path in (
        [(0.5, 0.0), (0.5, 1.0)],
        [(0.0, 0.5), (1.0, 0.5)],
        arc(-0.06, 0.5, 0.34, 0.5, (-62, 62)),
        arc(1.06, 0.5, 0.34, 0.5, (118, 242)),
    ):
        pen.line(path, 0.02, INK)


def _seamed(usual: Colour, seam: Colour) -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        pen.oval((0.5, 0.5), 0.5, 0.5, look.paint(usual))
        pen.line(arc(-0.1, 0.5, 0.44, 0.5, (-54, 54)), 0.024, seam)
        pen.line(arc(1.1, 0.5, 0.44, 0.5, (126, 234)), 0.024, seam)

    return draw


def _rugby(pen: Pen, look: Look) -> None:
    skin = look.paint((150, 76, 40))
    pen.blob(
        [(0.0, 0.5), (0.22, 0.16), (0.5, 0.06), (0.78, 0.16), (1.0, 0.5), (0.78, 0.84), (0.5, 0.94), (0.22, 0.84)],
        skin,
        "ball",
    )
    pen.line([(0.34, 0.3), (0.66, 0.3)], 0.02, (250, 250, 246))
    for x in (0.38, 0.46, 0.54, 0.62):
        pen.line([(x, 0.24), (x, 0.36)], 0.016, (250, 250, 246))


def _teddy(pen: Pen, look: Look) -> None:
    fur = look.paint((186, 128, 76))
    for side in (-1, 1):
        pen.oval((0.5 + side * 0.24, 0.08), 0.11, 0.08, fur)
        pen.oval((0.5 + side * 0.28, 0.9), 0.16, 0.1, darker(fur, 0.1))
        pen.oval((0.5 + side * 0.36, 0.56), 0.11, 0.15, darker(fur, 0.06))
    pen.oval((0.5, 0.68), 0.3, 0.26, fur)
    pen.oval((0.5, 0.7), 0.18, 0.17, lighter(fur, 0.4))
    pen.oval((0.5, 0.26), 0.32, 0.24, fur)
    pen.oval((0.5, 0.34), 0.14, 0.1, lighter(fur, 0.5))
    pen.oval((0.5, 0.3), 0.05, 0.03, INK, "flat")
    for x in (0.38, 0.62):
        pen.oval((x, 0.22), 0.032, 0.026, INK, "flat")


def _doll(pen: Pen, look: Look) -> None:
    cloth = look.paint((230, 100, 140))
    pen.oval((0.5, 0.2), 0.26, 0.2, (130, 80, 50))
    pen.oval((0.5, 0.24), 0.2, 0.15, (244, 206, 180))
    for x in (0.42, 0.58):
        pen.oval((x, 0.24), 0.025, 0.02, INK, "flat")
        pen.limb([(x, 0.8), (x, 0.97)], (0.09, 0.09), (244, 206, 180))
    pen.shape([(0.4, 0.38), (0.6, 0.38), (0.84, 0.84), (0.16, 0.84)], cloth, "side")


def _kite(pen: Pen, look: Look) -> None:
    cloth = look.paint((220, 50, 60))
    pen.shape([(0.5, 0.0), (0.94, 0.3), (0.5, 0.72), (0.06, 0.3)], cloth, "side")
    pen.shape([(0.5, 0.0), (0.94, 0.3), (0.5, 0.3)], (250, 206, 70), "side")
    pen.shape([(0.06, 0.3), (0.5, 0.3), (0.5, 0.72)], (70, 140, 210), "side")
    pen.line(smooth([(0.5, 0.72), (0.44, 0.8), (0.54, 0.88), (0.46, 1.0)], closed=False), 0.02, (240, 240, 236))
    for x, y in ((0.46, 0.79), (0.52, 0.88)):
        pen.oval((x, y), 0.06, 0.025, (250, 206, 70))


def _frisbee(pen: Pen, look: Look) -> None:
    disc = look.paint((240, 90, 60))
    pen.oval((0.5, 0.54), 0.5, 0.44, darker(disc, 0.3))
    pen.oval((0.5, 0.44), 0.5, 0.4, disc, "down")
    pen.line(ellipse(0.5, 0.44, 0.32, 0.24), 0.02, lighter(disc, 0.4))


def _skateboard(pen: Pen, look: Look) -> None:
    pen.limb([(0.04, 0.3), (0.16, 0.44), (0.84, 0.44), (0.96, 0.3)], (0.12, 0.12), look.paint((200, 60, 60)))
    for x in (0.24, 0.76):
        pen.disc((x, 0.74), 0.12, INK)
        pen.disc((x, 0.74), 0.05, (240, 236, 226))


def _board(pen: Pen, look: Look) -> None:
    colour = look.paint((60, 170, 210))
    pen.blob([(0.5, 0.0), (0.84, 0.3), (0.86, 0.7), (0.5, 1.0), (0.14, 0.7), (0.16, 0.3)], colour, "side")
    pen.line([(0.5, 0.04), (0.5, 0.96)], 0.03, (250, 250, 246))


def _racket(pen: Pen, look: Look) -> None:
    rim = look.paint((210, 50, 60))
    pen.shape(ellipse(0.5, 0.3, 0.4, 0.28), (240, 244, 240), alpha=0.5)
    for step in range(-3, 4):
        pen.line([(0.5 + step * 0.1, 0.06), (0.5 + step * 0.1, 0.54)], 0.008, (220, 220, 214))
        pen.line([(0.14, 0.3 + step * 0.07), (0.86, 0.3 + step * 0.07)], 0.008, (220, 220, 214))
    pen.line(ellipse(0.5, 0.3, 0.42, 0.29), 0.05, rim)
    pen.limb([(0.5, 0.58), (0.5, 1.0)], (0.08, 0.12), darker(rim, 0.5))


def _paddle(pen: Pen, look: Look) -> None:
    pen.limb([(0.5, 0.6), (0.5, 1.0)], (0.16, 0.18), (206, 160, 100))
    pen.oval((0.5, 0.36), 0.44, 0.36, look.paint((204, 40, 40)))


def _bat(pen: Pen, look: Look) -> None:
    pen.limb([(0.5, 0.98), (0.5, 0.5), (0.5, 0.08)], (0.2, 0.6), look.paint((206, 160, 100)))


def _dumbbell(pen: Pen, look: Look) -> None:
    iron = look.paint((70, 74, 82))
    pen.limb([(0.2, 0.5), (0.8, 0.5)], (0.12, 0.12), (170, 174, 182))
    for x, high in ((0.14, 0.8), (0.26, 0.56), (0.74, 0.56), (0.86, 0.8)):
        pen.rect(x - 0.05, 0.5 - high / 2, 0.1, high, iron, "side")


def _trophy(pen: Pen, look: Look) -> None:
    gold = look.paint((236, 186, 60))
    for side in (-1, 1):
        pen.line(arc(0.5 + side * 0.34, 0.26, 0.14, 0.16, (0, 360)), 0.05, gold)
    pen.shape([(0.16, 0.04), (0.84, 0.04), (0.76, 0.34), (0.58, 0.54), (0.42, 0.54), (0.24, 0.34)], gold, "side")
    pen.rect(0.45, 0.52, 0.1, 0.26, darker(gold, 0.1), "side")
    pen.rect(0.24, 0.78, 0.52, 0.2, (80, 56, 40))
    pen.shape(star(0.5, 0.26, (0.13, 0.055), 5), lighter(gold, 0.6), "flat")


def _medal(pen: Pen, look: Look) -> None:
    for side in (-1, 1):
        pen.shape(
            [(0.5 + side * 0.1, 0.5), (0.5 + side * 0.34, 0.0), (0.5 + side * 0.1, 0.0), (0.46, 0.44)], (200, 40, 50)
        )
    pen.oval((0.5, 0.7), 0.34, 0.3, look.paint((236, 186, 60)))
    pen.words(look.text or "1", (0.34, 0.58, 0.32, 0.24), (120, 80, 20))


def _chessboard(pen: Pen, _look: Look) -> None:
    """A board seen at a slant with some men on it."""
    pen.shape([(0.14, 0.3), (0.86, 0.3), (1.0, 0.86), (0.0, 0.86)], (120, 76, 44), "flat")
    for row in range(6):
        for column in range(6):
            top, low = 0.34 + row * 0.08, 0.42 + row * 0.08
            ends = [
                0.5 + (column + shift - 3) * (0.11 + at * 0.016)
                for shift, at in ((0, row), (1, row), (1, row + 1), (0, row + 1))
            ]
            box = list(zip(ends, (top, top, low, low), strict=True))
            pen.shape(box, (242, 226, 196) if (row + column) % 2 else (86, 56, 40), "flat")
    for x, y, colour in (
        (0.3, 0.4, INK),
        (0.5, 0.44, INK),
        (0.68, 0.4, INK),
        (0.26, 0.74, (250, 246, 236)),
        (0.54, 0.7, (250, 246, 236)),
        (0.76, 0.76, (250, 246, 236)),
    ):
        man = [(0.5 * 0.06, -0.2), (0.02, -0.12), (0.05, 0.0)]
        pen.shape(lathed([(out, y + drop) for out, drop in man], x), colour, "side")
        pen.disc((x, y - 0.2), 0.04, colour)


def _cards(pen: Pen, look: Look) -> None:
    for step, turn in enumerate((-24, -8, 8, 24)):
        card = pen.turned(turn, (0.5, 1.1))
        card.rect(0.3, 0.1, 0.4, 0.76, (252, 250, 246), "flat")
        card.line([(0.3, 0.1), (0.7, 0.1), (0.7, 0.86), (0.3, 0.86), (0.3, 0.1)], 0.01, (120, 120, 126))
        card.words("AKQJ"[step], (0.36, 0.16, 0.16, 0.16), look.paint((200, 36, 40)))


def _dice(pen: Pen, look: Look) -> None:
    face = look.paint((250, 248, 242))
    pen.shape([(0.0, 0.24), (0.62, 0.3), (0.62, 1.0), (0.0, 0.9)], face)
    pen.shape([(0.62, 0.3), (1.0, 0.18), (1.0, 0.82), (0.62, 1.0)], darker(face, 0.3))
    pen.shape([(0.0, 0.24), (0.4, 0.12), (1.0, 0.18), (0.62, 0.3)], lighter(face, 0.3), "flat")
    for x, y in ((0.16, 0.42), (0.46, 0.46), (0.31, 0.62), (0.16, 0.78), (0.46, 0.84)):
        pen.disc((x, y), 0.05, INK, "flat")


def _controller(pen: Pen, look: Look) -> None:
    case = look.paint((50, 54, 64))
    pen.blob(
        [
            (0.1, 0.2),
            (0.5, 0.24),
            (0.9, 0.2),
            (1.0, 0.7),
            (0.86, 0.96),
            (0.66, 0.66),
            (0.34, 0.66),
            (0.14, 0.96),
            (0.0, 0.7),
        ],
        case,
        "ball",
    )
    pen.limb([(0.2, 0.44), (0.34, 0.44)], (0.06, 0.06), (220, 222, 226))
    pen.limb([(0.27, 0.34), (0.27, 0.54)], (0.06, 0.06), (220, 222, 226))
    for x, y, colour in (
        (0.72, 0.36, (230, 70, 60)),
        (0.8, 0.46, (70, 180, 90)),
        (0.64, 0.46, (80, 130, 230)),
        (0.72, 0.56, (250, 200, 60)),
    ):
        pen.disc((x, y), 0.045, colour)


def _play(draw: Draw, words: str, aspect: float = 1.0, stature: float = 0.34, home: str = "studio") -> Thing:
    return Thing(draw, aspect, stature, home=home, words=words, roles=("held",), anchors={"top": (0.5, 0.1)})


THINGS: dict[str, Thing] = {
    "football": _play(_football, "football soccer_ball soccer_balls footballs 足球", home="meadow"),
    "basketball": _play(_basketball, "basketball basketballs 篮球"),
    "tennis_ball": _play(_seamed((206, 226, 60), (250, 250, 246)), "tennis_ball 网球", stature=0.24),
    "baseball": _play(_seamed((248, 246, 240), (200, 40, 40)), "baseball 棒球", stature=0.24),
    "volleyball": _play(_seamed((246, 220, 90), (60, 100, 170)), "volleyball 排球"),
    "rugby_ball": _play(_rugby, "rugby_ball american_football rugby 橄榄球", 1.5),
    "teddy_bear": replace(
        _play(
            _teddy,
            "teddy_bear teddy plush_bear stuffed_bear plush toy toys 泰迪熊 玩具熊 毛绒玩具 玩具 玩偶",
            0.8,
            0.5,
            "room",
        ),
        anchors={"hand": (0.9, 0.6), "left_hand": (0.1, 0.6), "lap": (0.5, 0.66)},
    ),
    "doll": _play(_doll, "doll puppet 洋娃娃 娃娃 木偶", 0.55, 0.5, "room"),
    "kite": Thing(_kite, 0.8, 0.5, "sky", "meadow", words="kite kites 风筝", roles=("held",)),
    "frisbee": _play(_frisbee, "frisbee 飞盘", 2.2, 0.14, "park"),
    "skateboard": _play(_skateboard, "skateboard 滑板", 2.6, 0.22, "street"),
    "surfboard": _play(_board, "surfboard snowboard skis ski 冲浪板 滑雪板", 0.3, 1.0, "beach"),
    "racket": _play(_racket, "racket tennis_racket badminton_racket 球拍 网球拍 羽毛球拍", 0.42, 0.6),
    "paddle": _play(_paddle, "ping_pong_paddle table_tennis_bat ping_pong 乒乓球拍 乒乓球", 0.6, 0.36),
    "baseball_bat": _play(_bat, "baseball_bat 球棒 棒球棒", 0.16, 0.6),
    "dumbbell": _play(_dumbbell, "dumbbell dumbbells barbell weights 哑铃 杠铃", 1.8, 0.28),
    "trophy": _play(_trophy, "trophy golden_cup winner's_cup 奖杯", 0.8, 0.5),
    "medal": _play(_medal, "medal gold_medal 奖牌 金牌", 0.7, 0.36),
    "chessboard": _play(
        _chessboard, "chess chessboard chess_board board_game 国际象棋 棋盘 象棋 围棋 下棋", 1.7, 0.4, "room"
    ),
    "playing_cards": _play(_cards, "playing_cards poker deck_of_cards 扑克牌 扑克 打牌", 1.1, 0.36, "table"),
    "dice": _play(_dice, "dice die 骰子", 1.0, 0.26, "table"),
    "controller": _play(_controller, "game_controller controller joystick gamepad 游戏手柄 手柄", 1.4, 0.3, "table"),
}
