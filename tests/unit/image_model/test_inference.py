"""What the container asks of its pipelines, and what it makes of their pictures."""

import base64
import json
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from infrastructure.image_model.inference import input_fn, output_fn, predict_fn
from tests.unit.image_generation.picture_samples import sample, saved
from tests.unit.image_model.recording import OutOfMemoryError, recording_model

PICTURE = base64.b64encode(saved(sample((64, 48)), "JPEG")).decode()


def request(**fields: Any) -> dict[str, Any]:
    return input_fn(json.dumps({"prompt": "三只红色的气球", "width": 64, "height": 64, **fields}))


def test_words_go_to_the_pipeline_as_it_wants_them() -> None:
    model, words, given = recording_model()
    asked = request(seed=7, num_inference_steps=20, guidance=3.5, width=200)
    answer = json.loads(output_fn(predict_fn(asked, model)))
    assert words.calls == [
        {
            "prompt": "三只红色的气球",
            "negative_prompt": " ",
            "width": 208,
            "height": 64,
            "num_inference_steps": 20,
            "true_cfg_scale": 3.5,
            "generator": "seed 7",
            "max_sequence_length": 1024,
        }
    ]
    assert not given.calls
    assert (answer["model"], answer["seed"]) == ("Qwen/Qwen-Image", 7)
    with Image.open(BytesIO(base64.b64decode(answer["images"][0]))) as picture:
        assert (picture.size, picture.format) == ((208, 64), "PNG")


def test_a_given_picture_goes_to_the_other_pipeline_in_the_wished_size() -> None:
    model, words, given = recording_model()
    predict_fn(request(image=PICTURE, strength=0.25, negative_prompt="clouds"), model)
    (call,) = given.calls
    assert (call["image"].size, call["image"].mode, call["strength"]) == ((64, 64), "RGB", 0.25)
    assert call["negative_prompt"] == "clouds"
    assert not words.calls


def test_the_least_strength_is_one_step() -> None:
    model, _, given = recording_model()
    predict_fn(request(image=PICTURE, strength=0, num_inference_steps=10), model)
    assert given.calls[0]["strength"] == pytest.approx(0.1)


def test_a_picture_too_large_for_the_gpu_is_a_lack_of_memory() -> None:
    def full() -> None:
        raise OutOfMemoryError("CUDA out of memory. Tried to allocate 31 GiB")

    model, *_ = recording_model(full)
    with pytest.raises(MemoryError, match="too large"):
        predict_fn(request(), model)
