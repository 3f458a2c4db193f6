"""Problem documents of the edge itself, in the same form as the API's."""

from __future__ import annotations

from http import HTTPStatus

from aiohttp import web

NOT_DEPLOYED = ("edge_not_deployed", "Nothing is deployed yet: run `make up`.")
EMULATOR_DOWN = ("edge_emulator_down", "The AWS emulator does not answer: see `make logs`, then run `make up`.")
URL_TOO_LONG = ("url_too_long", "The path and query are longer than {limit} bytes.")
BODY_TOO_LARGE = ("body_too_large", "The request body is larger than API Gateway accepts ({limit} bytes).")
NO_LIVE_UPDATES = ("edge_live_updates_not_deployed", "No live updates are deployed: poll the events of a task instead.")
NOT_A_WEBSOCKET = ("edge_websocket_only", "This address speaks WebSocket only.")


def problem(status: HTTPStatus, kind: tuple[str, str], **values: object) -> web.Response:
    """An answer as application/problem+json."""
    code, detail = kind
    document = {
        "type": "about:blank",
        "title": status.phrase,
        "status": int(status),
        "code": code,
        "detail": detail.format(**values),
    }
    return web.json_response(document, status=status, content_type="application/problem+json")
