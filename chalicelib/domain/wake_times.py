"""When somebody must look at a row again.

Wake times carry the promise that nothing is ever lost: whatever else fails, a row that is not finished has a wake
time, and at that time the sweeper looks.
"""

import math
from collections.abc import Iterable
from datetime import datetime, timedelta

from chalicelib.domain.lanes import MAX_SEND_DELAY_SECONDS
from chalicelib.domain.task import Task

RESEND_AFTER_SECONDS = 60.0
"""A queued task that nobody claimed for so long gets its message again; duplicates are harmless."""
MAX_RESEND_SECONDS = 3600.0
SEND_AHEAD_MARGIN_SECONDS = 300.0
"""The sweeper comes by every minute; five give it room to be late."""


def hard_deadline(task: Task) -> datetime | None:
    """None before the first start of the run."""
    return task.started_at and task.started_at + timedelta(seconds=task.hard_deadline_seconds)


def soft_deadline(task: Task) -> datetime | None:
    return task.started_at and task.started_at + timedelta(seconds=task.soft_deadline_seconds)


def wake_running(task: Task, lease_expires_at: datetime) -> datetime:
    """When to look at a running task: its lease, or an earlier end of its time."""
    return soonest(lease_expires_at, hard_deadline(task), task.cancel_after)


def wake_after_resend(task: Task, now: datetime) -> datetime:
    """Wait again as long as it waited already, so that a long queue is not filled with copies of its messages."""
    due_since = max(task.updated_at, task.run_at or task.updated_at)
    pause = min(max((now - due_since).total_seconds(), RESEND_AFTER_SECONDS), MAX_RESEND_SECONDS)
    due = max(now, task.run_at or now)
    return soonest(due + timedelta(seconds=pause), task.start_by, task.cancel_after, hard_deadline(task))


def wake_stored(task: Task, now: datetime) -> datetime:
    """Of one that nothing wakes, paused or with no way to a worker: when it is due, or a little later if it is now."""
    again = now + timedelta(seconds=RESEND_AFTER_SECONDS)
    due = task.run_at if task.run_at and task.run_at > now else again
    return soonest(due, task.start_by, task.cancel_after, hard_deadline(task))


def send_delay_seconds(task: Task, now: datetime) -> int | None:
    """How long its message must be delayed; None when that is more than a queue can: the sweeper sends it then."""
    delay = math.ceil(max(0.0, ((task.run_at or now) - now).total_seconds()))
    return delay if delay <= MAX_SEND_DELAY_SECONDS else None


def wake_queued(task: Task, now: datetime) -> datetime:
    """Some time after its message should have been answered, or in good time to send one that is far off."""
    due = max(now, task.run_at or now)
    if send_delay_seconds(task, now) is None:
        check_at = due - timedelta(seconds=MAX_SEND_DELAY_SECONDS - SEND_AHEAD_MARGIN_SECONDS)
    else:
        check_at = due + timedelta(seconds=RESEND_AFTER_SECONDS)
    return soonest(check_at, task.start_by, task.cancel_after)


def soonest(first: datetime, *others: datetime | None) -> datetime:
    return min(_present([first, *others]))


def _present(moments: Iterable[datetime | None]) -> list[datetime]:
    return [moment for moment in moments if moment is not None]
