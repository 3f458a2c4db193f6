"""A language model on Amazon Bedrock, over the Converse API."""

from typing import TYPE_CHECKING, Any

from chalicelib.adapters.bedrock_errors import FAILURES, bedrock_failure
from chalicelib.domain.errors import ProviderNotConfiguredError, ProviderRejectedError
from chalicelib.domain.ports.generation import Completion

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

_UNFINISHED = {"max_tokens": "stopped at its token limit", "guardrail_intervened": "was stopped by a guardrail"}
_UNFINISHED |= {"content_filtered": "was stopped by a content filter"}


class BedrockLanguageModel:
    """The client should not retry by itself: another attempt is the task's business."""

    def __init__(self, client: "BedrockRuntimeClient", *, model_id: str) -> None:
        self._client = client
        self._model_id = model_id

    def complete(self, *, system: str, prompt: str, max_tokens: int, temperature: float) -> Completion:
        if not self._model_id:
            raise ProviderNotConfiguredError("no Bedrock model is configured (BEDROCK_MODEL_ID)")
        try:
            answer: Any = self._client.converse(
                modelId=self._model_id,
                system=[{"text": system}],
                messages=[{"role": "user", "content": [{"text": prompt}]}],
                inferenceConfig={"maxTokens": max_tokens, "temperature": temperature},
            )
        except FAILURES as error:
            raise bedrock_failure(error) from error
        return self._completion(answer)

    def _completion(self, answer: Any) -> Completion:
        reason = answer.get("stopReason", "")
        if reason in _UNFINISHED:
            raise ProviderRejectedError(f"the model's answer {_UNFINISHED[reason]}")
        content = answer.get("output", {}).get("message", {}).get("content", [])
        text = "".join(block.get("text", "") for block in content)
        if not text.strip():
            raise ProviderRejectedError("the model answered nothing", operator_detail=f"stopReason {reason}")
        usage = answer.get("usage", {})
        return Completion(text, self._model_id, usage.get("inputTokens"), usage.get("outputTokens"))
