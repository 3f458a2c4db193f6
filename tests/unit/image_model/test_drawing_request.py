"""What the container takes and what it refuses, and that it names the field."""

import base64
import json
from typing import Any

import pytest

from infrastructure.image_model.drawing_request import BadRequestError, read_picture, read_request
from tests.unit.image_generation.picture_samples import bomb, sample, saved


def body(**fields: Any) -> bytes:
    return json.dumps({"prompt": "三只红色的气球", **fields}).encode()


def in_base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def test_what_is_left_open_or_null_is_filled_in() -> None:
    assert read_request(body(width=200.0, guidance=None), "application/json; charset=utf-8") == {
        "prompt": "三只红色的气球",
        "negative_prompt": "",
        "width": 200,
        "height": 1024,
        "num_inference_steps": 30,
        "guidance": 4.0,
        "seed": 0,
        "image": "",
        "strength": 0.6,
    }


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (b"nonsense", "JSON"),
        (b'{"prompt": "\xff"}', "JSON"),
        (b"[" * 100_000, "JSON"),
        (b"[]", "object"),
        (b"{}", "prompt"),
        (b'{"prompt": "  "}', "prompt"),
        (body(prompt=["a", "b"]), "prompt"),
        (body(prompt="x" * 4001), "prompt"),
        (body(negative_prompt=7), "negative_prompt"),
        (body(negative_prompt="x" * 4001), "negative_prompt"),
        (body(width=63), "width"),
        (body(width=64.5), "width"),
        (body(height="512"), "height"),
        (body(height=2049), "height"),
        (body(num_inference_steps=101), "num_inference_steps"),
        (body(guidance=float("nan")), "guidance"),
        (body(seed=True), "seed"),
        (body(image=5), "image"),
        (body(strength=2), "strength"),
    ],
)
def test_a_bad_request_names_the_field(given: bytes, told: str) -> None:
    with pytest.raises(BadRequestError, match=told):
        read_request(given)


def test_other_forms_than_json_are_refused() -> None:
    with pytest.raises(BadRequestError, match="x-www-form-urlencoded"):
        read_request(b"prompt=x", "application/x-www-form-urlencoded")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_three_kinds_of_pictures_are_read(kind: str) -> None:
    picture = read_picture(in_base64(saved(sample((64, 48)), kind)))
    assert (picture.size, picture.mode) == ((64, 48), "RGB")


@pytest.mark.parametrize(
    "image", ["%%%", in_base64(b"GIF89a"), in_base64(saved(sample())[:120]), in_base64(bomb()), in_base64(bomb(8_000))]
)
def test_what_is_no_picture_or_too_large_a_one_is_a_bad_request(image: str) -> None:
    with pytest.raises(BadRequestError, match="image"):
        read_picture(image)
