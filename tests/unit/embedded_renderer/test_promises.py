"""What pictures of everyday prompts must show: counts, colours and places, measured in the pixels or in the reading."""

from functools import lru_cache

import pytest
from PIL import Image

from chalicelib.adapters.embedded_renderer.reading.reader import read_prompt
from chalicelib.adapters.embedded_renderer.renderer import EmbeddedRenderer
from tests.unit.embedded_renderer.looking import drawn, spots


@lru_cache(maxsize=32)
def picture(prompt: str) -> Image.Image:
    """Small, and drawn once for all that is asserted of it."""
    return drawn(prompt, size=(128, 128))


def read(prompt: str) -> list[tuple[str, int, str]]:
    return [(subject.thing, subject.count, subject.colour_name) for subject in read_prompt(prompt).subjects]


def links(prompt: str) -> set[tuple[str, str, str]]:
    reading = read_prompt(prompt)
    return {
        (reading.subjects[link.first].thing, link.relation, reading.subjects[link.second].thing)
        for link in reading.links
    }


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "a black cat on a green sofa, a yellow lamp on the left",
            [("cat", 1, "black"), ("sofa", 1, "green"), ("lamp", 1, "yellow")],
        ),
        ("two astronauts riding a white horse, pixel art", [("astronaut", 2, ""), ("horse", 1, "white")]),
        (
            "a bowl of oranges beside a blue teapot, oil painting",
            [("bowl", 1, ""), ("orange", 5, ""), ("teapot", 1, "blue")],
        ),
        ("a glass vase", [("vase", 1, "")]),
        ("an orange on a blue plate", [("orange", 1, ""), ("plate", 1, "blue")]),
        ("three hot air balloons, red, yellow and blue", [("hot_air_balloon", 3, "red/yellow/blue")]),
        (
            "一篮红苹果放在木桌上，旁边有一杯牛奶",
            [("basket", 1, ""), ("apple", 5, "red"), ("table", 1, ""), ("milk", 1, "")],
        ),
        ("一碗热气腾腾的面条", [("noodles", 1, "")]),
        ("一个大西瓜和两串葡萄", [("melon", 1, ""), ("grapes", 2, "")]),
        ("一双红色高跟鞋", [("high_heel", 2, "red")]),
        ("红色的苹果和绿色的梨子装在白色的碗里", [("apple", 3, "red"), ("pear", 3, "green"), ("bowl", 1, "white")]),
    ],
)
def test_everyday_things_are_counted_and_coloured(prompt: str, expected: list[tuple[str, int, str]]) -> None:
    assert read(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "a laptop, a cup of coffee and a notebook on a white desk",
            {("laptop", "on", "table"), ("cup", "on", "table"), ("notebook", "on", "table")},
        ),
        ("书桌上有一台笔记本电脑和一盆绿色植物", {("laptop", "on", "table"), ("potted_plant", "on", "table")}),
        ("a guitar between two drums on a stage", {("guitar", "between", "drum")}),
        ("白色的花瓶里插着红玫瑰", {("rose", "inside", "vase")}),
        ("a blue bird in a cage", {("bird", "inside", "cage")}),
        ("一位穿汉服的女子撑着油纸伞走在桥上", {("umbrella", "hold", "woman"), ("woman", "on", "stone_bridge")}),
        ("a robot playing chess with an old man", {("chessboard", "before", "robot"), ("old_man", "beside", "robot")}),
        ("两个孩子在公园里放风筝", {("child", "fly", "kite")}),
    ],
)
def test_everyday_relations_are_understood(prompt: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(prompt) == expected


@pytest.mark.parametrize("prompt", ["两串糖葫芦和抽象画", "一杯牛奶", "热带雨林", "霓虹灯"])
def test_no_noun_is_seen_in_a_word_that_only_contains_it(prompt: str) -> None:
    assert not {"elephant", "cow", "lamp"} & {thing for thing, _, _ in read(prompt)}


def test_what_is_not_known_is_told_and_its_colour_given_to_nothing_else() -> None:
    told = EmbeddedRenderer().understood("a bowl of lemons beside a blue zorgle")
    assert told["unknown"] == ["zorgle"]
    assert read("a bowl of lemons beside a blue zorgle") == [("bowl", 1, ""), ("lemon", 5, "")]
    assert not read_prompt("a bowl of lemons beside a blue zorgle").colours


def test_the_lamp_is_left_of_the_green_sofa_and_the_black_cat_is_on_it() -> None:
    image = picture("a black cat on a green sofa, a yellow lamp on the left")
    sofa, cat = spots(image, "green")[0], spots(image, "black", at_least=0.004)[0]
    assert sofa[2] > 0.02
    assert abs(cat[0] - sofa[0]) < 0.2
    assert spots(image, "yellow")[0][0] < sofa[0] - 0.2


def test_the_oranges_lie_in_the_bowl_left_of_the_blue_teapot() -> None:
    image = picture("a bowl of oranges beside a blue teapot, white background")
    orange, teapot = spots(image, "orange")[0], spots(image, "blue")
    assert all(abs(orange[0] - spot[0]) < 0.3 or spot[0] > orange[0] for spot in teapot)
    assert max(spot[0] for spot in teapot) > orange[0] + 0.25


def test_colourful_balloons_have_many_colours() -> None:
    image = picture("五颜六色的气球, white background")
    assert all(spots(image, colour) for colour in ("red", "yellow", "blue", "green", "purple"))


def test_two_colours_are_shared_out() -> None:
    image = picture("four red and blue spheres on a white background")
    assert (len(spots(image, "red")), len(spots(image, "blue"))) == (2, 2)


def test_a_background_has_the_colour_asked_for_and_the_letters_theirs() -> None:
    image = picture("海报，写着“开业大吉”，黄色的字，红色背景")
    assert sum(spot[2] for spot in spots(image, "red")) > 0.5
    assert 0.01 < sum(spot[2] for spot in spots(image, "yellow")) < 0.4


def test_two_ride_on_one_horse() -> None:
    image = picture("two knights in red coats riding a white horse")
    riders = spots(image, "red", at_least=0.004)
    assert riders
    assert all(y < 0.7 for _, y, _ in riders)


def test_a_red_apple_between_two_green_pears_is_in_the_middle() -> None:
    image = picture("一个红色的苹果在两个绿色的梨子中间, white background")
    apple, pears = spots(image, "red")[0], spots(image, "green", at_least=0.01)
    assert len(pears) == 2
    assert min(x for x, _, _ in pears) < apple[0] < max(x for x, _, _ in pears)


def test_ducks_in_a_row_stand_side_by_side() -> None:
    ducks = spots(picture("five yellow ducks in a row on a pond"), "yellow", at_least=0.001)
    assert len(ducks) == 5
    assert max(y for _, y, _ in ducks) - min(y for _, y, _ in ducks) < 0.06


def test_a_sleeping_dog_lies_lower_than_a_standing_one() -> None:
    standing, sleeping = (spots(picture(f"a red dog{word}, white background"), "red")[0] for word in ("", " sleeping"))
    assert sleeping[1] > standing[1]


@pytest.mark.parametrize("prompt", ["a bowl of apples and oranges", "碗里装满了苹果和橙子"])
def test_all_of_a_list_lie_in_the_bowl(prompt: str) -> None:
    assert links(prompt) == {("apple", "inside", "bowl"), ("orange", "inside", "bowl")}
