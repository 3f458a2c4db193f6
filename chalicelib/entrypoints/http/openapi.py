"""The OpenAPI document, made of the route table and its models; no second list."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol

from chalicelib import VERSION
from chalicelib.domain.json_types import JsonObject
from chalicelib.entrypoints.http.kinds_of_problems import KIND_BY_CODE
from chalicelib.entrypoints.http.openapi_operations import described_operation
from chalicelib.entrypoints.http.openapi_schemas import SchemaBook
from chalicelib.entrypoints.http.operation import Operation

DESCRIPTION = """\
Submit long generation and sync jobs, follow them, fetch their results.

Submitting answers at once with a receipt; follow `status_url`, or long-poll `events_url`. Every error is
`application/problem+json` with a stable `code`; titles are in Chinese or English by `Accept-Language`. Lists are paged
by opaque cursors. Times are UTC.
"""


class Catalogue(Protocol):
    def names(self) -> tuple[str, ...]: ...

    def module(self, name: str, part: str) -> Any: ...

    def __hash__(self) -> int: ...


@lru_cache(maxsize=4)
def _text(operations: tuple[Operation, ...], catalogue: Catalogue, base_url: str) -> str:
    return json.dumps(openapi_document(operations, catalogue, base_url), ensure_ascii=False, separators=(",", ":"))


def openapi_text(operations: Sequence[Operation], catalogue: Catalogue, base_url: str) -> str:
    """Made once in a container for each address it is reached by."""
    documented = tuple(operation for operation in operations if operation.documented)
    return _text(documented, catalogue, base_url)


def openapi_document(operations: Sequence[Operation], catalogue: Catalogue, base_url: str) -> JsonObject:
    book = SchemaBook(operations, {name: catalogue.module(name, "schema") for name in catalogue.names()})
    paths: dict[str, JsonObject] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = described_operation(operation, book)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "ContentHub",
            "version": VERSION,
            "description": DESCRIPTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": base_url}],
        "tags": [{"name": tag} for tag in dict.fromkeys(operation.tag for operation in operations)],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "api_key": {
                    "type": "http",
                    "scheme": "bearer",
                    "bearerFormat": "chk_…",
                    "description": "An API key.",
                }
            },
            "schemas": book.components(),
            "x-problems": {
                code: {"status": int(kind.status), "en": kind.en, "zh": kind.zh} for code, kind in KIND_BY_CODE.items()
            },
        },
    }
