"""The body of a request, read within limits: size, media type, JSON as the standard has it, depth."""

import json
import math
from collections.abc import Mapping
from typing import Any, NoReturn

from chalicelib.domain.errors import BodyTooLargeError, MalformedJsonError, UnsupportedMediaTypeError

MAX_DEPTH = 32
"""Nothing sensible is deeper, and a table row takes no more."""


def read_json(headers: Mapping[str, str], raw: bytes, *, max_bytes: int) -> Any:
    """Raises BodyTooLargeError, UnsupportedMediaTypeError, MalformedJsonError."""
    check_declared_size(headers, max_bytes=max_bytes)
    check_size(len(raw), max_bytes=max_bytes)
    _check_media_type(headers.get("content-type", "application/json"))
    if not raw.strip():
        raise MalformedJsonError("the body is empty; a JSON object is expected")
    document = _parsed(raw)
    if not isinstance(document, dict):
        raise MalformedJsonError("the body must be a JSON object")
    _check_depth(document)
    return document


def check_declared_size(headers: Mapping[str, str], *, max_bytes: int) -> None:
    """Before anything is read. Raises BodyTooLargeError."""
    declared = headers.get("content-length", "")
    check_size(int(declared) if declared.isascii() and declared.isdecimal() else 0, max_bytes=max_bytes)


def check_size(size: int, *, max_bytes: int) -> None:
    """Raises BodyTooLargeError."""
    if size > max_bytes:
        raise BodyTooLargeError(f"the body has {size} bytes, at most {max_bytes} are taken; use an upload for files")


def _check_media_type(content_type: str) -> None:
    media_type, _, parameters = content_type.lower().partition(";")
    charset = parameters.replace(" ", "").replace('"', "")
    if media_type.strip() != "application/json" or charset not in ("", "charset=utf-8"):
        raise UnsupportedMediaTypeError(f"the body is {content_type[:100]!r}; send application/json in UTF-8")


def _parsed(raw: bytes) -> Any:
    try:
        document = json.loads(raw.decode("utf-8"), parse_constant=_no_constant, parse_float=_finite)
        if b"\\u" in raw:
            json.dumps(document, ensure_ascii=False).encode("utf-8")
    except RecursionError as error:
        raise MalformedJsonError(f"the body is nested too deeply; {MAX_DEPTH} levels are taken") from error
    except UnicodeError as error:
        raise MalformedJsonError("the body holds characters that are not valid Unicode") from error
    except ValueError as error:
        raise MalformedJsonError(str(error)[:200]) from error
    return document


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number


def _check_depth(document: Any) -> None:
    """Level by level, without recursion."""
    level = [document]
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in _children(node) if isinstance(child, dict | list)]
        if not level:
            return
    raise MalformedJsonError(f"the body is nested too deeply; {MAX_DEPTH} levels are taken")


def _children(node: Any) -> Any:
    return node.values() if isinstance(node, dict) else node
