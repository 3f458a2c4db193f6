"""Checks a case before it is stored, and completes it with its documents' names."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from chalicelib.domain.documents import DOCUMENT, DocumentState
from chalicelib.domain.errors import FieldProblem, ProviderNotConfiguredError, ValidationFailedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.record import Record
from chalicelib.domain.task_type import SubmissionDesk
from chalicelib.domain.validation import validated
from chalicelib.task_types.litigation_analysis.case import LitigationRequest
from chalicelib.task_types.litigation_analysis.package_files import package_names

READS_AT_ONCE = 8


def prepare(request: JsonObject, desk: SubmissionDesk) -> JsonObject:
    """Raises ValidationFailedError, also for documents that are not the owner's, and ProviderNotConfiguredError."""
    asked = validated(LitigationRequest, request, pointer="/request")
    if asked.provider is not None and not desk.provider_configured(asked.provider):
        raise ProviderNotConfiguredError(f"provider {asked.provider} is not configured here")
    found = _found(asked.document_ids, desk)
    problems = (*_package_problems(asked.package_id), *_document_problems(found))
    if problems:
        raise ValidationFailedError(problems)
    documents = [
        {"document_id": record.id, "file_name": record.body["file_name"]} for record, _ in found if record is not None
    ]
    return {**asked.model_dump(exclude_none=True), "documents": documents}


def _found(document_ids: Sequence[str], desk: SubmissionDesk) -> list[tuple[Record | None, bool]]:
    """Each document's record, if it is the owner's, and whether it was uploaded."""

    def look(document_id: str) -> tuple[Record | None, bool]:
        record = desk.record(DOCUMENT, document_id)
        if record is None or record.owner_id != desk.owner_id:
            return None, False
        return record, record.state == DocumentState.UPLOADED or desk.upload_exists(document_id)

    with ThreadPoolExecutor(READS_AT_ONCE) as pool:
        return list(pool.map(look, document_ids))


def _package_problems(package_id: str) -> list[FieldProblem]:
    if package_id in package_names():
        return []
    known = ", ".join(package_names())
    detail = f"there is no analysis package {package_id!r}; known are {known}"
    return [FieldProblem("/request/package_id", "unknown_package", detail)]


def _document_problems(found: Sequence[tuple[Record | None, bool]]) -> list[FieldProblem]:
    """Another owner's document is as unknown as one that does not exist."""
    problems = []
    for place, (record, uploaded) in enumerate(found):
        at = f"/request/document_ids/{place}"
        if record is None:
            problems.append(FieldProblem(at, "unknown_document", "there is no such document"))
        elif not uploaded:
            problems.append(FieldProblem(at, "document_not_uploaded", "the document has not been uploaded yet"))
    return problems
