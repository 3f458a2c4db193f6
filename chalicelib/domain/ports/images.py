"""Ports to whatever draws pictures, and what a stage allows of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.pictures import DEFAULT_STEPS, PictureWish

OFFLINE = "offline"
"""The embedded renderer: no model."""


@dataclass(frozen=True)
class ImagePolicy:
    """What a stage can draw with and how much; what a request leaves open is decided by it when it is submitted."""

    default_provider: str = OFFLINE
    model_by_provider: Mapping[str, str] = field(default_factory=lambda: {OFFLINE: OFFLINE})
    """The configured providers."""
    default_side: int = 1024
    largest_side: int = 2048
    most_pictures: int = 4
    default_steps: int = DEFAULT_STEPS


@dataclass(frozen=True)
class DrawnPicture:
    """What a provider drew: a PNG, JPEG, WebP or PPM file, not necessarily of the wished size."""

    data: bytes
    model: str
    understood: JsonObject | None = None
    """What the provider says it made of the prompt, if it says so."""


class ImageModel(Protocol):
    """A provider of pictures; the same wish with the same seed is the same picture wherever the provider can do that.

    Raises ProviderUnavailableError where another try may help, ProviderRejectedError and
    ProviderNotConfiguredError where it will not.
    """

    def draw(self, wish: PictureWish) -> DrawnPicture: ...

    def redraw(self, picture: bytes, wish: PictureWish, *, strength: float) -> DrawnPicture:
        """From a PNG in RGB of the wished size; strength 0 keeps it, 1 keeps next to nothing."""


class ImageTools(Protocol):
    """What drawing needs from outside."""

    def model(self, provider: str) -> ImageModel:
        """Raises ProviderNotConfiguredError."""

    def keep(self, ref: str, data: bytes, *, content_type: str, file_name: str) -> None:
        """Store a finished picture."""
