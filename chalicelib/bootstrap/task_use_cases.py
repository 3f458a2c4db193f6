"""The use cases about tasks and workflows on their ports.

Each is imported when it is first asked for: a function's cold start pays for what it imports, and uses a few of them.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.bootstrap.ports import Ports

if TYPE_CHECKING:
    from chalicelib.services.advance_workflow import AdvanceWorkflow
    from chalicelib.services.cancel_task import CancelTask
    from chalicelib.services.clean_up_tasks import CleanUpTasks
    from chalicelib.services.dispatch import Dispatch
    from chalicelib.services.follow_changes import FollowChanges
    from chalicelib.services.place_unit import PlaceUnit
    from chalicelib.services.project_events import ProjectEvents
    from chalicelib.services.read_tasks import ReadTasks
    from chalicelib.services.retry_task import RetryTask
    from chalicelib.services.review_workflow import ReviewWorkflow
    from chalicelib.services.run_task import RunTask
    from chalicelib.services.submit_batch import SubmitBatch
    from chalicelib.services.submit_task import SubmitTask
    from chalicelib.services.sweep import Sweep


class TaskUseCases(Ports):
    """What happens to tasks, from their submission to their clean-up; each is put together when first asked for."""

    @cached_property
    def submit_task(self) -> SubmitTask:
        from chalicelib.services.submit_task import SubmitTask

        return SubmitTask(
            tasks=self.tasks,
            payloads=self.payloads,
            desk_for=self.desk_for,
            dispatch=self.dispatch,
            switches=self.switches,
            catalogue=self.catalogue,
            clock=self.clock,
            chance=self.chance,
            telemetry=self.telemetry,
        )

    @cached_property
    def dispatch(self) -> Dispatch:
        from chalicelib.services.dispatch import Dispatch

        return Dispatch(self.tasks, self.lanes, self.direct, self.switches, self.clock, self.telemetry)

    @cached_property
    def submit_batch(self) -> SubmitBatch:
        from chalicelib.services.submit_batch import SubmitBatch

        return SubmitBatch(self.submit_task)

    @cached_property
    def read_tasks(self) -> ReadTasks:
        from chalicelib.services.read_tasks import ReadTasks

        return ReadTasks(self.tasks, self.events, self.payloads, self.clock)

    @cached_property
    def cancel_task(self) -> CancelTask:
        from chalicelib.services.cancel_task import CancelTask

        return CancelTask(self.read_tasks, self.tasks, self.clock, self.telemetry)

    @cached_property
    def retry_task(self) -> RetryTask:
        from chalicelib.services.retry_task import RetryTask

        return RetryTask(self.read_tasks, self.tasks, self.dispatch, self.clock)

    @cached_property
    def clean_up_tasks(self) -> CleanUpTasks:
        from chalicelib.services.clean_up_tasks import CleanUpTasks

        return CleanUpTasks(self.tasks, self.payloads, self.clock, self.telemetry)

    @cached_property
    def run_task(self) -> RunTask:
        from chalicelib.services.run_task import RunTask

        return RunTask(
            tasks=self.tasks,
            payloads=self.payloads,
            lanes=self.lanes,
            dispatch=self.dispatch,
            workflows=self.workflows,
            switches=self.switches,
            catalogue=self.catalogue,
            toolbox_for=self.toolbox_for,
            clock=self.clock,
            chance=self.chance,
            heartbeat=self.heartbeat,
            telemetry=self.telemetry,
            lease_seconds=self.settings.lease_seconds,
        )

    @cached_property
    def sweep(self) -> Sweep:
        from chalicelib.services.check_workflow import CheckWorkflow
        from chalicelib.services.sweep import Sweep

        check = CheckWorkflow(self.tasks, self.workflows, self.dispatch, self.clock, self.telemetry)
        return Sweep(self.tasks, self.dispatch, check, self.switches, self.clock, self.telemetry)

    @cached_property
    def advance_workflow(self) -> AdvanceWorkflow:
        from chalicelib.services.advance_workflow import AdvanceWorkflow

        return AdvanceWorkflow(
            tasks=self.tasks,
            payloads=self.payloads,
            catalogue=self.catalogue,
            workflows=self.workflows,
            dispatch=self.dispatch,
            clock=self.clock,
            telemetry=self.telemetry,
        )

    @cached_property
    def place_unit(self) -> PlaceUnit:
        from chalicelib.services.place_unit import PlaceUnit

        return PlaceUnit(self.tasks, self.dispatch, self.workflows, self.clock)

    @cached_property
    def review_workflow(self) -> ReviewWorkflow:
        from chalicelib.services.review_workflow import ReviewWorkflow

        return ReviewWorkflow(self.read_tasks, self.tasks, self.payloads, self.catalogue, self.clock, self.telemetry)

    @cached_property
    def follow_changes(self) -> FollowChanges:
        from chalicelib.services.follow_changes import FollowChanges

        return FollowChanges(self.tasks, self.workflows, self.clock, self.telemetry)

    @cached_property
    def project_events(self) -> ProjectEvents:
        from chalicelib.services.project_events import ProjectEvents

        return ProjectEvents(self.events)
