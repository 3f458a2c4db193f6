"""What every command shares: the global options, the connection, the client, the screen."""

from dataclasses import dataclass
from functools import cached_property
from typing import cast

import typer

from contenthub.client import Client
from contenthub.connection import Connection, Places, resolve_connection
from contenthub.display.screen import Screen
from contenthub.moments import parse_moment
from contenthub.surroundings import Surroundings
from contenthub.texts import Texts


@dataclass
class GlobalOptions:
    """Given before or after the command; the later one counts."""

    json: bool = False
    lang: str | None = None
    profile: str | None = None
    url: str | None = None
    no_color: bool = False
    timeout: float | None = None

    def set(self, name: str, value: object) -> None:
        """Keeps what was given; an option that was left out changes nothing."""
        if value not in (None, False):
            setattr(self, name, value)


class Session:
    """Lives as long as one command; everything is made on first use, after all options are read."""

    def __init__(self, surroundings: Surroundings, *, language: str) -> None:
        self.surroundings = surroundings
        self.options = GlobalOptions()
        self.texts = Texts(language)

    @cached_property
    def screen(self) -> Screen:
        return Screen(
            self.texts,
            surroundings=self.surroundings,
            as_json=self.options.json,
            colourless=self.options.no_color,
        )

    @cached_property
    def places(self) -> Places:
        outside = self.surroundings
        return Places(outside.environ, outside.working_folder, outside.environment_folder)

    @cached_property
    def connection(self) -> Connection:
        return resolve_connection(self.places, url=self.options.url, profile=self.options.profile)

    @cached_property
    def client(self) -> Client:
        return self.client_for(self.connection.base_url, self.connection.api_key)

    def client_for(self, base_url: str, api_key: str | None) -> Client:
        return Client(
            base_url,
            api_key,
            language=self.texts.language,
            timeout_seconds=self.options.timeout or 30.0,
            sleep=self.surroundings.pace.sleep,
        )

    def close(self) -> None:
        if "client" in self.__dict__:
            self.client.close()

    def moment(self, text: str | None, *, backwards: bool = False) -> str | None:
        if text is None:
            return None
        return parse_moment(text, now=self.surroundings.now(), backwards=backwards)


def session_of(context: typer.Context) -> Session:
    return cast("Session", context.obj)
