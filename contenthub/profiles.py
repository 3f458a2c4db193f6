"""Stored connections: the user's profiles, and the project-local profile that `make up` writes."""

import json
import os
import re
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from contenthub.errors import LocalError
from contenthub.http_answers import is_loopback

LOCAL_PROFILE = Path(".contenthub") / "local.toml"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True)
class Profile:
    base_url: str
    api_key: str | None = None


@dataclass(frozen=True)
class Configuration:
    """The whole configuration file: the profiles by name and the name of the one in use."""

    profiles: Mapping[str, Profile] = field(default_factory=dict)
    current: str | None = None

    def with_profile(self, name: str, profile: Profile) -> "Configuration":
        """The first profile that is added comes into use at once."""
        return Configuration({**self.profiles, name: profile}, self.current or name)

    def without_profile(self, name: str) -> "Configuration":
        left = {key: profile for key, profile in self.profiles.items() if key != name}
        return Configuration(left, None if self.current == name else self.current)

    def using(self, name: str) -> "Configuration":
        return replace(self, current=name)


def configuration_path(environ: Mapping[str, str]) -> Path:
    if environ.get("CONTENTHUB_CONFIG"):
        return Path(environ["CONTENTHUB_CONFIG"]).expanduser()
    folder = environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(folder) / "contenthub" / "config.toml"


def load_configuration(path: Path) -> Configuration:
    """An absent file is an empty configuration; a broken one is an error that names it."""
    content = _read_toml(path)
    profiles = content.get("profiles", {})
    try:
        return Configuration(
            {name: Profile(str(p["base_url"]), p.get("api_key")) for name, p in profiles.items()},
            content.get("current"),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise LocalError("bad_configuration", path=path) from error


def save_configuration(path: Path, configuration: Configuration) -> None:
    lines = [f"current = {_quoted(configuration.current)}", ""] if configuration.current else []
    for name, profile in configuration.profiles.items():
        lines += [f"[profiles.{name}]", *_profile_lines(profile), ""]
    _write_private(path, "\n".join(lines))


def check_profile_name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise LocalError("bad_profile_name", value=name)
    return name


def write_local_profile(folder: Path | str, *, base_url: str, api_key: str) -> Path:
    """Writes the project-local profile into a folder, for this user only; returns the file's path.

    It makes `contenthub` work without any configuration, started anywhere below the folder or from
    the folder's virtual environment.
    """
    path = Path(folder) / LOCAL_PROFILE
    _write_private(path, "\n".join(_profile_lines(Profile(base_url, api_key))) + "\n")
    return path


def find_local_profile(working_folder: Path, environment_folder: Path) -> Path | None:
    """Upward from the working folder, then beside the virtual environment that runs this command."""
    start = working_folder.resolve()
    for folder in [start, *start.parents, environment_folder.parent]:
        path = folder / LOCAL_PROFILE
        if _belongs_to_user(path):
            return path
    return None


def load_local_profile(path: Path) -> Profile:
    """Only loopback addresses are accepted.

    The file may come with a folder that somebody else made; it must not lead a command, and the
    key in its environment, to a foreign machine.
    """
    content = _read_toml(path)
    base_url, api_key = content.get("base_url"), content.get("api_key")
    if not isinstance(base_url, str) or not isinstance(api_key, str | None) or not is_loopback(base_url):
        raise LocalError("bad_configuration", path=path)
    return Profile(base_url, api_key)


def _belongs_to_user(path: Path) -> bool:
    try:
        owner = path.stat().st_uid
    except OSError:
        return False
    return sys.platform == "win32" or owner == os.getuid()


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LocalError("bad_configuration", path=path) from error


def _profile_lines(profile: Profile) -> list[str]:
    lines = [f"base_url = {_quoted(profile.base_url)}"]
    if profile.api_key:
        lines.append(f"api_key = {_quoted(profile.api_key)}")
    return lines


def _quoted(text: str) -> str:
    # A JSON string is a TOML basic string, but for DEL, which no URL, name or key contains.
    return json.dumps(text, ensure_ascii=False)


def _write_private(path: Path, text: str) -> None:
    """Replaces the file in one step; nobody else can read it at any moment."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")  # mode 0600
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).replace(path)
    except OSError as error:
        raise LocalError("configuration_not_writable", path=path, reason=error.strerror) from error
