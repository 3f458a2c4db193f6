"""Anything may be asked for: no prompt, no size, no number makes the renderer fail."""

import json
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.reading.terms import vocabulary
from chalicelib.adapters.embedded_renderer.things.look import Look
from chalicelib.adapters.embedded_renderer.things.registry import things
from chalicelib.domain.pictures import PictureWish
from tests.unit.embedded_renderer.looking import RENDERER, drawn, outside_pictures

SIZES = st.sampled_from([64, 96, 128])
WORDS = st.lists(st.sampled_from(sorted(vocabulary())), max_size=12).map(" ".join)
OFTEN = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@OFTEN
@given(prompt=st.one_of(st.text(max_size=120), WORDS), negative=st.text(max_size=30), width=SIZES, height=SIZES)
def test_any_prompt_gives_a_picture(prompt: str, negative: str, width: int, height: int) -> None:
    assert drawn(prompt, size=(width, height), negative=negative).size == (width, height)


@settings(max_examples=5, deadline=None)
@given(prompt=WORDS, strength=st.floats(0, 1), steps=st.integers(1, 100), guidance=st.floats(0, 20))
def test_any_picture_can_be_transformed(prompt: str, strength: float, steps: int, guidance: float) -> None:
    wish = PictureWish(prompt, "", 96, 64, seed=3, steps=steps, guidance=guidance)
    assert RENDERER.transform(Image.new("L", (7, 90), 90), wish, strength=strength).size == (96, 64)


@pytest.mark.parametrize("piece", ["一只红色的猫在树下，", "a cat on a dog behind a house, ", "z", "(", "'", "“", "下"])
def test_the_longest_prompts_are_drawn(piece: str) -> None:
    assert drawn((piece * 4000)[:4000], size=(64, 64)).size == (64, 64)


def test_every_thing_of_the_vocabulary_can_be_drawn() -> None:
    empty = Image.new("RGB", (24, 24), (255, 0, 255))
    for name, thing in things().items():
        canvas = empty.copy()
        thing.draw(Pen(canvas), Look(Random(1), text="ok" if name == "lettering" else ""))
        if thing.vessel:
            thing.vessel.front(Pen(canvas), Look(Random(1)))
        assert canvas.tobytes() != empty.tobytes(), name


def test_every_noun_of_the_vocabulary_names_a_thing_that_can_be_drawn() -> None:
    nouns = {value for found in vocabulary().values() for kind, value in found if kind == "thing"}
    assert nouns <= set(things())


def test_a_large_picture_is_drawn() -> None:
    assert drawn("a castle at night, oil painting", size=(2048, 160)).size == (2048, 160)


def test_the_shared_prompts_are_understood() -> None:
    folder = outside_pictures()
    if folder is None:
        pytest.skip("the shared prompts are not beside this project")
    for item in json.loads((folder / "prompts.json").read_text(encoding="utf-8")):
        told = RENDERER.understood(item["prompt"])
        assert told["objects"] or told.get("places") or told.get("time"), item["id"]
