"""Pictures in the words of OpenAI's API."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from chalicelib.domain.picture_files import PictureFormat
from chalicelib.entrypoints.http.models import Inward, Outward, Whole
from chalicelib.entrypoints.http.models_images import SMALLEST_PNG, ResponseFormat

SIZE = r"^(auto|[1-9][0-9]{1,3}x[1-9][0-9]{1,3})$"
_Text = Annotated[str, Field(max_length=200)]
_Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]


class OpenAiGeneration(Inward):
    """As in OpenAI's API; below `user` stands what this platform takes beyond it."""

    model_config = ConfigDict(
        extra="forbid",
        defer_build=True,
        json_schema_extra={"examples": [{"prompt": "two red apples on a blue table", "size": "256x256"}]},
    )

    prompt: Annotated[str, Field(min_length=1, max_length=40_000)]
    model: _Text | None = Field(default=None, description="A provider's name or its model; any other: the default.")
    n: Whole | None = None
    size: Annotated[str, Field(pattern=SIZE)] | None = None
    response_format: ResponseFormat | None = Field(
        default=None, description="Default: url, and b64_json for models named gpt-image…, as with OpenAI."
    )
    output_format: PictureFormat | None = None
    background: Literal["auto", "opaque"] | None = None
    stream: Literal[False] | None = None
    quality: _Text | None = Field(default=None, description="Taken, and without effect.")
    style: _Text | None = Field(default=None, description="Taken, and without effect.")
    moderation: _Text | None = Field(default=None, description="Taken, and without effect.")
    user: _Text | None = Field(default=None, description="Taken, and without effect.")
    negative_prompt: Annotated[str, Field(max_length=4_000)] | None = None
    seed: Whole | None = None
    steps: Whole | None = None
    guidance: _Number | None = None
    provider: _Text | None = None


class OpenAiEdit(OpenAiGeneration):
    """A picture to be changed; as a form, the picture is a file."""

    model_config = ConfigDict(
        extra="forbid",
        defer_build=True,
        json_schema_extra={"examples": [{"prompt": "at dusk", "image": SMALLEST_PNG, "size": "256x256"}]},
    )

    image: Annotated[str, Field(min_length=1)] = Field(description="In JSON: the picture in base64.")
    input_fidelity: _Text | None = Field(default=None, description="Taken, and without effect.")
    strength: _Number | None = None


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


PASSED_ON = ("prompt", "n", "negative_prompt", "seed", "steps", "guidance", "provider", "image", "strength")


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
