"""The edge gives the local cloud its known addresses: HTTP requests and live updates, in one process."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from aiohttp import web

from infrastructure.local.addresses import Addresses
from infrastructure.local.edge_http import HttpEdge
from infrastructure.local.edge_live import LiveEdge
from infrastructure.local.edge_url import READABLE_URL_BYTES, refuse_long_urls
from infrastructure.local.parent import end_with_parent
from infrastructure.local.settings import HOST

_SHUTDOWN_SECONDS = 0.5


def main() -> None:
    """Serve both edges until told to stop."""
    end_with_parent(sys.argv)
    asyncio.run(_serve(_arguments()))


async def _serve(options: argparse.Namespace) -> None:
    addresses = Addresses(options.outputs, aws_port=options.aws_port)
    http = HttpEdge(addresses, max_body_bytes=options.max_body_bytes)
    live = LiveEdge(addresses)
    runners = [
        await start(http.application(), port=options.http_port),
        await start(live.application(), port=options.live_port),
    ]
    await _until_stopped()
    for runner in runners:
        await runner.cleanup()


async def start(application: web.Application, *, port: int) -> web.AppRunner:
    """Serve an application on the loopback address; long polls under way are cut at the end."""
    application.middlewares.append(refuse_long_urls)
    runner = web.AppRunner(
        application, access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS, max_line_size=READABLE_URL_BYTES
    )
    await runner.setup()
    await web.TCPSite(runner, HOST, port, backlog=1024).start()
    return runner


async def _until_stopped() -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await stopped.wait()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="edge")
    parser.add_argument("--outputs", type=Path, required=True)
    for name in ("--aws-port", "--http-port", "--live-port", "--max-body-bytes"):
        parser.add_argument(name, type=int, required=True)
    return parser.parse_known_args()[0]


if __name__ == "__main__":
    main()
