"""The outside tools of a task, bound to its owner; each is built when first asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from chalicelib.domain.errors import ProviderNotConfiguredError
from chalicelib.domain.ports.data_sync import SyncTools
from chalicelib.domain.ports.generation import CreatorCommand, LanguageModel
from chalicelib.domain.ports.images import ImageTools
from chalicelib.domain.ports.tasks import UploadStore


@dataclass(frozen=True)
class OwnersToolbox:
    """Uploads are the owner's own: another owner's upload id finds nothing."""

    owner_id: str
    default_provider: str
    models: Mapping[str, Callable[[], LanguageModel]]
    command: Callable[[], CreatorCommand]
    uploads: UploadStore
    syncing: Callable[[], SyncTools]
    drawing: Callable[[], ImageTools]

    def language_model(self, provider: str) -> LanguageModel:
        """Raises ProviderNotConfiguredError."""
        if provider not in self.models:
            raise ProviderNotConfiguredError(f"there is no model provider {provider!r}")
        return self.models[provider]()

    def creator_command(self) -> CreatorCommand:
        return self.command()

    def read_upload(self, upload_id: str) -> bytes:
        return self.uploads.read(upload_id, owner_id=self.owner_id)

    def sync_tools(self) -> SyncTools:
        return self.syncing()

    def image_tools(self) -> ImageTools:
        return self.drawing()
