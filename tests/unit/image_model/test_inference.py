"""The container's code: requests in, pictures out; with a pipeline of the test, and with a real but tiny one."""

import base64
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from infrastructure.image_model.inference import (
    BadRequestError,
    Model,
    input_fn,
    model_fn,
    model_of,
    output_fn,
    predict_fn,
)
from tests.unit.image_model.tiny_pipeline import tiny_pipeline


def picture_in_base64(size: tuple[int, int] = (64, 48)) -> str:
    file = BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(file, "JPEG")
    return base64.b64encode(file.getvalue()).decode()


def body(**fields: Any) -> bytes:
    return json.dumps({"prompt": "三只红色的气球", "width": 64, "height": 64, **fields}).encode()


def pictures(answer: tuple[str, str]) -> list[Image.Image]:
    text, content_type = answer
    assert content_type == "application/json"
    return [Image.open(BytesIO(base64.b64decode(image))) for image in json.loads(text)["images"]]


@dataclass
class RecordingPipeline:
    calls: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self, **wish: Any) -> Any:
        self.calls.append(wish)
        return SimpleNamespace(images=[Image.new("RGB", (wish["width"], wish["height"]), "red")])


@pytest.fixture
def small_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """As much of torch as the code touches."""
    torch = ModuleType("torch")

    @contextmanager
    def inference_mode() -> Iterator[None]:
        yield

    class Generator:
        def __init__(self, device: str) -> None:
            assert device == "cpu"

        def manual_seed(self, seed: int) -> str:
            return f"seed {seed}"

    torch.__dict__.update(inference_mode=inference_mode, Generator=Generator)
    monkeypatch.setitem(sys.modules, "torch", torch)


def recording_model() -> tuple[Model, RecordingPipeline, RecordingPipeline]:
    words, given = RecordingPipeline(), RecordingPipeline()
    return Model("Qwen/Qwen-Image", words, given, "cpu"), words, given


@pytest.mark.usefixtures("small_torch")
def test_words_go_to_the_pipeline_as_it_wants_them() -> None:
    model, words, given = recording_model()
    request = input_fn(body(seed=7, num_inference_steps=20, guidance=3.5, width=200), "application/json; charset=utf-8")
    (picture,) = pictures(output_fn(predict_fn(request, model)))
    assert words.calls == [
        {
            "prompt": "三只红色的气球",
            "negative_prompt": " ",
            "width": 208,
            "height": 64,
            "num_inference_steps": 20,
            "true_cfg_scale": 3.5,
            "generator": "seed 7",
        }
    ]
    assert not given.calls
    assert picture.size == (208, 64)


@pytest.mark.usefixtures("small_torch")
def test_a_given_picture_goes_to_the_other_pipeline_in_the_wished_size() -> None:
    model, words, given = recording_model()
    predict_fn(input_fn(body(image=picture_in_base64(), strength=0.25)), model)
    (call,) = given.calls
    assert (call["image"].size, call["image"].mode, call["strength"]) == ((64, 64), "RGB", 0.25)
    assert not words.calls


@pytest.mark.usefixtures("small_torch")
def test_the_least_strength_is_one_step() -> None:
    model, _, given = recording_model()
    predict_fn(input_fn(body(image=picture_in_base64(), strength=0, num_inference_steps=10)), model)
    assert given.calls[0]["strength"] == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (b"nonsense", "JSON"),
        (b"[]", "prompt"),
        (b'{"prompt": "  "}', "prompt"),
        (body(prompt="x" * 4001), "prompt"),
        (body(width=63), "width"),
        (body(height="512"), "height"),
        (body(num_inference_steps=101), "num_inference_steps"),
        (body(seed=True), "seed"),
        (body(image=picture_in_base64(), strength=2), "strength"),
    ],
)
def test_a_bad_request_is_answered_with_400_and_the_field(given: bytes, told: str) -> None:
    with pytest.raises(BadRequestError, match=told) as caught:
        input_fn(given)
    assert caught.value.status_code == 400


@pytest.mark.usefixtures("small_torch")
@pytest.mark.parametrize("image", ["%%%", base64.b64encode(b"GIF89a").decode()])
def test_what_is_no_picture_is_a_bad_request(image: str) -> None:
    model, *_ = recording_model()
    with pytest.raises(BadRequestError, match="image"):
        predict_fn(input_fn(body(image=image)), model)


def test_other_forms_than_json_are_refused_both_ways() -> None:
    with pytest.raises(BadRequestError):
        input_fn(b"prompt=x", "application/x-www-form-urlencoded")
    with pytest.raises(BadRequestError):
        output_fn({"images": []}, "image/png")


# With torch, diffusers and transformers installed: the real pipeline, two layers deep, with random weights.


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Model:
    for name in ("torch", "diffusers", "transformers"):
        pytest.importorskip(name)
    return model_of("tiny", tiny_pipeline(tmp_path_factory.mktemp("tokenizer")), "cpu")


def test_a_real_pipeline_draws_and_draws_the_same_again(tiny: Model) -> None:
    request = body(num_inference_steps=2, seed=7)
    first, again = (pictures(output_fn(predict_fn(input_fn(request), tiny)))[0] for _ in range(2))
    other = pictures(output_fn(predict_fn(input_fn(body(num_inference_steps=2, seed=8)), tiny)))[0]
    assert first.size == (64, 64)
    assert first.tobytes() == again.tobytes() != other.tobytes()


def test_a_real_pipeline_changes_a_given_picture(tiny: Model) -> None:
    request = input_fn(body(image=picture_in_base64(), strength=0.5, num_inference_steps=4))
    (picture,) = pictures(output_fn(predict_fn(request, tiny)))
    assert (picture.size, picture.mode) == ((64, 64), "RGB")


def test_a_saved_pipeline_is_loaded_from_the_folder_that_sagemaker_names(tiny: Model, tmp_path: Path) -> None:
    tiny.from_text.save_pretrained(tmp_path)
    model = model_fn(str(tmp_path))
    (picture,) = pictures(output_fn(predict_fn(input_fn(body(num_inference_steps=1)), model)))
    assert picture.size == (64, 64)
