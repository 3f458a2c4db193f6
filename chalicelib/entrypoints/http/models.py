"""What all models of requests and answers share: strict fields in, one form of time out."""

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    Strict,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

RFC_3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)")
FIRST_YEAR, LAST_YEAR = 1970, 9998
WHOLE_NUMBER = re.compile(r"-?\d{1,15}")
LARGEST_PAGE, DEFAULT_PAGE = 100, 50
LONGEST_CURSOR = 1000


class Inward(BaseModel):
    """A request: unknown fields are mistakes."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


class Outward(BaseModel):
    """An answer."""

    model_config = ConfigDict(defer_build=True)


def as_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _instant(value: Any) -> datetime:
    if not isinstance(value, str) or not RFC_3339.fullmatch(value):
        raise _not_a_time()
    try:
        moment = datetime.fromisoformat(value.upper()).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _not_a_time() from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise _not_a_time()
    return moment


def _not_a_time() -> PydanticCustomError:
    return PydanticCustomError("datetime_format", "Input should be a time such as 2026-11-22T05:00:00Z")


def _without_fraction(value: Any) -> Any:
    """JSON does not tell 5.0 from 5."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _whole_number(value: Any) -> Any:
    return int(value) if isinstance(value, str) and WHOLE_NUMBER.fullmatch(value) else value


def _truth(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


WITHOUT_FRACTION = BeforeValidator(_without_fraction)
Whole = Annotated[int, Strict(), WITHOUT_FRACTION]
"""Where its limits stand in another annotation, they must stand before the validator: pydantic's schema forgets them
otherwise."""
Truth = Annotated[bool, Strict()]
Instant = Annotated[datetime, BeforeValidator(_instant)]
"""A time with its zone, as RFC 3339 writes it."""
Moment = Annotated[
    datetime,
    PlainSerializer(as_text, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time"}, mode="serialization"),
]
"""A time in an answer: UTC with milliseconds."""
Name = Annotated[str, Field(min_length=1, max_length=128)]
"""An id or a name that a store is asked for."""
FROM_TEXT = BeforeValidator(_whole_number)
QueryWhole = Annotated[int, Strict(), FROM_TEXT]
QueryTruth = Annotated[bool, Strict(), BeforeValidator(_truth)]


class NoQuery(Inward):
    """An operation that takes no query parameters."""


class PageQuery(Inward):
    limit: QueryWhole = Field(
        default=DEFAULT_PAGE, ge=1, le=LARGEST_PAGE, description="How many at most; a page may hold fewer."
    )
    cursor: str | None = Field(
        default=None,
        max_length=LONGEST_CURSOR,
        description="The `next_cursor` of the page before, with the same filters.",
        json_schema_extra={"pattern": "^[A-Za-z0-9_-]+$"},
    )

    def filters(self) -> dict[str, str]:
        """What the list is narrowed to, as text; a cursor is good for these only."""
        chosen = self.model_dump(mode="json", exclude={"limit", "cursor"}, exclude_none=True)
        return {name: str(value) for name, value in chosen.items()}


def unset() -> Any:
    """The default of a field that may be left out but not be null."""
    return Field(default_factory=lambda: None)


class ChangeBody(Inward):
    """Changes to a record: what is left out stays as it is."""

    model_config = ConfigDict(extra="forbid", defer_build=True, json_schema_extra={"minProperties": 1})

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("empty_change", "at least one field must be given")
        return self

    def changes(self) -> dict[str, Any]:
        return self.model_dump(mode="json", exclude_unset=True)
