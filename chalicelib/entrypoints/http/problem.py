"""The shape of every error answer: RFC 9457."""

from pydantic import Field

from chalicelib.entrypoints.http.models import Outward


class FieldProblemView(Outward):
    """One thing wrong with one field."""

    pointer: str = Field(description="JSON pointer into the body, `?name` of a query parameter, or a header's name.")
    code: str
    detail: str


class Problem(Outward):
    """What went wrong, for people (title, detail) and for programs (code)."""

    type: str = Field(description="A page about this kind of problem.")
    title: str = Field(description="In Chinese or English, by Accept-Language.")
    status: int
    code: str = Field(description="Stable; the only member to decide anything by.")
    detail: str
    instance: str | None = Field(default=None, description="Names this very occurrence.")
    errors: list[FieldProblemView] | None = None
