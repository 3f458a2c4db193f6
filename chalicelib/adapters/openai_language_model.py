"""A language model behind an OpenAI-compatible server: OpenAI itself, vLLM, Ollama and others."""

import json
from collections.abc import Callable
from typing import Any

import urllib3

from chalicelib.adapters.retry_after import retry_after_seconds
from chalicelib.domain.errors import ProviderNotConfiguredError, ProviderRejectedError, ProviderUnavailableError
from chalicelib.domain.ports.generation import Completion

_PASSING_STATUS = frozenset({408, 409, 425, 429})
_UNFINISHED = {"length": "stopped at its token limit", "content_filter": "was stopped by a content filter"}
_LONGEST_DETAIL = 500


class OpenAiLanguageModel:
    """`base_url` ends before `/chat/completions`, as in `https://api.openai.com/v1`.

    `api_key` is asked when a request is made and may answer with an empty string for servers without keys.
    urllib3 comes with botocore, so that this costs no further package.
    """

    def __init__(
        self,
        *,
        base_url: str,
        model: str,
        api_key: Callable[[], str],
        connect_timeout_seconds: float = 5,
        read_timeout_seconds: float = 300,
    ) -> None:
        self._url = base_url.rstrip("/") + "/chat/completions" if base_url else ""
        self._model = model
        self._api_key = api_key
        timeout = urllib3.Timeout(connect=connect_timeout_seconds, read=read_timeout_seconds)
        self._http = urllib3.PoolManager(timeout=timeout, retries=False)

    def complete(self, *, system: str, prompt: str, max_tokens: int, temperature: float) -> Completion:
        if not self._url or not self._model:
            raise ProviderNotConfiguredError("no OpenAI server or model is configured (OPENAI_BASE_URL, OPENAI_MODEL)")
        body = {
            "model": self._model,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": prompt}],
            "max_tokens": max_tokens,
            "temperature": temperature,
        }
        return self._completion(self._answer(body))

    def _answer(self, body: dict[str, Any]) -> dict[str, Any]:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if key := self._api_key():
            headers["Authorization"] = f"Bearer {key}"
        try:
            response = self._http.request("POST", self._url, body=json.dumps(body).encode(), headers=headers)
        except urllib3.exceptions.TimeoutError as error:
            raise ProviderUnavailableError("the model's server took too long", operator_detail=str(error)) from error
        except urllib3.exceptions.LocationParseError as error:
            raise ProviderNotConfiguredError("OPENAI_BASE_URL is not an address", operator_detail=str(error)) from error
        except urllib3.exceptions.HTTPError as error:
            raise ProviderUnavailableError(
                "the model's server cannot be reached", operator_detail=str(error)
            ) from error
        _refuse_errors(response)
        return _json_of(response)

    def _completion(self, answer: dict[str, Any]) -> Completion:
        try:
            choice = answer["choices"][0]
            text, reason = choice["message"]["content"], choice.get("finish_reason")
        except (KeyError, IndexError, TypeError, AttributeError) as error:
            raise ProviderRejectedError("the model's server answered in an unknown form") from error
        if reason in _UNFINISHED:
            raise ProviderRejectedError(f"the model's answer {_UNFINISHED[reason]}")
        if not isinstance(text, str) or not text.strip():
            raise ProviderRejectedError("the model answered nothing", operator_detail=f"finish_reason {reason}")
        usage = answer.get("usage") or {}
        model = str(answer.get("model") or self._model)
        return Completion(text, model, usage.get("prompt_tokens"), usage.get("completion_tokens"))


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
