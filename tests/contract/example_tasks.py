"""Tasks to try the stores with."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from chalicelib.domain.lifecycle import Submission, new_task
from chalicelib.domain.ports.tasks import TaskStore
from chalicelib.domain.record import Record
from chalicelib.domain.task import Task
from chalicelib.domain.task_type import TaskType
from tests.fakes.chance import SeededChance
from tests.fakes.clock import NOON, ManualClock

CHANCE = SeededChance()
GENERATION = TaskType("content_generation", "generation", soft_deadline_seconds=600, hard_deadline_seconds=900.5)
LEASE = timedelta(seconds=30)


def example_task(now: datetime = NOON, *, owner_id: str = "ada", priority: int = 5, **changes: Any) -> Task:
    asked = Submission(request={"topic": "Straßenbahnen 电车", "ratio": 0.25, "nothing": None}, priority=priority)
    return replace(new_task(CHANCE.task_id(now), GENERATION, owner_id, asked, now), **changes)


def stored_task(store: TaskStore, now: datetime = NOON, **changes: Any) -> Task:
    task = example_task(now, **changes)
    store.create(task, now=now)
    return task


def claim_now(store: TaskStore, task: Task, clock: ManualClock) -> Task:
    return store.claim(task.task_id, now=clock.now(), lease_expires_at=clock.now() + LEASE)


def stored(store: TaskStore, task_id: str) -> Task:
    task = store.get(task_id)
    assert task is not None
    return task


def example_record(record_id: str = "c1", at: datetime = NOON, **changes: Any) -> Record:
    record = Record(
        kind="content",
        id=record_id,
        owner_id="ada",
        body={"title": "电车", "parts": [1, 2.5, None]},
        created_at=at,
        updated_at=at,
        group="49",
        state="draft",
    )
    return replace(record, **changes)
