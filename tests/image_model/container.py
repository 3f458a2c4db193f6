"""The container's program, started as the Dockerfile says, from a folder with nothing but the files it copies."""

import json
import os
import re
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infrastructure.local.environments import IMAGE_MODEL
from infrastructure.local.settings import PROJECT

SOURCE = PROJECT / "infrastructure" / "image_model"
STARTS_WITHIN_SECONDS = 180
THREADS = "2"


@dataclass(frozen=True)
class Answer:
    status: int
    content_type: str
    body: bytes

    @property
    def document(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Container:
    url: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def ping(self) -> Answer:
        return self._ask(urllib.request.Request(f"{self.url}/ping"))

    def invoke(self, body: bytes, content_type: str = "application/json", accept: str = "application/json") -> Answer:
        headers = {"Content-Type": content_type, "Accept": accept}
        return self._ask(urllib.request.Request(f"{self.url}/invocations", body, headers))

    def _ask(self, request: urllib.request.Request) -> Answer:
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return Answer(answer.status, answer.headers["Content-Type"], answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers["Content-Type"], error.read())


@contextmanager
def running_container(weights: Path, folder: Path) -> Iterator[Container]:
    """Healthy when it is handed over; ends as SageMaker ends it."""
    process, log = started(weights, folder)
    try:
        port = json.loads(_awaited(process, log, '"listening"'))["port"]
        container = Container(f"http://127.0.0.1:{port}", process, log)
        _awaited(process, log, '"ready"')
        yield container
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0, "it leaves in peace when it is told to"
    finally:
        process.kill()
        process.wait()


def started(weights: Path, folder: Path, **environment: str) -> tuple["subprocess.Popen[bytes]", Path]:
    log = folder / "container.log"
    command = [*_entry_point(), "serve", "--host", "127.0.0.1", "--port", "0", "--model-dir", str(weights)]
    _copy_as_the_dockerfile_does(folder)
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=_environment(folder) | environment, stdout=output, stderr=subprocess.STDOUT
        )
    return process, log


def save_tiny_pipeline(weights: Path) -> None:
    script = Path(__file__).with_name("tiny_pipeline.py")
    command = [str(IMAGE_MODEL.python), str(script), str(weights)]
    subprocess.run(command, env=_environment(weights), check=True, capture_output=True)


def _copy_as_the_dockerfile_does(folder: Path) -> None:
    for pattern, target in re.findall(r"^COPY (\S+\.py) (\S+)$", _dockerfile(), re.MULTILINE):
        (folder / target).mkdir(parents=True)
        for file in SOURCE.glob(pattern):
            shutil.copy(file, folder / target)


def _entry_point() -> list[str]:
    (words,) = re.findall(r"^ENTRYPOINT (\[.*])$", _dockerfile(), re.MULTILINE)
    interpreter, *arguments = json.loads(words)
    assert interpreter == "python"
    return [str(IMAGE_MODEL.python), *arguments]


def _dockerfile() -> str:
    return (SOURCE / "Dockerfile").read_text(encoding="utf-8")


def _environment(home: Path) -> dict[str, str]:
    """Nothing of ours, and no way to the model hub."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "HOME": str(home), "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": THREADS, "PYTHONUNBUFFERED": "1"}


def _awaited(process: "subprocess.Popen[bytes]", log: Path, word: str) -> str:
    """The first line of the log that has the word."""
    until = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < until and process.poll() is None:
        for line in log.read_text(encoding="utf-8").splitlines():
            if word in line:
                return line
        time.sleep(0.05)
    raise AssertionError(f"no {word} within {STARTS_WITHIN_SECONDS} s:\n{log.read_text(encoding='utf-8')}")
