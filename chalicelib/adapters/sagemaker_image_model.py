"""Pictures from an endpoint on SageMaker that runs the container of infrastructure/image_model, such as Qwen-Image."""

import base64
import binascii
import json
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, PartialCredentialsError

from chalicelib.adapters.aws_errors import code_of
from chalicelib.adapters.sagemaker_inference import AsyncInference
from chalicelib.domain.errors import (
    ProviderNotConfiguredError,
    ProviderRejectedError,
    ProviderUnavailableError,
    TaskFailedError,
)
from chalicelib.domain.pictures import PictureWish
from chalicelib.domain.ports.images import DrawnPicture

if TYPE_CHECKING:
    from mypy_boto3_sagemaker_runtime import SageMakerRuntimeClient

JSON = "application/json"
_PASSING = {"ThrottlingException", "ServiceUnavailable", "InternalFailure", "ModelNotReadyException"}
_PASSING |= {"InternalDependencyException"}
_NOT_SET_UP = {"AccessDeniedException", "UnrecognizedClientException", "ExpiredTokenException"}
_ENDPOINT_UNKNOWN = "ValidationError"


class SageMakerImageModel:
    """Asks and waits (real-time), or leaves the request in the bucket and looks for the answer there (asynchronous)."""

    def __init__(
        self, client: "SageMakerRuntimeClient", *, endpoint: str, inference: AsyncInference | None = None
    ) -> None:
        self._client = client
        self._endpoint = endpoint
        self._inference = inference

    def draw(self, wish: PictureWish) -> DrawnPicture:
        return self._answered(_asked(wish))

    def redraw(self, picture: bytes, wish: PictureWish, *, strength: float) -> DrawnPicture:
        image = base64.b64encode(picture).decode()
        return self._answered({**_asked(wish), "image": image, "strength": strength})

    def _answered(self, asked: dict[str, Any]) -> DrawnPicture:
        if not self._endpoint:
            raise ProviderNotConfiguredError("no SageMaker endpoint is configured (SAGEMAKER_IMAGE_ENDPOINT)")
        body = json.dumps(asked, ensure_ascii=False).encode()
        try:
            answer = self._inference.answer(self._endpoint, body) if self._inference else self._at_once(body)
        except ClientError as error:
            raise _translated(error) from error
        except (NoCredentialsError, PartialCredentialsError) as error:
            raise ProviderNotConfiguredError("there are no AWS credentials for SageMaker") from error
        except BotoCoreError as error:
            raise ProviderUnavailableError("SageMaker cannot be reached", operator_detail=str(error)) from error
        return self._told(answer)

    def _at_once(self, body: bytes) -> bytes:
        answer = self._client.invoke_endpoint(EndpointName=self._endpoint, Body=body, ContentType=JSON, Accept=JSON)
        return answer["Body"].read()

    def _told(self, answer: bytes) -> DrawnPicture:
        try:
            document = json.loads(answer)
            picture = base64.b64decode(document["images"][0], validate=True)
            return DrawnPicture(picture, str(document.get("model") or self._endpoint))
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, binascii.Error) as error:
            raise ProviderRejectedError("the endpoint answered without a picture") from error


def _asked(wish: PictureWish) -> dict[str, Any]:
    return {
        "prompt": wish.prompt,
        "negative_prompt": wish.negative_prompt,
        "width": wish.width,
        "height": wish.height,
        "num_inference_steps": wish.steps,
        "guidance": wish.guidance,
        "seed": wish.seed,
    }


def _translated(error: ClientError) -> TaskFailedError:
    code, detail = code_of(error), str(error)
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    if code == "ModelError":
        return _model_error(error)
    if code in _NOT_SET_UP:
        return ProviderNotConfiguredError("SageMaker does not let us in", operator_detail=detail)
    if code == _ENDPOINT_UNKNOWN and "not found" in detail:
        return ProviderNotConfiguredError("the SageMaker endpoint does not exist", operator_detail=detail)
    if code in _PASSING or status >= 500:
        return ProviderUnavailableError("the SageMaker endpoint is busy or starting", operator_detail=detail)
    return ProviderRejectedError("SageMaker refused the request", operator_detail=detail)


def _model_error(error: ClientError) -> TaskFailedError:
    """The container's own answer: 4xx is final, 5xx (out of memory, a time-out) may pass."""
    answered: Any = error.response
    if 400 <= int(answered.get("OriginalStatusCode", 500)) < 500:
        return ProviderRejectedError("the model refused the request", operator_detail=str(error)[:500])
    return ProviderUnavailableError("the model failed while drawing", operator_detail=str(error)[:500])
