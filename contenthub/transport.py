"""Sends one HTTP call, again if need be, and turns a problem into an error."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypedDict
from urllib.parse import urlsplit

from contenthub import __version__
from contenthub.calls import Call, asks_for_repeat, backoff_seconds, repeatable_after, retry_after_seconds
from contenthub.errors import LocalError, NotReachableError, problem_error
from contenthub.exit_codes import ExitCode

if TYPE_CHECKING:
    import httpx

PIECE_BYTES = 65_536
LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Download:
    data: bytes
    content_type: str

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", errors="replace")


class Transport:
    def __init__(
        self,
        base_url: str,
        *,
        api_key: str | None = None,
        language: str = "en",
        timeout_seconds: float = 30.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.sleep = sleep
        self._timeout_seconds = timeout_seconds
        self._headers = _default_headers(api_key, language)
        self._session: httpx.Client | None = None

    def send(self, call: Call) -> Any:
        """The JSON of the answer; raises ProblemError for a refusal, NotReachableError when none came."""
        return self._json(self._answer(call))

    def download(self, call: Call) -> Download:
        """A file, from the answer itself or from the presigned URL that it names."""
        response = self._answer(call)
        content_type = str(response.headers.get("Content-Type", ""))
        if content_type.partition(";")[0] == "application/json":
            found = self._json(response)
            if isinstance(found, dict) and found.get("download_url"):
                return self._fetch(str(found["download_url"]))
        return Download(response.content, content_type)

    def _answer(self, call: Call) -> httpx.Response:
        attempt = 1
        while True:
            pause = None
            try:
                response = self._send_once(call)
            except _transport_errors() as error:
                if attempt >= call.attempts or not repeatable_after(error, call):
                    raise NotReachableError(self.base_url, reason=_reason(error)) from error
            else:
                pause = retry_after_seconds(response)
                if attempt >= call.attempts or not asks_for_repeat(response, call, pause):
                    return self._accepted(response, call)
            self.sleep(backoff_seconds(attempt) if pause is None else pause)
            attempt += 1

    def put_bytes(
        self,
        url: str,
        *,
        data: bytes,
        headers: Mapping[str, str],
        on_sent: Callable[[int], None] | None = None,
    ) -> None:
        """Sends bytes to a presigned URL: with exactly these headers, so without the API key."""
        import httpx

        length = {"Content-Length": str(len(data))}  # else a body that comes in pieces is sent chunked
        try:
            response = httpx.put(
                url,
                content=_pieces(data, on_sent) if on_sent else data,
                headers={**headers, **length},
                timeout=self._timeout_seconds,
                **_connection_options(url),
            )
        except httpx.TransportError as error:
            raise NotReachableError(url.partition("?")[0], reason=_reason(error)) from error
        if response.status_code >= 400:
            raise problem_error(_problem(response), status=response.status_code)

    def get_json(self, url: str) -> Any:
        """Reads a presigned URL, without the API key."""
        try:
            return json.loads(self._fetch(url).data)
        except ValueError as error:
            raise self._not_contenthub() from error

    def _fetch(self, url: str) -> Download:
        import httpx

        try:
            response = httpx.get(url, timeout=self._timeout_seconds, **_connection_options(url))
        except httpx.TransportError as error:
            raise NotReachableError(url.partition("?")[0], reason=_reason(error)) from error
        self._accepted(response, Call(method="GET", path=""))
        return Download(response.content, str(response.headers.get("Content-Type", "")))

    def close(self) -> None:
        if self._session is not None:
            self._session.close()

    def _send_once(self, call: Call) -> httpx.Response:
        return self._open_session().request(
            call.method,
            f"{self.base_url}{call.path}",
            params={name: _query_value(value) for name, value in call.query.items() if value is not None},
            json=call.body,
            headers=dict(call.headers),
            timeout=self._timeout_seconds + call.extra_seconds,
        )

    def _open_session(self) -> httpx.Client:
        if self._session is None:
            import httpx

            self._session = httpx.Client(headers=self._headers, **_connection_options(self.base_url))
        return self._session

    def _accepted(self, response: httpx.Response, call: Call) -> httpx.Response:
        status = response.status_code
        if status >= 400 and status not in call.accepted_statuses:
            pause = retry_after_seconds(response)
            raise problem_error(_problem(response), status=status, retry_after_seconds=pause)
        if status >= 300 and status not in call.accepted_statuses:
            raise self._not_contenthub()
        return response

    def _json(self, response: httpx.Response) -> Any:
        if not response.content:
            return None
        try:
            return response.json()
        except ValueError as error:
            raise self._not_contenthub() from error

    def _not_contenthub(self) -> LocalError:
        return LocalError("not_contenthub", exit_code=ExitCode.UNEXPECTED, base_url=self.base_url)


def _pieces(data: bytes, on_sent: Callable[[int], None]) -> Iterator[bytes]:
    for start in range(0, len(data), PIECE_BYTES):
        piece = data[start : start + PIECE_BYTES]
        yield piece
        on_sent(len(piece))


def is_loopback(url: str) -> bool:
    return urlsplit(url).hostname in LOOPBACK_HOSTS


def _default_headers(api_key: str | None, language: str) -> dict[str, str]:
    headers = {
        "Accept": "application/json, application/problem+json",
        "Accept-Language": language,
        "User-Agent": f"contenthub-cli/{__version__}",
    }
    if api_key:
        headers["Authorization"] = f"Bearer {api_key}"
    return headers


class _ConnectionOptions(TypedDict):
    verify: bool
    trust_env: bool


def _connection_options(url: str) -> _ConnectionOptions:
    # Reading the certificate authorities takes longer than a local request; plain HTTP has no use for them.
    # A proxy from the environment cannot reach this machine's own loopback address.
    return {"verify": not url.startswith("http://"), "trust_env": not is_loopback(url)}


def _transport_errors() -> type[Exception]:
    import httpx

    return httpx.TransportError


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__


def _query_value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _problem(response: httpx.Response) -> Mapping[str, Any]:
    with contextlib.suppress(ValueError):
        problem = response.json()
        if isinstance(problem, dict):
            return {"status": response.status_code, **problem}
    return {
        "type": "about:blank",
        "title": response.reason_phrase or f"HTTP {response.status_code}",
        "status": response.status_code,
        "code": f"http_{response.status_code}",
        "detail": response.text.strip()[:200],
    }
