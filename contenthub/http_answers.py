"""How to connect to an address, and what a refusal from it says; for the API and for presigned URLs alike."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import httpx

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


class ConnectionOptions(TypedDict):
    verify: bool
    trust_env: bool


def connection_options(url: str) -> ConnectionOptions:
    # Reading the certificate authorities takes longer than a local request; plain HTTP has no use for them.
    # A proxy from the environment cannot reach this machine's own loopback address.
    return {"verify": not url.startswith("http://"), "trust_env": not is_loopback(url)}


def is_loopback(url: str) -> bool:
    return urlsplit(url).hostname in LOOPBACK_HOSTS


def problem_of(response: httpx.Response) -> Mapping[str, Any]:
    with contextlib.suppress(ValueError):
        problem = response.json()
        if isinstance(problem, dict):
            return {"status": response.status_code, **problem}
    return {
        "type": "about:blank",
        "title": response.reason_phrase or f"HTTP {response.status_code}",
        "status": response.status_code,
        "code": f"http_{response.status_code}",
        "detail": response.text.strip()[:200],
    }


def reason_of(error: Exception) -> str:
    return str(error) or type(error).__name__
