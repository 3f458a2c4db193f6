"""Sends one HTTP call, again if need be, and turns a problem into an error."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from contenthub import __version__
from contenthub.calls import Call, asks_for_repeat, backoff_seconds, repeatable_after, retry_after_seconds
from contenthub.errors import LocalError, NotReachableError, problem_error
from contenthub.exit_codes import ExitCode
from contenthub.http_answers import connection_options, problem_of, reason_of
from contenthub.presigned import Download, fetch, put_bytes

if TYPE_CHECKING:
    import httpx


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
                return fetch(str(found["download_url"]), timeout_seconds=self._timeout_seconds)
        return Download(response.content, content_type, response.headers)

    def _answer(self, call: Call) -> httpx.Response:
        attempt = 1
        while True:
            pause = None
            try:
                response = self._send_once(call)
            except _transport_errors() as error:
                if attempt >= call.attempts or not repeatable_after(error, call):
                    raise NotReachableError(self.base_url, reason=reason_of(error)) from error
            else:
                pause = retry_after_seconds(response)
                if attempt >= call.attempts or not asks_for_repeat(response, call, pause):
                    return self._accepted(response, call)
            self.sleep(backoff_seconds(attempt) if pause is None else pause)
            attempt += 1

    def put_bytes(
        self, url: str, *, data: bytes, headers: Mapping[str, str], on_sent: Callable[[int], None] | None = None
    ) -> None:
        put_bytes(url, data=data, headers=headers, timeout_seconds=self._timeout_seconds, on_sent=on_sent)

    def get_json(self, url: str) -> Any:
        """Reads a presigned URL, without the API key."""
        try:
            return json.loads(fetch(url, timeout_seconds=self._timeout_seconds).data)
        except ValueError as error:
            raise self._not_contenthub() from error

    def fetch(self, url: str) -> Download:
        """A file by its presigned URL, without the API key."""
        return fetch(url, timeout_seconds=self._timeout_seconds)

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

            self._session = httpx.Client(headers=self._headers, **connection_options(self.base_url))
        return self._session

    def _accepted(self, response: httpx.Response, call: Call) -> httpx.Response:
        status = response.status_code
        if status >= 400 and status not in call.accepted_statuses:
            pause = retry_after_seconds(response)
            raise problem_error(problem_of(response), status=status, retry_after_seconds=pause)
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


def _default_headers(api_key: str | None, language: str) -> dict[str, str]:
    headers = {
        "Accept": "application/json, application/problem+json",
        "Accept-Language": language,
        "User-Agent": f"contenthub-cli/{__version__}",
    }
    if api_key:
        headers["Authorization"] = f"Bearer {api_key}"
    return headers


def _transport_errors() -> type[Exception]:
    import httpx

    return httpx.TransportError


def _query_value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
