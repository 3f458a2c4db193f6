"""What is understood from a prompt."""

import pytest

from chalicelib.adapters.embedded_renderer.reading.reader import read_prompt
from tests.unit.embedded_renderer.looking import RENDERER


def read(prompt: str) -> list[tuple[str, int, str]]:
    return [(subject.thing, subject.count, subject.colour_name) for subject in read_prompt(prompt).subjects]


def links(prompt: str) -> list[tuple[str, str, str]]:
    reading = read_prompt(prompt)
    return [
        (reading.subjects[link.first].thing, link.relation, reading.subjects[link.second].thing)
        for link in reading.links
    ]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("two red flowers and three white flowers", [("flower", 2, "red"), ("flower", 3, "white")]),
        ("一只小橘猫", [("cat", 1, "orange")]),
        ("三只白色的兔子和两匹黑马", [("rabbit", 3, "white"), ("horse", 2, "black")]),
        ("the car is green and the house is blue", [("car", 1, "green"), ("house", 1, "blue")]),
        ("a dozen yellow stars", [("star", 12, "yellow")]),
        ("7 blue balls", [("sphere", 7, "blue")]),
        ("一群鸟", [("bird", 6, "")]),
        ("dogs", [("dog", 3, "")]),
        ("four people", [("person", 4, "")]),
        ("a crowd of people", [("crowd", 1, "")]),
        ("一些游客", [("crowd", 1, "")]),
        ("钢琴是黑色的", [("piano", 1, "black")]),
    ],
)
def test_things_are_counted_and_coloured(prompt: str, expected: list[tuple[str, int, str]]) -> None:
    assert read(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a large yellow sphere behind a small purple pyramid", ("sphere", "behind", "pyramid")),
        ("黄球在紫色金字塔后面", ("sphere", "behind", "pyramid")),
        ("a red cube to the left of a blue sphere", ("cube", "left_of", "sphere")),
        ("猫在狗的左边", ("cat", "left_of", "dog")),
        ("桌子上有三个苹果", ("apple", "on", "table")),
        ("a cat on a chair", ("cat", "on", "chair")),
        ("熊猫骑在马上", ("panda", "ride", "horse")),
        ("a knight riding a horse", ("knight", "ride", "horse")),
        ("a raccoon holding a cane", ("cane", "hold", "raccoon")),
        ("瓢虫拿着一个木牌", ("sign", "hold", "ladybird")),
    ],
)
def test_relations_are_understood(prompt: str, expected: tuple[str, str, str]) -> None:
    assert expected in links(prompt)


def test_clothes_belong_to_who_wears_them_and_keep_their_colour() -> None:
    for prompt in ("a woman wearing a red sweater and a black dog", "一个穿着红色毛衣的女人和一只黑狗"):
        woman, dog = read_prompt(prompt).subjects
        assert (woman.thing, woman.traits, woman.colour_name) == ("woman", {"sweater": "red"}, "")
        assert (dog.thing, dog.colour_name) == ("dog", "black")


def test_a_rider_keeps_the_hat_that_is_named_later() -> None:
    panda = read_prompt("熊猫骑在马上，戴着巫师帽，正在看书").subjects[0]
    assert "wizard_hat" in panda.traits


def test_words_in_quotes_are_written_only_where_the_prompt_says_so() -> None:
    assert read_prompt("the word 'START'").subjects[0].text == "START"
    assert read_prompt("木牌，上面写着“我爱世界”").subjects[0].text == "我爱世界"
    assert all(not subject.text for subject in read_prompt("体育场（俗称“鸟巢”）").subjects)


def test_the_same_thing_named_again_stays_one() -> None:
    assert read("A raccoon in the forest. The raccoon is holding a bag.")[0] == ("raccoon", 1, "")
    assert len([thing for thing in read("马站在街道上，熊猫骑在马上") if thing[0] == "horse"]) == 1


def test_negations_and_negative_prompts_remove() -> None:
    assert read("a cat without a dog") == [("cat", 1, "")]
    assert read("一只猫，没有狗") == [("cat", 1, "")]
    reading = read_prompt("a cat and a dog in the rain, red house", "dog, rain, red")
    assert [subject.thing for subject in reading.subjects] == ["cat", "house"]
    assert (reading.weather, reading.subjects[1].colour_name) == ([], "")
    assert {"dog", "rain", "red"} <= set(reading.left_out)


def test_place_hour_weather_style_and_mood_are_read() -> None:
    reading = read_prompt("梦幻的森林，夜晚，下雪，油画，特写镜头")
    assert (reading.places, reading.time, reading.weather) == (["forest"], "night", ["snow"])
    assert (reading.moods, reading.styles, reading.views) == (["dreamy"], ["oil"], ["close"])


def test_the_user_is_told_what_was_understood_and_what_was_not() -> None:
    told = RENDERER.understood("two red cats beside a zorgle, watercolor")
    assert told["objects"] == [{"object": "cat", "word": "cats", "count": 2, "colour": "red"}]
    assert (told["styles"], told["unknown"]) == (["watercolour"], ["zorgle"])


def test_what_the_typeface_cannot_write_is_said() -> None:
    assert RENDERER.understood("the word 'अब'")["not_writable"]
    assert "not_writable" not in RENDERER.understood("the word '愛 love 世界'")
