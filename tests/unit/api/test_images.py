"""Pictures over HTTP: at once or by receipt, from words, forms, base64 and uploads; bad files get clear answers."""

import base64
from collections.abc import Callable
from typing import Any

import pytest
from urllib3 import encode_multipart_formdata

from chalicelib.domain.picture_files import inspect_picture
from tests.fakes.payload_store import InMemoryPayloadStore
from tests.fakes.upload_store import InMemoryUploadStore
from tests.unit.api.conftest import MakeWorld, World
from tests.unit.api.gateway import Gateway, Reply
from tests.unit.image_generation.picture_samples import bomb, lying_on_its_side, sample, saved

WORDS: dict[str, Any] = {"prompt": "two red apples on a blue table", "width": 64, "height": 64, "seed": 3}
LANE = "image-normal"
UPLOAD = "01arz3ndektsv4rrffq69g5fav"


@pytest.fixture
def drawing(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """Whoever waits finds that a worker has drawn meanwhile."""

    def sleep(seconds: float) -> None:
        world.clock.advance(seconds)
        world.work_off(LANE)

    monkeypatch.setattr(world.clock, "sleep", sleep)
    return world


def form(gateway: Gateway, path: str, fields: dict[str, Any], **headers: str) -> Reply:
    """As API Gateway hands on a binary media type."""
    body, content_type = encode_multipart_formdata(fields)
    sent = {"Content-Type": content_type, "Content-Length": str(len(body)), "Authorization": "", **headers}
    sent["Authorization"] = f"Bearer {gateway.api_key}"
    event = gateway.event("POST", path, base64.b64encode(body).decode(), sent)
    return gateway.invoke({**event, "isBase64Encoded": True})


def kept(world: World, reply: Reply) -> bytes:
    payloads = world.platform.payloads
    assert isinstance(payloads, InMemoryPayloadStore)
    return payloads.files[reply.json["result"]["images"][0]["key"]]


def in_base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def test_a_small_picture_comes_at_once(drawing: World, alice: Gateway) -> None:
    reply = alice.post("/text-to-image", WORDS)
    assert reply.status == 200
    result = reply.json["result"]
    assert (result["provider"], result["model"], result["seed"]) == ("offline", "offline", 3)
    (image,) = result["images"]
    assert (image["width"], image["height"], image["format"], image["b64_json"]) == (64, 64, "png", None)
    assert image["url"].startswith("https://")
    assert image["bytes"] == len(kept(drawing, reply))
    assert "preference-applied" not in reply.headers


@pytest.mark.usefixtures("drawing")
def test_the_same_seed_gives_the_same_bytes(alice: Gateway) -> None:
    first, second = (alice.post("/text-to-image", WORDS).json["result"]["images"][0] for _ in range(2))
    assert first["sha256"] == second["sha256"]
    assert first["key"] != second["key"]


@pytest.mark.usefixtures("drawing")
def test_pictures_come_in_base64_where_asked(alice: Gateway) -> None:
    reply = alice.post("/text-to-image", {**WORDS, "n": 2, "format": "webp", "response_format": "b64_json"})
    for image in reply.json["result"]["images"]:
        data = base64.b64decode(image["b64_json"])
        assert (inspect_picture(data).format, len(data)) == ("webp", image["bytes"])


def test_who_cannot_wait_gets_a_receipt(world: World, alice: Gateway) -> None:
    before = world.clock.monotonic()
    reply = alice.post("/text-to-image", WORDS, Prefer="respond-async")
    assert (reply.status, reply.json["task_type"], world.clock.monotonic()) == (202, "image_generation", before)
    assert alice.post("/text-to-image", WORDS, Prefer="wait=0").status == 202


def test_without_a_word_the_answer_waits_five_seconds(world: World, alice: Gateway) -> None:
    before = world.clock.monotonic()
    assert alice.post("/text-to-image", WORDS).status == 202
    assert world.clock.monotonic() - before == pytest.approx(5, abs=0.2)


@pytest.mark.usefixtures("drawing")
def test_a_preferred_wait_is_said_to_have_been_kept(alice: Gateway) -> None:
    reply = alice.post("/text-to-image", WORDS, Prefer="wait=10")
    assert (reply.status, reply.headers["preference-applied"]) == (200, "wait=10")


def test_the_pictures_of_a_task_can_be_looked_at_again_by_their_owner_only(
    world: World, alice: Gateway, bob: Gateway
) -> None:
    task_id = alice.post("/text-to-image", WORDS, Prefer="respond-async").json["task_id"]
    assert alice.get(f"/v1/images/{task_id}").json["result"] is None
    world.work_off(LANE)
    shown = alice.get(f"/v1/images/{task_id}?response_format=b64_json").json
    assert (shown["status"], shown["result"]["images"][0]["width"]) == ("succeeded", 64)
    assert inspect_picture(base64.b64decode(shown["result"]["images"][0]["b64_json"])).width == 64
    assert bob.get(f"/v1/images/{task_id}").status == 404


def test_a_task_that_draws_nothing_has_no_pictures(alice: Gateway) -> None:
    task_id = alice.post(
        "/v1/tasks", {"task_type": "content_generation", "request": {"account_id": "49", "topic": "x"}}
    )
    assert alice.get(f"/v1/images/{task_id.json['task_id']}").json["code"] == "task_not_found"


@pytest.mark.usefixtures("drawing")
def test_the_same_idempotency_key_gives_the_same_task(alice: Gateway) -> None:
    first, second = (alice.post("/text-to-image", WORDS, Idempotency_Key="once").json["task_id"] for _ in range(2))
    assert first == second


@pytest.mark.usefixtures("drawing")
def test_a_picture_in_a_form_is_changed(alice: Gateway) -> None:
    fields = {"prompt": "a watercolour", "strength": "0.5", "seed": "3", "n": "2"}
    given = ("Urlaub.gif", lying_on_its_side(), "image/gif")
    reply = form(alice, "/image-to-image", {**fields, "image": given})
    assert reply.status == 200
    result = reply.json["result"]
    assert (len(result["images"]), result["strength"], result["seed"]) == (2, 0.5, 3)
    assert (result["images"][0]["width"], result["images"][0]["height"]) == (64, 96)


@pytest.mark.usefixtures("drawing")
def test_a_picture_in_base64_is_changed(alice: Gateway) -> None:
    reply = alice.post("/image-to-image", {"prompt": "at night", "image": in_base64(saved(sample()))})
    assert (reply.status, reply.json["result"]["strength"]) == (200, 0.6)


def test_an_uploaded_picture_is_changed_and_a_foreign_one_is_unknown(
    drawing: World, alice: Gateway, bob: Gateway
) -> None:
    uploads = drawing.platform.upload_store
    assert isinstance(uploads, InMemoryUploadStore)
    uploads.add(UPLOAD, saved(sample(), "WEBP"), owner_id="alice")
    asked = {"prompt": "at night", "image_upload_id": UPLOAD, "strength": 1}
    assert alice.post("/image-to-image", asked).status == 200
    assert bob.post("/image-to-image", asked).json["code"] == "unknown_upload"


def test_an_upload_that_is_no_picture_ends_the_task_with_the_reason(drawing: World, alice: Gateway) -> None:
    uploads = drawing.platform.upload_store
    assert isinstance(uploads, InMemoryUploadStore)
    uploads.add(UPLOAD, b"MZ\x90 not a picture", owner_id="alice")
    reply = alice.post("/image-to-image", {"prompt": "at night", "image_upload_id": UPLOAD})
    assert (reply.status, reply.json["status"], reply.json["result"]) == (200, "failed", None)
    assert reply.json["error"]["code"] == "unsupported_picture"


HOSTILE: dict[str, tuple[Callable[[], bytes], int, str]] = {
    "a bomb": (bomb, 413, "picture_too_large"),
    "a truncated png": (lambda: saved(sample((300, 200)))[:-200], 422, "picture_unreadable"),
    "a truncated jpeg": (lambda: saved(sample((300, 200)), "JPEG")[:-200], 422, "picture_unreadable"),
    "a gif called png": (lambda: saved(sample(), "GIF"), 415, "unsupported_picture"),
    "a program": (lambda: b"\x7fELF" + b"\0" * 500, 415, "unsupported_picture"),
    "a drawing that could run scripts": (lambda: b"<svg onload='alert(1)'/>", 415, "unsupported_picture"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_before_anything_is_stored(world: World, alice: Gateway, name: str) -> None:
    make, status, code = HOSTILE[name]
    data = make()
    by_form = form(alice, "/image-to-image", {"prompt": "x", "image": ("../../etc/passwd.png", data, "image/png")})
    by_json = alice.post("/image-to-image", {"prompt": "x", "image": in_base64(data)})
    assert [(reply.status, reply.json["code"]) for reply in (by_form, by_json)] == [(status, code)] * 2
    assert not world.lanes.take(LANE)


def test_a_body_that_says_it_is_too_large_is_refused_before_it_is_read(alice: Gateway) -> None:
    event = alice.event("POST", "/image-to-image", "not base64 !!", {"Content-Length": str(5 * 1024 * 1024)})
    event["headers"] |= {"Content-Type": "multipart/form-data; boundary=x", "Authorization": f"Bearer {alice.api_key}"}
    reply = alice.invoke({**event, "isBase64Encoded": True})
    assert (reply.status, reply.json["code"]) == (413, "body_too_large")


def test_a_body_that_is_too_large_without_saying_so_is_refused_too(make_world: MakeWorld) -> None:
    alice = make_world(MAX_IMAGE_BODY_BYTES="20000").as_user("alice")
    reply = form(
        alice, "/image-to-image", {"prompt": "x", "image": ("a.png", b"\0" * 30_000)}, **{"Content-Length": "5"}
    )
    assert reply.json["code"] == "body_too_large"


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"--x\r\n"),
        ("multipart/form-data; boundary=x", b"--y\r\n\r\n--y--"),
        ("multipart/form-data; boundary=x", b""),
    ],
)
def test_a_form_that_is_none_is_refused(alice: Gateway, content_type: str, body: bytes) -> None:
    headers = {"Content-Type": content_type, "Authorization": f"Bearer {alice.api_key}"}
    event = alice.event("POST", "/image-to-image", base64.b64encode(body).decode(), headers)
    reply = alice.invoke({**event, "isBase64Encoded": True})
    assert (reply.status, reply.json["code"]) in ((400, "malformed_form"), (422, "validation_failed"))


def test_forms_are_taken_where_pictures_are_and_nowhere_else(alice: Gateway) -> None:
    assert form(alice, "/text-to-image", {"prompt": "x"}).json["code"] == "unsupported_media_type"


@pytest.mark.parametrize(
    ("path", "body", "pointer"),
    [
        ("/text-to-image", {"prompt": ""}, "/prompt"),
        ("/text-to-image", {"prompt": "x" * 40_000}, "/prompt"),
        ("/text-to-image", {"prompt": "a\u0000b"}, "/prompt"),
        ("/text-to-image", {"prompt": "x", "width": 100_000}, "/width"),
        ("/text-to-image", {"prompt": "x", "n": 5}, "/n"),
        ("/text-to-image", {"prompt": "x", "steps": 1000}, "/steps"),
        ("/text-to-image", {"prompt": "x", "image": "AAAA"}, "/image"),
        ("/image-to-image", {"prompt": "x"}, "/image"),
        ("/image-to-image", {"prompt": "x", "image": "AAAA", "strength": 1.5}, "/strength"),
    ],
)
def test_a_bad_request_names_the_field(alice: Gateway, path: str, body: dict[str, Any], pointer: str) -> None:
    reply = alice.post(path, body)
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, pointer)


@pytest.mark.parametrize(
    ("path", "body", "detail"),
    [
        ("/text-to-image", {"prompt": "a\u0000"}, "/prompt: 不允许包含控制字符"),
        ("/text-to-image", {"prompt": "x", "image": "AAAA"}, "/image: 此字段属于 /image-to-image"),
        ("/image-to-image", {"prompt": "x", "image": "?"}, "/image: 应为 base64 编码的图片，不带 data: 前缀"),
        ("/image-to-image", {"prompt": "x", "image": "AAAA"}, "文件内容不是 PNG、JPEG 或 WebP 图片。"),
        (
            "/image-to-image",
            {"prompt": "x", "image": base64.b64encode(bomb()).decode()},
            "图片为 30000 × 30000 像素，最多 50,000,000 像素。",
        ),
    ],
)
def test_what_is_wrong_is_said_in_chinese_too(alice: Gateway, path: str, body: dict[str, Any], detail: str) -> None:
    assert alice.post(path, body, Accept_Language="zh").json["detail"] == detail


def test_a_provider_that_is_not_set_up_is_refused(alice: Gateway) -> None:
    reply = alice.post("/text-to-image", {**WORDS, "provider": "sagemaker"})
    assert (reply.status, reply.json["code"]) == (422, "provider_not_configured")


def test_no_log_line_holds_words_of_a_prompt(drawing: World, alice: Gateway) -> None:
    alice.post("/text-to-image", WORDS)
    assert drawing.telemetry.lines
    assert "apples" not in str(drawing.telemetry.lines)


def test_the_deployment_says_who_draws_and_how_much(make_world: MakeWorld) -> None:
    world = make_world(BEDROCK_IMAGE_MODEL_ID="amazon.nova-canvas-v1:0", IMAGE_LARGEST_SIDE="1536")
    images = world.as_user(None).get("/info").json["images"]
    assert {p["name"]: p["model"] for p in images["providers"] if p["configured"]} == {
        "offline": "offline",
        "bedrock": "amazon.nova-canvas-v1:0",
    }
    assert [p["name"] for p in images["providers"] if p["default"]] == ["offline"]
    assert images["limits"]["largest_side"] == 1536
