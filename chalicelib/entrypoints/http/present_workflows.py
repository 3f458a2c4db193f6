"""Reviews as the API shows them."""

from typing import Protocol

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task import Task
from chalicelib.domain.workflow_state import OpenReview, ReviewRecord
from chalicelib.entrypoints.http.models_workflows import DecidedReviewView, OpenReviewView, ReviewView


class Review(Protocol):
    @property
    def task(self) -> Task: ...
    @property
    def open(self) -> OpenReview | None: ...
    @property
    def subject(self) -> JsonObject | None: ...
    @property
    def decided(self) -> tuple[ReviewRecord, ...]: ...


def review_view(review: Review) -> ReviewView:
    return ReviewView(
        task_id=review.task.task_id,
        open=_open_review(review.open, review.subject or {}) if review.open else None,
        decided=[_decided_review(record) for record in review.decided],
    )


def _open_review(review: OpenReview, subject: JsonObject) -> OpenReviewView:
    return OpenReviewView(name=review.name, opened_at=review.opened_at, expires_at=review.expires_at, subject=subject)


def _decided_review(record: ReviewRecord) -> DecidedReviewView:
    told = {"name": record.name, "decision": record.decision, "by": record.by, "at": record.at}
    return DecidedReviewView.model_validate(
        {**told, "comments": record.comments, "edited": record.edit_ref is not None}
    )
