"""The container's code without torch, which the project itself does not need."""

import sys

import pytest

from tests.unit.image_model.recording import small_torch


@pytest.fixture(autouse=True)
def torch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", small_torch())
