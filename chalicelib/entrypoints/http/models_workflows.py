"""Requests and answers about workflows: their units and the reviews they wait for."""

from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.domain.task import Status
from chalicelib.entrypoints.http.models import Inward, Moment, Outward, PageQuery

LONGEST_COMMENTS = 5000


class ChildrenQuery(PageQuery):
    status: Status | None = None


class ReviewBody(Inward):
    """A person's decision on what is under review."""

    decision: Literal["approve", "reject"]
    comments: Annotated[str, Field(max_length=LONGEST_COMMENTS)] | None = None
    edit: dict[str, Any] | None = Field(
        default=None, description="What shall stand in the subject's place; the task type says how it looks."
    )


class OpenReviewView(Outward):
    name: str
    opened_at: Moment
    expires_at: Moment
    subject: dict[str, Any]


class DecidedReviewView(Outward):
    name: str
    decision: Literal["approved", "rejected", "timed_out"]
    by: str
    at: Moment
    comments: str
    edited: bool


class ReviewView(Outward):
    """The review that is open, if any, and all that were decided, the oldest first."""

    task_id: str
    open: OpenReviewView | None
    decided: list[DecidedReviewView]
