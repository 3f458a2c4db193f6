"""What a workflow's own row remembers of it: small, because every unit that ends writes this row."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from chalicelib.domain.json_types import JsonObject


@dataclass(frozen=True)
class ReviewRecord:
    """A review that was decided; kept for ever as the audit of who said what and when."""

    name: str
    decision: str
    by: str
    at: datetime
    comments: str = ""
    edit_ref: str | None = None
    """Where the reviewer's edit is kept."""


@dataclass(frozen=True)
class OpenReview:
    name: str
    opened_at: datetime
    expires_at: datetime
    subject_ref: str
    """Where the thing under review is kept."""


@dataclass(frozen=True)
class WorkflowState:
    part: int = 0
    """Counts the executions of this run: the next is started when one ended without ending the task."""
    reviews: tuple[ReviewRecord, ...] = ()
    open_review: OpenReview | None = None

    def decided(self, record: ReviewRecord) -> "WorkflowState":
        return replace(self, reviews=(*self.reviews, record), open_review=None)

    def for_next_run(self) -> "WorkflowState":
        """Its executions count anew, and what nobody decided in time is asked again."""
        decided = tuple(record for record in self.reviews if record.decision != "timed_out")
        return WorkflowState(reviews=decided)

    def to_json(self) -> JsonObject:
        body: JsonObject = {"part": self.part, "reviews": [_plain(record) for record in self.reviews]}
        if self.open_review is not None:
            body["open_review"] = _plain(self.open_review)
        return body

    @classmethod
    def from_json(cls, body: JsonObject) -> Self:
        opened = body.get("open_review")
        return cls(
            part=body["part"],
            reviews=tuple(ReviewRecord(**_moments(record, "at")) for record in body["reviews"]),
            open_review=OpenReview(**_moments(opened, "opened_at", "expires_at")) if opened else None,
        )


def _plain(record: ReviewRecord | OpenReview) -> dict[str, Any]:
    values = {name: value for name, value in vars(record).items() if value is not None}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}


def _moments(body: dict[str, Any], *names: str) -> dict[str, Any]:
    return body | {name: datetime.fromisoformat(body[name]) for name in names}
