"""A language model behind an OpenAI-compatible server: OpenAI itself, vLLM, Ollama and others."""

from collections.abc import Callable
from typing import Any

from chalicelib.adapters.openai_server import OpenAiServer
from chalicelib.domain.errors import ProviderNotConfiguredError, ProviderRejectedError
from chalicelib.domain.ports.generation import Completion

_UNFINISHED = {"length": "stopped at its token limit", "content_filter": "was stopped by a content filter"}


class OpenAiLanguageModel:
    """`base_url` ends before `/chat/completions`, as in `https://api.openai.com/v1`."""

    def __init__(
        self,
        *,
        base_url: str,
        model: str,
        api_key: Callable[[], str],
        connect_timeout_seconds: float = 5,
        read_timeout_seconds: float = 300,
    ) -> None:
        self._configured = bool(base_url and model)
        self._model = model
        self._server = OpenAiServer(
            base_url,
            api_key,
            connect_timeout_seconds=connect_timeout_seconds,
            read_timeout_seconds=read_timeout_seconds,
        )

    def complete(self, *, system: str, prompt: str, max_tokens: int, temperature: float) -> Completion:
        if not self._configured:
            raise ProviderNotConfiguredError("no OpenAI server or model is configured (OPENAI_BASE_URL, OPENAI_MODEL)")
        body = {
            "model": self._model,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": prompt}],
            "max_tokens": max_tokens,
            "temperature": temperature,
        }
        return self._completion(self._server.post_json("/chat/completions", body))

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
