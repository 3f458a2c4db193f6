"""Pictures over HTTP: drawn from words, changed from a picture, looked at again."""

from chalicelib.domain.errors import (
    FieldProblem,
    ProviderNotConfiguredError,
    TaskExpiredError,
    TaskNotFoundError,
    UnknownUploadError,
    ValidationFailedError,
)
from chalicelib.domain.picture_errors import (
    MaskUnusableError,
    PictureTooLargeError,
    PictureUnreadableError,
    UnsupportedPictureError,
)
from chalicelib.entrypoints.api_tasks import SUBMITTING
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models_images import (
    PICTURE_FIELDS,
    ImagesQuery,
    ImageTaskView,
    ImageToImageBody,
    TextToImageBody,
)
from chalicelib.entrypoints.http.models_tasks import SubmittedTask
from chalicelib.entrypoints.http.operation import Answer
from chalicelib.entrypoints.http.picture_answers import image_task_view, picture_answer
from chalicelib.entrypoints.http.routes import ApiRoutes

blueprint = ApiRoutes(__name__, tag="Images")

DRAWING = (*SUBMITTING, ProviderNotConfiguredError)
GIVEN_PICTURE = (
    UnknownUploadError,
    UnsupportedPictureError,
    PictureTooLargeError,
    PictureUnreadableError,
    MaskUnusableError,
)


@blueprint.route(
    "/text-to-image",
    method="POST",
    answers={200: ImageTaskView, 202: SubmittedTask},
    raises=DRAWING,
    submits=True,
)
def draw_from_text(call: Call, body: TextToImageBody) -> Answer:
    """Have pictures drawn from words

    A task of type `image_generation`. The answer waits a few seconds for it, as long as `Prefer: wait=N` says, or not
    at all with `Prefer: respond-async`.
    """
    misplaced = tuple(name for name in PICTURE_FIELDS if name in body.request())
    _refuse(misplaced, "extra_forbidden", "belongs to /image-to-image")
    return picture_answer(call, body)


@blueprint.route(
    "/image-to-image",
    method="POST",
    answers={200: ImageTaskView, 202: SubmittedTask},
    raises=(*DRAWING, *GIVEN_PICTURE),
    submits=True,
    takes_pictures=True,
)
def draw_from_picture(call: Call, body: ImageToImageBody) -> Answer:
    """Have a given picture changed by words

    The picture comes as the file `image` of a form, in base64, or by the id of an upload, which may be larger. PNG,
    JPEG and WebP are told by their content. With a `mask` only what lies under its transparent parts changes.
    """
    if not {"image", "image_upload_id"} & set(body.request()):
        _refuse(("image",), "missing", "a picture is needed: image or image_upload_id")
    return picture_answer(call, body)


@blueprint.route("/v1/images/{task_id}", answers={200: ImageTaskView}, raises=(TaskNotFoundError, TaskExpiredError))
def show_images(call: Call, task_id: str, query: ImagesQuery) -> ImageTaskView:
    """Show the pictures of a task, with fresh links"""
    return image_task_view(call, call.platform.pictures.task(task_id, call.principal), query.response_format)


def _refuse(fields: tuple[str, ...], code: str, detail: str) -> None:
    if fields:
        raise ValidationFailedError(tuple(FieldProblem(f"/{name}", code, detail) for name in fields))
