"""The event log follows the rows: one event for each change that means something, whatever the stream repeats."""

from dataclasses import replace
from datetime import timedelta

from chalicelib.domain.lifecycle import cancelled, claimed
from chalicelib.services.project_events import ProjectEvents, RowChange
from tests.fakes.clock import NOON
from tests.fakes.event_log import InMemoryEventLog
from tests.unit.workbench import Workbench


def test_every_change_with_a_new_seq_becomes_one_event_and_repeats_change_nothing() -> None:
    queued = Workbench().submitted()
    running = claimed(queued, now=NOON, lease_expires_at=NOON + timedelta(seconds=30))
    longer = replace(running, lease_expires_at=NOON + timedelta(seconds=60))
    ended = cancelled(longer, NOON, "enough")
    log = InMemoryEventLog()
    project = ProjectEvents(log).project
    changes = [
        RowChange(None, queued),
        RowChange(queued, running),
        RowChange(running, longer),
        RowChange(longer, ended),
    ]
    assert project(changes) == 3
    assert project(changes[1:]) == 2
    kinds = [(event.seq, event.kind) for event in log.list(queued.task_id, after=0, limit=10)]
    assert kinds == [(1, "queued"), (2, "started"), (3, "cancelled")]


def test_a_batch_without_news_writes_nothing() -> None:
    queued = Workbench().submitted()
    assert ProjectEvents(InMemoryEventLog()).project([RowChange(queued, replace(queued, wake_at=NOON))]) == 0
