"""Start a unit for an execution that could not send its message, or whose task type is called past the queue.

The token is on the row before anything is sent for it. So a call that is lost is made up for by the sweeper, which
needs no token, and the execution is told by the row's end as ever.
"""

from dataclasses import dataclass
from datetime import timedelta

from chalicelib.domain.lifecycle import claimable
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.ports.tasks import TaskStore
from chalicelib.domain.ports.workflows import Workflows
from chalicelib.domain.task import Status, Task
from chalicelib.domain.wake_times import RESEND_AFTER_SECONDS
from chalicelib.services.dispatch import Dispatch


@dataclass(frozen=True)
class PlaceUnit:
    tasks: TaskStore
    dispatch: Dispatch
    workflows: Workflows
    clock: Clock

    def place_unit(self, task_id: str, task_token: str) -> Task | None:
        """On the highest rung that holds. None when the unit has ended: then its execution goes on at once."""
        now = self.clock.now()
        wake_at = now + timedelta(seconds=RESEND_AFTER_SECONDS)
        unit = self.tasks.remember_token(task_id, task_token, wake_at=wake_at)
        if unit is None:
            self.workflows.complete(task_token)
            return None
        waits = unit.status is not Status.RUNNING and claimable(unit, now)
        return self.dispatch.place(unit) if waits else unit
