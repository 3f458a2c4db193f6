"""What the container does with a request, in the four steps that SageMaker's inference toolkit names.

Runs in the container, not in Lambda: it imports nothing of the platform. torch and diffusers are loaded by `model_fn`.
"""

import base64
import json
import os
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from infrastructure.image_model.drawing_request import JSON, read_picture, read_request

DEFAULT_MODEL = "Qwen/Qwen-Image"
SIDE_STEP = 16
MOST_TOKENS = 1024
"""As many as the model can read of a prompt; the pipeline stops at half of them unless told otherwise."""
NO_NEGATIVE = " "
"""Qwen-Image guides only where there is a negative prompt, and an empty one counts as none."""


@dataclass(frozen=True)
class Model:
    """Both ways of drawing, on the same weights."""

    name: str
    from_text: Any
    from_picture: Any
    device: str


def model_fn(model_dir: str) -> Model:
    """The weights in the folder if there are any, else those that IMAGE_MODEL names; straight into the GPU's memory,
    because the machine itself may have less."""
    torch, diffusers = import_module("torch"), import_module("diffusers")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    has_weights = (Path(model_dir) / "model_index.json").exists()
    name = os.environ.get("IMAGE_MODEL", DEFAULT_MODEL)
    pipeline = diffusers.DiffusionPipeline.from_pretrained(
        model_dir if has_weights else name,
        dtype=torch.bfloat16 if device == "cuda" else torch.float32,
        device_map=device,
        use_safetensors=True,
    )
    pipeline.set_progress_bar_config(disable=True)
    twin = diffusers.AutoPipelineForImage2Image.from_pipe(pipeline)
    twin.set_progress_bar_config(disable=True)
    return Model(name, pipeline, twin, device)


def input_fn(body: bytes | str, content_type: str = JSON) -> dict[str, Any]:
    """Raises BadRequestError naming the field."""
    return read_request(body, content_type)


def predict_fn(request: dict[str, Any], model: Model) -> dict[str, Any]:
    """The same request gives the same picture, on the same kind of machine. Raises MemoryError when the picture is
    too large for the GPU; the next one is not hurt by it."""
    torch = import_module("torch")
    try:
        with torch.inference_mode():
            drawn = _drawn(request, model, torch.Generator("cpu").manual_seed(request["seed"]))
    except torch.OutOfMemoryError as error:
        torch.cuda.empty_cache()
        raise MemoryError("the picture is too large for this machine") from error
    return {"images": drawn, "model": model.name, "seed": request["seed"]}


def output_fn(prediction: dict[str, Any]) -> str:
    """Always JSON, whatever the caller would accept."""
    return json.dumps({**prediction, "images": [_in_base64(image) for image in prediction["images"]]})


def _drawn(request: dict[str, Any], model: Model, generator: Any) -> Any:
    width, height = _side(request["width"]), _side(request["height"])
    wish = {
        "prompt": request["prompt"],
        "negative_prompt": request["negative_prompt"] or NO_NEGATIVE,
        "width": width,
        "height": height,
        "num_inference_steps": request["num_inference_steps"],
        "true_cfg_scale": request["guidance"],
        "generator": generator,
        "max_sequence_length": MOST_TOKENS,
    }
    if not request["image"]:
        return model.from_text(**wish).images
    picture = read_picture(request["image"]).resize((width, height))
    return model.from_picture(**wish, image=picture, strength=_strength(request)).images


def _strength(request: dict[str, Any]) -> float:
    """Of the steps only this share is taken; one at least, or the pipeline has nothing to do."""
    strength, steps = float(request["strength"]), int(request["num_inference_steps"])
    return max(strength, 1 / steps)


def _side(length: int) -> int:
    """The model draws in steps of 16; whoever asked for other sizes cuts what is too much."""
    return -(-length // SIDE_STEP) * SIDE_STEP


def _in_base64(image: Any) -> str:
    file = BytesIO()
    image.save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()
