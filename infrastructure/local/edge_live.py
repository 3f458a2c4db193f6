"""The live-updates edge: passes WebSocket connections through to the WebSocket API inside the emulator."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from http import HTTPStatus
from weakref import WeakSet

import aiohttp
from aiohttp import WSCloseCode, WSMsgType, hdrs, web
from yarl import URL

from infrastructure.local.addresses import Addresses
from infrastructure.local.edge_problem import EMULATOR_DOWN, NO_LIVE_UPDATES, NOT_A_WEBSOCKET, problem
from infrastructure.local.edge_url import EVERY_PATH

_MAX_MESSAGE_BYTES = 128 * 1024  # what an API Gateway WebSocket accepts
_CONNECT_SECONDS = 10.0
_PASSED_ON = (hdrs.AUTHORIZATION, hdrs.ORIGIN, hdrs.ACCEPT_LANGUAGE, hdrs.USER_AGENT, hdrs.COOKIE)
# Codes that say how a connection ended and must not be sent in a close frame (RFC 6455, 7.4.1).
_NEVER_SENT = {1005, 1006, 1015}
_LOST = b"the AWS emulator went away: connect again, or see `make logs`"
_STOPPING = b"the local cloud is being stopped"

_Socket = web.WebSocketResponse | aiohttp.ClientWebSocketResponse


class LiveEdge:
    """Opens the inner connection first, so that a refusal reaches the client as the HTTP status it was."""

    def __init__(self, addresses: Addresses) -> None:
        self._addresses = addresses
        self._open = WeakSet[web.WebSocketResponse]()

    def application(self) -> web.Application:
        application = web.Application()
        application.cleanup_ctx.append(self._client_session)
        application.router.add_get(EVERY_PATH, self._handle)
        application.on_shutdown.append(self._say_goodbye)
        return application

    async def _say_goodbye(self, _: web.Application) -> None:
        await asyncio.gather(*(each.close(code=WSCloseCode.GOING_AWAY, message=_STOPPING) for each in list(self._open)))

    async def _client_session(self, _: web.Application) -> AsyncIterator[None]:
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        yield
        await self._session.close()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        base = self._addresses.live_base()
        if base is None:
            return problem(HTTPStatus.SERVICE_UNAVAILABLE, NO_LIVE_UPDATES)
        if request.headers.get(hdrs.UPGRADE, "").lower() != "websocket":
            return problem(HTTPStatus.UPGRADE_REQUIRED, NOT_A_WEBSOCKET)
        try:
            inner = await self._connect(request, _inner_url(base, request))
        except aiohttp.WSServerHandshakeError as refusal:
            return web.Response(status=refusal.status, text=refusal.message)
        except (aiohttp.ClientError, TimeoutError):
            return problem(HTTPStatus.BAD_GATEWAY, EMULATOR_DOWN)
        async with inner:
            return await self._serve(request, inner)

    async def _connect(self, request: web.Request, url: URL) -> aiohttp.ClientWebSocketResponse:
        headers = {name: request.headers[name] for name in _PASSED_ON if name in request.headers}
        headers[hdrs.X_FORWARDED_FOR] = request.remote or ""
        connecting = self._session.ws_connect(
            url, headers=headers, protocols=_subprotocols(request), max_msg_size=_MAX_MESSAGE_BYTES
        )
        return await asyncio.wait_for(connecting, _CONNECT_SECONDS)

    async def _serve(self, request: web.Request, inner: aiohttp.ClientWebSocketResponse) -> web.WebSocketResponse:
        protocols = [inner.protocol] if inner.protocol else []
        outer = web.WebSocketResponse(protocols=protocols, max_msg_size=_MAX_MESSAGE_BYTES)
        await outer.prepare(request)
        self._open.add(outer)
        directions = [asyncio.create_task(_to_api(outer, inner)), asyncio.create_task(_to_client(inner, outer))]
        _, pending = await asyncio.wait(directions, return_when=asyncio.FIRST_COMPLETED)
        for direction in pending:
            direction.cancel()
        await asyncio.gather(*directions, return_exceptions=True)
        return outer


async def _to_client(inner: aiohttp.ClientWebSocketResponse, outer: web.WebSocketResponse) -> None:
    """Ends as the API ended it; with 1012 if it did not come to that."""
    await _pass_on(inner, outer)
    if inner.close_code is None or inner.close_code in _NEVER_SENT:
        await outer.close(code=WSCloseCode.SERVICE_RESTART, message=_LOST)
    else:
        await outer.close(code=inner.close_code)


async def _to_api(outer: web.WebSocketResponse, inner: aiohttp.ClientWebSocketResponse) -> None:
    await _pass_on(outer, inner)
    code = outer.close_code or WSCloseCode.GOING_AWAY
    await inner.close(code=WSCloseCode.GOING_AWAY if code in _NEVER_SENT else code)


async def _pass_on(source: _Socket, target: _Socket) -> None:
    async for message in source:
        if message.type is WSMsgType.TEXT:
            await target.send_str(message.data)
        elif message.type is WSMsgType.BINARY:
            await target.send_bytes(message.data)


def _inner_url(base: str, request: web.Request) -> URL:
    path, mark, query = request.raw_path.partition("?")
    return URL(f"{base}{path.rstrip('/')}{mark}{query}", encoded=True)


def _subprotocols(request: web.Request) -> list[str]:
    offered = request.headers.get(hdrs.SEC_WEBSOCKET_PROTOCOL, "")
    return [name.strip() for name in offered.split(",") if name.strip()]
