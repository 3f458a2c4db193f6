"""Pictures from an OpenAI-compatible server: OpenAI itself, vLLM, LocalAI and others."""

import base64
import binascii
from collections.abc import Callable
from typing import Any

from chalicelib.adapters.openai_server import OpenAiServer
from chalicelib.adapters.picture_sizes import nearest_size
from chalicelib.domain.errors import ProviderNotConfiguredError, ProviderRejectedError
from chalicelib.domain.pictures import PictureWish
from chalicelib.domain.ports.images import DrawnPicture

OWN_SIZES_BY_MODEL = {
    "gpt-image": ("1024x1024", "1536x1024", "1024x1536"),
    "dall-e-3": ("1024x1024", "1792x1024", "1024x1792"),
    "dall-e-2": ("256x256", "512x512", "1024x1024"),
}
"""OpenAI's own models draw these sizes only, and refuse parameters they do not know."""
ANSWERS_IN_BASE64_ALWAYS = "gpt-image"


class OpenAiImageModel:
    """`base_url` ends before `/images/generations`, as in `https://api.openai.com/v1`."""

    def __init__(
        self, *, base_url: str, model: str, api_key: Callable[[], str], read_timeout_seconds: float = 300
    ) -> None:
        self._configured = bool(base_url and model)
        self._model = model
        self._server = OpenAiServer(base_url, api_key, read_timeout_seconds=read_timeout_seconds)

    def draw(self, wish: PictureWish) -> DrawnPicture:
        self._check_configured()
        return self._told(self._server.post_json("/images/generations", self._asked(wish)))

    def redraw(self, picture: bytes, wish: PictureWish, *, strength: float) -> DrawnPicture:
        self._check_configured()
        if self._model.startswith("dall-e-3"):
            raise ProviderRejectedError("dall-e-3 draws from words only")
        fields = {name: str(value) for name, value in self._asked(wish).items()}
        if self._own_sizes is None:
            fields["strength"] = str(strength)
        file = ("picture.png", picture, "image/png")
        return self._told(self._server.post_form("/images/edits", {**fields, "image": file}))

    @property
    def _own_sizes(self) -> tuple[str, ...] | None:
        """None for a server that takes any size, and what diffusion models take beside it."""
        return next((sizes for name, sizes in OWN_SIZES_BY_MODEL.items() if self._model.startswith(name)), None)

    def _asked(self, wish: PictureWish) -> dict[str, Any]:
        asked: dict[str, Any] = {"model": self._model, "prompt": wish.prompt, "n": 1}
        if not self._model.startswith(ANSWERS_IN_BASE64_ALWAYS):
            asked["response_format"] = "b64_json"
        if self._own_sizes is not None:
            return {**asked, "size": nearest_size(wish.width, wish.height, self._own_sizes)}
        return {
            **asked,
            "size": f"{wish.width}x{wish.height}",
            "seed": wish.seed,
            "num_inference_steps": wish.steps,
            "guidance_scale": wish.guidance,
            **({"negative_prompt": wish.negative_prompt} if wish.negative_prompt else {}),
        }

    def _told(self, answer: dict[str, Any]) -> DrawnPicture:
        try:
            first = answer["data"][0]
            data, revised = first.get("b64_json"), first.get("revised_prompt")
            picture = base64.b64decode(data, validate=True) if data else self._server.get(first["url"])
        except (KeyError, IndexError, TypeError, AttributeError, binascii.Error) as error:
            raise ProviderRejectedError("the model's server answered without a picture") from error
        understood = {"revised_prompt": revised} if isinstance(revised, str) else None
        return DrawnPicture(picture, str(answer.get("model") or self._model), understood)

    def _check_configured(self) -> None:
        if not self._configured:
            raise ProviderNotConfiguredError(
                "no OpenAI server or model for pictures is configured (OPENAI_BASE_URL, OPENAI_IMAGE_MODEL)"
            )
