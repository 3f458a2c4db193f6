"""The WebSocket API: who connects, and what they ask for.

The handlers bear the names under which app.py registers them: Chalice finds WebSocket handlers there only.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from chalice.app import WebsocketEvent
from pydantic import Field

from chalicelib import bootstrap
from chalicelib.bootstrap import Platform, ReplayFrom
from chalicelib.domain.errors import ContentHubError, FieldProblem, ValidationFailedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.live import Connection, Socket
from chalicelib.domain.validation import validated
from chalicelib.entrypoints.http.bodies import read_json
from chalicelib.entrypoints.http.kinds_of_problems import KIND_BY_CODE, code_of
from chalicelib.entrypoints.http.models import WITHOUT_FRACTION, Inward, Name
from chalicelib.entrypoints.http.principals import principal_of

MAX_MESSAGE_BYTES = 128 * 1024
"""API Gateway takes no larger one."""
MOST_UNITS = 2000
Seq = Annotated[int, Field(strict=True, ge=0, le=2**31), WITHOUT_FRACTION]


class Subscribe(Inward):
    """With `after`, what came after is replayed; `units` holds the last seq known of each unit, 0 if not in it."""

    action: Literal["subscribe"]
    task_id: Name
    after: Seq | None = None
    units: Annotated[dict[Name, Seq], Field(max_length=MOST_UNITS)] = Field(default_factory=dict)


class Unsubscribe(Inward):
    action: Literal["unsubscribe"]
    task_id: Name


class Ping(Inward):
    action: Literal["ping"]


def websocket_connect(event: WebsocketEvent) -> JsonObject:
    """A status that is no success refuses the handshake. Neither key nor query is ever logged."""
    here = bootstrap.platform()
    with here.telemetry.invocation(event.context):
        try:
            caller = principal_of(_authorization(event.to_dict()), here.key_ring)
            here.live_updates.connect(_socket(here, event), caller)
        except ContentHubError as error:
            here.telemetry.log("socket_refused", code=error.code)
            return {"statusCode": int(KIND_BY_CODE[code_of(error)].status)}
        here.telemetry.log("socket_opened", user_id=caller.user_id)
    return {"statusCode": 200}


def websocket_message(event: WebsocketEvent) -> JsonObject:
    """Every mistake is answered with a message; none ends the connection."""
    here = bootstrap.platform()
    with here.telemetry.invocation(event.context):
        document: dict[str, Any] = {}
        try:
            document = read_json({}, event.body.encode("utf-8", "replace"), max_bytes=MAX_MESSAGE_BYTES)
            _obey(here, here.live_updates.connection(event.connection_id), document)
            here.telemetry.log("socket_message", code="ok")
        except ContentHubError as error:
            here.telemetry.log("socket_message", code=error.code)
            here.live_updates.refuse(_socket(here, event), error, task_id=_id_in(document))
    return {"statusCode": 200}


def websocket_disconnect(event: WebsocketEvent) -> JsonObject:
    here = bootstrap.platform()
    with here.telemetry.invocation(event.context):
        here.live_updates.disconnect(event.connection_id)
        here.telemetry.log("socket_closed")
    return {"statusCode": 200}


def _obey(here: Platform, connection: Connection, document: Mapping[str, Any]) -> None:
    match document.get("action"):
        case "subscribe":
            wanted = validated(Subscribe, document)
            replay = None if wanted.after is None else ReplayFrom(wanted.after, wanted.units)
            here.live_updates.subscribe(connection, wanted.task_id, replay)
        case "unsubscribe":
            here.live_updates.unsubscribe(connection, validated(Unsubscribe, document).task_id)
        case "ping":
            validated(Ping, document)
            here.live_updates.pong(connection)
        case _:
            known = "must be subscribe, unsubscribe or ping"
            raise ValidationFailedError((FieldProblem("/action", "unknown_action", known),))


def _authorization(event: Mapping[str, Any]) -> str:
    """The header, or for browsers, which cannot send one, the key from the query."""
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    token = (event.get("queryStringParameters") or {}).get("access_token", "")
    return str(headers.get("authorization") or (f"Bearer {token}" if token else ""))


def _socket(here: Platform, event: WebsocketEvent) -> Socket:
    """Chalice's own client knows only https and AWS; an emulator holds connections elsewhere."""
    local = here.settings.local_endpoint
    if local:
        api_id = event.to_dict()["requestContext"]["apiId"]
        return Socket(event.connection_id, f"{local}/_aws/execute-api/{api_id}/{event.stage}")
    return Socket(event.connection_id, f"https://{event.domain_name}/{event.stage}")


def _id_in(document: Mapping[str, Any]) -> str | None:
    """What a mistaken message is about, if it says so in a usable way."""
    task_id = document.get("task_id")
    return task_id if isinstance(task_id, str) and len(task_id) <= 128 else None
