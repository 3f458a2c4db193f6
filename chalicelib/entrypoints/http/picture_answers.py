"""Answers to those who want pictures: they wait a little even if they do not say so."""

from chalicelib.bootstrap import SubmitCommand
from chalicelib.domain.errors import ValidationFailedError
from chalicelib.domain.task import Task
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.models_images import ImageSubmission, ImagesView, ImageTaskView, ResponseFormat
from chalicelib.entrypoints.http.operation import Answer
from chalicelib.entrypoints.http.presenters import task_view
from chalicelib.entrypoints.http.submissions import beside_timing, receipt

TASK_TYPE = "image_generation"
USUAL_WAIT_SECONDS = 5


def submitted(call: Call, command: SubmitCommand) -> Task:
    """Raises what submitting raises, with pointers into the body itself."""
    try:
        return call.platform.submit_task.submit_task(command, call.principal)
    except ValidationFailedError as error:
        raise beside_timing(error) from error


def picture_answer(call: Call, body: ImageSubmission) -> Answer:
    """200 with the pictures if they are there in time, else 202 with the receipt."""
    command = SubmitCommand(TASK_TYPE, body.request(), **body.timing(), idempotency_key=call.idempotency_key)
    task = submitted(call, command)
    preferred = call.preferred_wait_seconds
    wait = 0 if call.prefers_no_wait else USUAL_WAIT_SECONDS if preferred is None else preferred
    latest = call.platform.read_tasks.wait_until_finished(task.task_id, call.principal, seconds=call.affordable(wait))
    applied = {"Preference-Applied": f"wait={preferred}"} if preferred is not None else {}
    if not latest.finished:
        return receipt(call, latest, applied)
    view = image_task_view(call, latest, body.response_format)
    return Answer(view, 200, {"Location": view.status_url, **applied})


def image_task_view(call: Call, task: Task, response_format: ResponseFormat) -> ImageTaskView:
    result = call.platform.pictures.result(task, embedded=response_format == "b64_json")
    view = ImagesView.model_validate(result) if result is not None else None
    return ImageTaskView(**dict(task_view(task, call.base_url)), result=view)
