"""What may be asked of the container: fields, types, limits, and the picture that comes along."""

import base64
import binascii
import json
from importlib import import_module
from io import BytesIO
from typing import Any

JSON = "application/json"
LIMITS: dict[str, tuple[float, float]] = {
    "width": (64, 2048),
    "height": (64, 2048),
    "num_inference_steps": (1, 100),
    "guidance": (0, 30),
    "seed": (0, 2**31 - 2),
    "strength": (0, 1),
}
DEFAULTS: dict[str, Any] = {
    "negative_prompt": "",
    "width": 1024,
    "height": 1024,
    "num_inference_steps": 30,
    "guidance": 4.0,
    "seed": 0,
    "image": "",
    "strength": 0.6,
}
WHOLE = ("width", "height", "num_inference_steps", "seed")
TEXTS = ("prompt", "negative_prompt", "image")
LONGEST_PROMPT = 4_000
MOST_PIXELS = 50_000_000


class BadRequestError(ValueError):
    """Answered with 400: asking again the same way is of no use."""


def read_request(body: bytes | str, content_type: str = JSON) -> dict[str, Any]:
    """All fields, checked and filled in. Raises BadRequestError naming the field."""
    if content_type.partition(";")[0].strip().lower() != JSON:
        raise BadRequestError(f"send {JSON}, not {content_type[:80]}")
    try:
        given = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadRequestError("the body is not valid JSON") from error
    if not isinstance(given, dict):
        raise BadRequestError("the body must be a JSON object")
    request = {**DEFAULTS, **{name: value for name, value in given.items() if value is not None}}
    _check_texts(request)
    for name in LIMITS:
        request[name] = _within_limits(name, request[name])
    return request


_BROKEN = (binascii.Error, OSError, SyntaxError, ValueError)


def read_picture(text: str) -> Any:
    """A PNG, JPEG or WebP picture in base64 as RGB; its size is judged by the header, before anything is unpacked."""
    image = import_module("PIL.Image")
    try:
        picture = image.open(BytesIO(base64.b64decode(text, validate=True)), formats=("PNG", "JPEG", "WEBP"))
        if picture.width * picture.height > MOST_PIXELS:
            raise BadRequestError(f"image: at most {MOST_PIXELS} pixels")
        return picture.convert("RGB")
    except BadRequestError:
        raise
    except (*_BROKEN, image.DecompressionBombError, image.DecompressionBombWarning) as error:
        raise BadRequestError("image: must be a PNG, JPEG or WebP picture in base64") from error


def _check_texts(request: dict[str, Any]) -> None:
    for name in TEXTS:
        if not isinstance(request.get(name, ""), str):
            raise BadRequestError(f"{name}: must be text")
    if not request.get("prompt", "").strip():
        raise BadRequestError("prompt: is needed")
    for name in ("prompt", "negative_prompt"):
        if len(request[name]) > LONGEST_PROMPT:
            raise BadRequestError(f"{name}: at most {LONGEST_PROMPT} characters")


def _within_limits(name: str, value: Any) -> float:
    least, most = LIMITS[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise BadRequestError(f"{name}: must be {least} to {most}")
    if name not in WHOLE:
        return value
    if value != int(value):
        raise BadRequestError(f"{name}: must be a whole number")
    return int(value)
