"""What is taken as a body: JSON as the standard has it, within limits."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.domain.errors import ContentHubError
from chalicelib.entrypoints.http.bodies import MAX_DEPTH, read_json
from tests.examples import examples
from tests.unit.api.gateway import Gateway
from tests.unit.api.test_problems import assert_problem
from tests.unit.api.test_submitting import TASK

MALFORMED = [
    "",
    "   ",
    "{",
    "nonsense",
    "[]",
    '"text"',
    "null",
    '{"a": NaN}',
    '{"a": Infinity}',
    '{"a": -Infinity}',
    '{"a": 1e999}',
    '{"a": "\\ud800"}',
    '{"\\udfff": 1}',
    '{"a": ' + "9" * 5000 + "}",
    '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}",
    '{"a": ' + "[" * 40 + "]" * 40 + "}",
    "{'a': 1}",
    '{"a": 1,}',
]


@pytest.mark.parametrize("text", MALFORMED, ids=lambda text: text[:20])
def test_what_is_not_json_is_refused(alice: Gateway, text: str) -> None:
    assert_problem(alice.request("POST", "/v1/tasks", raw=text), 400, "malformed_json")


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/xml", "application/json; charset=gbk", "multipart/form-data", "image/png"],
)
def test_another_media_type_is_refused(alice: Gateway, content_type: str) -> None:
    reply = alice.request("POST", "/v1/tasks", body=TASK, headers={"Content-Type": content_type})
    assert_problem(reply, 415, "unsupported_media_type")


@pytest.mark.parametrize("content_type", ["application/json", "Application/JSON; charset=UTF-8"])
def test_json_is_taken_however_its_type_is_written(alice: Gateway, content_type: str) -> None:
    assert alice.request("POST", "/v1/tasks", body=TASK, headers={"Content-Type": content_type}).status == 202


def test_a_body_without_a_type_is_taken_as_json(alice: Gateway) -> None:
    event = alice.event("POST", "/v1/tasks", json.dumps(TASK), {"Authorization": f"Bearer {alice.api_key}"})
    assert alice.invoke(event).status == 202


def test_a_body_that_is_too_large_is_refused(make_world: Any) -> None:
    user = make_world(MAX_BODY_BYTES="2000").as_user("alice")
    large = {**TASK, "request": {"topic": "大" * 700}}
    assert_problem(user.request("POST", "/v1/tasks", raw=json.dumps(large, ensure_ascii=False)), 413, "body_too_large")


def test_a_body_that_is_declared_too_large_is_not_even_read(make_world: Any) -> None:
    user = make_world(MAX_BODY_BYTES="2000").as_user("alice")
    reply = user.request("POST", "/v1/tasks", raw="not json", headers={"Content-Length": "2001"})
    assert_problem(reply, 413, "body_too_large")


def test_a_body_that_arrives_in_base64_is_decoded(alice: Gateway) -> None:
    import base64

    headers = {"Authorization": f"Bearer {alice.api_key}", "Content-Type": "application/json"}
    event = alice.event("POST", "/v1/tasks", base64.b64encode(json.dumps(TASK).encode()).decode(), headers)
    assert alice.invoke({**event, "isBase64Encoded": True}).status == 202


def test_the_deepest_body_that_is_taken_is_as_deep_as_said() -> None:
    def nested(levels: int) -> bytes:
        return ('{"a":' * levels + "1" + "}" * levels).encode()

    assert read_json({}, nested(MAX_DEPTH), max_bytes=10_000)
    with pytest.raises(ContentHubError, match="deep"):
        read_json({}, nested(MAX_DEPTH + 1), max_bytes=10_000)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.text(), json_values))
@settings(max_examples=examples(40), deadline=None)
def test_every_valid_document_is_read_as_it_was_written(document: dict[str, Any]) -> None:
    raw = json.dumps(document, ensure_ascii=False).encode("utf-8", errors="ignore")
    assert read_json({}, raw, max_bytes=10**6) == json.loads(raw)


@given(st.binary(max_size=300))
@settings(max_examples=examples(100), deadline=None)
def test_no_bytes_do_anything_else_than_being_refused(raw: bytes) -> None:
    try:
        document = read_json({}, raw, max_bytes=10**6)
    except ContentHubError:
        return
    assert isinstance(document, dict)
