"""Presigned URLs: bytes to and from storage, without the API key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contenthub.errors import NotReachableError, problem_error
from contenthub.http_answers import connection_options, problem_of, reason_of

if TYPE_CHECKING:
    import httpx

PIECE_BYTES = 65_536


@dataclass(frozen=True)
class Download:
    data: bytes
    content_type: str
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", errors="replace")


def put_bytes(
    url: str,
    *,
    data: bytes,
    headers: Mapping[str, str],
    timeout_seconds: float,
    on_sent: Callable[[int], None] | None = None,
) -> None:
    """Sends them with exactly these headers; `on_sent` hears how many have just gone."""
    import httpx

    length = {"Content-Length": str(len(data))}  # else a body that comes in pieces is sent chunked
    body = _pieces(data, on_sent) if on_sent else data
    try:
        response = httpx.put(
            url,
            content=body,
            headers={**headers, **length},
            timeout=timeout_seconds,
            **connection_options(url),
        )
    except httpx.TransportError as error:
        raise NotReachableError(url.partition("?")[0], reason=reason_of(error)) from error
    _check(response)


def fetch(url: str, *, timeout_seconds: float) -> Download:
    import httpx

    try:
        response = httpx.get(url, timeout=timeout_seconds, **connection_options(url))
    except httpx.TransportError as error:
        raise NotReachableError(url.partition("?")[0], reason=reason_of(error)) from error
    _check(response)
    return Download(response.content, str(response.headers.get("Content-Type", "")))


def _check(response: httpx.Response) -> None:
    if response.status_code >= 300:
        raise problem_error(problem_of(response), status=response.status_code)


def _pieces(data: bytes, on_sent: Callable[[int], None]) -> Iterator[bytes]:
    for start in range(0, len(data), PIECE_BYTES):
        piece = data[start : start + PIECE_BYTES]
        yield piece
        on_sent(len(piece))
