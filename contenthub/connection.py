"""Decides which server to talk to and with which key, from options, environment and stored profiles."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from contenthub.errors import LocalError
from contenthub.exit_codes import ExitCode
from contenthub.profiles import (
    Configuration,
    Profile,
    configuration_path,
    find_local_profile,
    load_configuration,
    load_local_profile,
)

DEFAULT_URL = "http://localhost:18010"
LOCAL_NAME = "local"


@dataclass(frozen=True)
class Connection:
    """Where a command goes; `profile_name` is None when only options or the environment say so."""

    base_url: str
    api_key: str | None
    profile_name: str | None
    local_path: Path | None = None
    key_from_environment: bool = False


@dataclass(frozen=True)
class Places:
    """Where configuration is looked for."""

    environ: Mapping[str, str]
    working_folder: Path
    environment_folder: Path

    @property
    def configuration(self) -> Path:
        return configuration_path(self.environ)


def resolve_connection(places: Places, *, url: str | None, profile: str | None) -> Connection:
    """Option before environment before stored profile before project-local profile before the default.

    A stored key goes to its own server only: with another address (`--url`, CONTENTHUB_URL) the key
    must come from CONTENTHUB_API_KEY.
    """
    name, stored, local_path = _stored_profile(places, profile or places.environ.get("CONTENTHUB_PROFILE"))
    base_url = checked_url(url or places.environ.get("CONTENTHUB_URL") or (stored.base_url if stored else DEFAULT_URL))
    environment_key = places.environ.get("CONTENTHUB_API_KEY")
    if stored and base_url != stored.base_url.rstrip("/"):
        name, stored, local_path = None, None, None
    key = environment_key or (stored.api_key if stored else None)
    if key is not None and (not key.isascii() or not key.isprintable()):
        raise LocalError("bad_key")
    return Connection(base_url, key, name, local_path, bool(environment_key))


def checked_url(text: str) -> str:
    url = text.strip().rstrip("/")
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1)
    except ValueError:
        usable = False
    if not usable or parts.query or parts.fragment or not url.isprintable():
        raise LocalError("bad_url", value=text)
    return url


def profile_in(configuration: Configuration, name: str) -> Profile:
    if name not in configuration.profiles:
        raise LocalError("unknown_profile", exit_code=ExitCode.NOT_FOUND, name=name)
    return configuration.profiles[name]


def _stored_profile(places: Places, wanted: str | None) -> tuple[str | None, Profile | None, Path | None]:
    configuration = load_configuration(places.configuration)
    name = wanted or configuration.current
    if name and (name in configuration.profiles or name != LOCAL_NAME):
        return name, profile_in(configuration, name), None
    local_path = find_local_profile(places.working_folder, places.environment_folder)
    if local_path:
        return LOCAL_NAME, load_local_profile(local_path), local_path
    if name:
        raise LocalError("no_local_profile", exit_code=ExitCode.NOT_FOUND)
    return None, None, None
