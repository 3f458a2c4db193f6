"""JSON given on the command line, in a file or on standard input."""

import json
import sys
from pathlib import Path
from typing import Any

from contenthub.errors import LocalError


def read_json(argument: str) -> Any:
    """`{...}` as it is, `@file` from a file, `-` from standard input."""
    if argument == "-":
        return _parse(sys.stdin.read(), "-")
    if argument.startswith("@"):
        return _parse(_read(argument[1:]), argument[1:])
    return _parse(argument, "--request")


def read_json_items(location: str) -> list[dict[str, Any]]:
    """A JSON array of objects, or one object a line; `-` reads standard input."""
    text = sys.stdin.read() if location == "-" else _read(location)
    if text.lstrip().startswith("["):
        items = _parse(text, location)
    else:
        items = [_parse(line, location) for line in text.splitlines() if line.strip()]
    if not items or not all(isinstance(item, dict) for item in items):
        raise LocalError("batch_not_objects", name=location)
    return [*items]


def read_json_file(location: str) -> dict[str, Any]:
    """One JSON object in a file; `-` reads standard input."""
    document = _parse(sys.stdin.read() if location == "-" else _read(location), location)
    if not isinstance(document, dict):
        raise LocalError("not_an_object", name=location)
    return document


def read_text(argument: str) -> str:
    """The argument itself, or with `@` before it the text of a file."""
    return _read(argument[1:]) if argument.startswith("@") else argument


def _read(location: str) -> str:
    try:
        return Path(location).read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise LocalError("source_missing", name=location) from error
    except OSError as error:
        raise LocalError("source_unreadable", name=location, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise LocalError("source_not_text", name=location) from error


def _parse(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise LocalError("bad_json", name=name, reason=str(error)) from error
