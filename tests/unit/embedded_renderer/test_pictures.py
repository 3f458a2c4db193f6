"""Counts, colours, places and sizes, measured in the pixels."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.unit.embedded_renderer.looking import difference, drawn, spots

ROOT = Path(__file__).parents[3]
STYLES = (
    "oil painting",
    "水彩",
    "水墨",
    "浮世绘",
    "pencil sketch",
    "pixel art",
    "mosaic",
    "sepia",
    "黑白",
    "3d",
    "cinematic",
)


def test_the_same_wish_gives_the_same_bytes_even_in_another_process() -> None:
    prompt = "两只黑狗，油画, falling snow"
    first = drawn(prompt, seed=5).tobytes()
    assert drawn(prompt, seed=5).tobytes() == first
    code = (
        "from hashlib import sha256; from tests.unit.embedded_renderer.looking import drawn;"
        f"print(sha256(drawn({prompt!r}, seed=5).tobytes()).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert other.stdout.strip() == sha256(first).hexdigest()


def test_another_seed_gives_another_picture_of_the_same_thing() -> None:
    first, second = drawn("a red car", seed=1), drawn("a red car", seed=2)
    assert first.tobytes() != second.tobytes()
    assert abs(spots(first, "red")[0][2] - spots(second, "red")[0][2]) < 0.05


@pytest.mark.parametrize(
    ("prompt", "colour", "count"),
    [
        ("one red sphere", "red", 1),
        ("three blue spheres", "blue", 3),
        ("五个红色的球", "red", 5),
        ("four purple cubes on a white background", "purple", 4),
        ("两个绿色的立方体", "green", 2),
        ("seven orange spheres", "orange", 7),
        ("nine red apples", "red", 9),
        ("twelve yellow stars at night", "yellow", 12),
    ],
)
def test_as_many_are_seen_as_were_asked_for(prompt: str, colour: str, count: int) -> None:
    assert len(spots(drawn(prompt), colour)) == count


def test_two_red_and_three_white_flowers_are_seen() -> None:
    image = drawn("two red flowers and three white flowers", size=(384, 384))
    assert len(spots(image, "red", at_least=0.006)) == 2
    assert len(spots(image, "white", at_least=0.006)) == 3


@pytest.mark.parametrize(
    "prompt",
    [
        "a red cube to the left of a blue sphere",
        "a red sphere on the left and a blue sphere on the right",
        "左边是一个红色的球，右边是一个蓝色的球",
        "红球在蓝球的左边",
        "a blue cone to the right of a red cone",
        "a blue cube in the center, a red cube on the left",
    ],
)
def test_left_is_left_of_right(prompt: str) -> None:
    image = drawn(prompt)
    assert spots(image, "red")[0][0] + 0.2 < spots(image, "blue")[0][0]


@pytest.mark.parametrize(
    "prompt", ["a large yellow sphere behind a small purple pyramid", "大黄球在小的紫色金字塔后面"]
)
def test_what_is_behind_is_larger_if_asked_and_partly_covered(prompt: str) -> None:
    image = drawn(prompt)
    sphere, pyramid = spots(image, "yellow")[0], spots(image, "purple")[0]
    assert sphere[2] > 3 * pyramid[2]
    assert pyramid[1] > sphere[1]


def test_what_is_above_is_above() -> None:
    image = drawn("a red sphere above a blue cube")
    assert spots(image, "red")[0][1] < spots(image, "blue")[0][1]


def test_what_is_on_a_table_is_over_it() -> None:
    apples = spots(drawn("桌子上有三个绿色的苹果, white background"), "green")
    assert len(apples) == 3
    assert all(y < 0.7 for _, y, _ in apples)


def test_sizes_are_kept_within_a_picture() -> None:
    image = drawn("a tiny red sphere and a huge blue sphere")
    assert spots(image, "blue")[0][2] > 5 * spots(image, "red")[0][2]


def test_negative_prompts_take_things_out_of_the_picture() -> None:
    assert not spots(drawn("a red sphere and a blue cube", negative="red sphere"), "red")


@pytest.mark.parametrize("size", [(64, 64), (640, 128), (96, 512), (1024, 768)])
def test_pictures_have_the_size_asked_for(size: tuple[int, int]) -> None:
    image = drawn("一只猫在月光下的雪地上", size=size)
    assert (image.size, image.mode) == (size, "RGB")


def test_every_style_changes_the_surface() -> None:
    plain = drawn("a house by a lake", size=(96, 96))
    for style in STYLES:
        assert difference(plain, drawn(f"a house by a lake, {style}", size=(96, 96))) > 2, style


def test_a_black_and_white_picture_has_no_colour() -> None:
    flat = drawn("a red car, black and white").tobytes()
    assert all(max(flat[at : at + 3]) - min(flat[at : at + 3]) < 4 for at in range(0, len(flat), 300))
