"""The events of a task and its units over a socket, taken up again where it broke."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from contenthub.http_answers import is_loopback
from contenthub.live_events import InOrder, LiveEvent, event_from_message
from contenthub.shapes import END_STATES
from contenthub.waiting import Pace

if TYPE_CHECKING:
    from websockets.sync.client import ClientConnection

OPEN_SECONDS = 2.0
"""Nothing is shown until then; where a cold start takes longer, asking for the events is the quicker way."""
QUIET_SECONDS = 20.0
"""After so long without a message the server is asked for what may be missing: it is also what keeps a socket open."""
GAP_SECONDS = 2.0
"""So long may an event be late for which a later one is waiting."""
ANSWER_SECONDS = 3.0
MOST_FAILURES = 3
FRAME_CHARACTERS = 16 * 1024
"""API Gateway takes frames of 32 KB; ids are ASCII."""


class SocketUnavailableError(Exception):
    """No events can be had over a socket: ask for them."""


class SocketEvents:
    """Yields what comes, in any order, until the task itself has ended; raises SocketUnavailableError.

    `seconds_left` raises when the caller has waited for long enough.
    """

    def __init__(
        self,
        url: str,
        api_key: str,
        task_id: str,
        seen: InOrder,
        *,
        pace: Pace,
        seconds_left: Callable[[], float],
    ) -> None:
        self._url = url
        self._api_key = api_key
        self._task_id = task_id
        self._seen = seen
        self._pace = pace
        self._seconds_left = seconds_left
        self._told: Mapping[str, Any] = {}
        self._failures = 0

    def __iter__(self) -> Iterator[LiveEvent]:
        from websockets.exceptions import InvalidHandshake, InvalidURI, WebSocketException

        while not self._ended():
            try:
                yield from self._one_connection()
            except (InvalidHandshake, InvalidURI) as error:
                raise SocketUnavailableError(str(error)) from error
            except (WebSocketException, OSError) as error:
                self._failures += 1
                if not self._told or self._failures > MOST_FAILURES:
                    raise SocketUnavailableError(str(error)) from error
                self._pace.sleep(min(0.5 * 2.0 ** (self._failures - 1), self._seconds_left()))

    def _one_connection(self) -> Iterator[LiveEvent]:
        from websockets.sync.client import connect

        headers = {"Authorization": f"Bearer {self._api_key}"}
        proxy: Literal[True] | None = None if is_loopback(self._url) else True
        with connect(
            self._url, additional_headers=headers, open_timeout=OPEN_SECONDS, close_timeout=1, proxy=proxy
        ) as socket:
            self._subscribe(socket)
            yield from self._messages(socket)

    def _messages(self, socket: ClientConnection) -> Iterator[LiveEvent]:
        quiet_seconds = ANSWER_SECONDS
        while not self._ended():
            try:
                message = _parsed(socket.recv(timeout=min(quiet_seconds, self._seconds_left())))
            except TimeoutError:
                self._seconds_left()
                if quiet_seconds == ANSWER_SECONDS:
                    raise  # not even the subscription was answered
                self._subscribe(socket)
                quiet_seconds = ANSWER_SECONDS
                continue
            if message.get("type") == "event":
                yield event_from_message(message)
            elif not self._understood(socket, message):
                continue
            quiet_seconds = GAP_SECONDS if self._seen.has_gap else QUIET_SECONDS

    def _understood(self, socket: ClientConnection, message: Mapping[str, Any]) -> bool:
        """Whether the message answers the subscription. Raises SocketUnavailableError for a refusal."""
        kind = message.get("type")
        if kind == "subscribed":
            self._told, self._failures = message, 0
        elif kind == "replayed" and not message.get("complete", True):
            self._subscribe(socket)
        elif kind == "error":
            if message.get("code") == "connection_not_found":
                raise ConnectionResetError("the server has forgotten this connection")
            raise SocketUnavailableError(f"{message.get('code')}: {message.get('detail')}")
        return kind in ("subscribed", "replayed")

    def _subscribe(self, socket: ClientConnection) -> None:
        """With what is known of the task and each unit, so that nothing is missing and little comes twice."""
        units = {task_id: seq for task_id, seq in self._seen.last_seqs.items() if task_id != self._task_id}
        wanted = {"action": "subscribe", "task_id": self._task_id, "after": self._seen.last_seq(self._task_id)}
        text = json.dumps(wanted | ({"units": units} if units else {}), separators=(",", ":"))
        socket.send([text[at : at + FRAME_CHARACTERS] for at in range(0, len(text), FRAME_CHARACTERS)])

    def _ended(self) -> bool:
        """By the last event that was let through, or by what the server says about a task that has no more."""
        last_seq, last = self._seen.last_seq(self._task_id), self._seen.last_events.get(self._task_id)
        status = last.status if last else self._told.get("status")
        return status in END_STATES and last_seq >= self._told.get("last_seq", 0)


def may_carry_the_key(url: str) -> bool:
    """Not in the clear, but to this very machine."""
    return urlsplit(url).scheme == "wss" or (urlsplit(url).scheme == "ws" and is_loopback(url))


def _parsed(text: str | bytes) -> Mapping[str, Any]:
    try:
        message = json.loads(text)
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}
