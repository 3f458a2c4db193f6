"""Settings given to a deployment are checked before anything is deployed (A2), and lower concurrency (A36)."""

import re
from pathlib import Path

import pytest

from infrastructure.chalice_config import function_setting, read_config
from infrastructure.deploy import main
from infrastructure.function_variables import KNOWN, VariablesError, check_variables, read_variables, with_concurrency

PROJECT = Path(__file__).parents[2]


def test_an_env_file_is_read_without_its_comments_quotes_and_empty_values(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text('# mine\nCONTENT_PROVIDER=creator\nCREATOR_CLI_PATH="/opt/creator --fast"\nOPENAI_MODEL=\n')
    assert read_variables(file) == {"CONTENT_PROVIDER": "creator", "CREATOR_CLI_PATH": "/opt/creator --fast"}


def test_the_example_file_names_every_setting_sets_none_and_holds_values_that_are_accepted(tmp_path: Path) -> None:
    example = PROJECT / ".env.example"
    everything = tmp_path / ".env"
    everything.write_text(re.sub(r"^#(?=[A-Z_]+=)", "", example.read_text(), flags=re.MULTILINE))

    assert read_variables(example) == {}
    assert set(read_variables(everything)) == KNOWN
    check_variables("local", read_variables(everything))


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"CONTENT_PROVDER": "offline"}, "CONTENT_PROVDER"),
        ({"DATA_BUCKET": "mine"}, "DATA_BUCKET"),
        ({"CONTENT_PROVIDER": "magic"}, "CONTENT_PROVIDER"),
        ({"CONTENT_PROVIDER": "openai", "OPENAI_MODEL": "m"}, "OPENAI_BASE_URL"),
        ({"LEASE_SECONDS": "soon", "MAX_BODY_BYTES": "1"}, "LEASE_SECONDS.*MAX_BODY_BYTES"),
        ({"ASYNC_MAX_CONCURRENT_TASKS": "0"}, "ASYNC_MAX_CONCURRENT_TASKS"),
    ],
)
def test_a_wrong_setting_is_one_clear_error_that_names_it(variables: dict[str, str], named: str) -> None:
    with pytest.raises(VariablesError, match=named):
        check_variables("dev", variables)


def test_the_deploy_command_stops_before_it_touches_the_cloud(capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = ["--stage", "local", "--endpoint", "http://127.0.0.1:9", "--set", "CONTENT_PROVIDER=magic"]
    assert main(nowhere) == 1
    assert "CONTENT_PROVIDER" in capsys.readouterr().err


def test_the_number_of_concurrent_tasks_caps_every_consumer_and_raises_none() -> None:
    config = with_concurrency(read_config(PROJECT), "local", 3)
    functions = ("generation_high", "generation_normal", "generation_low", "sweeper")
    assert [function_setting(config, "local", name, "reserved_concurrency") for name in functions] == [3, 3, 2, 1]
