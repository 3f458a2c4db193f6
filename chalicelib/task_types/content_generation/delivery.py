"""What becomes of a finished draft: the task's result, the content, and its entry in the publish pool."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.publishing import CONTENT, POOL_ENTRY, ContentState, PoolState
from chalicelib.domain.record import Record
from chalicelib.domain.task_type import Outcome
from chalicelib.domain.text.language import count_words
from chalicelib.task_types.content_generation.article import Article
from chalicelib.task_types.content_generation.drafts import Draft
from chalicelib.task_types.content_generation.schema import ContentJob, ContentResult

_ULID_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ULID_TIME_LENGTH = 10
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Delivery:
    job: ContentJob
    provider: str
    draft: Draft
    task_id: str
    owner_id: str

    @property
    def content_id(self) -> str:
        return f"c_{self.task_id}"

    @property
    def pool_entry_id(self) -> str:
        return f"p_{self.task_id}"


def deliver(delivery: Delivery) -> Outcome:
    """Ids follow from the task's id, so that a second run of the same task makes no second content."""
    job, draft = delivery.job, delivery.draft
    article = draft.article.model_copy(update={"word_count": _word_count(draft.article)})
    result = ContentResult.model_validate(
        {
            "article": article,
            "account_id": job.account.account_id,
            "topic": job.topic,
            "provider": delivery.provider,
            "model": draft.model,
            "usage": draft.usage,
            "grounding": draft.grounding,
            "content_id": delivery.content_id,
            "pool_entry_id": delivery.pool_entry_id,
        }
    )
    return Outcome(result.model_dump(mode="json"), (_content(delivery, article), _pool_entry(delivery)))


def submitted_at(task_id: str) -> datetime:
    """The moment in a task's ULID; a task type has no clock, and this one is the same in every attempt."""
    number = 0
    for digit in task_id[:_ULID_TIME_LENGTH].upper():
        number = number * len(_ULID_DIGITS) + _ULID_DIGITS.index(digit)
    return _EPOCH + timedelta(milliseconds=number)


def _word_count(article: Article) -> int:
    paragraphs = (paragraph for section in article.sections for paragraph in section.paragraphs)
    return sum(count_words(paragraph, article.language) for paragraph in paragraphs)


def _content(delivery: Delivery, article: Article) -> Record:
    body = {
        "content_id": delivery.content_id,
        "account_id": delivery.job.account.account_id,
        "task_id": delivery.task_id,
        "title": article.title,
        "summary": article.summary,
        "language": article.language,
        "provider": delivery.provider,
        "article": article.model_dump(mode="json"),
        "pool_entry_id": delivery.pool_entry_id,
    }
    return _record(delivery, CONTENT, delivery.content_id, body, state=ContentState.DRAFT)


def _pool_entry(delivery: Delivery) -> Record:
    body = {
        "pool_entry_id": delivery.pool_entry_id,
        "content_id": delivery.content_id,
        "account_id": delivery.job.account.account_id,
        "title": delivery.draft.article.title,
        "publish_at": None,
        "published_at": None,
    }
    return _record(delivery, POOL_ENTRY, delivery.pool_entry_id, body, state=PoolState.PENDING)


def _record(delivery: Delivery, kind: str, record_id: str, body: JsonObject, *, state: str) -> Record:
    at = submitted_at(delivery.task_id)
    return Record(
        kind=kind,
        id=record_id,
        owner_id=delivery.owner_id,
        body=body,
        created_at=at,
        updated_at=at,
        group=delivery.job.account.account_id,
        state=state,
    )
