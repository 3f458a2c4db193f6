"""What is refused before anything is stored, and what is added to a request."""

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.domain.errors import (
    AccountInactiveError,
    ProviderNotConfiguredError,
    UnknownAccountError,
    UnknownUploadError,
    ValidationFailedError,
)
from chalicelib.domain.ports.images import ImagePolicy
from chalicelib.domain.record import Record
from chalicelib.task_types.content_generation.schema import ContentJob, ContentRequest, ContentResult
from chalicelib.task_types.content_generation.submission import prepare

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
UPLOAD = "01arz3ndektsv4rrffq69g5fav"


class Desk:
    """Knows two accounts, one upload and the offline writer."""

    owner_id = "ann"
    images = ImagePolicy()

    def record(self, kind: str, record_id: str, *, fresh: bool = False) -> Record | None:
        assert not fresh
        bodies: dict[str, dict[str, Any]] = {
            "49": {"name": "科技前沿观察", "platform": "公众号", "tone": ["专业"], "language": "zh", "active": True},
            "50": {"name": "Old", "language": "en", "active": False},
        }
        body = bodies.get(record_id) if kind == "account" else None
        return Record("account", record_id, "root", body, NOON, NOON) if body else None

    def upload_exists(self, upload_id: str) -> bool:
        return upload_id == UPLOAD

    def file_exists(self, location: str) -> bool:
        raise AssertionError(location)

    def provider_configured(self, provider: str) -> bool:
        return provider == "offline"


DESK = Desk()


def pointer_of(request: dict[str, Any]) -> str:
    with pytest.raises(ValidationFailedError) as caught:
        prepare(request, DESK)
    return caught.value.problems[0].pointer


@pytest.mark.parametrize("account_id", [49, 49.0, "49", " 49 "])
def test_the_account_is_copied_into_the_request(account_id: object) -> None:
    prepared = prepare({"account_id": account_id, "topic": " 溪石洞 "}, DESK)

    assert prepared["account"] == {
        "account_id": "49",
        "name": "科技前沿观察",
        "platform": "公众号",
        "audience": None,
        "tone": ["专业"],
        "language": "zh",
    }
    assert (prepared["topic"], prepared["account_id"], prepared["length"]) == ("溪石洞", "49", "medium")
    assert ContentJob.model_validate(prepared).account.name == "科技前沿观察"


def test_the_published_schema_states_the_limits_of_both_forms_of_a_field() -> None:
    fields = ContentRequest.model_json_schema()["properties"]
    text, number = fields["account_id"]["anyOf"]
    word, words, _ = fields["tone"]["anyOf"]

    assert (text["minLength"], text["maxLength"]) == (1, 64)
    assert (number["minimum"], number["maximum"]) == (0, 10**15)
    assert (word["minLength"], word["maxLength"]) == (1, 100)
    assert (words["items"], words["maxItems"]) == (word, 10)


def test_a_single_tone_word_becomes_a_list() -> None:
    assert prepare({"account_id": 49, "topic": "x", "tone": "friendly"}, DESK)["tone"] == ["friendly"]


def test_an_unknown_account_is_refused() -> None:
    with pytest.raises(UnknownAccountError):
        prepare({"account_id": 7, "topic": "x"}, DESK)


def test_an_upload_that_is_not_there_is_refused() -> None:
    assert prepare({"account_id": 49, "topic": "x", "source_upload_id": UPLOAD}, DESK)["source_upload_id"] == UPLOAD
    with pytest.raises(UnknownUploadError):
        prepare({"account_id": 49, "topic": "x", "source_upload_id": UPLOAD[::-1]}, DESK)


def test_a_provider_that_is_not_configured_is_refused() -> None:
    with pytest.raises(ProviderNotConfiguredError):
        prepare({"account_id": 49, "topic": "x", "provider": "bedrock"}, DESK)


def test_an_inactive_account_is_refused() -> None:
    with pytest.raises(AccountInactiveError):
        prepare({"account_id": 50, "topic": "x"}, DESK)


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"topic": "   "}, "/request/topic"),
        ({"topic": "x" * 301}, "/request/topic"),
        ({"topic": None}, "/request/topic"),
        ({"account_id": True}, "/request/account_id"),
        ({"account_id": ""}, "/request/account_id"),
        ({"account_id": " "}, "/request/account_id"),
        ({"account_id": -1}, "/request/account_id"),
        ({"account_id": 10**15 + 1}, "/request/account_id"),
        ({"account_id": 49.5}, "/request/account_id"),
        ({"account_id": "a#b"}, "/request/account_id"),
        ({"keywords": ["x"] * 31}, "/request/keywords"),
        ({"keywords": ["x" * 101]}, "/request/keywords/0"),
        ({"keywords": [" "]}, "/request/keywords/0"),
        ({"reference_text": "x" * 200_001}, "/request/reference_text"),
        ({"length": "huge"}, "/request/length"),
        ({"language": "fr"}, "/request/language"),
        ({"provider": "oracle"}, "/request/provider"),
        ({"tone": [1]}, "/request/tone/0"),
        ({"tone": "x" * 101}, "/request/tone/0"),
        ({"tone": ["x"] * 11}, "/request/tone"),
        ({"account": {}}, "/request/account"),
        ({"colour": "red"}, "/request/colour"),
    ],
)
def test_a_wrong_field_is_named(wrong: dict[str, Any], pointer: str) -> None:
    assert pointer_of({"account_id": 49, "topic": "x", **wrong}) == pointer


def test_the_longest_allowed_request_passes() -> None:
    longest = {"topic": "x" * 300, "keywords": ["k" * 100] * 30, "reference_text": "x" * 200_000}

    assert prepare({"account_id": 49, **longest}, DESK)["topic"] == "x" * 300


def test_the_published_schemas_describe_their_fields() -> None:
    asked = ContentRequest.model_json_schema()

    assert asked["additionalProperties"] is False
    assert asked["properties"]["account_id"]["description"]
    assert [form["type"] for form in asked["properties"]["account_id"]["anyOf"]] == ["string", "integer"]
    assert ContentResult.model_json_schema()["properties"]["grounding"]["description"]
    assert ContentRequest.model_validate(asked["examples"][0]).topic == "芙蓉洞"
