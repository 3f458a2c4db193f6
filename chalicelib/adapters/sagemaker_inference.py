"""Asynchronous inference on SageMaker: the request lies in a bucket, and so does the answer when it is there."""

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from botocore.exceptions import ClientError

from chalicelib.adapters.aws_errors import code_of
from chalicelib.domain.errors import ProviderRejectedError, ProviderUnavailableError, TaskFailedError
from chalicelib.domain.ports.platform import Clock

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_sagemaker_runtime import SageMakerRuntimeClient

JSON = "application/json"
FOLDER = "image-inference"
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 5.0
MISSING = ("NoSuchKey", "404", "NotFound")


@dataclass(frozen=True)
class AsyncInference:
    client: "SageMakerRuntimeClient"
    s3: "S3Client"
    bucket: str
    clock: Clock
    longest_wait_seconds: float = 600.0

    def answer(self, endpoint: str, body: bytes) -> bytes:
        """Waits for the answer. Raises ProviderUnavailableError when it does not come or may come another time,
        ProviderRejectedError when the container says that asking again is of no use, and what the clients raise."""
        key = f"{FOLDER}/{hashlib.sha256(body).hexdigest()}.json"
        self.s3.put_object(Bucket=self.bucket, Key=key, Body=body, ContentType=JSON)
        told = self.client.invoke_endpoint_async(
            EndpointName=endpoint, InputLocation=f"s3://{self.bucket}/{key}", ContentType=JSON, Accept=JSON
        )
        until, pause = self.clock.monotonic() + self.longest_wait_seconds, FIRST_PAUSE_SECONDS
        while self.clock.monotonic() < until:
            if (found := self._object(told["OutputLocation"])) is not None:
                return found
            if (failure := self._object(told.get("FailureLocation", ""))) is not None:
                raise _failed(failure)
            self.clock.sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE_SECONDS)
        raise ProviderUnavailableError(f"the endpoint did not answer within {self.longest_wait_seconds:.0f} seconds")

    def _object(self, location: str) -> bytes | None:
        place = urlsplit(location)
        if place.scheme != "s3":
            return None
        try:
            answer = self.s3.get_object(Bucket=place.netloc, Key=place.path.lstrip("/"))
        except ClientError as error:
            if code_of(error) not in MISSING:
                raise
            return None
        with answer["Body"] as stream:
            return stream.read()


def _failed(told: bytes) -> TaskFailedError:
    """Our container says whether asking again may help; what SageMaker itself says of a failure may pass."""
    detail = told[:500].decode("utf-8", "replace")
    if _is_final(told):
        return ProviderRejectedError("the model refused the request", operator_detail=detail)
    return ProviderUnavailableError("the model failed while drawing", operator_detail=detail)


def _is_final(told: bytes) -> bool:
    try:
        document = json.loads(told)
    except ValueError:
        return False
    return isinstance(document, dict) and document.get("retryable") is False
