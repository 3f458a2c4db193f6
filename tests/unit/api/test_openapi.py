"""The OpenAPI document: valid, complete, and true to the route table."""

from typing import Any

import pytest
import schemathesis
from jsonschema_rs import meta

from app import app
from chalicelib.domain.errors import ForbiddenError
from chalicelib.entrypoints import api_unrouted
from chalicelib.entrypoints.http.openapi_operations import errors_of
from chalicelib.entrypoints.http.operation import Access
from chalicelib.entrypoints.http.routes import operations_of
from chalicelib.services.task_catalogue import TaskCatalogue
from tests.unit.api.gateway import Gateway


@pytest.fixture
def document(nobody: Gateway) -> dict[str, Any]:
    reply = nobody.get("/openapi.json")
    assert (reply.status, reply.headers["content-type"]) == (200, "application/json")
    found: dict[str, Any] = reply.json
    return found


def test_it_is_a_valid_openapi_3_1_document(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"
    schemathesis.openapi.from_dict(document).validate()


def test_every_schema_in_it_is_a_valid_schema(document: dict[str, Any]) -> None:
    for schema in document["components"]["schemas"].values():
        assert meta.is_valid({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    names = document["components"]["schemas"]
    references = list(references_in(document))
    assert references
    assert all(reference.removeprefix("#/components/schemas/") in names for reference in references)


def test_every_route_of_the_app_is_described_and_nothing_else(document: dict[str, Any]) -> None:
    unrouted = set(api_unrouted.EVERYTHING)
    served = {(path, method) for path, methods in app.routes.items() for method in methods if path not in unrouted}
    described = {(path, method.upper()) for path, methods in document["paths"].items() for method in methods}
    assert served == described


def test_every_operation_has_a_name_of_its_own_a_summary_and_a_tag(document: dict[str, Any]) -> None:
    operations = [operation for methods in document["paths"].values() for operation in methods.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(names) == len(set(names))
    assert all(operation["summary"] and operation["tags"][0] for operation in operations)


def test_every_problem_an_operation_can_answer_is_described(document: dict[str, Any]) -> None:
    for operation in operations_of(app):
        if operation.documented:
            responses = document["paths"][operation.path][operation.method.lower()]["responses"]
            text = " ".join(response["description"] for response in responses.values())
            assert all(f"`{error.code}`" in text for error in errors_of(operation))


def test_open_operations_need_no_key_and_all_others_do(document: dict[str, Any]) -> None:
    for operation in operations_of(app):
        if operation.documented:
            described = document["paths"][operation.path][operation.method.lower()]
            assert bool(described["security"]) is (operation.access is not Access.PUBLIC)
            assert ("401" in described["responses"]) is (operation.access is not Access.PUBLIC)
            assert ("403" in described["responses"]) is (
                operation.access is Access.ADMIN or ForbiddenError in operation.raises
            )


def test_requests_and_results_of_task_types_are_described(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    assert {"ContentRequest", "ContentResult"} <= set(schemas)
    variants = schemas["SubmitBody"]["oneOf"]
    assert [variant["properties"]["task_type"]["const"] for variant in variants] == list(TaskCatalogue().names())
    assert {"account_id", "topic", "priority", "run_at"} <= set(schemas["ContentSubmission"]["properties"])
    assert schemas["ContentSubmission"]["required"] == ["account_id", "topic"]


def test_the_server_is_where_the_document_came_from(make_world: Any, document: dict[str, Any]) -> None:
    assert document["servers"] == [{"url": "https://api.example/local"}]
    elsewhere = make_world(PUBLIC_BASE_URL="http://localhost:18010").as_user(None).get("/openapi.json").json
    assert elsewhere["servers"] == [{"url": "http://localhost:18010"}]


def references_in(node: Any) -> Any:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from references_in(child)
