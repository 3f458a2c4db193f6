"""Pictures in the words of OpenAI's API, and errors in its shape."""

import base64
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from chalicelib.domain.picture_files import inspect_picture
from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway
from tests.unit.api.test_images import LANE, drawing, form
from tests.unit.image_generation.picture_samples import bomb, mask, sample, saved

__all__ = ["drawing"]

GENERATIONS, EDITS = "/v1/images/generations", "/v1/images/edits"
WORDS = {"prompt": "two red apples on a blue table", "size": "64x64", "model": "dall-e-2"}


def test_pictures_come_as_links(drawing: World, alice: Gateway) -> None:
    reply = alice.post(GENERATIONS, {**WORDS, "n": 2})
    assert reply.status == 200
    assert reply.json["created"] == int(drawing.clock.now().timestamp())
    assert [set(image) - {"b64_json"} for image in reply.json["data"]] == [{"url"}] * 2
    assert all(image["url"] and not image["b64_json"] for image in reply.json["data"])


@pytest.mark.parametrize("how", [{"response_format": "b64_json"}, {"model": "gpt-image-1"}])
@pytest.mark.usefixtures("drawing")
def test_pictures_come_in_base64(alice: Gateway, how: dict[str, str]) -> None:
    reply = alice.post(GENERATIONS, {**WORDS, **how, "output_format": "jpeg"})
    facts = inspect_picture(base64.b64decode(reply.json["data"][0]["b64_json"]))
    assert (facts.format, facts.width, reply.json["output_format"]) == ("jpeg", 64, "jpeg")


def test_without_a_size_it_is_the_stages(drawing: World, alice: Gateway) -> None:
    assert drawing.platform.image_policy.default_side == 1024
    for size in ({}, {"size": "auto"}):
        assert alice.post(GENERATIONS, {"prompt": "x", **size}).status == 200
    assert [task.result["images"][0]["width"] for task in drawing.tasks.rows() if task.result] == [1024, 1024]


@pytest.mark.usefixtures("drawing")
def test_a_picture_is_edited(alice: Gateway) -> None:
    fields = {"prompt": "at dusk", "model": "dall-e-2", "n": "1", "size": "64x64", "response_format": "b64_json"}
    reply = form(alice, EDITS, {**fields, "image": ("a.png", saved(sample()), "image/png")})
    assert inspect_picture(base64.b64decode(reply.json["data"][0]["b64_json"])).width == 64


@pytest.mark.usefixtures("drawing")
def test_a_list_of_one_picture_is_taken_and_of_two_refused(alice: Gateway) -> None:
    picture = ("a.png", saved(sample()), "image/png")
    assert form(alice, EDITS, {"prompt": "x", "size": "64x64", "image[]": picture}).status == 200
    two = form(alice, EDITS, {"prompt": "x", "image[]": picture, "image": picture})
    assert (two.status, two.json["error"]["code"]) == (400, "malformed_form")


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({}, "prompt"),
        ({"prompt": ""}, "prompt"),
        ({"prompt": "x" * 40_001}, "prompt"),
        ({"prompt": "x", "size": "huge"}, "size"),
        ({"prompt": "x", "size": "9000x64"}, "size"),
        ({"prompt": "x", "n": 11}, "n"),
        ({"prompt": "x", "stream": True}, "stream"),
        ({"prompt": "x", "background": "transparent"}, "background"),
        ({"prompt": "x", "colour": "red"}, "colour"),
    ],
)
def test_a_bad_request_is_told_in_openais_shape(alice: Gateway, body: dict[str, Any], param: str) -> None:
    reply = alice.post(GENERATIONS, body)
    assert (reply.status, reply.headers["content-type"]) == (400, "application/json")
    error = reply.json["error"]
    assert (error["type"], error["code"], error["param"]) == ("invalid_request_error", "validation_failed", param)
    assert error["message"]


@pytest.mark.usefixtures("drawing")
def test_only_what_the_mask_lets_through_is_edited(alice: Gateway) -> None:
    given = sample((64, 64))
    fields = {"prompt": "at dusk", "size": "64x64", "response_format": "b64_json"}
    files = {"image": ("a.png", saved(given), "image/png"), "mask": ("m.png", saved(mask((64, 64))), "image/png")}
    reply = form(alice, EDITS, {**fields, **files})
    edited = Image.open(BytesIO(base64.b64decode(reply.json["data"][0]["b64_json"])))
    right = (32, 0, 64, 64)
    assert edited.crop(right).tobytes() == given.crop(right).tobytes()
    assert edited.tobytes() != given.tobytes()


def test_a_mask_of_another_size_is_refused(alice: Gateway) -> None:
    files = {"image": ("a.png", saved(sample()), "image/png"), "mask": ("m.png", saved(mask((64, 64))), "image/png")}
    reply = form(alice, EDITS, {"prompt": "x", **files})
    assert (reply.status, reply.json["error"]["code"]) == (400, "mask_unusable")


def test_a_wrong_key_is_told_in_openais_shape(world: World) -> None:
    reply = Gateway(world.as_user(None).app, world.clock, "chk_" + "z" * 43).post(GENERATIONS, WORDS)
    assert (reply.status, reply.json["error"]["code"]) == (401, "invalid_api_key")


@pytest.mark.parametrize(("data", "status"), [(bomb(), 413), (b"GIF89a", 415), (saved(sample())[:-30], 400)])
def test_hostile_files_are_refused(alice: Gateway, data: bytes, status: int) -> None:
    reply = form(alice, EDITS, {"prompt": "x", "image": ("a.png", data, "image/png")})
    assert (reply.status, reply.json["error"]["type"]) == (status, "invalid_request_error")


def test_what_takes_too_long_says_where_it_will_be_and_not_to_ask_again(world: World, alice: Gateway) -> None:
    reply = alice.post(GENERATIONS, WORDS)
    assert (reply.status, reply.json["error"]["code"], reply.headers["x-should-retry"]) == (504, "timeout", "false")
    address = reply.json["error"]["message"].rsplit(" ", 1)[1]
    world.work_off(LANE)
    shown = alice.get(address.removeprefix("https://api.example/local"))
    assert shown.json["result"]["images"][0]["width"] == 64


def test_a_provider_may_be_named_as_the_model(alice: Gateway) -> None:
    assert alice.post(GENERATIONS, {**WORDS, "model": "offline"}).status == 504
    reply = alice.post(GENERATIONS, {**WORDS, "provider": "bedrock"})
    assert (reply.status, reply.json["error"]["code"]) == (400, "provider_not_configured")
