"""Requests and answers about pictures."""

from typing import Any, Literal

from pydantic import ConfigDict, Field

from chalicelib.domain.picture_files import PictureFormat
from chalicelib.entrypoints.http.models import Inward, Outward
from chalicelib.entrypoints.http.models_tasks import TaskView, Timing

ResponseFormat = Literal["url", "b64_json"]
REQUEST_OF = {"x-request-of-task-type": "image_generation"}
PICTURE_FIELDS = ("image", "image_upload_id", "mask", "strength")
SMALLEST_PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC"


class ImageSubmission(Timing):
    response_format: ResponseFormat = Field(
        default="url", description="Links to the pictures, or the pictures themselves in base64 beside them."
    )

    def request(self) -> dict[str, Any]:
        return dict(self.model_extra or {})

    def timing(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in Timing.model_fields}


class TextToImageBody(ImageSubmission):
    """Pictures to be drawn from words."""

    model_config = ConfigDict(
        extra="allow", defer_build=True, json_schema_extra={**REQUEST_OF, "x-without": list(PICTURE_FIELDS)}
    )


class ImageToImageBody(ImageSubmission):
    """A picture to be changed by words: in base64, as a file of a form, or uploaded before."""

    model_config = ConfigDict(
        extra="allow",
        defer_build=True,
        json_schema_extra={
            **REQUEST_OF,
            "oneOf": [{"required": ["image"]}, {"required": ["image_upload_id"]}],
            "examples": [{"prompt": "a watercolour at dusk", "image": SMALLEST_PNG, "strength": 0.5}],
        },
    )


class ImagesQuery(Inward):
    response_format: ResponseFormat = "url"


class ImageView(Outward):
    """A finished picture."""

    key: str
    url: str = Field(description="Good for an hour.")
    b64_json: str | None = Field(description="Only where asked for, and only up to 4 MiB of pictures in an answer.")
    width: int
    height: int
    format: PictureFormat
    bytes: int
    sha256: str
    seed: int


class ImagesView(Outward):
    """The pictures of a task and how they came to be."""

    images: list[ImageView]
    seed: int
    provider: str = Field(description="`offline` is the embedded renderer: no model drew this.")
    model: str
    prompt_hash: str
    strength: float | None
    understood: dict[str, Any] | None = Field(description="What the provider says it made of the prompt.")


class ImageTaskView(TaskView):
    """A task that draws, with its pictures when they are there."""

    result: ImagesView | None


class ImageProviderView(Outward):
    name: str
    model: str | None
    configured: bool
    default: bool


class ImagesInfoView(Outward):
    """What can draw here, and how much."""

    providers: list[ImageProviderView]
    limits: dict[str, int]
