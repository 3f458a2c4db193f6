"""A request on its way to its view: who asks, from where, and how long there is time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from chalicelib.bootstrap import Platform
from chalicelib.domain.errors import MissingCredentialsError
from chalicelib.domain.principal import Principal
from chalicelib.entrypoints.http.addresses import base_url
from chalicelib.entrypoints.http.cursors import Cursors
from chalicelib.entrypoints.http.languages import preferred_language
from chalicelib.entrypoints.http.models import PageQuery
from chalicelib.entrypoints.http.operation import Operation
from chalicelib.entrypoints.http.preferences import idempotency_key, preferred_wait_seconds, prefers_no_wait
from chalicelib.entrypoints.http.problems import Reader

GATEWAY_SECONDS = 28.0
"""API Gateway gives up after 29 s."""
RESERVE_SECONDS = 2.0
"""Kept for writing the answer after a wait."""


@dataclass
class Call:
    operation: Operation
    platform: Platform
    event: Mapping[str, Any]
    headers: Mapping[str, str]
    """By lower-case name."""
    request_id: str
    remaining_seconds: Callable[[], float]
    caller: Principal | None = None

    @property
    def principal(self) -> Principal:
        """Raises MissingCredentialsError; only a public operation has none."""
        if self.caller is None:
            raise MissingCredentialsError
        return self.caller

    @cached_property
    def base_url(self) -> str:
        return base_url(self.platform.settings.public_base_url, self.platform.settings.local_endpoint, self.event)

    @cached_property
    def reader(self) -> Reader:
        language = preferred_language(self.headers.get("accept-language", ""))
        return Reader(language, self.base_url, self.request_id)

    @property
    def idempotency_key(self) -> str | None:
        """Raises ValidationFailedError."""
        return idempotency_key(self.headers)

    @property
    def preferred_wait_seconds(self) -> int | None:
        return preferred_wait_seconds(self.headers)

    @property
    def prefers_no_wait(self) -> bool:
        return prefers_no_wait(self.headers)

    def affordable(self, seconds: float) -> float:
        """As much of a wait as leaves time for the answer."""
        return max(0.0, min(seconds, self.remaining_seconds() - RESERVE_SECONDS))

    def cursors(self, query: PageQuery, *, within: str = "") -> Cursors:
        """For the list that is being asked for; `within` names the record whose parts are listed."""
        return Cursors(f"{self.operation.path} {within}", query.filters(), self.principal.user_id)
