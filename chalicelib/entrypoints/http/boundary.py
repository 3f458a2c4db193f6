"""The route boundary: everything that happens to a request before and after its view.

This is one of the two places that catch every exception: what is not one of ours becomes a problem without details,
and a log line with all of them.
"""

import json
import logging
import uuid
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from chalice.app import Request, Response
from pydantic import BaseModel

from chalicelib import bootstrap
from chalicelib.domain.errors import ContentHubError, MalformedJsonError, NotFoundError
from chalicelib.domain.validation import validated
from chalicelib.entrypoints.http.bodies import check_declared_size, check_size, read_json
from chalicelib.entrypoints.http.call import GATEWAY_SECONDS, Call
from chalicelib.entrypoints.http.openai_errors import as_openai_error
from chalicelib.entrypoints.http.operation import Access, Answer, Dialect, Operation
from chalicelib.entrypoints.http.principals import principal_of, require_admin
from chalicelib.entrypoints.http.problems import ProblemAnswer, internal_problem, problem_of
from chalicelib.entrypoints.http.queries import read_query
from chalicelib.entrypoints.http.response_headers import common_headers, cross_origin_headers

LONGEST_PATH_PARAMETER = 128
LOG = logging.getLogger("contenthub")


def serve(operation: Operation, request: Request, context: Any, path_parameters: Mapping[str, str]) -> Response:
    """The response, whatever happens."""
    request_id = str(getattr(context, "aws_request_id", "") or uuid.uuid4())
    try:
        here = bootstrap.platform()
        with here.telemetry.invocation(context):
            call = Call(
                operation=operation,
                platform=here,
                event=request.to_original_event(),
                headers={name.lower(): str(value) for name, value in request.headers.items()},
                request_id=request_id,
                remaining_seconds=_stopwatch(here, context),
            )
            return _logged(call, request, path_parameters)
    except Exception:
        LOG.exception("request %s failed outside of its view", request_id)
        return _last_resort(request_id)


def _stopwatch(here: bootstrap.Platform, context: Any) -> Any:
    """Seconds until API Gateway or Lambda gives up, whichever is first."""
    began = here.clock.monotonic()

    def remaining_seconds() -> float:
        gateway = GATEWAY_SECONDS - (here.clock.monotonic() - began)
        own = context.get_remaining_time_in_millis() / 1000 if context is not None else gateway
        return min(gateway, own)

    return remaining_seconds


def _logged(call: Call, request: Request, path_parameters: Mapping[str, str]) -> Response:
    clock = call.platform.clock
    began = clock.monotonic()
    response = _answered(call, request, path_parameters)
    origins = call.platform.settings.allowed_origins
    response.headers = {
        **common_headers(call.request_id),
        **cross_origin_headers(call.headers, origins),
        **response.headers,
    }
    call.platform.telemetry.log(
        "request",
        method=request.method,
        route=call.operation.path,
        status=response.status_code,
        milliseconds=round((clock.monotonic() - began) * 1000),
        user_id=call.caller.user_id if call.caller else None,
    )
    return response


def _answered(call: Call, request: Request, path_parameters: Mapping[str, str]) -> Response:
    try:
        return _response(call, _view_answer(call, request, path_parameters))
    except ContentHubError as error:
        problem = problem_of(error, call.reader)
        if problem.status == internal_problem(call.reader).status:
            call.platform.telemetry.log_exception("request_failed", code=error.code, route=call.operation.path)
        return _problem_response(problem, call.operation.dialect)
    except Exception:  # noqa: BLE001 - the outer edge of the API; log_exception writes the traceback
        call.platform.telemetry.log_exception("request_failed", code="internal_error", route=call.operation.path)
        return _problem_response(internal_problem(call.reader), call.operation.dialect)


def _view_answer(call: Call, request: Request, path_parameters: Mapping[str, str]) -> Any:
    _authenticate(call)
    arguments: dict[str, Any] = {name: _decoded(value) for name, value in path_parameters.items()}
    operation = call.operation
    if operation.documented:
        query = read_query(operation.query_model, call.event.get("multiValueQueryStringParameters") or {})
        if "query" in operation.view.__annotations__:
            arguments["query"] = query
    if operation.body_model is not None:
        arguments["body"] = validated(operation.body_model, _document(call, request))
    return operation.view(call, **arguments)


def _document(call: Call, request: Request) -> Any:
    settings, pictures = call.platform.settings, call.operation.takes_pictures
    max_bytes = settings.max_image_body_bytes if pictures else settings.max_body_bytes
    check_declared_size(call.headers, max_bytes=max_bytes)
    raw = _raw_body(request)
    if pictures and call.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        # Imported here: few requests bring a form.
        from chalicelib.entrypoints.http.forms import read_form

        check_size(len(raw), max_bytes=max_bytes)
        return read_form(call.headers, raw, max_bytes=max_bytes)
    return read_json(call.headers, raw, max_bytes=max_bytes)


def _raw_body(request: Request) -> bytes:
    """Raises MalformedJsonError for a body that is not the base64 it is said to be."""
    try:
        raw = request.raw_body
    except ValueError as error:
        raise MalformedJsonError("the body cannot be decoded") from error
    return raw if isinstance(raw, bytes) else raw.encode()


def _authenticate(call: Call) -> None:
    access = call.operation.access
    if access is not Access.PUBLIC:
        call.caller = principal_of(call.headers.get("authorization", ""), call.platform.key_ring)
    if access is Access.ADMIN:
        require_admin(call.principal)


def _decoded(value: str) -> str:
    """Chalice hands path parameters on as they came. Raises NotFoundError for what cannot be an id."""
    decoded = unquote(value)
    if not decoded.isprintable() or len(decoded) > LONGEST_PATH_PARAMETER:
        raise NotFoundError("there is nothing of that name")
    return decoded


def _response(call: Call, returned: Any) -> Response:
    answer = Answer(returned) if isinstance(returned, BaseModel) else returned
    status = answer.status or call.operation.usual_status
    headers = dict(answer.headers or {})
    if answer.body is None:
        return Response(body=answer.text, status_code=status, headers=headers)
    return Response(
        body=answer.body.model_dump_json(),
        status_code=status,
        headers={"Content-Type": "application/json", **headers},
    )


def _problem_response(problem: ProblemAnswer, dialect: Dialect) -> Response:
    if dialect is Dialect.OPENAI:
        problem = as_openai_error(problem)
    return Response(body=problem.text, status_code=problem.status, headers=dict(problem.headers))


def _last_resort(request_id: str) -> Response:
    document = {"type": "about:blank", "title": "Something went wrong on our side", "status": 500}
    document |= {"code": "internal_error", "detail": f"The error was logged; name request {request_id}."}
    headers = {"Content-Type": "application/problem+json", **common_headers(request_id)}
    return Response(body=json.dumps(document), status_code=500, headers=dict(headers))
