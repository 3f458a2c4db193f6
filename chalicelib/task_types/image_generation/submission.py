"""Checks a request before it is stored, and decides what it leaves open."""

import base64
import binascii

from chalicelib.domain.errors import FieldProblem, ProviderNotConfiguredError, UnknownUploadError, ValidationFailedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.picture_errors import MaskUnusableError
from chalicelib.domain.picture_files import inspect_picture
from chalicelib.domain.ports.images import ImagePolicy
from chalicelib.domain.task_type import SubmissionDesk
from chalicelib.domain.validation import validated
from chalicelib.task_types.image_generation.schema import DEFAULT_STRENGTH, ImageRequest


def prepare(request: JsonObject, desk: SubmissionDesk) -> JsonObject:
    """A picture that came with the request is looked at here, an uploaded one by the worker.

    Raises ValidationFailedError, UnknownUploadError, ProviderNotConfiguredError, UnsupportedPictureError,
    PictureTooLargeError, PictureUnreadableError, MaskUnusableError.
    """
    asked, policy = validated(ImageRequest, request, pointer="/request"), desk.images
    _check_limits(asked, policy)
    provider = asked.provider or policy.default_provider
    if provider not in policy.model_by_provider:
        raise ProviderNotConfiguredError(f"provider {provider} is not configured here")
    _check_pictures(asked)
    if asked.image_upload_id is not None and not desk.upload_exists(asked.image_upload_id):
        raise UnknownUploadError(f"nothing was uploaded under {asked.image_upload_id}")
    return {**asked.model_dump(exclude_none=True), **_decided(asked, policy), "provider": provider}


def decoded(text: str, field: str = "image") -> bytes:
    """Raises ValidationFailedError."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        problem = FieldProblem(f"/request/{field}", "not_base64", "must be a picture in base64, without a data: prefix")
        raise ValidationFailedError((problem,)) from error


def _check_pictures(asked: ImageRequest) -> None:
    picture = inspect_picture(decoded(asked.image)) if asked.image is not None else None
    mask = inspect_picture(decoded(asked.mask, "mask")) if asked.mask is not None else None
    if mask is not None and mask.format == "jpeg":
        raise MaskUnusableError("a JPEG has no transparent parts; the mask must be PNG or WebP")
    if picture is not None and mask is not None and mask.size != picture.size:
        raise MaskUnusableError(
            f"the mask is {mask.width} x {mask.height}, the picture {picture.width} x {picture.height}"
        )


def _decided(asked: ImageRequest, policy: ImagePolicy) -> JsonObject:
    """A given picture keeps its own size where none is asked for; that is known when it is read."""
    steps = asked.steps or policy.default_steps
    if asked.has_picture:
        return {"steps": steps, "strength": DEFAULT_STRENGTH if asked.strength is None else asked.strength}
    side = policy.default_side
    return {"steps": steps, "width": asked.width or side, "height": asked.height or side}


def _check_limits(asked: ImageRequest, policy: ImagePolicy) -> None:
    """Those of the stage, which may be narrower than the schema's. Raises ValidationFailedError."""
    wished = {"width": asked.width or 0, "height": asked.height or 0, "n": asked.n}
    most = {"width": policy.largest_side, "height": policy.largest_side, "n": policy.most_pictures}
    problems = tuple(
        FieldProblem(f"/request/{name}", "out_of_range", f"must be at most {most[name]} on this stage")
        for name, value in wished.items()
        if value > most[name]
    )
    if problems:
        raise ValidationFailedError(problems)
