"""What an error of Amazon Bedrock means for a task."""

from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, PartialCredentialsError

from chalicelib.adapters.aws_errors import code_of
from chalicelib.adapters.retry_after import retry_after_seconds
from chalicelib.domain.errors import (
    ProviderNotConfiguredError,
    ProviderRejectedError,
    ProviderUnavailableError,
    TaskFailedError,
)

FAILURES = (ClientError, BotoCoreError)
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


def bedrock_failure(error: ClientError | BotoCoreError) -> TaskFailedError:
    if isinstance(error, ClientError):
        return _translated(error)
    if isinstance(error, NoCredentialsError | PartialCredentialsError):
        return ProviderNotConfiguredError("there are no AWS credentials for Bedrock")
    return ProviderUnavailableError("Bedrock cannot be reached", operator_detail=str(error))


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
