"""One HTTP call: what it asks, whether it may be sent twice, and how long to pause before."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

BUSY_STATUSES = frozenset({429, 502, 503, 504})
LONGEST_PAUSE_SECONDS = 30.0


@dataclass(frozen=True, kw_only=True)
class Call:
    """One request; `repeatable` says that sending it twice has the effect of sending it once."""

    method: str
    path: str
    query: Mapping[str, object] = field(default_factory=dict)
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)
    repeatable: bool = False
    attempts: int = 3
    extra_seconds: float = 0.0
    accepted_statuses: tuple[int, ...] = ()


def repeatable_after(error: Exception, call: Call) -> bool:
    import httpx

    # A request that never got a connection has had no effect, whatever it was.
    return call.repeatable or isinstance(error, httpx.ConnectError)


def asks_for_repeat(response: httpx.Response, call: Call, pause: float | None) -> bool:
    status = response.status_code
    if status not in BUSY_STATUSES or status in call.accepted_statuses:
        return False
    if pause is not None and pause > LONGEST_PAUSE_SECONDS:
        return False
    # 429 says that the request was refused before it was looked at; the others leave that open.
    return call.repeatable or status == 429


def retry_after_seconds(response: httpx.Response) -> float | None:
    """None without the header, and for its rare other form, a date."""
    text = str(response.headers.get("Retry-After", ""))
    return float(text) if text.isascii() and text.isdigit() else None


def backoff_seconds(attempt: int) -> float:
    return 0.25 * 2.0 ** (attempt - 1) * random.uniform(0.8, 1.2)
