"""The container as SageMaker sees it, with the real classes of Qwen-Image, two layers deep and with random weights."""

import base64
import json
import signal
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.image_model.container import Answer, Container, started
from tests.unit.image_generation.picture_samples import sample, saved

GIVEN = base64.b64encode(saved(sample((64, 64)))).decode()


def drawn(container: Container, **fields: Any) -> Image.Image:
    answer = asked(container, **fields)
    assert answer.status == 200, answer.body
    (picture,) = answer.document["images"]
    return Image.open(BytesIO(base64.b64decode(picture)))


def asked(container: Container, **fields: Any) -> Answer:
    wish = {"prompt": "三只红色的气球", "width": 64, "height": 64, "num_inference_steps": 2, **fields}
    return container.invoke(json.dumps(wish, ensure_ascii=False).encode())


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far apart the pixels are on average, of 255."""
    channels = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean
    return float(sum(channels) / len(channels))


def test_the_saved_pipeline_makes_the_container_healthy(container: Container) -> None:
    answer = container.ping()
    assert (answer.status, answer.document) == (200, {"status": "healthy"})


def test_words_become_a_picture(container: Container) -> None:
    answer = asked(container, seed=7)
    assert (answer.status, answer.content_type) == (200, "application/json")
    assert (answer.document["seed"], len(answer.document["images"])) == (7, 1)
    picture = drawn(container, seed=7)
    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", (64, 64))
    assert max(ImageStat.Stat(picture).stddev) > 1, "not one flat colour"


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_picture(container: Container) -> None:
    first, again, other = (asked(container, seed=seed).body for seed in (7, 7, 8))
    assert first == again
    assert json.loads(first)["images"] != json.loads(other)["images"]


@pytest.mark.parametrize(
    "change",
    [{"prompt": "一座山"}, {"negative_prompt": "clouds"}, {"guidance": 9.0}, {"num_inference_steps": 3}],
    ids=str,
)
def test_everything_that_is_wished_has_its_effect(container: Container, change: dict[str, Any]) -> None:
    assert asked(container).body != asked(container, **change).body


def test_without_guidance_the_negative_prompt_has_none(container: Container) -> None:
    assert asked(container, guidance=1).body == asked(container, guidance=1, negative_prompt="clouds").body


def test_sizes_are_rounded_up_to_what_the_model_can_draw(container: Container) -> None:
    assert drawn(container, width=72, height=97).size == (80, 112)


def test_a_given_picture_is_changed_the_more_the_higher_the_strength(container: Container) -> None:
    pictures = [drawn(container, image=GIVEN, strength=each, num_inference_steps=8) for each in (0, 0.5, 1)]
    original = pictures[0]
    assert all(picture.size == (64, 64) for picture in pictures)
    assert 0 < difference(original, pictures[1]) < difference(original, pictures[2])


def test_a_given_picture_has_a_say_and_the_same_request_gives_the_same_bytes(container: Container) -> None:
    other = base64.b64encode(saved(Image.new("RGB", (200, 90), "green"), "JPEG")).decode()
    one, again, another = (asked(container, image=each, num_inference_steps=4).body for each in (GIVEN, GIVEN, other))
    assert one == again
    assert json.loads(one)["images"] != json.loads(another)["images"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [({"width": 63}, "width"), ({"prompt": ""}, "prompt"), ({"image": "%%%"}, "image"), ({"seed": "x"}, "seed")],
)
def test_a_bad_request_is_400_in_json_and_names_the_field(
    container: Container, fields: dict[str, Any], told: str
) -> None:
    answer = asked(container, **fields)
    assert (answer.status, answer.content_type) == (400, "application/json")
    assert answer.document["error"].startswith(told)


def test_a_long_prompt_is_read_as_far_as_the_model_can(container: Container) -> None:
    long = "红色的气球" * 800
    assert asked(container, prompt=long).status == 200


def test_a_body_beyond_six_mebibytes_is_413(container: Container) -> None:
    answer = asked(container, image="A" * 6 * 1024 * 1024)
    assert (answer.status, "6291456 are allowed" in answer.document["error"]) == (413, True)


def test_several_at_once_are_drawn_one_after_the_other(container: Container) -> None:
    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda seed: asked(container, seed=seed), [1, 2, 3]))
    assert [answer.status for answer in answers] == [200, 200, 200]
    assert [answer.body for answer in answers] == [asked(container, seed=seed).body for seed in (1, 2, 3)]


def test_no_word_of_a_prompt_is_in_the_log(container: Container) -> None:
    asked(container, prompt="aubergine")
    asked(container, prompt="aubergine", width=1)
    log = container.log.read_text(encoding="utf-8")
    assert "picture_drawn" in log
    assert "aubergine" not in log
    assert "气球" not in log


def test_a_model_that_cannot_be_loaded_ends_the_container_with_the_reason(tmp_path: Path) -> None:
    weights = tmp_path / "weights"
    weights.mkdir()
    (weights / "model_index.json").write_text('{"_class_name": "NoSuchPipeline"}')
    process, log = started(weights, tmp_path)
    try:
        assert process.wait(180) not in (0, -signal.SIGKILL)
    finally:
        process.kill()
        process.wait()
    assert "NoSuchPipeline" in log.read_text(encoding="utf-8")
