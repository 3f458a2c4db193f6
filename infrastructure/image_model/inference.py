"""What the container does with a request: the four functions that SageMaker's inference toolkit calls.

Runs in the container, not in Lambda: it imports nothing of the platform. torch and diffusers are loaded by `model_fn`.
"""

import base64
import binascii
import json
import os
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from typing import Any

JSON = "application/json"
DEFAULT_MODEL = "Qwen/Qwen-Image"
LIMITS: dict[str, tuple[float, float]] = {
    "width": (64, 2048),
    "height": (64, 2048),
    "num_inference_steps": (1, 100),
    "guidance": (0, 30),
    "seed": (0, 2**31 - 2),
    "strength": (0, 1),
}
DEFAULTS: dict[str, Any] = {"negative_prompt": "", "num_inference_steps": 30, "guidance": 4.0, "seed": 0}
WHOLE = ("width", "height", "num_inference_steps", "seed")
LONGEST_PROMPT, SIDE_STEP = 4_000, 16
NO_NEGATIVE = " "
"""Qwen-Image guides only where there is a negative prompt, and an empty one counts as none."""


class BadRequestError(ValueError):
    """Answered with 400: asking again the same way is of no use. The toolkit reads the two attributes."""

    status_code = 400

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
        self.phrase = "Bad Request"


@dataclass(frozen=True)
class Model:
    """Both ways of drawing, on the same weights."""

    name: str
    from_text: Any
    from_picture: Any
    device: str


def model_fn(model_dir: str, _context: Any = None) -> Model:
    """The weights beside the code if there are any, else those that IMAGE_MODEL names."""
    torch, diffusers = import_module("torch"), import_module("diffusers")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    has_weights = os.path.exists(os.path.join(model_dir, "model_index.json"))  # noqa: PTH110, PTH118 - as it is given
    name = os.environ.get("IMAGE_MODEL", DEFAULT_MODEL)
    precision = torch.bfloat16 if device == "cuda" else torch.float32
    pipeline = diffusers.DiffusionPipeline.from_pretrained(model_dir if has_weights else name, dtype=precision)
    return model_of(name, pipeline.to(device), device)


def model_of(name: str, pipeline: Any, device: str) -> Model:
    """A loaded pipeline with its twin for given pictures; they share what is heavy."""
    diffusers = import_module("diffusers")
    pipeline.set_progress_bar_config(disable=True)
    twin = diffusers.AutoPipelineForImage2Image.from_pipe(pipeline)
    twin.set_progress_bar_config(disable=True)
    return Model(name, pipeline, twin, device)


def input_fn(body: bytes | str, content_type: str = JSON, _context: Any = None) -> dict[str, Any]:
    """Raises BadRequestError naming the field."""
    if content_type.partition(";")[0].strip().lower() != JSON:
        raise BadRequestError(f"send {JSON}, not {content_type}")
    try:
        request = json.loads(body)
    except ValueError as error:
        raise BadRequestError("the body is not valid JSON") from error
    if not isinstance(request, dict) or not str(request.get("prompt") or "").strip():
        raise BadRequestError("prompt: is needed")
    if max(len(str(request["prompt"])), len(str(request.get("negative_prompt") or ""))) > LONGEST_PROMPT:
        raise BadRequestError(f"prompt: at most {LONGEST_PROMPT} characters")
    return _within_limits({**DEFAULTS, **request})


def predict_fn(request: dict[str, Any], model: Model, _context: Any = None) -> dict[str, Any]:
    """The same request gives the same picture, on the same kind of machine."""
    torch = import_module("torch")
    width, height = _side(request.get("width", 1024)), _side(request.get("height", 1024))
    wish = {
        "prompt": request["prompt"],
        "negative_prompt": request["negative_prompt"] or NO_NEGATIVE,
        "width": width,
        "height": height,
        "num_inference_steps": request["num_inference_steps"],
        "true_cfg_scale": request["guidance"],
        "generator": torch.Generator("cpu").manual_seed(request["seed"]),
    }
    with torch.inference_mode():
        if request.get("image"):
            picture = _picture(request["image"]).resize((width, height))
            drawn = model.from_picture(**_refined(wish, request), image=picture).images
        else:
            drawn = model.from_text(**wish).images
    return {"images": drawn, "model": model.name, "seed": request["seed"]}


def output_fn(prediction: dict[str, Any], accept: str = JSON, _context: Any = None) -> tuple[str, str]:
    if accept not in (JSON, "*/*", ""):
        raise BadRequestError(f"accept {JSON}, not {accept}")
    images = [_in_base64(image) for image in prediction["images"]]
    return json.dumps({**prediction, "images": images}), JSON


def _refined(wish: dict[str, Any], request: dict[str, Any]) -> dict[str, Any]:
    """Of the steps only `strength` are taken; one at least, or the pipeline has nothing to do."""
    steps = wish["num_inference_steps"]
    strength = max(float(request.get("strength", 0.6)), 1 / steps)
    return {**wish, "strength": strength}


def _within_limits(request: dict[str, Any]) -> dict[str, Any]:
    for name, (least, most) in LIMITS.items():
        value = request.get(name)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise BadRequestError(f"{name}: must be {least} to {most}")
        if name in WHOLE:
            request[name] = int(value)
    return request


def _side(length: int) -> int:
    """The model draws in steps of 16; whoever asked for other sizes cuts what is too much."""
    return -(-length // SIDE_STEP) * SIDE_STEP


def _picture(text: str) -> Any:
    image = import_module("PIL.Image")
    try:
        picture = image.open(BytesIO(base64.b64decode(text, validate=True)), formats=("PNG", "JPEG", "WEBP"))
        return picture.convert("RGB")
    except (binascii.Error, OSError, SyntaxError, ValueError) as error:
        raise BadRequestError("image: must be a PNG, JPEG or WebP picture in base64") from error


def _in_base64(image: Any) -> str:
    file = BytesIO()
    image.save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()
