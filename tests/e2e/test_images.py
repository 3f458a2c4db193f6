"""Pictures on the deployed platform: over HTTP, by the official OpenAI client, from the command line."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest
from PIL import Image

from chalicelib.domain.picture_files import inspect_picture
from tests.e2e.conftest import Command
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.tasks import Tasks, as_json, get
from tests.unit.image_generation.picture_samples import (
    animated,
    bomb,
    lying_on_its_side,
    mask,
    sample,
    saved,
    sixteen_bit,
)

SECONDS = 60
BALLOONS = {"prompt": "三只红色的气球飘在蓝色的湖面上", "width": 256, "height": 256, "seed": 7}
PATIENT = {"Prefer": "wait=25"}


def drawn(client: httpx.Client, path: str = "/text-to-image", **sent: Any) -> Any:
    """The finished task, waited for if it did not come at once."""
    answer = client.post(path, headers=PATIENT, timeout=SECONDS, **sent)
    assert answer.status_code in (HTTPStatus.OK, HTTPStatus.ACCEPTED), answer.text
    task_id = as_json(answer)["task_id"]
    assert Tasks(client).finished(task_id, seconds=SECONDS)["status"] == "succeeded"
    return get(client, f"/v1/images/{task_id}")


def fetched(image: dict[str, Any]) -> Image.Image:
    """By its link, without a key, and as the result says."""
    data = httpx.get(image["url"], trust_env=False).content
    assert (len(data), hashlib.sha256(data).hexdigest()) == (image["bytes"], image["sha256"])
    picture = Image.open(BytesIO(data))
    assert picture.size == (image["width"], image["height"])
    return picture


def test_a_small_picture_comes_with_the_answer(tasks: Tasks) -> None:
    answer = as_json(tasks.client.post("/text-to-image", json=BALLOONS, headers=PATIENT, timeout=SECONDS))
    result = answer["result"]
    assert (answer["status"], result["provider"], result["model"]) == ("succeeded", "offline", "offline")
    picture = fetched(result["images"][0]).convert("RGB")
    assert len(picture.getcolors(256 * 256) or []) > 50, "it is a picture and no empty ground"
    assert drawn(tasks.client, json=BALLOONS)["result"]["images"][0]["sha256"] == result["images"][0]["sha256"]


@pytest.mark.parametrize(("format", "pillow"), [("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WEBP")])
def test_every_format_comes_as_a_link_and_in_base64(tasks: Tasks, format: str, pillow: str) -> None:  # noqa: A002
    shown = drawn(tasks.client, json={**BALLOONS, "format": format, "n": 2})
    assert [fetched(image).format for image in shown["result"]["images"]] == [pillow, pillow]
    embedded = get(tasks.client, f"/v1/images/{shown['task_id']}", response_format="b64_json")
    for image in embedded["result"]["images"]:
        assert hashlib.sha256(base64.b64decode(image["b64_json"])).hexdigest() == image["sha256"]


@pytest.mark.parametrize("priority", [1, 5, 10])
def test_every_lane_draws(tasks: Tasks, priority: int) -> None:
    assert drawn(tasks.client, json={**BALLOONS, "priority": priority})["priority"] == priority


def test_without_the_queue_a_picture_is_drawn_directly(
    tasks: Tasks, sqs_stopped: Callable[[], AbstractContextManager[None]]
) -> None:
    with sqs_stopped():
        shown = drawn(tasks.client, json=BALLOONS)
    assert shown["task_system"] == "direct"
    assert fetched(shown["result"]["images"][0]).size == (256, 256)
    wait_until(lambda: drawn(tasks.client, json=BALLOONS)["task_system"] == "sqs", seconds=60, what="the queue's use")


@pytest.mark.parametrize(
    "make",
    [
        lambda: saved(sample((300, 200))),
        lambda: saved(sample((300, 200), "CMYK"), "JPEG"),
        lambda: saved(sample((300, 200), "P")),
        sixteen_bit,
        lying_on_its_side,
        animated,
    ],
    ids=["png", "cmyk", "palette", "16-bit", "exif", "animated"],
)
def test_a_picture_in_a_form_is_changed(tasks: Tasks, make: Callable[[], bytes]) -> None:
    files = {"image": ("holiday.bin", make(), "application/octet-stream")}
    shown = drawn(tasks.client, "/image-to-image", data={"prompt": "a watercolour", "strength": "0.5"}, files=files)
    assert shown["result"]["strength"] == 0.5
    assert fetched(shown["result"]["images"][0]).mode == "RGB"


def test_a_large_picture_is_uploaded_first(tasks: Tasks) -> None:
    data = saved(Image.effect_noise((2600, 2000), 90).convert("RGB"), "JPEG", quality=95)
    assert 4 * 1024 * 1024 < len(data) < 10 * 1024 * 1024, "too large for a request, small enough for an upload"
    upload_id = uploaded(tasks.client, data, "image/jpeg")
    asked = {"prompt": "an oil painting", "image_upload_id": upload_id, "strength": 0.7, "width": 256, "height": 256}
    assert fetched(drawn(tasks.client, "/image-to-image", json=asked)["result"]["images"][0]).size == (256, 256)
    cut = uploaded(tasks.client, data[: len(data) // 2], "image/jpeg")
    answer = tasks.client.post("/image-to-image", json={**asked, "image_upload_id": cut}, headers=PATIENT)
    ended = tasks.finished(as_json(answer)["task_id"], seconds=SECONDS)
    assert (ended["status"], ended["error"]["code"]) == ("failed", "picture_unreadable")


def uploaded(client: httpx.Client, data: bytes, content_type: str) -> str:
    described = {"file_name": "photo", "content_type": content_type, "bytes": len(data)}
    ticket = as_json(client.post("/v1/uploads", json=described))
    put = httpx.put(ticket["upload_url"], content=data, headers=ticket["headers"], trust_env=False, timeout=SECONDS)
    assert put.status_code == HTTPStatus.OK, put.text
    return str(ticket["upload_id"])


@pytest.mark.parametrize(
    ("make", "status", "code"),
    [
        (bomb, 413, "picture_too_large"),
        (lambda: saved(sample((300, 200)))[:-300], 422, "picture_unreadable"),
        (lambda: saved(sample((300, 200)), "JPEG")[:-300], 422, "picture_unreadable"),
        (lambda: saved(sample(), "GIF"), 415, "unsupported_picture"),
        (lambda: b"<svg onload='alert(1)'/>" * 10, 415, "unsupported_picture"),
        (lambda: b"\x89PNG\r\n\x1a\n" + bytes(5 * 1024 * 1024), 413, "body_too_large"),
    ],
    ids=["bomb", "truncated png", "truncated jpeg", "gif", "svg", "oversized"],
)
def test_hostile_files_are_refused(tasks: Tasks, make: Callable[[], bytes], status: int, code: str) -> None:
    files = {"image": ("../../etc/passwd.png", make(), "image/png")}
    answer = tasks.client.post("/image-to-image", data={"prompt": "x"}, files=files)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize("prompt", ["", " \n ", "x" * 40_000, "a\u0000b", "\u001b[31mred"])
def test_prompts_that_are_none_are_refused(tasks: Tasks, prompt: str) -> None:
    answer = tasks.client.post("/text-to-image", json={"prompt": prompt})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/prompt")


def client_of(platform: Platform, tasks: Tasks) -> openai.OpenAI:
    """The official client, with nothing but another address and key."""
    key = tasks.client.headers["authorization"].removeprefix("Bearer ")
    return openai.OpenAI(base_url=f"{platform.base_url}/v1", api_key=key, timeout=SECONDS)


def test_the_official_openai_client_works_unchanged(platform: Platform, tasks: Tasks, tmp_path: Path) -> None:
    with client_of(platform, tasks) as client:
        links = client.images.generate(prompt="a red cube on a green hill", model="dall-e-2", size="256x256", n=2)
        urls = [image.url for image in links.data or []]
        assert [Image.open(BytesIO(httpx.get(str(url), trust_env=False).content)).size for url in urls] == [
            (256, 256)
        ] * 2
        made = client.images.generate(
            prompt="a red cube on a green hill", size="512x512", response_format="b64_json", extra_body={"seed": 7}
        )
        file = tmp_path / "cube.png"
        file.write_bytes(base64.b64decode((made.data or [])[0].b64_json or ""))
        with file.open("rb") as opened:
            changed = client.images.edit(
                image=opened, prompt="at night", model="gpt-image-1", size="256x256", output_format="webp"
            )
        picture = Image.open(BytesIO(base64.b64decode((changed.data or [])[0].b64_json or "")))
        assert (picture.size, picture.format) == ((256, 256), "WEBP")


def test_the_official_openai_client_edits_under_a_mask(platform: Platform, tasks: Tasks) -> None:
    given = sample((256, 256))
    with client_of(platform, tasks) as client:
        edited = client.images.edit(
            image=("a.png", saved(given), "image/png"),
            mask=("mask.png", saved(mask((256, 256))), "image/png"),
            prompt="at night, snow",
            size="256x256",
            response_format="b64_json",
        )
    picture = Image.open(BytesIO(base64.b64decode((edited.data or [])[0].b64_json or "")))
    right = (128, 0, 256, 256)
    assert picture.crop(right).tobytes() == given.crop(right).tobytes()
    assert picture.tobytes() != given.tobytes()


def test_the_official_openai_client_understands_what_is_wrong(platform: Platform, tasks: Tasks) -> None:
    with client_of(platform, tasks) as client:
        with pytest.raises(openai.BadRequestError) as bad:
            client.images.generate(prompt="x", n=11, size="256x256")
        assert (bad.value.code, bad.value.param) == ("validation_failed", "n")
        with pytest.raises(openai.APIStatusError) as hostile:
            client.images.edit(image=("bomb.png", bomb(), "image/png"), prompt="x")
        assert (hostile.value.status_code, hostile.value.code) == (413, "picture_too_large")
    with openai.OpenAI(base_url=f"{platform.base_url}/v1", api_key="chk_" + "z" * 43) as stranger:
        with pytest.raises(openai.AuthenticationError) as refused:
            stranger.images.generate(prompt="x")
        assert refused.value.code == "invalid_api_key"


def test_the_command_line_saves_what_was_drawn(command_line: Command, tmp_path: Path) -> None:
    drawing = command_line("image", "generate", "两个红苹果", "--size", "256x256", "--seed", "5", "-o", "apples.png")
    assert drawing.returncode == 0, drawing.stderr
    assert inspect_picture((tmp_path / "apples.png").read_bytes()).width == 256
    changing = command_line("image", "edit", "apples.png", "水彩", "--strength", "0.5", "-f", "webp", "--json")
    assert changing.returncode == 0, changing.stderr
    (image,) = json.loads(changing.stdout)["images"]
    assert inspect_picture((tmp_path / image["file"]).read_bytes()).format == "webp"


def collected_prompts() -> list[str]:
    """Those beside the project, where they are."""
    for folder in Path(__file__).resolve().parents:
        collection = folder / "shared" / "data" / "image" / "prompts.json"
        if collection.exists():
            return [entry["prompt"] for entry in json.loads(collection.read_text(encoding="utf-8"))]
    pytest.skip("the collection of prompts is not beside the project")


def test_the_prompts_of_the_collection_are_drawn(tasks: Tasks, tmp_path: Path) -> None:
    prompts = collected_prompts()
    items = [
        {"task_type": "image_generation", "request": {"prompt": p, "width": 192, "height": 192, "seed": 1}}
        for p in prompts
    ]
    answer = tasks.client.post("/v1/tasks/batch", json={"items": items})
    assert answer.status_code == HTTPStatus.ACCEPTED, answer.text
    task_ids = [item["task"]["task_id"] for item in as_json(answer)["items"]]
    sheet = Image.new("RGB", (6 * 192, 5 * 192), "white")
    hashes = set()
    for index, task_id in enumerate(task_ids):
        assert tasks.finished(task_id, seconds=180)["status"] == "succeeded", prompts[index]
        (image,) = get(tasks.client, f"/v1/images/{task_id}")["result"]["images"]
        hashes.add(image["sha256"])
        sheet.paste(fetched(image), (index % 6 * 192, index // 6 * 192))
    sheet.save(tmp_path / "sheet.png")
    assert len(hashes) == len(prompts)
