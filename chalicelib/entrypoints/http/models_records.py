"""Requests and answers about accounts, contents, feedback and the publish pool."""

from typing import Annotated, Any, Literal

from pydantic import Field, Strict, StrictStr

from chalicelib.domain.publishing import ContentState, PoolState
from chalicelib.entrypoints.http.models import (
    WITHOUT_FRACTION,
    ChangeBody,
    Instant,
    Inward,
    Moment,
    Name,
    Outward,
    PageQuery,
    QueryTruth,
    Truth,
    Whole,
    unset,
)

Language = Literal["zh", "en"]
Title = Annotated[str, Field(min_length=1, max_length=300)]
Tone = Annotated[list[Annotated[str, Field(min_length=1, max_length=50)]], Field(max_length=10)]
ACCOUNT_ID = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"
AccountNumber = Annotated[int, Strict(), Field(ge=0, le=10**15), WITHOUT_FRACTION]
AccountId = Annotated[StrictStr, Field(pattern=ACCOUNT_ID)] | AccountNumber


class AccountListQuery(PageQuery):
    active: QueryTruth | None = None


class AccountBody(Inward):
    """Whom articles are written for, and how."""

    account_id: AccountId | None = Field(
        default=None, description="Chosen by the platform if left out.", examples=["49"]
    )
    name: Annotated[str, Field(min_length=1, max_length=200)] = Field(examples=["Plain Tech"])
    platform: Annotated[str, Field(min_length=1, max_length=100)] = Field(examples=["blog"])
    audience: Annotated[str, Field(max_length=500)] | None = None
    tone: Tone = Field(default_factory=list)
    language: Language
    active: Truth = True


class AccountChanges(ChangeBody):
    name: Annotated[str, Field(min_length=1, max_length=200)] = unset()
    platform: Annotated[str, Field(min_length=1, max_length=100)] = unset()
    audience: Annotated[str, Field(max_length=500)] | None = None
    tone: Tone = unset()
    language: Language = unset()
    active: Truth = unset()


class AccountView(Outward):
    account_id: str
    name: str
    platform: str
    audience: str | None
    tone: list[str]
    language: Language
    active: bool
    created_at: Moment
    updated_at: Moment


class AccountPage(Outward):
    items: list[AccountView]
    next_cursor: str | None


class ContentListQuery(PageQuery):
    account_id: Name | None = None
    state: ContentState | None = None


class ContentChanges(ChangeBody):
    title: Title = unset()
    state: ContentState = unset()


class ContentView(Outward):
    """An article as it was written, with what became of it."""

    content_id: str
    account_id: str
    task_id: str | None
    owner_id: str
    title: str
    summary: str
    state: ContentState
    language: str
    provider: str
    article: dict[str, Any]
    pool_entry_id: str | None
    created_at: Moment
    updated_at: Moment


class ContentPage(Outward):
    items: list[ContentView]
    next_cursor: str | None


class FeedbackBody(Inward):
    rating: Whole = Field(ge=1, le=5)
    comment: Annotated[str, Field(max_length=5000)] | None = None


class FeedbackView(Outward):
    feedback_id: str
    content_id: str
    owner_id: str
    rating: int
    comment: str
    created_at: Moment


class FeedbackPage(Outward):
    items: list[FeedbackView]
    next_cursor: str | None


class PoolListQuery(PageQuery):
    account_id: Name | None = None
    state: PoolState | None = None


class ScheduleBody(Inward):
    publish_at: Instant


class PoolEntryView(Outward):
    pool_entry_id: str
    content_id: str
    account_id: str
    owner_id: str
    title: str
    state: PoolState
    publish_at: Moment | None
    published_at: Moment | None
    created_at: Moment
    updated_at: Moment


class PoolPage(Outward):
    items: list[PoolEntryView]
    next_cursor: str | None
