"""What becomes of an article: a content, and an entry in the publish pool of its account."""

from enum import StrEnum

from chalicelib.domain.errors import PoolEntryConflictError

ACCOUNT, CONTENT, POOL_ENTRY, FEEDBACK = "account", "content", "pool_entry", "feedback"
"""Kinds of records."""


class ContentState(StrEnum):
    DRAFT = "draft"
    READY = "ready"
    ARCHIVED = "archived"


class PoolState(StrEnum):
    PENDING = "pending"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


POOL_MOVES: dict[PoolState, frozenset[PoolState]] = {
    PoolState.PENDING: frozenset({PoolState.SCHEDULED, PoolState.PUBLISHED, PoolState.WITHDRAWN}),
    PoolState.SCHEDULED: frozenset({PoolState.SCHEDULED, PoolState.PUBLISHED, PoolState.WITHDRAWN}),
    PoolState.PUBLISHED: frozenset(),
    PoolState.WITHDRAWN: frozenset(),
}


def check_pool_move(state: str, target: PoolState) -> None:
    """Raises PoolEntryConflictError for a move that is not allowed."""
    if target not in POOL_MOVES[PoolState(state)]:
        raise PoolEntryConflictError(f"an entry that is {state} cannot become {target}")
