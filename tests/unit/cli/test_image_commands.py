"""`contenthub image`: what is asked, what is saved where, what is said; in both languages, for people and scripts."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import CommandLine
from tests.unit.cli.fake_api import Answer, FakeApi
from tests.unit.cli.samples import TASK_ID, event, events, task
from tests.unit.cli.test_workflow_output import in_all_forms

Golden = Callable[[str, str], None]
PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 200
SHOWN = f"/v1/images/{TASK_ID}"


def drawn(api: FakeApi, count: int = 1, **fields: Any) -> dict[str, Any]:
    """A finished task; each picture can be fetched."""
    images = [
        {
            "key": f"images/{TASK_ID}/{number}-abc.png",
            "url": f"{api.url}/bucket/{number}?X-Amz-Signature=abc",
            "b64_json": None,
            "width": 512,
            "height": 384,
            "format": "png",
            "bytes": len(PNG),
            "sha256": "ab" * 32,
            "seed": 6 + number,
        }
        for number in range(1, count + 1)
    ]
    for number in range(1, count + 1):
        api.answers("GET", f"/bucket/{number}", Answer(body=PNG, headers={"Content-Type": "image/png"}))
    result = {"images": images, "seed": 7, "provider": "offline", "model": "offline", "prompt_hash": "cd" * 32}
    answer = task("succeeded", task_type="image_generation")
    return {**answer, "result": {**result, "strength": None, "understood": {"objects": []}, **fields}}


@pytest.fixture
def waited_for(api: FakeApi) -> FakeApi:
    """A picture that is finished as soon as somebody looks."""
    submitted = {"task_id": TASK_ID, "task_type": "image_generation", "status": "queued", "task_system": "sqs"}
    for path in ("/text-to-image", "/image-to-image"):
        api.answers("POST", path, Answer(202, submitted))
    api.gives("GET", f"/v1/tasks/{TASK_ID}/events", events(event(1), event(2, "succeeded"), finished=True))
    api.gives("GET", f"/v1/tasks/{TASK_ID}", task("succeeded", task_type="image_generation"))
    api.gives("GET", SHOWN, drawn(api))
    return api


@pytest.fixture(autouse=True)
def here(contenthub: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(contenthub.folder)
    return contenthub.folder


def asked(api: FakeApi, path: str) -> Any:
    return next(request.body for request in api.requests if (request.method, request.path) == ("POST", path))


def test_a_picture_is_drawn_saved_and_named(waited_for: FakeApi, contenthub: CommandLine, here: Path) -> None:
    run = contenthub("image", "generate", "三只红色的气球", "--size", "512x384", "--seed", "7")
    assert run.exit_code == 0, run.output
    assert (here / f"{TASK_ID}.png").read_bytes() == PNG
    assert run.stdout == f"{TASK_ID}.png\n"
    assert asked(waited_for, "/text-to-image") == {"prompt": "三只红色的气球", "width": 512, "height": 384, "seed": 7}
    (submitted,) = [request for request in waited_for.requests if request.method == "POST"]
    assert submitted.headers["Prefer"] == "respond-async"
    fetched = next(request for request in waited_for.requests if request.path == "/bucket/1")
    assert "Authorization" not in fetched.headers, "the key is not for the bucket"


def test_every_option_becomes_a_field(waited_for: FakeApi, contenthub: CommandLine) -> None:
    line = "image generate x --n 2 --steps 9 --negative dogs -f webp --provider offline -p 8 --async"
    assert contenthub(*line.split()).stdout == f"{TASK_ID}\n"
    assert asked(waited_for, "/text-to-image") == {
        "prompt": "x", "n": 2, "steps": 9, "negative_prompt": "dogs", "format": "webp", "provider": "offline",
        "priority": 8,
    }  # fmt: skip


def test_a_picture_is_uploaded_changed_and_saved(waited_for: FakeApi, contenthub: CommandLine, here: Path) -> None:
    (here / "photo.gif").write_bytes(PNG)
    slot = {"upload_id": "u-1", "upload_url": f"{waited_for.url}/bucket/u-1", "headers": {}, "expires_at": "x"}
    waited_for.gives("POST", "/v1/uploads", slot)
    waited_for.answers("PUT", "/bucket/u-1", Answer())
    run = contenthub("image", "edit", "photo.gif", "at dusk", "--strength", "0.4", "-o", "dusk.png")
    assert run.exit_code == 0, run.output
    assert (here / "dusk.png").read_bytes() == PNG
    described = {"file_name": "photo.gif", "content_type": "image/png", "bytes": len(PNG)}
    assert asked(waited_for, "/v1/uploads") == described, "the type is told from the content"
    assert asked(waited_for, "/image-to-image") == {"prompt": "at dusk", "image_upload_id": "u-1", "strength": 0.4}


def test_what_is_said_about_pictures(api: FakeApi, contenthub: CommandLine, golden: Golden) -> None:
    api.gives("GET", SHOWN, drawn(api, 2))
    golden("image_show", in_all_forms(contenthub, f"image show {TASK_ID} -o cats.png"))
    assert (contenthub.folder / "cats-1.png").read_bytes() == (contenthub.folder / "cats-2.png").read_bytes() == PNG


def test_a_model_is_named(api: FakeApi, contenthub: CommandLine, golden: Golden) -> None:
    api.gives("GET", SHOWN, drawn(api, provider="bedrock", model="amazon.nova-canvas-v1:0"))
    golden("image_show_model", in_all_forms(contenthub, f"image show {TASK_ID}"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_help(contenthub: CommandLine, golden: Golden, language: str) -> None:
    golden(f"help_image_generate_{language}", contenthub("--lang", language, "image", "generate", "--help").stdout)


def test_json_names_the_files_and_how_they_came_to_be(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", SHOWN, drawn(api))
    answer = json.loads(contenthub("image", "show", TASK_ID, "--json").stdout)
    assert (answer["images"][0]["file"], answer["images"][0]["seed"]) == (f"{TASK_ID}.png", 7)
    assert (answer["provider"], answer["seed"], answer["understood"]) == ("offline", 7, {"objects": []})


def test_one_picture_may_go_to_standard_output(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", SHOWN, drawn(api))
    assert contenthub("image", "show", TASK_ID, "-o", "-").stdout_bytes == PNG
    api.forget_answers("GET", SHOWN)
    api.gives("GET", SHOWN, drawn(api, 2))
    run = contenthub("image", "show", TASK_ID, "-o", "-")
    assert run.exit_code == 2
    assert "2 pictures" in run.stderr


def test_a_task_without_pictures_says_how_it_is(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", SHOWN, {**task("running", task_type="image_generation"), "result": None})
    run = contenthub("image", "show", TASK_ID)
    assert run.exit_code == 7
    assert "running" in run.stderr


def test_a_failed_picture_has_its_own_exit_code(waited_for: FakeApi, contenthub: CommandLine) -> None:
    error = {"code": "provider_rejected", "message": "the model refused", "retryable": False}
    waited_for.forget_answers("GET", f"/v1/tasks/{TASK_ID}")
    waited_for.gives("GET", f"/v1/tasks/{TASK_ID}", task("failed", task_type="image_generation", error=error))
    run = contenthub("image", "generate", "x")
    assert run.exit_code == 8
    assert "the model refused" in run.stderr


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("image generate x --size huge", "not a size"),
        ("image edit missing.png x", "There is no file missing.png"),
        ("image edit text.txt x", "no PNG, JPEG or WebP"),
        ("image edit large.png x", "larger than 10 MB"),
        ("image generate x --n 5", "1–4"),
    ],
)
def test_what_cannot_be_sent_is_said_before_anything_is(
    api: FakeApi, contenthub: CommandLine, here: Path, line: str, words: str
) -> None:
    (here / "text.txt").write_text("hello")
    with (here / "large.png").open("wb") as large:
        large.write(PNG)
        large.truncate(11 * 1024 * 1024)
    run = contenthub(*line.split())
    assert run.exit_code == 2
    assert words in run.stderr
    assert api.requests == []


def test_a_file_that_cannot_be_written_is_named(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", SHOWN, drawn(api))
    run = contenthub("image", "show", TASK_ID, "-o", "no/such/folder/cat.png")
    assert run.exit_code == 2
    assert "cannot be written" in run.stderr
