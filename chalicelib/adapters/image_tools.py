"""What drawing needs from outside, on the platform's own ports."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from chalicelib.domain.errors import ProviderNotConfiguredError
from chalicelib.domain.ports.images import ImageModel
from chalicelib.domain.ports.tasks import PayloadStore


@dataclass(frozen=True)
class PlatformImageTools:
    models: Mapping[str, Callable[[], ImageModel]]
    """By provider, each built when first asked for: the others' libraries stay out of the process."""
    payloads: PayloadStore

    def model(self, provider: str) -> ImageModel:
        if provider not in self.models:
            raise ProviderNotConfiguredError(f"there is no provider of pictures {provider!r}")
        return self.models[provider]()

    def keep(self, ref: str, data: bytes, *, content_type: str, file_name: str) -> None:
        self.payloads.put_file(ref, data, content_type=content_type, file_name=file_name)
