"""The environment is read once, and what is missing is named in one sentence (A2)."""

import pytest

from chalicelib.settings import Settings, SettingsError, settings

COMPLETE = {"CONTENTHUB_STAGE": "dev", "DATA_BUCKET": "contenthub-dev-data-123456789012-eu-west-1"}


@pytest.fixture(autouse=True)
def forgotten() -> None:
    settings.cache_clear()


def test_everything_that_is_missing_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in COMPLETE:
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(SettingsError, match=r"CONTENTHUB_STAGE.*DATA_BUCKET"):
        settings()


def test_names_follow_from_the_stage_and_the_bucket() -> None:
    read = Settings.model_validate(COMPLETE)
    assert read.table("tasks") == "contenthub-dev-tasks"
    assert read.account_id == "123456789012"
    assert read.configured_providers == {"offline"}
    assert not read.switched_off


def test_a_default_provider_that_lacks_something_is_refused() -> None:
    with pytest.raises(ValueError, match="CONTENT_PROVIDER=bedrock needs BEDROCK_MODEL_ID"):
        Settings.model_validate(COMPLETE | {"CONTENT_PROVIDER": "bedrock"})


def test_generation_can_be_switched_off_by_the_environment() -> None:
    read = Settings.model_validate(COMPLETE | {"ASYNC_CONTENT_GENERATION_ENABLED": "false"})
    assert read.switched_off == {"content_generation"}
