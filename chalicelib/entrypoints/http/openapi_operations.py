"""One operation as the OpenAPI document describes it."""

import inspect
import re
from collections import defaultdict
from http import HTTPStatus

from chalicelib.domain.errors import (
    BodyTooLargeError,
    ContentHubError,
    ForbiddenError,
    InvalidApiKeyError,
    MalformedJsonError,
    MissingCredentialsError,
    NotFoundError,
    UnsupportedMediaTypeError,
    ValidationFailedError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.entrypoints.http.kinds_of_problems import KIND_BY_CODE, MalformedFormError, code_of
from chalicelib.entrypoints.http.models import NoQuery
from chalicelib.entrypoints.http.models_openai import OpenAiError
from chalicelib.entrypoints.http.openai_errors import openai_status
from chalicelib.entrypoints.http.openapi_schemas import SchemaBook
from chalicelib.entrypoints.http.operation import Access, Dialect, Operation
from chalicelib.entrypoints.http.preferences import LONGEST_WAIT_SECONDS
from chalicelib.entrypoints.http.problem import Problem

PATH_PARAMETER = re.compile(r"{(\w+)}")
TEXT = {"type": "string"}
IDENTIFIER = {"type": "string", "minLength": 1, "maxLength": 128, "pattern": "^[A-Za-z0-9_.:-]+$"}
ALSO_AS_MARKDOWN = frozenset(
    {"/api/v1/litigation-analysis/sessions/{session_id}/report", "/api/v1/roadmaps/{task_id}/export"}
)
"""Operations that answer with Markdown where the query says so."""
MEDIA_TYPES_WITHOUT_MODEL = {"/docs": "text/html", "/openapi.json": "application/json"}
FORM: JsonObject = {
    "type": "object",
    "description": "The picture is the file `image`; every field of the JSON body may stand beside it.",
    "properties": {
        "prompt": {
            "type": "string",
            "minLength": 1,
            "maxLength": 4000,
            "pattern": r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$",
        },
        "image": {"type": "string", "format": "binary"},
        "n": {"type": "integer", "minimum": 1, "maximum": 4},
        "seed": {"type": "integer", "minimum": 0, "maximum": 2147483646},
        "steps": {"type": "integer", "minimum": 1, "maximum": 100},
        "strength": {"type": "number", "minimum": 0, "maximum": 1},
    },
    "required": ["prompt", "image"],
    "additionalProperties": False,
}
SUBMIT_HEADERS: list[JsonObject] = [
    {
        "name": "Idempotency-Key",
        "in": "header",
        "description": "The same key and body within 24 hours give the same task.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"},
        "example": "order-4711",
    },
    {
        "name": "Prefer",
        "in": "header",
        "description": f"`wait=N` waits up to N seconds for the result, {LONGEST_WAIT_SECONDS} at most (RFC 7240).",
        "schema": TEXT,
        "example": "wait=10",
    },
]


def described_operation(operation: Operation, book: SchemaBook) -> JsonObject:
    summary, _, description = (inspect.getdoc(operation.view) or operation.name).partition("\n")
    described: JsonObject = {
        "operationId": operation.name,
        "tags": [operation.tag],
        "summary": summary,
        "parameters": [*_path_parameters(operation), *_query_parameters(operation, book), *_headers(operation)],
        "responses": {**_answers(operation, book), **_problems(operation, book)},
        "security": [] if operation.access is Access.PUBLIC else [{"api_key": []}],
    }
    if description.strip():
        described["description"] = description.strip()
    if operation.access is Access.ADMIN:
        described["x-admin-only"] = True
    if operation.body_model is not None:
        content = {"application/json": {"schema": book.body(operation.body_model)}}
        if operation.takes_pictures:
            content["multipart/form-data"] = {"schema": FORM}
        described["requestBody"] = {"required": True, "content": content}
    return described


def errors_of(operation: Operation) -> list[type[ContentHubError]]:
    """What an operation of this kind can raise by itself, and what its view says it may."""
    errors: list[type[ContentHubError]] = [ValidationFailedError, *operation.raises]
    if operation.access is not Access.PUBLIC:
        errors += [MissingCredentialsError, InvalidApiKeyError]
    if operation.access is Access.ADMIN:
        errors.append(ForbiddenError)
    if operation.body_model is not None:
        errors += [MalformedJsonError, BodyTooLargeError, UnsupportedMediaTypeError]
    if operation.takes_pictures:
        errors.append(MalformedFormError)
    if PATH_PARAMETER.search(operation.path):
        errors.append(NotFoundError)
    return [*errors, ContentHubError]


def _answers(operation: Operation, book: SchemaBook) -> JsonObject:
    answers: JsonObject = {}
    for status, model in operation.answers.items():
        answer: JsonObject = {"description": HTTPStatus(status).phrase}
        media_type = MEDIA_TYPES_WITHOUT_MODEL.get(operation.path, "application/json")
        if status == HTTPStatus.UNPROCESSABLE_ENTITY:
            media_type = "application/problem+json"
        answer["content"] = {media_type: {"schema": book.answer(model) if model else {}}}
        if operation.path in ALSO_AS_MARKDOWN:
            answer["content"]["text/markdown"] = {"schema": TEXT}
        answers[str(status)] = answer
    return answers


def _problems(operation: Operation, book: SchemaBook) -> JsonObject:
    codes_by_status: dict[int, list[str]] = defaultdict(list)
    for error in errors_of(operation):
        code = code_of(error)
        status = int(KIND_BY_CODE[code].status)
        codes_by_status[openai_status(status) if operation.dialect is Dialect.OPENAI else status].append(code)
    return {str(status): _problem(operation, status, codes, book) for status, codes in sorted(codes_by_status.items())}


def _problem(operation: Operation, status: int, codes: list[str], book: SchemaBook) -> JsonObject:
    told = dict.fromkeys(f"`{code}`: {KIND_BY_CODE[code].en}." for code in codes)
    if operation.dialect is Dialect.OPENAI:
        return {"description": " ".join(told), "content": {"application/json": {"schema": book.answer(OpenAiError)}}}
    models = [Problem, *([operation.answers[status]] if status in operation.answers else [])]
    schemas = [book.answer(model) for model in models]
    schema = schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
    return {"description": " ".join(told), "content": {"application/problem+json": {"schema": schema}}}


def _path_parameters(operation: Operation) -> list[JsonObject]:
    names = PATH_PARAMETER.findall(operation.path)
    return [{"name": name, "in": "path", "required": True, "schema": IDENTIFIER} for name in names]


def _query_parameters(operation: Operation, book: SchemaBook) -> list[JsonObject]:
    if operation.query_model is NoQuery:
        return []
    parameters = []
    for name, schema in book.query(operation.query_model)["properties"].items():
        plain = _without_null(schema)
        description = plain.pop("description", None)
        parameter: JsonObject = {"name": name, "in": "query", "required": False, "schema": plain}
        parameters.append(parameter | ({"description": description} if description else {}))
    return parameters


def _without_null(schema: JsonObject) -> JsonObject:
    """A parameter is left out, never null."""
    plain = {name: value for name, value in schema.items() if name not in ("title", "anyOf")}
    if plain.get("default", ...) is None:
        del plain["default"]
    for option in schema.get("anyOf", []):
        if option.get("type") != "null":
            plain |= option
    return plain


def _headers(operation: Operation) -> list[JsonObject]:
    return SUBMIT_HEADERS if operation.submits else []
