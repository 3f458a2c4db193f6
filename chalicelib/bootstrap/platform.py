"""The use cases on their ports."""

from functools import cache, cached_property
from typing import TYPE_CHECKING

from chalicelib.adapters.aws_probes import ConsumersProbe, QueuesProbe, StoreProbe
from chalicelib.bootstrap.ports import Ports
from chalicelib.domain.lanes import LANES
from chalicelib.domain.ports.platform import (
    Probe,
)
from chalicelib.services.accounts import Accounts
from chalicelib.services.advance_workflow import AdvanceWorkflow
from chalicelib.services.cancel_task import CancelTask
from chalicelib.services.change_record import ChangeRecord
from chalicelib.services.check_health import CheckHealth
from chalicelib.services.check_workflow import CheckWorkflow
from chalicelib.services.clean_up_tasks import CleanUpTasks
from chalicelib.services.contents import Contents
from chalicelib.services.data_files import DataFiles
from chalicelib.services.datasets import Datasets
from chalicelib.services.dispatch import Dispatch
from chalicelib.services.follow_changes import FollowChanges
from chalicelib.services.handle_dead_letters import HandleDeadLetters
from chalicelib.services.live_updates import LiveUpdates
from chalicelib.services.place_unit import PlaceUnit
from chalicelib.services.project_events import ProjectEvents
from chalicelib.services.publish_pool import PublishPool
from chalicelib.services.push_events import PushEvents
from chalicelib.services.read_tasks import ReadTasks
from chalicelib.services.regenerate_artifact import RegenerateArtifact
from chalicelib.services.retry_task import RetryTask
from chalicelib.services.review_workflow import ReviewWorkflow
from chalicelib.services.roadmaps import Roadmaps
from chalicelib.services.run_task import RunTask
from chalicelib.services.steer_lanes import SteerLanes
from chalicelib.services.submit_batch import SubmitBatch
from chalicelib.services.submit_task import SubmitTask
from chalicelib.services.sweep import Sweep
from chalicelib.services.uploads import Uploads
from chalicelib.services.wake_tasks import WakeTasks
from chalicelib.settings import settings

if TYPE_CHECKING:
    from chalicelib.services.documents import Documents
    from chalicelib.services.litigation_sessions import LitigationSessions


class Platform(Ports):
    """Everything an entrypoint may ask for; each use case is put together when first asked for."""

    @cached_property
    def submit_task(self) -> SubmitTask:
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
        return Dispatch(self.tasks, self.lanes, self.direct, self.switches, self.clock, self.telemetry)

    @cached_property
    def submit_batch(self) -> SubmitBatch:
        return SubmitBatch(self.submit_task)

    @cached_property
    def read_tasks(self) -> ReadTasks:
        return ReadTasks(self.tasks, self.events, self.payloads, self.clock)

    @cached_property
    def cancel_task(self) -> CancelTask:
        return CancelTask(self.read_tasks, self.tasks, self.clock, self.telemetry)

    @cached_property
    def retry_task(self) -> RetryTask:
        return RetryTask(self.read_tasks, self.tasks, self.dispatch, self.clock)

    @cached_property
    def clean_up_tasks(self) -> CleanUpTasks:
        return CleanUpTasks(self.tasks, self.payloads, self.clock, self.telemetry)

    @cached_property
    def dead_letters(self) -> HandleDeadLetters:
        return HandleDeadLetters(self.letters, self.tasks, self.lanes, self.clock, self.telemetry)

    @cached_property
    def run_task(self) -> RunTask:
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
        check = CheckWorkflow(self.tasks, self.workflows, self.dispatch, self.clock, self.telemetry)
        return Sweep(self.tasks, self.dispatch, check, self.switches, self.clock, self.telemetry)

    @cached_property
    def advance_workflow(self) -> AdvanceWorkflow:
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
        return PlaceUnit(self.tasks, self.dispatch, self.workflows, self.clock)

    @cached_property
    def review_workflow(self) -> ReviewWorkflow:
        return ReviewWorkflow(self.read_tasks, self.tasks, self.payloads, self.catalogue, self.clock, self.telemetry)

    @cached_property
    def roadmaps(self) -> Roadmaps:
        return Roadmaps(self.read_tasks, self.tasks, self.payloads, self.catalogue)

    @cached_property
    def regenerate_artifact(self) -> RegenerateArtifact:
        return RegenerateArtifact(
            roadmaps=self.roadmaps,
            tasks=self.tasks,
            payloads=self.payloads,
            dispatch=self.dispatch,
            switches=self.switches,
            catalogue=self.catalogue,
            clock=self.clock,
            chance=self.chance,
            telemetry=self.telemetry,
        )

    @cached_property
    def follow_changes(self) -> FollowChanges:
        return FollowChanges(self.tasks, self.workflows, self.clock, self.telemetry)

    @cached_property
    def project_events(self) -> ProjectEvents:
        return ProjectEvents(self.events)

    @cached_property
    def live_updates(self) -> LiveUpdates:
        return LiveUpdates(
            subscriptions=self.subscriptions,
            sockets=self.sockets,
            read=self.read_tasks,
            tasks=self.tasks,
            events=self.events,
            clock=self.clock,
            telemetry=self.telemetry,
        )

    @cached_property
    def push_events(self) -> PushEvents:
        return PushEvents(self.subscriptions, self.sockets, self.clock, self.telemetry)

    @cached_property
    def _change_record(self) -> ChangeRecord:
        return ChangeRecord(self.records, self.clock)

    @cached_property
    def accounts(self) -> Accounts:
        return Accounts(self.records, self._change_record, self.clock, self.chance)

    @cached_property
    def contents(self) -> Contents:
        return Contents(self.records, self._change_record, self.clock, self.chance)

    @cached_property
    def publish_pool(self) -> PublishPool:
        return PublishPool(self._change_record, self.clock)

    @cached_property
    def uploads(self) -> Uploads:
        return Uploads(self.upload_store, self.clock, self.chance)

    @cached_property
    def documents(self) -> "Documents":
        from chalicelib.services.documents import Documents

        return Documents(self.records, self._change_record, self.uploads, self.upload_store, self.clock, self.chance)

    @cached_property
    def litigation_sessions(self) -> "LitigationSessions":
        from chalicelib.services.litigation_sessions import LitigationSessions

        return LitigationSessions(self.read_tasks, self.tasks, self.payloads, self.catalogue)

    @cached_property
    def data_files(self) -> DataFiles:
        return DataFiles(self.files, self.records, self._change_record, self.tasks, self.clock, self.chance)

    @cached_property
    def datasets(self) -> Datasets:
        return Datasets(self.dataset_rows, self._change_record)

    @cached_property
    def wake_tasks(self) -> WakeTasks:
        return WakeTasks(self.tasks, self.dispatch, self.clock, self.telemetry)

    @cached_property
    def steer_lanes(self) -> SteerLanes:
        return SteerLanes(self.lanes, self.consumers, self.switches, self.catalogue, self.wake_tasks, self.telemetry)

    @cached_property
    def check_health(self) -> CheckHealth:
        probes: dict[str, Probe] = {
            "store": StoreProbe(self.tasks),
            "queues": QueuesProbe(self.lanes, LANES),
            "consumer": ConsumersProbe(self.consumers, LANES),
        }
        return CheckHealth(probes, self.clock)


@cache
def platform() -> Platform:
    """The one of this container."""
    return Platform(settings())
