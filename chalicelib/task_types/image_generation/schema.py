"""What image generation is asked for and what it answers."""

from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from chalicelib.domain.picture_files import MOST_PICTURE_BYTES, PictureFormat
from chalicelib.domain.pictures import DEFAULT_GUIDANCE

Provider = Literal["offline", "bedrock", "openai", "sagemaker"]
LONGEST_PROMPT = 4_000
SMALLEST_SIDE, LARGEST_SIDE, SIDE_STEP = 64, 2048, 8
LARGEST_SEED = 2**31 - 2
"""What every provider takes."""
DEFAULT_STRENGTH = 0.6
_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_NO_CONTROLS = f"^[^{_CONTROLS}]*$"
_SOMETHING = f"^[^{_CONTROLS}]*[^\\s{_CONTROLS}][^{_CONTROLS}]*$"


def _without_fraction(value: object) -> object:
    """JSON does not tell 5.0 from 5."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _without_controls(text: str) -> str:
    if any((ord(sign) < 32 and sign not in "\t\n\r") or 127 <= ord(sign) < 160 for sign in text):
        raise PydanticCustomError("control_character", "must not contain control characters")
    return text


_WHOLE = BeforeValidator(_without_fraction)
_PLAIN = AfterValidator(_without_controls)
_Side = Annotated[int, Field(strict=True, ge=SMALLEST_SIDE, le=LARGEST_SIDE, multiple_of=SIDE_STEP), _WHOLE]


class ImageRequest(BaseModel):
    """Pictures to be drawn from words, or a given picture to be changed by them."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"prompt": "三只红色的气球飘在蓝色的湖面上，水彩", "width": 512, "height": 512, "seed": 7}]
        },
    )

    prompt: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_PROMPT), _PLAIN
    ] = Field(description="What the picture shows, in Chinese or English.", json_schema_extra={"pattern": _SOMETHING})
    negative_prompt: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_PROMPT), _PLAIN] = (
        Field(default="", description="What it should not show.", json_schema_extra={"pattern": _NO_CONTROLS})
    )
    width: _Side | None = Field(default=None, description="Default: that of the stage, or of the given picture.")
    height: _Side | None = Field(default=None, description="Default: that of the stage, or of the given picture.")
    steps: Annotated[int, Field(strict=True, ge=1, le=100), _WHOLE] | None = Field(
        default=None, description="How long to refine the picture; default: that of the stage."
    )
    guidance: Annotated[float, Field(strict=True, ge=0, le=30, allow_inf_nan=False)] = Field(
        default=DEFAULT_GUIDANCE, description="How closely to keep to the words."
    )
    seed: Annotated[int, Field(strict=True, ge=0, le=LARGEST_SEED), _WHOLE] | None = Field(
        default=None, description="The same seed and request give the same picture; the next picture has the next seed."
    )
    n: Annotated[int, Field(strict=True, ge=1, le=4), _WHOLE] = Field(default=1, description="How many pictures.")
    format: PictureFormat = "png"
    provider: Provider | None = Field(default=None, description="Who draws; default: the provider of the stage.")
    image_upload_id: Annotated[str, StringConstraints(min_length=1, max_length=200)] | None = Field(
        default=None, description="An uploaded picture to start from."
    )
    image: Annotated[str, StringConstraints(min_length=1, max_length=MOST_PICTURE_BYTES * 4 // 3 + 4)] | None = Field(
        default=None,
        description="A small picture to start from, in base64.",
        json_schema_extra={"contentEncoding": "base64"},
    )
    mask: Annotated[str, StringConstraints(min_length=1, max_length=MOST_PICTURE_BYTES * 4 // 3 + 4)] | None = Field(
        default=None,
        description="PNG or WebP in base64, of the picture's size; the picture changes where it is transparent.",
        json_schema_extra={"contentEncoding": "base64"},
    )
    strength: Annotated[float, Field(strict=True, ge=0, le=1, allow_inf_nan=False)] | None = Field(
        default=None, description=f"How much of the given picture may change; default {DEFAULT_STRENGTH}."
    )

    @property
    def has_picture(self) -> bool:
        return self.image is not None or self.image_upload_id is not None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.image is not None and self.image_upload_id is not None:
            raise PydanticCustomError("one_picture", "give image or image_upload_id, not both")
        if self.strength is not None and not self.has_picture:
            raise PydanticCustomError("strength_without_picture", "strength needs a picture to start from")
        if self.mask is not None and not self.has_picture:
            raise PydanticCustomError("mask_without_picture", "mask needs a picture to start from")
        return self


class ImageJob(ImageRequest):
    """The request as it is stored with the task: what it left open is decided."""

    provider: Provider
    steps: int


class ImageFile(BaseModel):
    """A finished picture in the store of the platform."""

    model_config = ConfigDict(extra="forbid")

    key: str = Field(description="Where it is kept; GET /v1/images/{task_id} gives a link to it.")
    width: int
    height: int
    format: PictureFormat
    bytes: int
    sha256: str
    seed: int = Field(description="Asked for alone with this seed, the picture is the same.")


class ImageResult(BaseModel):
    """The pictures and how they came to be."""

    model_config = ConfigDict(extra="forbid")

    images: list[ImageFile]
    seed: int
    provider: Provider = Field(description="`offline` is the embedded renderer: no model drew this.")
    model: str
    prompt_hash: str = Field(description="SHA-256 of the prompt and the negative prompt.")
    strength: float | None = Field(description="Null where there was no picture to start from.")
    understood: dict[str, Any] | None = Field(description="What the provider says it made of the prompt.")


REQUEST_MODEL = ImageRequest
RESULT_MODEL = ImageResult
