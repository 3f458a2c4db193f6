"""The HTTP edge: a reverse proxy from the public address to the REST API inside the emulator."""

from __future__ import annotations

from collections.abc import AsyncIterator
from http import HTTPStatus

import aiohttp
from aiohttp import hdrs, web
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from infrastructure.local.addresses import Addresses
from infrastructure.local.edge_problem import BODY_TOO_LARGE, EMULATOR_DOWN, NOT_DEPLOYED, problem
from infrastructure.local.edge_url import EVERY_PATH

# They describe one connection, not the message (RFC 9110, 7.6.1); Host names the next hop.
_HOP_BY_HOP = {
    *(hdrs.CONNECTION, hdrs.KEEP_ALIVE, hdrs.PROXY_AUTHENTICATE, hdrs.PROXY_AUTHORIZATION, hdrs.TE),
    *(hdrs.TRAILER, hdrs.TRANSFER_ENCODING, hdrs.UPGRADE, hdrs.HOST),
}
_READ_AT_ONCE_BYTES = 256 * 1024
_CHUNK_BYTES = 64 * 1024
# API Gateway gives up after 29 s; the emulator keeps an idle connection for 75 s, so ours must be shorter.
_ANSWER_SECONDS = 60.0
_KEEP_ALIVE_SECONDS = 55.0


class HttpEdge:
    """Passes method, path, query, headers, body and status through unchanged, and counts the bytes of a body."""

    def __init__(self, addresses: Addresses, *, max_body_bytes: int) -> None:
        self._addresses = addresses
        self._max_body_bytes = max_body_bytes

    def application(self) -> web.Application:
        application = web.Application(client_max_size=self._max_body_bytes)
        application.cleanup_ctx.append(self._client_session)
        application.router.add_route("*", EVERY_PATH, self._handle)
        return application

    async def _client_session(self, _: web.Application) -> AsyncIterator[None]:
        connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=_KEEP_ALIVE_SECONDS)
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=5.0, sock_read=_ANSWER_SECONDS)
        self._session = aiohttp.ClientSession(
            connector=connector,
            timeout=timeout,
            auto_decompress=False,
            cookie_jar=aiohttp.DummyCookieJar(),
            skip_auto_headers=(hdrs.USER_AGENT, hdrs.ACCEPT_ENCODING, hdrs.ACCEPT, hdrs.CONTENT_TYPE),
        )
        yield
        await self._session.close()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        base = self._addresses.api_base()
        if base is None:
            return problem(HTTPStatus.SERVICE_UNAVAILABLE, NOT_DEPLOYED)
        if (request.content_length or 0) > self._max_body_bytes:
            return self._too_large()
        body = _CountedBody(request, limit=self._max_body_bytes)
        try:
            return await self._forward(request, URL(base + request.raw_path, encoded=True), body)
        except (aiohttp.ClientError, TimeoutError):
            return self._too_large() if body.is_too_large else problem(HTTPStatus.BAD_GATEWAY, EMULATOR_DOWN)

    async def _forward(self, request: web.Request, url: URL, body: _CountedBody) -> web.StreamResponse:
        upstream = self._session.request(
            request.method,
            url,
            headers=_headers_to_api(request),
            data=await body.to_send(),
            allow_redirects=False,
        )
        async with upstream as answer:
            headers = _end_to_end(answer.headers)
            if (answer.content_length or _CHUNK_BYTES) <= _READ_AT_ONCE_BYTES and request.method != hdrs.METH_HEAD:
                return web.Response(status=answer.status, headers=headers, body=await answer.read())
            response = web.StreamResponse(status=answer.status, headers=headers)
            await response.prepare(request)
            async for chunk in answer.content.iter_chunked(_CHUNK_BYTES):
                await response.write(chunk)
            return response

    def _too_large(self) -> web.Response:
        response = problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, BODY_TOO_LARGE, limit=self._max_body_bytes)
        response.force_close()  # the rest of the body is still on its way and will not be read
        return response


class _CountedBody:
    """A request's body; one that was sent without its length is cut off when it grows too large."""

    def __init__(self, request: web.Request, *, limit: int) -> None:
        self._request = request
        self._limit = limit
        self.is_too_large = False

    async def to_send(self) -> bytes | AsyncIterator[bytes] | None:
        if not self._request.body_exists:
            return None
        length = self._request.content_length
        if length is not None and length <= _READ_AT_ONCE_BYTES:
            return await self._request.read()
        return self._counted()

    async def _counted(self) -> AsyncIterator[bytes]:
        received = 0
        async for chunk in self._request.content.iter_chunked(_CHUNK_BYTES):
            received += len(chunk)
            if received > self._limit:
                self.is_too_large = True
                raise aiohttp.ClientPayloadError
            yield chunk


def _headers_to_api(request: web.Request) -> CIMultiDict[str]:
    headers = _end_to_end(request.headers)
    before = request.headers.get(hdrs.X_FORWARDED_FOR)
    client = request.remote or ""
    headers[hdrs.X_FORWARDED_FOR] = f"{before}, {client}" if before else client
    headers[hdrs.X_FORWARDED_PROTO] = request.scheme
    headers[hdrs.X_FORWARDED_HOST] = request.host
    return headers


def _end_to_end(headers: CIMultiDictProxy[str]) -> CIMultiDict[str]:
    named = {name.strip().title() for name in headers.get(hdrs.CONNECTION, "").split(",")}
    return CIMultiDict(
        (name, value) for name, value in headers.items() if name.title() not in named and name not in _HOP_BY_HOP
    )
