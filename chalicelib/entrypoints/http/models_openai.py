"""Pictures in the words of OpenAI's API."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from chalicelib.domain.picture_files import PictureFormat
from chalicelib.entrypoints.http.models import WITHOUT_FRACTION, Inward, Outward
from chalicelib.entrypoints.http.models_images import SMALLEST_PNG, ResponseFormat
from chalicelib.settings import ImageProvider

SIZE = r"^(auto|[1-9][0-9]{1,3}x[1-9][0-9]{1,3})$"
_Text = Annotated[str, Field(max_length=200)]


def _truth(value: object) -> object:
    """A literal False would take 0 too."""
    return value if isinstance(value, bool) else str(value)


_Never = Annotated[Literal[False], BeforeValidator(_truth)]
_NO_CONTROLS = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$"
_SOMETHING = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$"


class OpenAiGeneration(Inward):
    """As in OpenAI's API; below `user` stands what this platform takes beyond it."""

    model_config = ConfigDict(
        extra="forbid",
        defer_build=True,
        json_schema_extra={"examples": [{"prompt": "two red apples on a blue table", "size": "256x256"}]},
    )

    prompt: Annotated[str, Field(min_length=1, json_schema_extra={"maxLength": 4_000, "pattern": _SOMETHING})]
    model: _Text | None = Field(default=None, description="A provider's name or its model; any other: the default.")
    n: Annotated[int, Field(strict=True, ge=1, le=4), WITHOUT_FRACTION] | None = None
    size: Annotated[str, Field(pattern=SIZE)] | None = None
    response_format: ResponseFormat | None = Field(
        default=None, description="Default: url, and b64_json for models named gpt-image…, as with OpenAI."
    )
    output_format: PictureFormat | None = None
    background: Literal["auto", "opaque"] | None = None
    stream: _Never | None = None
    quality: _Text | None = Field(default=None, description="Taken, and without effect.")
    style: _Text | None = Field(default=None, description="Taken, and without effect.")
    moderation: _Text | None = Field(default=None, description="Taken, and without effect.")
    user: _Text | None = Field(default=None, description="Taken, and without effect.")
    negative_prompt: Annotated[str, Field(json_schema_extra={"maxLength": 4_000, "pattern": _NO_CONTROLS})] | None = (
        None
    )
    seed: Annotated[int, Field(strict=True, ge=0, le=2**31 - 2), WITHOUT_FRACTION] | None = None
    steps: Annotated[int, Field(strict=True, ge=1, le=100), WITHOUT_FRACTION] | None = None
    guidance: Annotated[float, Field(strict=True, ge=0, le=30, allow_inf_nan=False)] | None = None
    provider: ImageProvider | None = None


class OpenAiEdit(OpenAiGeneration):
    """A picture to be changed; as a form, the picture is a file."""

    model_config = ConfigDict(
        extra="forbid",
        defer_build=True,
        json_schema_extra={"examples": [{"prompt": "at dusk", "image": SMALLEST_PNG, "size": "256x256"}]},
    )

    image: Annotated[str, Field(min_length=1)] = Field(description="In JSON: the picture in base64.")
    mask: Annotated[str, Field(min_length=1)] | None = Field(
        default=None, description="In JSON: a picture in base64; only where it is transparent may the picture change."
    )
    input_fidelity: _Text | None = Field(default=None, description="Taken, and without effect.")
    strength: Annotated[float, Field(strict=True, ge=0, le=1, allow_inf_nan=False)] | None = None


class OpenAiImage(Outward):
    url: str | None = None
    b64_json: str | None = None


class OpenAiImages(Outward):
    created: int
    data: list[OpenAiImage]
    output_format: PictureFormat


class OpenAiErrorDetail(Outward):
    message: str
    type: str
    param: str | None
    code: str


class OpenAiError(Outward):
    """An error in OpenAI's shape."""

    error: OpenAiErrorDetail


PASSED_ON = ("prompt", "n", "negative_prompt", "seed", "steps", "guidance", "provider", "image", "mask", "strength")


def image_request(body: OpenAiGeneration, models: dict[str, str]) -> dict[str, Any]:
    """The task's request; `models` are those of the configured providers."""
    given = {name: value for name in PASSED_ON if (value := getattr(body, name, None)) is not None}
    if body.output_format is not None:
        given["format"] = body.output_format
    if body.size not in (None, "auto"):
        width, _, height = str(body.size).partition("x")
        given |= {"width": int(width), "height": int(height)}
    named = next((name for name, model in models.items() if body.model in (name, model)), None)
    return {**({"provider": named} if named else {}), **given}
