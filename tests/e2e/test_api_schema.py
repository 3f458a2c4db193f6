"""Generated requests to the deployed API: no server error, no answer beside its description (P11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
import schemathesis
from boto3.dynamodb.conditions import Attr
from hypothesis import HealthCheck, Phase, assume, settings
from schemathesis import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance, unsupported_method

from app import app
from chalicelib.entrypoints.http.openapi import openapi_document
from chalicelib.entrypoints.http.routes import operations_of
from chalicelib.services.task_catalogue import TaskCatalogue
from tests.e2e.local_cloud import Platform

SEVERAL_EXAMPLES = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
FEW_EXAMPLES = settings(SEVERAL_EXAMPLES, max_examples=4, phases=[Phase.generate])
SLOW = "/v1/dead-letters"
"""To be sure that a dead-letter queue is empty, a second has to pass."""
USER, ADMIN = "schema-user", "schema-admin"


@pytest.fixture(scope="session")
def keys(platform: Platform) -> Iterator[dict[bool, str]]:
    """The keys of an admin and of another user; what they made is gone afterwards."""
    yield {True: platform.new_key(user_id=ADMIN, role="admin"), False: platform.new_key(user_id=USER, role="normal")}
    records = platform.table("records")
    for record in records.scan(FilterExpression=Attr("owner_id").is_in([USER, ADMIN]))["Items"]:
        records.delete_item(Key={"record_id": record["record_id"]})


DOCUMENT = openapi_document(
    [operation for operation in operations_of(app) if operation.documented], TaskCatalogue(), "http://localhost"
)
schema = schemathesis.openapi.from_dict(DOCUMENT)


@schema.exclude(path_regex=SLOW).parametrize()
@SEVERAL_EXAMPLES
def test_every_answer_of_the_deployed_api_is_as_described(
    case: Case[Any], platform: Platform, keys: dict[bool, str]
) -> None:
    check(case, platform, keys)


@schema.include(path_regex=SLOW).parametrize()
@FEW_EXAMPLES
def test_every_answer_about_dead_letters_is_as_described(
    case: Case[Any], platform: Platform, keys: dict[bool, str]
) -> None:
    check(case, platform, keys)


def check(case: Case[Any], platform: Platform, keys: dict[bool, str]) -> None:
    """Two checks are the unit tests' business: which accounts there are, what time it is and which cursors were handed
    out, no schema can say, and TRACE never gets past API Gateway. Control characters in a path do not either, and on
    LocalStack a multipart body without a boundary does not."""
    assume(unquote(case.formatted_path).isprintable())
    assume(platform.cloud is not None or not says_multipart(case))
    admin_only = bool(case.operation.definition.raw.get("x-admin-only"))
    case.call_and_validate(
        base_url=platform.base_url,
        headers={"Authorization": f"Bearer {keys[admin_only]}", "Prefer": "wait=1"},
        excluded_checks=[positive_data_acceptance, unsupported_method],
    )


def says_multipart(case: Case[Any]) -> bool:
    headers = {name.lower(): str(value) for name, value in (case.headers or {}).items()}
    return (case.media_type or headers.get("content-type", "")).startswith("multipart/")


def test_the_deployed_docs_page_and_its_document_belong_together(platform: Platform) -> None:
    with platform.client(None) as client:
        page, document = client.get("/docs"), client.get("/openapi.json")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert 'new URL("openapi.json", here)' in page.text
    assert document.json() == {**DOCUMENT, "servers": [{"url": platform.base_url}]}


def test_what_no_route_answers_is_answered_by_the_api_all_the_same(platform: Platform) -> None:
    with platform.client(None) as client:
        unknown, wrong = client.get("/v1/nothing/at/all"), client.delete("/v1/tasks")
        preflight = client.options("/v1/tasks", headers={"Origin": "https://console.example"})
    assert (unknown.status_code, unknown.json()["code"]) == (404, "not_found")
    assert (wrong.status_code, wrong.json()["code"]) == (405, "method_not_allowed")
    assert wrong.headers["allow"] == "POST, GET, OPTIONS"
    assert preflight.status_code == 204
    assert "access-control-allow-origin" not in preflight.headers
