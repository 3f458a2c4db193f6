"""The gateway as a WSGI application, for tools that speak HTTP."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from tests.unit.api.gateway import Gateway

StartResponse = Callable[[str, list[tuple[str, str]]], Any]


def as_wsgi(gateway: Gateway) -> Callable[[dict[str, Any], StartResponse], Iterable[bytes]]:
    """Bodies are decoded as API Gateway decodes them: what is not UTF-8 is replaced."""

    def application(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        size = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(size).decode("utf-8", errors="replace") if size else None
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", errors="replace")
        target = f"{_quoted(path)}?{environ.get('QUERY_STRING', '')}"
        reply = gateway.invoke(gateway.event(environ["REQUEST_METHOD"], target, body, _headers(environ)))
        start_response(f"{reply.status} {HTTPStatus(reply.status).phrase}", list(reply.headers.items()))
        return [reply.text.encode()]

    return application


def _quoted(path: str) -> str:
    return path.replace("?", "%3F").replace("#", "%23")


def _headers(environ: dict[str, Any]) -> dict[str, str]:
    headers = {k[5:].replace("_", "-").title(): v for k, v in environ.items() if k.startswith("HTTP_")}
    if environ.get("CONTENT_TYPE"):
        headers["Content-Type"] = environ["CONTENT_TYPE"]
    return headers
