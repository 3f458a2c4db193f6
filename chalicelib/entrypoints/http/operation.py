"""One operation of the API: what serves it, what it takes, what it answers; served and described from this alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import BaseModel

from chalicelib.domain.errors import ContentHubError
from chalicelib.entrypoints.http.models import Inward, NoQuery

View = Callable[..., Any]
AnyView = TypeVar("AnyView", bound=View)


class Access(StrEnum):
    PUBLIC = "public"
    """No API key is looked at."""
    USER = "user"
    ADMIN = "admin"


class Dialect(StrEnum):
    """In whose words errors are told."""

    PROBLEM = "problem"
    """RFC 9457."""
    OPENAI = "openai"


@dataclass(frozen=True, eq=False)
class Operation:
    path: str
    view: View
    tag: str
    answers: Mapping[int, Any]
    """The models by status, the usual one first. None: something else than JSON, or nothing."""
    method: str = "GET"
    access: Access = Access.USER
    raises: tuple[type[ContentHubError], ...] = ()
    """What the view may raise beyond what every operation of its kind can."""
    submits: bool = False
    """Understands Idempotency-Key and Prefer."""
    takes_pictures: bool = False
    """Takes multipart/form-data beside JSON, and bodies as large as pictures are."""
    dialect: Dialect = Dialect.PROBLEM
    documented: bool = True

    @property
    def name(self) -> str:
        return self.view.__name__

    @property
    def body_model(self) -> type[Inward] | None:
        return self._parameter("body")

    @property
    def query_model(self) -> type[Inward]:
        return self._parameter("query") or NoQuery

    @property
    def usual_status(self) -> int:
        first: int = next(iter(self.answers))
        return first

    def _parameter(self, name: str) -> type[Inward] | None:
        found: type[Inward] | None = self.view.__annotations__.get(name)
        return found


@dataclass(frozen=True)
class Answer:
    """What a view returns when the status or headers are not the usual ones."""

    body: BaseModel | None = None
    status: int | None = None
    headers: Mapping[str, str] | None = None
    text: str = ""
    """In place of the body, with its own Content-Type."""
