"""The rungs a task can be on, as `task_system` names them, and the modes between which an admin switches."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from chalicelib.domain.task import Task
from chalicelib.domain.wake_times import soonest

SQS, DIRECT, STORED = "sqs", "direct", "stored"
"""Through the queue, by a call past it, or only in the row: then the sweeper starts it."""


class Mode(StrEnum):
    """How the tasks of a type reach their worker when nothing is broken."""

    QUEUE = "queue"
    DIRECT = "direct"


def placed(task: Task, rung: str, now: datetime) -> Task:
    """The task as it says where it is. Nothing wakes one that is only stored: the sweeper must look when it is due."""
    if rung != STORED or task.wake_at is None:
        return replace(task, task_system=rung)
    due = max(now, task.run_at or now)
    return replace(task, task_system=rung, wake_at=soonest(due, task.wake_at))
