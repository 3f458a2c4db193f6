"""Generated requests, good and bad: no server error, no answer beside the description (P11)."""

from http.client import GATEWAY_TIMEOUT
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import positive_data_acceptance

from chalicelib import bootstrap
from tests.examples import examples
from tests.generated_requests import operations_by_label, try_out
from tests.unit.api.conftest import KEYS, new_world
from tests.unit.api.wsgi import as_wsgi

BEYOND_A_SCHEMA = {
    "invalid_cursor",
    "unknown_account",
    "account_inactive",
    "unknown_upload",
    "provider_not_configured",
    "missing_framework",
    "idempotency_key_reused",
    "batch_rejected",
    "picture_unreadable",
    "mask_unusable",
    "malformed_form",  # as Werkzeug writes an empty file
}
CODES_BEYOND_A_SCHEMA = {
    "out_of_range",
    "datetime_format",
    "provider_not_configured",
    "duplicate_concept",
    "cycle",
    "too_many_concepts",
    "not_base64",
    "one_picture",
    "strength_without_picture",
    "mask_without_picture",
    "unknown_package",
    "unknown_document",
    "document_not_uploaded",
    "duplicate_document",
    "no_files",
}
"""What no schema can say: which accounts there are, what time it is, which cursors were handed out."""

WORLD = new_world(PUBLIC_BASE_URL="http://localhost")
patch = pytest.MonkeyPatch()
patch.setattr(bootstrap, "platform", lambda: WORLD.platform)
schema = schemathesis.openapi.from_wsgi("/openapi.json", as_wsgi(WORLD.as_user(None)))
patch.undo()
OPERATIONS = operations_by_label(schema)


@pytest.mark.parametrize("label", OPERATIONS)
def test_every_answer_is_as_described(label: str) -> None:
    try_out(OPERATIONS[label], is_as_described)


@settings(
    max_examples=examples(15),
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def is_as_described(case: Case[Any]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bootstrap, "platform", lambda: WORLD.platform)
        headers = {"Authorization": f"Bearer {KEYS['admin']}"}
        response = case.call(headers=headers)
        # Nobody draws here, so that who waits for pictures is told so.
        late = [not_a_server_error] if response.status_code == GATEWAY_TIMEOUT else []
        case.validate_response(response, headers=headers, excluded_checks=[positive_data_acceptance, *late])
    if case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE:
        assert response.status_code not in (400, 422) or beyond_a_schema(response.json()), response.text


def beyond_a_schema(problem: dict[str, Any]) -> bool:
    if "error" in problem:
        told = problem["error"]
        return told["code"] in BEYOND_A_SCHEMA or told["param"] in ("size", "image", "mask")
    if problem["code"] == "validation_failed":
        return all(error["code"] in CODES_BEYOND_A_SCHEMA for error in problem["errors"])
    return problem["code"] in BEYOND_A_SCHEMA
