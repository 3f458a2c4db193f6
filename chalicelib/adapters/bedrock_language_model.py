"""A language model on Amazon Bedrock, over the Converse API."""

from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, PartialCredentialsError

from chalicelib.adapters.aws_errors import code_of
from chalicelib.adapters.retry_after import retry_after_seconds
from chalicelib.domain.errors import (
    ProviderNotConfiguredError,
    ProviderRejectedError,
    ProviderUnavailableError,
    TaskFailedError,
)
from chalicelib.domain.ports.generation import Completion

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

_PASSING = {
    "ThrottlingException": "is throttling",
    "TooManyRequestsException": "is throttling",
    "ServiceQuotaExceededException": "is over its quota",
    "ModelTimeoutException": "took too long",
    "ModelNotReadyException": "is not ready yet",
    "ServiceUnavailableException": "is unavailable",
    "InternalServerException": "had an internal error",
    "InternalFailure": "had an internal error",
    "ModelErrorException": "failed while writing",
    "ModelStreamErrorException": "failed while writing",
}
_NOT_SET_UP = {
    "AccessDeniedException": "access is denied",
    "UnrecognizedClientException": "the credentials are not accepted",
    "ExpiredTokenException": "the credentials have expired",
    "InvalidSignatureException": "the credentials are not accepted",
    "ResourceNotFoundException": "the model does not exist in this region",
}
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
        except ClientError as error:
            raise _translated(error) from error
        except (NoCredentialsError, PartialCredentialsError) as error:
            raise ProviderNotConfiguredError("there are no AWS credentials for Bedrock") from error
        except BotoCoreError as error:
            raise ProviderUnavailableError("Bedrock cannot be reached", operator_detail=str(error)) from error
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


def _translated(error: ClientError) -> TaskFailedError:
    code, detail = code_of(error), str(error)
    headers = error.response.get("ResponseMetadata", {}).get("HTTPHeaders", {})
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    if code in _NOT_SET_UP:
        return ProviderNotConfiguredError(f"Bedrock: {_NOT_SET_UP[code]}", operator_detail=detail)
    if code in _PASSING or status >= 500:
        what = _PASSING.get(code, "had an internal error")
        return ProviderUnavailableError(
            f"the model on Bedrock {what}", retry_after_seconds(headers.get("retry-after")), operator_detail=detail
        )
    return ProviderRejectedError("Bedrock refused the request", operator_detail=detail)
