"""Cats, dogs, bears and their like, in measures."""

from chalicelib.adapters.embedded_renderer.things.animals.measures import Beast

BEASTS_OF_PREY: dict[str, Beast] = {
    "cat": Beast(
        (196, 150, 104),
        leg=0.3,
        chest=0.26,
        head=0.17,
        muzzle=0.04,
        neck=0.06,
        pattern="tabby",
        home="room",
        stature=0.55,
        eyes=(110, 150, 50),
    ),
    "dog": Beast((166, 112, 66), ears="flop", muzzle=0.13, tail="up", stature=0.62, home="park"),
    "wolf": Beast(
        (118, 122, 132),
        (214, 214, 216),
        leg=0.37,
        muzzle=0.15,
        tail="bushy",
        stature=0.85,
        home="snowfield",
        eyes=(230, 190, 60),
        neck=0.13,
    ),
    "fox": Beast(
        (214, 108, 40), (246, 238, 226), leg=0.3, chest=0.24, muzzle=0.13, tail="bushy", stature=0.55, home="forest"
    ),
    "raccoon": Beast(
        (128, 124, 122),
        (206, 200, 192),
        leg=0.26,
        chest=0.34,
        muzzle=0.1,
        ears="round",
        tail="ringed",
        pattern="mask",
        stature=0.55,
        home="forest",
    ),
    "panda": Beast(
        (244, 242, 238),
        (244, 242, 238),
        leg=0.3,
        chest=0.44,
        head=0.22,
        muzzle=0.08,
        ears="round",
        tail="short",
        pattern="panda",
        stature=0.75,
        home="bamboo",
    ),
    "red_panda": Beast(
        (176, 78, 36), (60, 36, 30), leg=0.26, chest=0.32, ears="point", muzzle=0.07, tail="ringed", pattern="mask"
    ),
    "bear": Beast(
        (104, 70, 46),
        (150, 112, 80),
        leg=0.3,
        chest=0.44,
        head=0.19,
        ears="round",
        tail="short",
        stature=0.9,
        home="forest",
    ),
    "polar_bear": Beast(
        (238, 238, 232), leg=0.3, chest=0.44, head=0.17, ears="round", tail="short", stature=0.9, home="snowfield"
    ),
    "lion": Beast(
        (206, 160, 90),
        leg=0.32,
        chest=0.32,
        head=0.18,
        ears="round",
        tail="tuft",
        extra="mane",
        stature=0.8,
        home="savanna",
    ),
    "tiger": Beast(
        (226, 140, 50),
        leg=0.32,
        chest=0.32,
        head=0.18,
        muzzle=0.08,
        ears="round",
        pattern="stripes",
        stature=0.8,
        home="forest",
    ),
    "leopard": Beast(
        (216, 170, 90), leg=0.32, chest=0.28, ears="round", pattern="spots", muzzle=0.07, stature=0.7, home="savanna"
    ),
}
