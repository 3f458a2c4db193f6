"""A pipeline that keeps what it was asked, and as much of torch as the container's code touches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import ModuleType, SimpleNamespace
from typing import Any

from PIL import Image

from infrastructure.image_model.inference import Model


@dataclass
class RecordingPipeline:
    calls: list[dict[str, Any]] = field(default_factory=list)
    before: Callable[[], None] = lambda: None

    def __call__(self, **wish: Any) -> Any:
        self.calls.append(wish)
        self.before()
        return SimpleNamespace(images=[Image.new("RGB", (wish["width"], wish["height"]), "red")])


class OutOfMemoryError(RuntimeError):
    """As torch's own."""


def recording_model(before: Callable[[], None] = lambda: None) -> tuple[Model, RecordingPipeline, RecordingPipeline]:
    words, given = RecordingPipeline(before=before), RecordingPipeline(before=before)
    return Model("Qwen/Qwen-Image", words, given, "cpu"), words, given


def small_torch() -> ModuleType:
    torch = ModuleType("torch")

    @contextmanager
    def inference_mode() -> Iterator[None]:
        yield

    class Generator:
        def __init__(self, device: str) -> None:
            assert device == "cpu"

        def manual_seed(self, seed: int) -> str:
            return f"seed {seed}"

    cuda = SimpleNamespace(empty_cache=lambda: None)
    torch.__dict__.update(
        inference_mode=inference_mode, Generator=Generator, cuda=cuda, OutOfMemoryError=OutOfMemoryError
    )
    return torch
