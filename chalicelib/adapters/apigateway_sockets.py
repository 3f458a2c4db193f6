"""Messages to open sockets, through the management API of the WebSocket API that holds them."""

import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.adapters.aws_errors import code_of
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.live import Delivery, GoneError, Socket, SocketTroubleError
from chalicelib.domain.ports.platform import Clock

if TYPE_CHECKING:
    from mypy_boto3_apigatewaymanagementapi import ApiGatewayManagementApiClient

SIDE_BY_SIDE = 8
WORTH_ANOTHER_TRY = frozenset({"LimitExceededException", "TooManyRequestsException", "ThrottlingException"})


class ApiGatewaySockets:
    """`client_for` makes the client for an endpoint: each connection is stored with its own."""

    def __init__(self, client_for: Callable[[str], "ApiGatewayManagementApiClient"], clock: Clock) -> None:
        self._client_for = client_for
        self._clock = clock

    def send(self, socket: Socket, message: JsonObject) -> None:
        data = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
        try:
            self._client_for(socket.endpoint).post_to_connection(ConnectionId=socket.connection_id, Data=data)
        except ClientError as error:
            raise _meaning(error, socket) from error
        except BotoCoreError as error:
            raise SocketTroubleError(type(error).__name__) from error

    def send_all(self, messages_by_socket: Mapping[Socket, Sequence[JsonObject]], *, within_seconds: float) -> Delivery:
        send = partial(self._send_in_order, until=self._clock.monotonic() + within_seconds)
        if len(messages_by_socket) <= 1:
            outcomes = [send(each) for each in messages_by_socket.items()]
        else:
            with ThreadPoolExecutor(min(SIDE_BY_SIDE, len(messages_by_socket)), "sockets") as threads:
                outcomes = list(threads.map(send, messages_by_socket.items()))
        return Delivery(
            sent=sum(each.sent for each in outcomes),
            gone=frozenset().union(*(each.gone for each in outcomes)),
            troubles={name: why for each in outcomes for name, why in (each.troubles or {}).items()},
        )

    def is_open(self, socket: Socket) -> bool:
        try:
            self._client_for(socket.endpoint).get_connection(ConnectionId=socket.connection_id)
        except ClientError as error:
            return isinstance(_meaning(error, socket), SocketTroubleError)
        except BotoCoreError:
            return True
        return True

    def _send_in_order(self, outgoing: tuple[Socket, Sequence[JsonObject]], until: float) -> Delivery:
        socket, messages = outgoing
        sent = 0
        try:
            for message in messages:
                if self._clock.monotonic() > until:
                    raise SocketTroubleError("no time left")
                self.send(socket, message)
                sent += 1
        except GoneError:
            return Delivery(sent, gone=frozenset({socket.connection_id}))
        except SocketTroubleError as trouble:
            return Delivery(sent, troubles={socket.connection_id: str(trouble)})
        return Delivery(sent)


def _meaning(error: ClientError, socket: Socket) -> GoneError | SocketTroubleError:
    """A refusal is final, whatever its name: an id that is no more, an API that was replaced, a policy."""
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    if 400 <= status < 500 and status != 429 and code_of(error) not in WORTH_ANOTHER_TRY:
        return GoneError(socket.connection_id)
    return SocketTroubleError(code_of(error) or str(status))
