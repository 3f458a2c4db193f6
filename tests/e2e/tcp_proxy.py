"""A small TCP relay that can be cut and mended: how a test takes one AWS service away from the functions."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Coroutine
from typing import Any

HOST = "127.0.0.1"
_CHUNK_BYTES = 64 * 1024
_CALL_SECONDS = 10.0


class TcpProxy:
    """Relays a port to another one; while it is cut, connections are refused and open ones are gone.

    `see` is shown what clients send, as it comes.
    """

    def __init__(self, *, port: int, target_port: int, see: Callable[[bytes], None] = lambda _: None) -> None:
        self.port = port
        self._see = see
        self._target_port = target_port
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True, name="tcp-proxy")
        self._thread.start()

    def mend(self) -> None:
        self._call(self._listen())

    def cut(self) -> None:
        self._call(self._close())

    def end(self) -> None:
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_CALL_SECONDS)
        self._loop.close()

    def _call(self, coroutine: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(_CALL_SECONDS)

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._relay, HOST, self.port)

    async def _close(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        handlers = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*handlers, return_exceptions=True)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        target_reader, target_writer = await asyncio.open_connection(HOST, self._target_port)
        ends = {writer, target_writer}
        self._writers |= ends
        try:
            await asyncio.gather(_copy(reader, target_writer, self._see), _copy(target_reader, writer))
        finally:
            self._writers -= ends
            for end in ends:
                end.close()


async def _copy(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, see: Callable[[bytes], None] = lambda _: None
) -> None:
    with contextlib.suppress(ConnectionError):
        while chunk := await reader.read(_CHUNK_BYTES):
            see(chunk)
            writer.write(chunk)
            await writer.drain()
    writer.close()
