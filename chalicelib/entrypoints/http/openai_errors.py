"""Errors in the shape that OpenAI's clients expect."""

import json
from http import HTTPStatus

from chalicelib.domain.json_types import JsonObject
from chalicelib.entrypoints.http.models_openai import OpenAiError, OpenAiErrorDetail
from chalicelib.entrypoints.http.problems import ProblemAnswer

PARAM_BY_FIELD = {"width": "size", "height": "size", "format": "output_format"}
NO_RETRY = {"x-should-retry": "false"}
"""Their client asks again by itself after any 5xx; the same picture would be drawn twice."""


def openai_status(status: int) -> int:
    """OpenAI knows no 422."""
    return HTTPStatus.BAD_REQUEST if status == HTTPStatus.UNPROCESSABLE_ENTITY else status


def openai_error(message: str, code: str, status: int, param: str | None = None) -> OpenAiError:
    kind = "invalid_request_error"
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        kind = "rate_limit_error"
    elif status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        kind = "server_error"
    return OpenAiError(error=OpenAiErrorDetail(message=message, type=kind, param=param, code=code))


def as_openai_error(problem: ProblemAnswer) -> ProblemAnswer:
    document = problem.document
    status = int(openai_status(problem.status))
    error = openai_error(str(document["detail"]), str(document["code"]), status, _param(document))
    headers = {**problem.headers, "Content-Type": "application/json"}
    body: JsonObject = json.loads(error.model_dump_json())
    return ProblemAnswer(status, body, headers)


def _param(document: JsonObject) -> str | None:
    errors = document.get("errors") or []
    if not errors:
        return None
    field = str(errors[0]["pointer"]).strip("/").split("/")[-1]
    return PARAM_BY_FIELD.get(field, field) or None
