"""Pictures on this machine: read one to be changed, and put those that come where the person wants them."""

import base64
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contenthub.commands.session import Session
from contenthub.display.cells import size as readable
from contenthub.display.screen import Screen
from contenthub.errors import LocalError
from contenthub.exit_codes import ExitCode
from contenthub.shapes import Record

LARGEST_BYTES = 10 * 1024 * 1024
LARGEST_MASK_BYTES = 2 * 1024 * 1024
"""It goes with the request, in base64."""
_STARTS = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}
_SIZE = re.compile(r"(\d{1,5})\s*[x×*]\s*(\d{1,5})", re.IGNORECASE)


@dataclass(frozen=True)
class LocalPicture:
    name: str
    data: bytes
    content_type: str


def read_picture(location: str, *, largest_bytes: int = LARGEST_BYTES) -> LocalPicture:
    """Raises LocalError for what the server would refuse anyway."""
    path = Path(location)
    try:
        with path.open("rb") as file:
            data = file.read(largest_bytes + 1)
    except FileNotFoundError as error:
        raise LocalError("source_missing", name=location) from error
    except OSError as error:
        raise LocalError("source_unreadable", name=location, reason=error.strerror) from error
    if len(data) > largest_bytes:
        raise LocalError("picture_too_large", name=location, megabytes=largest_bytes // 1_000_000)
    content_type = next((kind for start, kind in _STARTS.items() if data.startswith(start)), None)
    if content_type is None:
        raise LocalError("no_picture", name=location)
    return LocalPicture(path.name, data, content_type)


def in_base64(picture: LocalPicture) -> str:
    return base64.b64encode(picture.data).decode()


def sides(size: str | None) -> dict[str, int]:
    """Of `WxH`; raises LocalError."""
    if size is None:
        return {}
    found = _SIZE.fullmatch(size.strip())
    if found is None:
        raise LocalError("no_size", given=size)
    return {"width": int(found[1]), "height": int(found[2])}


def save_pictures(session: Session, task: Record, *, output: str | None) -> None:
    """Raises LocalError when there are none yet, or when a file cannot be written."""
    task_id, result = task["task_id"], task["result"]
    if result is None:
        raise LocalError("no_pictures", exit_code=ExitCode.CONFLICT, task_id=task_id, status=task["status"])
    images = result["images"]
    if output == "-":
        if len(images) > 1:
            raise LocalError("many_pictures", count=len(images))
        sys.stdout.buffer.write(session.client.images.fetch(images[0]["url"]).data)
        return
    paths = _paths(output or f"{task_id}.{_ending(images[0])}", len(images))
    saved = [_saved(session, image, path) for image, path in zip(images, paths, strict=True)]
    facts = {name: result[name] for name in ("provider", "model", "seed", "understood")}
    session.screen.show({"task_id": task_id, "images": saved, **facts}, _print_saved)


def _saved(session: Session, image: Record, path: Path) -> Record:
    data = session.client.images.fetch(image["url"]).data
    try:
        path.write_bytes(data)
    except OSError as error:
        raise LocalError("not_writable", name=str(path), reason=error.strerror) from error
    kept = ("width", "height", "format", "bytes", "sha256", "seed")
    return {"file": str(path), **{name: image[name] for name in kept}}


def _paths(wanted: str, count: int) -> list[Path]:
    """Several get a number each before the ending."""
    path = Path(wanted)
    if count == 1:
        return [path]
    return [path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(1, count + 1)]


def _ending(image: Record) -> str:
    return "jpg" if image["format"] == "jpeg" else str(image["format"])


def _print_saved(screen: Screen, answer: Any) -> None:
    if not screen.for_person:
        for image in answer["images"]:
            screen.write_line(image["file"])
        return
    for image in answer["images"]:
        measured = f"{image['width']}×{image['height']}"
        screen.say("image.saved", file=image["file"], size=measured, bytes=readable(image["bytes"]))
    key = "image.drawn_offline" if answer["provider"] == "offline" else "image.drawn_by"
    screen.note(key, provider=answer["provider"], model=answer["model"], seed=answer["seed"])
