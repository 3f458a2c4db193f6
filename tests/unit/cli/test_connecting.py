"""Which server is used with which key, and how both are stored."""

import json
import stat
from pathlib import Path

import pytest

from contenthub.profiles import load_configuration, write_local_profile
from tests.unit.cli.conftest import KEY, CommandLine
from tests.unit.cli.fake_api import FakeApi

OTHER_KEY = "chk_" + "o" * 43


@pytest.fixture(autouse=True)
def _who_am_i(api: FakeApi) -> None:
    api.gives("GET", "/v1/me", {"user_id": "demo", "role": "admin"})


@pytest.fixture
def signed_out(contenthub: CommandLine) -> CommandLine:
    del contenthub.environ["CONTENTHUB_URL"], contenthub.environ["CONTENTHUB_API_KEY"]
    return contenthub


def used_key(api: FakeApi) -> str | None:
    return api.requests[-1].headers.get("Authorization")


def test_a_project_local_profile_is_found_from_any_folder_below(api: FakeApi, signed_out: CommandLine) -> None:
    write_local_profile(signed_out.folder, base_url=api.url, api_key=KEY)
    below = signed_out.folder / "docs" / "deep"
    below.mkdir(parents=True)

    run = CommandLine(below, signed_out.clock, signed_out.environ)("auth", "status", "--json")

    assert json.loads(run.stdout)["profile"] == "local"
    listed = json.loads(signed_out("profile", "list", "--json").stdout)["items"]
    assert [(item["name"], item["in_use"]) for item in listed] == [("local", True)]
    assert used_key(api) == f"Bearer {KEY}"


def test_a_project_local_profile_is_found_beside_the_virtual_environment(api: FakeApi, signed_out: CommandLine) -> None:
    write_local_profile(signed_out.folder / "elsewhere", base_url=api.url, api_key=KEY)

    assert signed_out("auth", "status").exit_code == 0
    assert used_key(api) == f"Bearer {KEY}"


def test_the_local_profile_is_for_its_owner_only(tmp_path: Path) -> None:
    path = write_local_profile(tmp_path, base_url="http://localhost:18010", api_key=KEY)

    assert path == tmp_path / ".contenthub" / "local.toml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text() == f'base_url = "http://localhost:18010"\napi_key = "{KEY}"\n'


def test_a_local_profile_cannot_lead_to_a_foreign_machine(api: FakeApi, signed_out: CommandLine) -> None:
    write_local_profile(signed_out.folder, base_url="https://evil.example.com", api_key=KEY)

    run = signed_out("auth", "status")

    assert run.exit_code == 2
    assert "local.toml" in run.stderr
    assert api.requests == []


def test_a_stored_profile_comes_before_the_local_one(api: FakeApi, signed_out: CommandLine) -> None:
    write_local_profile(signed_out.folder, base_url="http://localhost:1", api_key=OTHER_KEY)
    signed_out("profile", "add", "dev", api.url, "--key", stdin=KEY)

    assert signed_out("auth", "status").exit_code == 0
    assert used_key(api) == f"Bearer {KEY}"


def test_profiles_are_added_used_shown_and_removed(api: FakeApi, signed_out: CommandLine) -> None:
    signed_out("profile", "add", "dev", api.url, "--key", stdin=f"{KEY}\n")
    signed_out("profile", "add", "prod", "https://hub.example.com")

    listed = json.loads(signed_out("profile", "list", "--json").stdout)["items"]
    assert [(item["name"], item["in_use"]) for item in listed] == [("dev", True), ("prod", False)]
    assert KEY not in signed_out("profile", "show", "dev").stdout

    assert signed_out("profile", "use", "prod").exit_code == 0
    assert json.loads(signed_out("profile", "show", "--json").stdout)["name"] == "prod"
    assert signed_out("auth", "status", "--profile", "dev").exit_code == 0

    assert signed_out("profile", "remove", "prod").exit_code == 0
    assert signed_out("profile", "use", "prod").exit_code == 5


def test_the_configuration_is_for_its_owner_only(signed_out: CommandLine) -> None:
    signed_out("profile", "add", "dev", "http://localhost:1", "--key", stdin=KEY)

    path = Path(signed_out.environ["CONTENTHUB_CONFIG"])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_configuration(path).profiles["dev"].api_key == KEY


def test_without_a_named_file_the_configuration_is_in_the_users_folder(signed_out: CommandLine, tmp_path: Path) -> None:
    del signed_out.environ["CONTENTHUB_CONFIG"]
    signed_out.environ["XDG_CONFIG_HOME"] = str(tmp_path / "xdg")

    signed_out("profile", "add", "dev", "http://localhost:1")

    assert (tmp_path / "xdg" / "contenthub" / "config.toml").exists()


def test_a_stored_key_is_never_sent_to_another_server(api: FakeApi, signed_out: CommandLine) -> None:
    signed_out("profile", "add", "prod", "https://hub.example.com", "--key", stdin=KEY)

    signed_out("auth", "status", "--url", api.url)

    assert used_key(api) is None


def test_a_profile_that_moves_to_another_server_loses_its_key(signed_out: CommandLine) -> None:
    signed_out("profile", "add", "dev", "http://localhost:1", "--key", stdin=KEY)

    signed_out("profile", "add", "dev", "http://localhost:2")

    path = Path(signed_out.environ["CONTENTHUB_CONFIG"])
    assert load_configuration(path).profiles["dev"].api_key is None


@pytest.mark.parametrize("how", ["argument", "standard input"])
def test_a_key_is_checked_and_stored(api: FakeApi, signed_out: CommandLine, how: str) -> None:
    signed_out("profile", "add", "dev", api.url)

    run = signed_out("auth", "token", KEY) if how == "argument" else signed_out("auth", "token", stdin=KEY)

    assert run.exit_code == 0
    assert KEY not in run.output
    assert signed_out("auth", "status").exit_code == 0
    assert used_key(api) == f"Bearer {KEY}"


def test_a_refused_key_is_not_stored(api: FakeApi, signed_out: CommandLine) -> None:
    signed_out("profile", "add", "dev", api.url)
    api.forget()
    api.refuses("GET", "/v1/me", 401, "invalid_credentials")

    assert signed_out("auth", "token", KEY).exit_code == 4
    assert KEY not in Path(signed_out.environ["CONTENTHUB_CONFIG"]).read_text()


def test_a_key_for_the_local_profile_is_stored_there(api: FakeApi, signed_out: CommandLine) -> None:
    path = write_local_profile(signed_out.folder, base_url=api.url, api_key=OTHER_KEY)

    assert signed_out("auth", "token", KEY).exit_code == 0
    assert KEY in path.read_text()


def test_the_first_key_makes_a_profile(api: FakeApi, signed_out: CommandLine) -> None:
    signed_out("auth", "token", KEY, "--url", api.url)

    profiles = load_configuration(Path(signed_out.environ["CONTENTHUB_CONFIG"])).profiles
    assert profiles["default"].base_url == api.url


def test_logging_out_forgets_the_key(api: FakeApi, signed_out: CommandLine) -> None:
    signed_out("profile", "add", "dev", api.url, "--key", stdin=KEY)

    assert signed_out("auth", "logout").exit_code == 0
    signed_out("auth", "status")

    assert used_key(api) is None


@pytest.mark.parametrize("key", ["", "with space", "schlüssel", "a\tb"])
def test_what_cannot_be_a_key_is_refused(api: FakeApi, signed_out: CommandLine, key: str) -> None:
    assert signed_out("auth", "token", stdin=key).exit_code == 2
    assert api.requests == []


@pytest.mark.parametrize("text", ["not toml [", "[profiles]\ndev = 3", "profiles = 5"])
def test_a_broken_configuration_is_named(signed_out: CommandLine, text: str) -> None:
    path = Path(signed_out.environ["CONTENTHUB_CONFIG"])
    path.write_text(text)

    run = signed_out("auth", "status")

    assert run.exit_code == 2
    assert "config.toml" in run.stderr


@pytest.mark.parametrize("name", ["a b", "a.b", "", "x" * 65])
def test_a_profile_name_is_a_word(signed_out: CommandLine, name: str) -> None:
    assert signed_out("profile", "add", name, "http://localhost:1").exit_code == 2


def test_an_unknown_profile_is_not_found(signed_out: CommandLine) -> None:
    assert signed_out("auth", "status", "--profile", "nowhere").exit_code == 5
    assert signed_out("auth", "status", "--profile", "local").exit_code == 5
