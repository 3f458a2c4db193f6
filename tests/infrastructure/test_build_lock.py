"""Two deployments from one folder come one after the other, and the second says why it waits."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from infrastructure import deploy
from infrastructure.build_lock import WAITING, exclusive
from infrastructure.cloud import Cloud


def wait_for(look: Callable[[], object]) -> None:
    deadline = time.monotonic() + 10
    while not look():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def test_a_deployment_waits_for_another_one_in_its_build_folder_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folders: list[Path] = []
    said: list[str] = []

    def seen() -> str:
        said.append(capsys.readouterr().err)
        return "".join(said)

    monkeypatch.setattr(deploy, "cloud_at", lambda _: Cloud(None, "us-east-1"))
    monkeypatch.setitem(deploy._ACTIONS, "storage", lambda deployment, _: folders.append(deployment.build_folder))
    command = ["storage", "--stage", "dev", "--build-folder", str(tmp_path / "build")]

    with ThreadPoolExecutor() as pool:
        with exclusive(tmp_path / "build"):
            second = pool.submit(deploy.main, command)
            wait_for(lambda: WAITING in seen())
            assert folders == []
        assert second.result(timeout=10) == 0

    assert folders == [tmp_path / "build"]
    assert seen().count(WAITING) == 1


def test_whoever_is_alone_does_not_wait(tmp_path: Path) -> None:
    said: list[str] = []

    for _ in range(2):
        with exclusive(tmp_path, say=said.append):
            pass
    with exclusive(tmp_path / "one", say=said.append), exclusive(tmp_path / "other", say=said.append):
        pass

    assert said == []
