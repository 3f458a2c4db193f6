"""A body of multipart/form-data as the fields that JSON would have: files in base64, numbers as numbers."""

import base64
import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from multipart import MultipartError, MultipartParser, parse_options_header

from chalicelib.entrypoints.http.kinds_of_problems import MalformedFormError

FORM = "multipart/form-data"
NUMBERS = frozenset({"width", "height", "steps", "guidance", "seed", "n", "strength", "priority"})
TRUTHS = frozenset({"stream"})
NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,40})?([eE][+-]?\d{1,3})?")
MOST_PARTS = 40


def read_form(headers: Mapping[str, str], raw: bytes, *, max_bytes: int) -> dict[str, Any]:
    """Raises MalformedFormError."""
    _, options = parse_options_header(headers.get("content-type", ""))
    boundary = options.get("boundary", "")
    if not boundary:
        raise MalformedFormError("the form's Content-Type names no boundary")
    found: dict[str, Any] = {}
    try:
        parser = MultipartParser(
            BytesIO(raw), boundary, len(raw), part_limit=MOST_PARTS, spool_limit=max_bytes, memory_limit=max_bytes
        )
        for part in parser:
            name = part.name.removesuffix("[]")
            if name in found:
                raise MalformedFormError(f"the form has more than one field {name[:100]!r}")
            found[name] = base64.b64encode(part.raw).decode() if part.filename is not None else _value(name, part.value)
    except (MultipartError, ValueError, LookupError) as error:
        raise MalformedFormError("the body is no form as its Content-Type says") from error
    return found


def _value(name: str, text: str) -> Any:
    if name in TRUTHS:
        return {"true": True, "false": False}.get(text, text)
    if name not in NUMBERS or not NUMBER.fullmatch(text):
        return text
    return int(text) if text.lstrip("-").isdecimal() else float(text)
