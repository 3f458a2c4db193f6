"""From an error to the problem document that the caller reads."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chalicelib.domain.errors import ContentHubError, FieldProblem, ValidationFailedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.entrypoints.http.details_zh import in_chinese
from chalicelib.entrypoints.http.kinds_of_problems import INTERNAL, KIND_BY_CODE, MethodNotAllowedError, code_of
from chalicelib.entrypoints.http.sentences import field_detail

PROBLEM_JSON = "application/problem+json"
RETRY_AFTER_SECONDS_BY_CODE = {"idempotency_in_progress": 1, "task_type_disabled": 60, "provider_unavailable": 5}


@dataclass(frozen=True)
class Reader:
    """Who reads the problem and where its kind is explained."""

    language: str
    base_url: str
    request_id: str


@dataclass(frozen=True)
class ProblemAnswer:
    status: int
    document: JsonObject
    headers: dict[str, str]

    @property
    def text(self) -> str:
        return json.dumps(self.document, ensure_ascii=False, separators=(",", ":"))


def problem_of(error: ContentHubError, reader: Reader) -> ProblemAnswer:
    code = code_of(error)
    if code == "internal_error":
        return internal_problem(reader)
    document = {**problem_document(error, reader), "instance": _instance(reader)}
    return ProblemAnswer(document["status"], document, {**_headers(reader), **_headers_of(error, code)})


def internal_problem(reader: Reader) -> ProblemAnswer:
    """Says nothing of what happened but where to find it in the logs."""
    said = {
        "en": f"The error was logged; name request {reader.request_id} to the operators.",
        "zh": f"错误已记录；联系运维人员时请提供请求编号 {reader.request_id}。",
    }
    document = {**_document("internal_error", said[reader.language], reader), "instance": _instance(reader)}
    return ProblemAnswer(int(INTERNAL.status), document, _headers(reader))


def problem_document(error: ContentHubError, reader: Reader) -> JsonObject:
    """Also for one item of a batch, where there is no response of its own."""
    code = code_of(error)
    if isinstance(error, ValidationFailedError):
        errors = _field_problems(error.problems, reader.language)
        detail = "; ".join(f"{e['pointer'] or '/'}: {e['detail']}" for e in errors[:5])
        return {**_document(code, detail, reader), "errors": errors}
    kind = KIND_BY_CODE[code]
    if reader.language == "zh":
        return _document(code, in_chinese(error.message) or kind.detail_zh, reader)
    return _document(code, error.message or kind.en, reader)


def _document(code: str, detail: str, reader: Reader) -> JsonObject:
    kind = KIND_BY_CODE[code]
    return {
        "type": f"{reader.base_url}/docs#problem-{code}",
        "title": kind.title(reader.language),
        "status": int(kind.status),
        "code": code,
        "detail": detail,
    }


def _field_problems(problems: Sequence[FieldProblem], language: str) -> list[JsonObject]:
    return [{"pointer": p.pointer, "code": p.code, "detail": field_detail(p, language)} for p in problems]


def _instance(reader: Reader) -> str:
    return f"urn:contenthub:request:{reader.request_id}"


def _headers(reader: Reader) -> dict[str, str]:
    return {"Content-Type": PROBLEM_JSON, "Content-Language": reader.language}


def _headers_of(error: ContentHubError, code: str) -> Mapping[str, str]:
    if isinstance(error, MethodNotAllowedError):
        return {"Allow": ", ".join(error.allowed)}
    if code == "missing_credentials":
        return {"WWW-Authenticate": 'Bearer realm="contenthub"'}
    if code == "invalid_api_key":
        return {"WWW-Authenticate": 'Bearer realm="contenthub", error="invalid_token"'}
    if code in RETRY_AFTER_SECONDS_BY_CODE:
        return {"Retry-After": str(RETRY_AFTER_SECONDS_BY_CODE[code])}
    return {}
