"""Pictures from Amazon Bedrock: Nova Canvas (and Titan, whose requests are the same) and Stability's models."""

import base64
import binascii
import json
from typing import TYPE_CHECKING, Any

from chalicelib.adapters.bedrock_errors import FAILURES, bedrock_failure
from chalicelib.adapters.picture_sizes import nearest_ratio, nova_size
from chalicelib.domain.errors import ProviderNotConfiguredError, ProviderRejectedError, ProviderUnavailableError
from chalicelib.domain.pictures import PictureWish
from chalicelib.domain.ports.images import DrawnPicture

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

LONGEST_NOVA_PROMPT = 1024
NOVA_GUIDANCE = (1.1, 10.0)
NOVA_SIMILARITY = (0.2, 1.0)
PREMIUM_FROM_STEPS = 50
"""Nova Canvas knows two qualities instead of steps."""
RATIOS = ("16:9", "1:1", "21:9", "2:3", "3:2", "4:5", "5:4", "9:16", "9:21")
RANDOM_SEED, INSTEAD_OF_RANDOM = 0, 4_294_967_294
"""Stability takes 0 for any seed."""
_PASSING_REASON = "Inference error"


class BedrockImageModel:
    """The client should not retry by itself: another attempt is the task's business."""

    def __init__(self, client: "BedrockRuntimeClient", *, model_id: str) -> None:
        self._client = client
        self._model_id = model_id

    def draw(self, wish: PictureWish) -> DrawnPicture:
        body = _stability_body(wish, self._model_id) if self._is_stability else _nova_text(wish)
        return self._answered(body)

    def redraw(self, picture: bytes, wish: PictureWish, *, strength: float) -> DrawnPicture:
        if not self._is_stability:
            return self._answered(_nova_variation(picture, wish, strength))
        if "core" in self._model_id:
            raise ProviderRejectedError("Stable Image Core draws from words only")
        body = _stability_body(wish, self._model_id)
        del body["aspect_ratio"]
        if "mode" in body:
            body["mode"] = "image-to-image"
        return self._answered({**body, "image": _text(picture), "strength": strength})

    @property
    def _is_stability(self) -> bool:
        return "stability." in self._model_id

    def _answered(self, body: dict[str, Any]) -> DrawnPicture:
        if not self._model_id:
            raise ProviderNotConfiguredError("no Bedrock model for pictures is configured (BEDROCK_IMAGE_MODEL_ID)")
        try:
            answer = self._client.invoke_model(
                modelId=self._model_id,
                body=json.dumps(body).encode(),
                contentType="application/json",
                accept="application/json",
            )
            document = json.loads(answer["body"].read())
        except FAILURES as error:
            raise bedrock_failure(error) from error
        except ValueError as error:
            raise ProviderRejectedError("the model on Bedrock did not answer with JSON") from error
        return DrawnPicture(_picture_in(document), self._model_id)


def _nova_text(wish: PictureWish) -> dict[str, Any]:
    return {"taskType": "TEXT_IMAGE", "textToImageParams": _nova_words(wish), "imageGenerationConfig": _nova(wish)}


def _nova_variation(picture: bytes, wish: PictureWish, strength: float) -> dict[str, Any]:
    """Nova's similarity runs the other way round, and not down to nothing."""
    least, most = NOVA_SIMILARITY
    similarity = round(most - strength * (most - least), 3)
    words = {**_nova_words(wish), "images": [_text(picture)], "similarityStrength": similarity}
    return {"taskType": "IMAGE_VARIATION", "imageVariationParams": words, "imageGenerationConfig": _nova(wish)}


def _nova_words(wish: PictureWish) -> dict[str, Any]:
    """Raises ProviderRejectedError rather than leave out half of what was asked for."""
    if max(len(wish.prompt), len(wish.negative_prompt)) > LONGEST_NOVA_PROMPT:
        raise ProviderRejectedError(f"Nova Canvas takes prompts of {LONGEST_NOVA_PROMPT:,} characters at most")
    negative = {"negativeText": wish.negative_prompt} if wish.negative_prompt else {}
    return {"text": wish.prompt, **negative}


def _nova(wish: PictureWish) -> dict[str, Any]:
    width, height = nova_size(wish.width, wish.height)
    least, most = NOVA_GUIDANCE
    return {
        "width": width,
        "height": height,
        "quality": "premium" if wish.steps >= PREMIUM_FROM_STEPS else "standard",
        "cfgScale": min(max(wish.guidance, least), most),
        "seed": wish.seed,
        "numberOfImages": 1,
    }


def _stability_body(wish: PictureWish, model_id: str) -> dict[str, Any]:
    return {
        "prompt": wish.prompt,
        **({"negative_prompt": wish.negative_prompt} if wish.negative_prompt else {}),
        **({"mode": "text-to-image"} if "sd3" in model_id else {}),
        "aspect_ratio": nearest_ratio(wish.width, wish.height, RATIOS),
        "seed": INSTEAD_OF_RANDOM if wish.seed == RANDOM_SEED else wish.seed,
        "output_format": "png",
    }


def _picture_in(document: Any) -> bytes:
    """Raises ProviderRejectedError, and ProviderUnavailableError where the model says it failed by itself."""
    if not isinstance(document, dict):
        raise ProviderRejectedError("the model on Bedrock answered in an unknown form")
    reason = next(iter(document.get("finish_reasons") or [None]), None) or document.get("error")
    if reason == _PASSING_REASON:
        raise ProviderUnavailableError("the model on Bedrock failed while drawing")
    if reason:
        raise ProviderRejectedError("the model on Bedrock refused the picture", operator_detail=str(reason)[:200])
    try:
        return base64.b64decode(document["images"][0], validate=True)
    except (KeyError, IndexError, TypeError, binascii.Error) as error:
        raise ProviderRejectedError("the model on Bedrock answered without a picture") from error


def _text(picture: bytes) -> str:
    return base64.b64encode(picture).decode()
