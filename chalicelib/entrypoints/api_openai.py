"""Pictures as OpenAI's API gives them, so that its clients work unchanged."""

from http import HTTPStatus

from chalicelib.bootstrap import SubmitCommand
from chalicelib.domain.errors import ProviderRejectedError, ProviderUnavailableError
from chalicelib.domain.picture_files import PictureFormat
from chalicelib.domain.task import Task
from chalicelib.entrypoints.api_images import DRAWING, GIVEN_PICTURE
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.kinds_of_problems import INTERNAL, KIND_BY_CODE
from chalicelib.entrypoints.http.models_openai import (
    OpenAiEdit,
    OpenAiError,
    OpenAiGeneration,
    OpenAiImage,
    OpenAiImages,
    image_request,
)
from chalicelib.entrypoints.http.openai_errors import NO_RETRY, openai_error, openai_status
from chalicelib.entrypoints.http.operation import Answer, Dialect
from chalicelib.entrypoints.http.picture_answers import TASK_TYPE, submitted
from chalicelib.entrypoints.http.routes import ApiRoutes

blueprint = ApiRoutes(__name__, tag="Images, OpenAI-compatible")

LONGEST_WAIT_SECONDS = 26.0
ENDED = (ProviderRejectedError, ProviderUnavailableError)
ANSWERS = {200: OpenAiImages, 504: OpenAiError}


@blueprint.route(
    "/v1/images/generations",
    method="POST",
    answers=ANSWERS,
    raises=(*DRAWING, *ENDED),
    dialect=Dialect.OPENAI,
)
def create_openai_images(call: Call, body: OpenAiGeneration) -> Answer:
    """Have pictures drawn, in the words of OpenAI's API

    Waits until they are there; what takes longer than a request may is answered with 504 and goes on as a task.
    """
    return _drawn(call, body)


@blueprint.route(
    "/v1/images/edits",
    method="POST",
    answers=ANSWERS,
    raises=(*DRAWING, *GIVEN_PICTURE, *ENDED),
    takes_pictures=True,
    dialect=Dialect.OPENAI,
)
def edit_openai_image(call: Call, body: OpenAiEdit) -> Answer:
    """Have a picture changed, in the words of OpenAI's API

    One picture, and a mask if only a part of it is to change.
    """
    return _drawn(call, body)


def _drawn(call: Call, body: OpenAiGeneration) -> Answer:
    request = image_request(body, dict(call.platform.image_policy.model_by_provider))
    task = submitted(call, SubmitCommand(TASK_TYPE, request, idempotency_key=call.idempotency_key))
    latest = call.platform.read_tasks.wait_until_finished(
        task.task_id, call.principal, seconds=call.affordable(LONGEST_WAIT_SECONDS)
    )
    if not latest.finished:
        return _late(call, latest)
    embedded = (body.response_format or _usual_format(body.model)) == "b64_json"
    result = call.platform.pictures.result(latest, embedded=embedded)
    if result is None:
        return _failed(latest)
    file_format: PictureFormat = result["images"][0]["format"]
    data = [_shown(image["url"], image["b64_json"]) for image in result["images"]]
    return Answer(OpenAiImages(created=int(latest.created_at.timestamp()), data=data, output_format=file_format))


def _usual_format(model: str | None) -> str:
    return "b64_json" if (model or "").startswith("gpt-image") else "url"


def _shown(url: str, data: str | None) -> OpenAiImage:
    """As in OpenAI's API one of the two; pictures too large for an answer have a link in any case."""
    return OpenAiImage(b64_json=data) if data is not None else OpenAiImage(url=url)


def _late(call: Call, task: Task) -> Answer:
    message = f"The pictures take longer than a request may; find them at {call.base_url}/v1/images/{task.task_id}"
    return Answer(openai_error(message, "timeout", HTTPStatus.GATEWAY_TIMEOUT), 504, NO_RETRY)


def _failed(task: Task) -> Answer:
    """The task has been tried as often as it is worth: nobody should ask again by themselves."""
    code, message = (task.error.code, task.error.message) if task.error else (str(task.status), f"it is {task.status}")
    status = int(openai_status(KIND_BY_CODE.get(code, INTERNAL).status))
    return Answer(openai_error(message, code, status), status, NO_RETRY)
