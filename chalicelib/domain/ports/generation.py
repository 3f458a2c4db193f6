"""Ports to whatever writes text."""

from dataclasses import dataclass
from typing import Protocol

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import SyncTools
from chalicelib.domain.ports.images import ImageTools


@dataclass(frozen=True)
class Completion:
    text: str
    model: str
    input_tokens: int | None = None
    output_tokens: int | None = None


class LanguageModel(Protocol):
    """A model that answers one prompt.

    Raises ProviderUnavailableError where another try may help, ProviderRejectedError and
    ProviderNotConfiguredError where it will not.
    """

    def complete(self, *, system: str, prompt: str, max_tokens: int, temperature: float) -> Completion: ...


@dataclass(frozen=True)
class ProviderHealth:
    healthy: bool
    detail: str


class CreatorCommand(Protocol):
    """The content-creator command of an older system: a brief in, an article out, both JSON."""

    def create(self, brief: JsonObject) -> JsonObject: ...

    def probe(self) -> ProviderHealth: ...


class Toolbox(Protocol):
    """The outside tools a task may use; each is built when first asked for."""

    @property
    def default_provider(self) -> str: ...

    def language_model(self, provider: str) -> LanguageModel: ...

    def creator_command(self) -> CreatorCommand: ...

    def read_upload(self, upload_id: str) -> bytes:
        """Raises SourceUnreadableError when nothing was uploaded under that id."""

    def sync_tools(self) -> SyncTools:
        """What the sync of a file of tables needs."""

    def image_tools(self) -> ImageTools:
        """What drawing pictures needs."""
