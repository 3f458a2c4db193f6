"""Which addresses the edge takes: every path, up to a length."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from aiohttp import web

from infrastructure.local.edge_problem import URL_TOO_LONG, problem

EVERY_PATH = "/{path:(?s:.*)}"
"""Line breaks too, which an encoded path may hold (%0A)."""
LONGEST_URL_BYTES = 8_190
"""API Gateway takes 10,240 bytes, headers included."""
READABLE_URL_BYTES = 1024 * 1024
"""So much is read, so that one too long can be refused in the API's own form of errors."""


@web.middleware
async def refuse_long_urls(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    if len(request.raw_path) <= LONGEST_URL_BYTES:
        return await handler(request)
    return problem(HTTPStatus.REQUEST_URI_TOO_LONG, URL_TOO_LONG, limit=LONGEST_URL_BYTES)
