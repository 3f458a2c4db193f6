"""The edge passes HTTP and WebSocket traffic through unchanged, and answers itself only when it must."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
from aiohttp import WSMsgType, web
from yarl import URL

from infrastructure.local import edge
from infrastructure.local.addresses import Addresses
from infrastructure.local.edge_http import HttpEdge
from infrastructure.local.edge_live import LiveEdge
from infrastructure.local.edge_url import EVERY_PATH, LONGEST_URL_BYTES
from infrastructure.local.ports import find_free_ports

LIMIT = 1000


@dataclass
class Edges:
    http: str
    live: str
    aws_port: int
    outputs: Path
    session: aiohttp.ClientSession
    live_runner: web.AppRunner

    def deploy(self, **outputs: str) -> None:
        endpoint = f"http://127.0.0.1:{self.aws_port}"
        self.outputs.write_text(json.dumps({"endpoint": endpoint, **outputs}))


Scenario = Callable[[Edges], Awaitable[None]]


async def echo(request: web.Request) -> web.Response:
    body = await request.read()
    seen = {"method": request.method, "path": request.raw_path, "body": body.decode()}
    headers = {"X-Seen": request.headers.get("X-Sent", ""), "X-For": request.headers["X-Forwarded-For"]}
    headers["X-Host"] = request.headers["X-Forwarded-Host"]
    return web.json_response(seen, status=int(request.query.get("status", 200)), headers=headers)


async def slow(_: web.Request) -> web.Response:
    await asyncio.sleep(0.5)
    return web.Response(text="late")


async def chatter(request: web.Request) -> web.StreamResponse:
    if request.query.get("token") == "wrong":
        return web.Response(status=403, text="no")
    socket = web.WebSocketResponse(protocols=["contenthub.v1"])
    await socket.prepare(request)
    async for message in socket:
        if message.data == "end":
            await socket.close(code=4001)
        elif message.data == "die" and request.transport is not None:
            request.transport.abort()
        elif message.type is WSMsgType.TEXT:
            await socket.send_str(f"{request.raw_path} {message.data}")
        else:
            await socket.send_bytes(message.data)
    return socket


def emulator() -> web.Application:
    application = web.Application(client_max_size=10 * LIMIT)
    application.router.add_get("/restapis/a/s/_user_request_/slow", slow)
    application.router.add_route("*", f"/restapis{EVERY_PATH}", echo)
    application.router.add_get("/_aws/execute-api/w/s", chatter)
    return application


@asynccontextmanager
async def edges(folder: Path) -> AsyncIterator[Edges]:
    aws_port, http_port, live_port = find_free_ports(3)
    addresses = Addresses(folder / "outputs.json", aws_port=aws_port)
    runners = [
        await edge.start(HttpEdge(addresses, max_body_bytes=LIMIT).application(), port=http_port),
        await edge.start(LiveEdge(addresses).application(), port=live_port),
        await edge.start(emulator(), port=aws_port),
    ]
    async with aiohttp.ClientSession() as session:
        urls = (f"http://127.0.0.1:{http_port}", f"http://127.0.0.1:{live_port}")
        yield Edges(*urls, aws_port, folder / "outputs.json", session, runners[1])
    for runner in runners:
        await runner.cleanup()


@pytest.fixture
def run(tmp_path: Path) -> Callable[[Scenario], None]:
    def run_scenario(scenario: Scenario) -> None:
        async def inside() -> None:
            async with edges(tmp_path) as running:
                await scenario(running)

        asyncio.run(inside())

    return run_scenario


Run = Callable[[Scenario], None]


def test_a_request_and_its_answer_pass_unchanged(run: Run) -> None:
    async def scenario(edges: Edges) -> None:
        edges.deploy(api_id="a", api_stage="s")
        url = URL(f"{edges.http}/v1/x%20y?status=418&q=a%2Fb&q=2", encoded=True)
        async with edges.session.patch(url, data="text", headers={"X-Sent": "yes"}) as answer:
            seen = await answer.json()
            assert answer.status == 418
            assert seen["method"] == "PATCH"
            assert seen["path"] == "/restapis/a/s/_user_request_/v1/x%20y?status=418&q=a%2Fb&q=2"
            assert seen["body"] == "text"
            assert (answer.headers["X-Seen"], answer.headers["X-For"]) == ("yes", "127.0.0.1")
            assert answer.headers["X-Host"] == edges.http.removeprefix("http://")

    run(scenario)


def test_a_body_over_the_limit_is_refused_by_its_length_or_while_it_comes(run: Run) -> None:
    async def stream() -> AsyncIterator[bytes]:
        for _ in range(LIMIT // 100 + 5):
            yield b"x" * 100

    async def scenario(edges: Edges) -> None:
        edges.deploy(api_id="a", api_stage="s")
        for body in (b"x" * (LIMIT + 1), stream()):
            async with edges.session.post(edges.http, data=body) as answer:
                assert answer.status == 413
                assert (await answer.json(content_type="application/problem+json"))["code"] == "body_too_large"
        async with edges.session.post(edges.http, data=b"x" * LIMIT) as answer:
            assert answer.status == 200

    run(scenario)


def test_a_line_break_in_a_path_passes_unchanged(run: Run) -> None:
    async def scenario(edges: Edges) -> None:
        edges.deploy(api_id="a", api_stage="s")
        async with edges.session.get(URL(f"{edges.http}/v1/%0Ax%0D%0A", encoded=True)) as answer:
            assert (await answer.json())["path"] == "/restapis/a/s/_user_request_/v1/%0Ax%0D%0A"
        assert await refusal(edges, URL(f"{edges.live}/%0A", encoded=True)) == (503, "edge_live_updates_not_deployed")

    run(scenario)


def test_an_address_that_is_too_long_is_refused_as_a_problem(run: Run) -> None:
    async def scenario(edges: Edges) -> None:
        edges.deploy(api_id="a", api_stage="s")
        for length in (LONGEST_URL_BYTES + 1, 20 * LONGEST_URL_BYTES):
            for address in (f"/{'x' * (length - 1)}", f"/?q={'x' * (length - 4)}"):
                assert await refusal(edges, edges.http + address) == (414, "url_too_long")
                assert await refusal(edges, edges.live + address) == (414, "url_too_long")
        async with edges.session.get(f"{edges.http}/?q={'x' * 8_000}") as answer:
            assert answer.status == 200

    run(scenario)


def test_hundreds_of_long_polls_wait_side_by_side(run: Run) -> None:
    async def scenario(edges: Edges) -> None:
        edges.deploy(api_id="a", api_stage="s")
        began = time.monotonic()
        answers = await asyncio.gather(*(poll(edges) for _ in range(300)))
        assert set(answers) == {"late"}
        assert time.monotonic() - began < 300 * 0.5 / 10

    async def poll(edges: Edges) -> str:
        async with edges.session.get(f"{edges.http}/slow") as answer:
            return await answer.text()

    run(scenario)


def test_the_edge_says_so_when_nothing_is_deployed_or_the_emulator_is_down(run: Run) -> None:
    async def scenario(edges: Edges) -> None:
        assert await refusal(edges, edges.http) == (503, "edge_not_deployed")
        edges.outputs.write_text(json.dumps({"endpoint": "http://127.0.0.1:1", "api_id": "b", "api_stage": "s"}))
        assert await refusal(edges, edges.http) == (503, "edge_not_deployed")

    run(scenario)


def test_an_emulator_that_is_down_is_a_bad_gateway(tmp_path: Path) -> None:
    async def scenario() -> None:
        aws_port, http_port = find_free_ports(2)
        outputs = {"endpoint": f"http://127.0.0.1:{aws_port}", "api_id": "a", "api_stage": "s"}
        (tmp_path / "outputs.json").write_text(json.dumps(outputs))
        addresses = Addresses(tmp_path / "outputs.json", aws_port=aws_port)
        runner = await edge.start(HttpEdge(addresses, max_body_bytes=LIMIT).application(), port=http_port)
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{http_port}/") as answer:
            assert answer.status == 502
            assert answer.content_type == "application/problem+json"
        await runner.cleanup()

    asyncio.run(scenario())


def test_a_new_deployment_is_noticed_without_a_restart(run: Run) -> None:
    async def scenario(edges: Edges) -> None:
        for api_id in ("a", "another"):
            edges.deploy(api_id=api_id, api_stage="s")
            async with edges.session.get(edges.http) as answer:
                assert (await answer.json())["path"] == f"/restapis/{api_id}/s/_user_request_/"

    run(scenario)


def test_live_messages_pass_both_ways_with_subprotocol_and_close_code(run: Run) -> None:
    async def scenario(edges: Edges) -> None:
        edges.deploy(websocket_api_id="w", websocket_api_stage="s")
        async with edges.session.ws_connect(f"{edges.live}/?token=t", protocols=["contenthub.v1"]) as socket:
            await socket.send_str("hello")
            assert await socket.receive_str() == "/_aws/execute-api/w/s?token=t hello"
            await socket.send_bytes(b"\x00\xff")
            assert await socket.receive_bytes() == b"\x00\xff"
            assert socket.protocol == "contenthub.v1"
            await socket.send_str("end")
            assert (await socket.receive()).type is WSMsgType.CLOSE
            assert socket.close_code == 4001

    run(scenario)


def test_a_client_is_told_when_the_emulator_goes_away_and_may_connect_again(run: Run) -> None:
    async def scenario(edges: Edges) -> None:
        edges.deploy(websocket_api_id="w", websocket_api_stage="s")
        for _ in range(2):
            async with edges.session.ws_connect(edges.live) as socket:
                await socket.send_str("die")
                message = await socket.receive()
                assert (message.type, message.data) == (WSMsgType.CLOSE, 1012)
                assert "emulator" in str(message.extra)

    run(scenario)


def test_a_client_is_told_when_the_edge_is_stopped(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with edges(tmp_path) as running, aiohttp.ClientSession() as session:
            running.deploy(websocket_api_id="w", websocket_api_stage="s")
            socket = await session.ws_connect(running.live)
            stopped = asyncio.create_task(running.live_runner.cleanup())
            message = await socket.receive()
            assert (message.type, message.data) == (WSMsgType.CLOSE, 1001)
            await socket.close()
            await stopped

    asyncio.run(scenario())


def test_a_refused_live_connection_keeps_its_status(run: Run) -> None:
    async def scenario(edges: Edges) -> None:
        edges.deploy(websocket_api_id="w", websocket_api_stage="s")
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await edges.session.ws_connect(f"{edges.live}/?token=wrong")
        assert refused.value.status == 403

    run(scenario)


def test_live_updates_that_are_not_deployed_are_refused_clearly(run: Run) -> None:
    async def scenario(edges: Edges) -> None:
        edges.deploy(api_id="a", api_stage="s")
        assert await refusal(edges, edges.live) == (503, "edge_live_updates_not_deployed")
        edges.deploy(websocket_api_id="w", websocket_api_stage="s")
        assert await refusal(edges, edges.live) == (426, "edge_websocket_only")

    run(scenario)


async def refusal(edges: Edges, url: str | URL) -> tuple[int, str]:
    async with edges.session.get(url) as answer:
        return answer.status, (await answer.json(content_type="application/problem+json"))["code"]
