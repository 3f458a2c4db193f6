"""One tiny pipeline, saved once, and one container that serves it to all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from infrastructure.local.environments import IMAGE_MODEL
from tests.image_model.container import Container, running_container, save_tiny_pipeline


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert IMAGE_MODEL.is_current(), "its environment is missing or old: make test-image-model builds it"
    folder = tmp_path_factory.mktemp("weights")
    save_tiny_pipeline(folder)
    return folder


@pytest.fixture(scope="session")
def container(weights: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Container]:
    with running_container(weights, tmp_path_factory.mktemp("container")) as running:
        yield running
