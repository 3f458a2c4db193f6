"""People known by what they do: cooks, astronauts, doctors, football players, Santa Claus and others."""

from collections.abc import Mapping
from dataclasses import replace

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour
from chalicelib.adapters.embedded_renderer.drawing.geometry import star
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing, draw_nothing
from chalicelib.adapters.embedded_renderer.things.people.figure import ASPECT, HAND, LAP, LEFT_HAND, Body, draw_figure
from chalicelib.adapters.embedded_renderer.things.people.head import SKIN

WHITE: Colour = (246, 246, 246)
BLACK: Colour = (36, 36, 42)
Wear = Mapping[str, Colour | None]
LINEN: Wear = {"coat": WHITE, "trousers": (120, 130, 150), "man": None}


def _apron(pen: Pen, _look: Look) -> None:
    pen.shape([(0.34, 0.3), (0.66, 0.3), (0.72, 0.72), (0.28, 0.72)], (250, 250, 248), "side")
    pen.line([(0.34, 0.3), (0.42, 0.2)], 0.02, (230, 230, 230))
    pen.line([(0.66, 0.3), (0.58, 0.2)], 0.02, (230, 230, 230))
    pen.shape([(0.36, 0.5), (0.64, 0.5), (0.62, 0.6), (0.38, 0.6)], (230, 230, 232), "flat")


def _stethoscope(pen: Pen, _look: Look) -> None:
    pen.line([(0.4, 0.2), (0.38, 0.32), (0.5, 0.4), (0.62, 0.32), (0.6, 0.2)], 0.022, (50, 60, 76))
    pen.line([(0.5, 0.4), (0.5, 0.47)], 0.022, (50, 60, 76))
    pen.disc((0.5, 0.485), 0.035, (180, 186, 196))


def _badge(pen: Pen, _look: Look) -> None:
    pen.shape(star(0.64, 0.3, (0.06, 0.026), 5), (236, 186, 60), "flat")
    pen.rect(0.26, 0.53, 0.48, 0.035, (30, 28, 30), "flat")


def _stripes(pen: Pen, _look: Look) -> None:
    for y in (0.36, 0.5):
        pen.rect(0.25, y, 0.5, 0.026, (246, 226, 90), "flat")


def _pack(pen: Pen, _look: Look) -> None:
    """Straps, control box and flag of a space suit."""
    pen.rect(0.34, 0.33, 0.32, 0.14, (96, 108, 134))
    pen.rect(0.26, 0.52, 0.48, 0.04, (226, 120, 50))
    for x, colour in ((0.42, (230, 70, 60)), (0.5, (80, 140, 230)), (0.58, (250, 206, 70))):
        pen.disc((x, 0.4), 0.022, colour)
    for y in (0.7, 0.84):
        for x in (0.36, 0.64):
            pen.line([(x - 0.08, y), (x + 0.08, y)], 0.016, (170, 176, 186))


def _number(pen: Pen, look: Look) -> None:
    pen.words(look.text or "10", (0.36, 0.28, 0.28, 0.14), (250, 250, 250), weight=0.04)


def _belt(pen: Pen, _look: Look) -> None:
    pen.rect(0.26, 0.5, 0.48, 0.05, (30, 28, 30), "flat")
    pen.rect(0.45, 0.495, 0.1, 0.06, (236, 186, 60))
    pen.rect(0.46, 0.22, 0.08, 0.28, WHITE, "flat")


def _star_on_chest(pen: Pen, _look: Look) -> None:
    pen.shape(star(0.5, 0.34, (0.11, 0.05), 5), (250, 206, 60), "flat")


def _wings(pen: Pen, _look: Look) -> None:
    for side in (-1, 1):
        wing = [
            (0.5 + side * 0.14, 0.26),
            (0.5 + side * 0.6, 0.06),
            (0.5 + side * 0.9, 0.2),
            (0.5 + side * 0.7, 0.44),
            (0.5 + side * 0.3, 0.5),
        ]
        pen.blob(wing, (244, 248, 255), "side", alpha=0.9)


def _veil(pen: Pen, _look: Look) -> None:
    pen.blob(
        [(0.3, 0.04), (0.7, 0.04), (0.96, 0.5), (1.06, 0.95), (-0.06, 0.95), (0.04, 0.5)],
        (252, 252, 255),
        "side",
        alpha=0.6,
    )


def _worker(
    words: str,
    wear: Wear,
    *,
    over: Draw = draw_nothing,
    under: Draw = draw_nothing,
    head: float = 0.155,
    stature: float = 1.0,
    home: str = "street",
) -> Thing:
    def draw(pen: Pen, look: Look) -> None:
        main = next(iter(wear))
        own = dict(wear) if not look.colour else {**wear, main: look.colour}
        if look.has("man"):
            own.pop("woman", None)
        dressed = replace(look, colour=None, traits={**own, **look.traits})
        under(pen, look)
        draw_figure(pen, dressed, Body(skin=dressed.of("skin", SKIN), head_size=head))
        over(pen, look)

    anchors = {"hand": HAND, "left_hand": LEFT_HAND, "lap": LAP, "head": (0.5, 0.02)}
    return Thing(draw, ASPECT, stature, "ground", home, anchors, words, ("animate",))


THINGS: dict[str, Thing] = {
    "chef": _worker(
        "chef cook baker cooks 厨师 大厨 面包师",
        {"shirt": WHITE, "trousers": (60, 60, 70), "chef_hat": None, "man": None},
        over=_apron,
        home="kitchen",
    ),
    "waiter": _worker(
        "waiter waitress bartender barista 服务员 服务生 咖啡师 调酒师", {"suit": BLACK, "man": None}, home="bar"
    ),
    "doctor": _worker("doctor physician surgeon dentist 医生 大夫 牙医", LINEN, over=_stethoscope, home="clinic"),
    "nurse": _worker("nurse nurses 护士", {"dress": (236, 244, 252), "nurse_cap": None, "woman": None}, home="clinic"),
    "scientist": _worker(
        "scientist chemist researcher professor 科学家 研究员 教授", {**LINEN, "glasses": None}, home="studio"
    ),
    "teacher": _worker(
        "teacher teachers 老师 教师 女老师",
        {"shirt": (90, 140, 150), "trousers": (60, 64, 90), "glasses": None, "woman": None},
        home="classroom",
    ),
    "student": _worker(
        "student students pupil schoolboy schoolgirl 学生 小学生 大学生 同学",
        {"sportswear": (50, 100, 180), "young": None},
        head=0.175,
        stature=0.86,
        home="classroom",
    ),
    "graduate": _worker("graduate graduates 毕业生", {"robe": (40, 40, 56), "mortarboard": None}, home="park"),
    "astronaut": _worker(
        "astronaut cosmonaut spaceman 宇航员 航天员 太空人",
        {"shirt": (236, 238, 244), "trousers": (206, 212, 226), "space_helmet": None},
        over=_pack,
        head=0.165,
        home="space",
    ),
    "police_officer": _worker(
        "policeman police_officer policewoman cop police sheriff 警察 民警 交警",
        {"shirt": (44, 66, 120), "trousers": (30, 40, 70), "police_cap": None, "man": None},
        over=_badge,
    ),
    "firefighter": _worker(
        "firefighter fireman firefighters firemen 消防员 消防队员 消防战士",
        {"coat": (60, 60, 66), "trousers": (50, 50, 56), "fire_helmet": None, "man": None},
        over=_stripes,
    ),
    "builder": _worker(
        "builder construction_worker engineer worker workers miner mechanic carpenter 工人 建筑工人 工程师 矿工 木匠",
        {"shirt": (240, 130, 40), "trousers": (60, 76, 110), "hard_hat": None, "man": None},
        over=_stripes,
    ),
    "farmer": _worker(
        "farmer farmers gardener fisherman 农民 农夫 渔夫 渔民 园丁",
        {"shirt": (120, 150, 180), "trousers": (70, 84, 120), "bamboo_hat": None, "man": None},
        home="meadow",
    ),
    "businessman": _worker(
        "businessman businesswoman office_worker boss manager lawyer 商人 白领 上班族 老板 经理 律师",
        {"suit": (40, 48, 70), "man": None},
    ),
    "pilot": _worker(
        "pilot captain sailor 飞行员 船长 水手 机长",
        {"suit": (30, 40, 80), "police_cap": (246, 246, 246), "man": None},
        home="tarmac",
    ),
    "soldier": _worker(
        "soldier soldiers 士兵 军人 战士",
        {"shirt": (86, 100, 66), "trousers": (76, 88, 58), "fire_helmet": (80, 94, 60), "man": None},
        home="ground",
    ),
    "painter": _worker(
        "painter artist 画家 艺术家", {"shirt": (230, 226, 214), "beret": None, "man": None}, home="room"
    ),
    "football_player": _worker(
        "football_player soccer_player footballer 足球运动员 足球员 球员",
        {"shirt": (206, 40, 44), "trousers": WHITE, "man": None},
        over=_number,
        home="stadium",
    ),
    "basketball_player": _worker(
        "basketball_player 篮球运动员 篮球员",
        {"shirt": (240, 130, 40), "trousers": (240, 130, 40), "man": None},
        over=_number,
        home="court",
    ),
    "athlete": _worker(
        "athlete runner sportsman tennis_player player swimmer boxer skateboarder skater surfer skier cyclist "
        "运动员 跑步者 选手",
        {"sportswear": (60, 120, 200), "man": None},
        over=_number,
        home="stadium",
    ),
    "ballerina": _worker(
        "ballerina ballet_dancer dancer 芭蕾舞者 舞者 舞蹈演员",
        {"dress": (250, 190, 210), "woman": None, "dancing": None},
        home="stage",
    ),
    "singer": _worker(
        "singer musician rock_star pop_star violinist pianist guitarist drummer "
        "歌手 歌星 音乐家 小提琴家 钢琴家 吉他手 鼓手 演奏家",
        {"coat": (120, 40, 120), "trousers": BLACK},
        home="stage",
    ),
    "santa": _worker(
        "santa santa_claus father_christmas 圣诞老人",
        {"coat": (200, 34, 40), "trousers": (200, 34, 40), "santa_hat": None, "beard": WHITE, "old": None, "man": None},
        over=_belt,
        home="snowfield",
    ),
    "pirate": _worker(
        "pirate pirates 海盗",
        {"coat": (110, 40, 40), "trousers": BLACK, "pirate_hat": None, "beard": None, "man": None},
        home="sea",
    ),
    "cowboy": _worker(
        "cowboy cowgirl 牛仔",
        {"shirt": (170, 70, 50), "trousers": (70, 90, 140), "cowboy_hat": None, "man": None},
        home="desert",
    ),
    "clown": _worker(
        "clown clowns jester 小丑",
        {"sportswear": (70, 150, 220), "trousers": (250, 206, 70), "clown_wig": None},
        home="stage",
    ),
    "superhero": _worker(
        "superhero superman batman 超级英雄 超人",
        {"sportswear": (40, 70, 180), "trousers": (40, 70, 180), "cloak": (206, 36, 40), "man": None},
        over=_star_on_chest,
        home="city",
    ),
    "princess": _worker(
        "princess queen 公主 女王 王后 皇后", {"dress": (240, 150, 190), "crown": None, "woman": None}, home="park"
    ),
    "bride": _worker("bride 新娘", {"dress": (250, 250, 250), "woman": None}, under=_veil, home="garden"),
    "angel": _worker(
        "angel fairy angels 天使 仙女 精灵",
        {"dress": (246, 246, 252), "halo": None, "woman": None},
        under=_wings,
        home="sky",
    ),
    "witch": _worker(
        "witch witches sorceress 女巫 巫婆",
        {"dress": (60, 40, 90), "wizard_hat": (50, 34, 76), "woman": None},
        home="night",
    ),
    "monk": _worker(
        "monk monks buddha 和尚 僧人 佛", {"robe": (220, 130, 40), "bald": None, "man": None}, home="mountains"
    ),
    "scholar": _worker(
        "scholar poet confucius 书生 诗人 古人 文人 李白 孔子 秀才",
        {"robe": (120, 140, 170), "hat": BLACK, "man": None},
        home="garden",
    ),
    "hanfu_lady": _worker(
        "hanfu_girl geisha 汉服女子 汉服女孩 古装美女", {"robe": (220, 110, 130), "woman": None}, home="garden"
    ),
}
