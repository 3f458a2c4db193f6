"""A server that speaks OpenAI's HTTP API, asked with a key; its errors become ours."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import urllib3

from chalicelib.adapters.retry_after import retry_after_seconds
from chalicelib.domain.errors import ProviderNotConfiguredError, ProviderRejectedError, ProviderUnavailableError

_PASSING_STATUS = frozenset({408, 409, 425, 429})
_LONGEST_DETAIL = 500


class OpenAiServer:
    """`api_key` is asked when a request is made and may answer with an empty string for servers without keys.

    urllib3 comes with botocore, so that this costs no further package.
    """

    def __init__(
        self,
        base_url: str,
        api_key: Callable[[], str],
        *,
        connect_timeout_seconds: float = 5,
        read_timeout_seconds: float = 300,
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._api_key = api_key
        timeout = urllib3.Timeout(connect=connect_timeout_seconds, read=read_timeout_seconds)
        self._http = urllib3.PoolManager(timeout=timeout, retries=False)

    def post_json(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        headers = {"Content-Type": "application/json", "Accept": "application/json", **self._authorization()}
        url = f"{self._base_url}{path}"
        return _json_of(self._answer("POST", url, headers, body=json.dumps(body).encode()))

    def post_form(self, path: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """As multipart/form-data; a file is a tuple of name, bytes and type."""
        body, content_type = urllib3.encode_multipart_formdata(dict(fields))
        headers = {"Content-Type": content_type, "Accept": "application/json", **self._authorization()}
        return _json_of(self._answer("POST", f"{self._base_url}{path}", headers, body=body))

    def get(self, url: str) -> bytes:
        """What the server's answer pointed to; without the key, for it may be anybody's address."""
        return self._answer("GET", url, {}).data

    def _authorization(self) -> dict[str, str]:
        key = self._api_key()
        return {"Authorization": f"Bearer {key}"} if key else {}

    def _answer(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None = None
    ) -> urllib3.BaseHTTPResponse:
        try:
            response = self._http.request(method, url, body=body, headers=headers)
        except urllib3.exceptions.TimeoutError as error:
            raise ProviderUnavailableError("the model's server took too long", operator_detail=str(error)) from error
        except (urllib3.exceptions.LocationParseError, urllib3.exceptions.URLSchemeUnknown) as error:
            raise ProviderNotConfiguredError("OPENAI_BASE_URL is not an address", operator_detail=str(error)) from error
        except urllib3.exceptions.HTTPError as error:
            raise ProviderUnavailableError(
                "the model's server cannot be reached", operator_detail=str(error)
            ) from error
        _refuse_errors(response)
        return response


def _refuse_errors(response: urllib3.BaseHTTPResponse) -> None:
    status, detail = response.status, _detail(response)
    if status in (401, 403):
        raise ProviderNotConfiguredError("the model's server does not accept the key", operator_detail=detail)
    if status == 404:
        raise ProviderNotConfiguredError("the model's server does not know this model", operator_detail=detail)
    if status in _PASSING_STATUS or status >= 500:
        reason = "is throttling" if status == 429 else f"answered {status}"
        wait = retry_after_seconds(response.headers.get("Retry-After"))
        raise ProviderUnavailableError(f"the model's server {reason}", wait, operator_detail=detail)
    if status >= 300:
        raise ProviderRejectedError(f"the model's server refused the request ({status})", operator_detail=detail)


def _json_of(response: urllib3.BaseHTTPResponse) -> dict[str, Any]:
    """A proxy that answers 200 with something else will do so again: final."""
    try:
        answer = json.loads(response.data)
    except ValueError as error:
        raise ProviderRejectedError(
            "the model's server did not answer with JSON", operator_detail=_detail(response)
        ) from error
    if not isinstance(answer, dict):
        raise ProviderRejectedError("the model's server answered in an unknown form", operator_detail=_detail(response))
    return answer


def _detail(response: urllib3.BaseHTTPResponse) -> str:
    return f"{response.status} {response.data[:_LONGEST_DETAIL].decode('utf-8', 'replace')}"
