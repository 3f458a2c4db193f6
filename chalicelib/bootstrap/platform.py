"""All use cases on their ports, the one place where an entrypoint finds them."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from chalicelib.bootstrap.task_use_cases import TaskUseCases
from chalicelib.domain.lanes import LANES
from chalicelib.settings import settings

if TYPE_CHECKING:
    from chalicelib.domain.ports.platform import Probe
    from chalicelib.services.accounts import Accounts
    from chalicelib.services.change_record import ChangeRecord
    from chalicelib.services.check_health import CheckHealth
    from chalicelib.services.contents import Contents
    from chalicelib.services.data_files import DataFiles
    from chalicelib.services.datasets import Datasets
    from chalicelib.services.documents import Documents
    from chalicelib.services.handle_dead_letters import HandleDeadLetters
    from chalicelib.services.litigation_sessions import LitigationSessions
    from chalicelib.services.live_updates import LiveUpdates
    from chalicelib.services.pictures import Pictures
    from chalicelib.services.publish_pool import PublishPool
    from chalicelib.services.push_events import PushEvents
    from chalicelib.services.regenerate_artifact import RegenerateArtifact
    from chalicelib.services.roadmaps import Roadmaps
    from chalicelib.services.steer_lanes import SteerLanes
    from chalicelib.services.uploads import Uploads
    from chalicelib.services.wake_tasks import WakeTasks


class Platform(TaskUseCases):
    """Everything an entrypoint may ask for; each use case is imported and put together when first asked for."""

    @cached_property
    def dead_letters(self) -> HandleDeadLetters:
        from chalicelib.services.handle_dead_letters import HandleDeadLetters

        return HandleDeadLetters(self.letters, self.tasks, self.lanes, self.clock, self.telemetry)

    @cached_property
    def roadmaps(self) -> Roadmaps:
        from chalicelib.services.roadmaps import Roadmaps

        return Roadmaps(self.read_tasks, self.tasks, self.payloads, self.catalogue)

    @cached_property
    def regenerate_artifact(self) -> RegenerateArtifact:
        from chalicelib.services.regenerate_artifact import RegenerateArtifact

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
    def live_updates(self) -> LiveUpdates:
        from chalicelib.services.live_updates import LiveUpdates

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
        from chalicelib.services.push_events import PushEvents

        return PushEvents(self.subscriptions, self.sockets, self.clock, self.telemetry)

    @cached_property
    def _change_record(self) -> ChangeRecord:
        from chalicelib.services.change_record import ChangeRecord

        return ChangeRecord(self.records, self.clock)

    @cached_property
    def accounts(self) -> Accounts:
        from chalicelib.services.accounts import Accounts

        return Accounts(self.records, self._change_record, self.clock, self.chance)

    @cached_property
    def contents(self) -> Contents:
        from chalicelib.services.contents import Contents

        return Contents(self.records, self._change_record, self.clock, self.chance)

    @cached_property
    def publish_pool(self) -> PublishPool:
        from chalicelib.services.publish_pool import PublishPool

        return PublishPool(self._change_record, self.clock)

    @cached_property
    def uploads(self) -> Uploads:
        from chalicelib.services.uploads import Uploads

        return Uploads(self.upload_store, self.clock, self.chance)

    @cached_property
    def documents(self) -> Documents:
        from chalicelib.services.documents import Documents

        return Documents(self.records, self._change_record, self.uploads, self.upload_store, self.clock, self.chance)

    @cached_property
    def litigation_sessions(self) -> LitigationSessions:
        from chalicelib.services.litigation_sessions import LitigationSessions

        return LitigationSessions(self.read_tasks, self.tasks, self.payloads, self.catalogue)

    @cached_property
    def data_files(self) -> DataFiles:
        from chalicelib.services.data_files import DataFiles

        return DataFiles(self.files, self.records, self._change_record, self.tasks, self.clock, self.chance)

    @cached_property
    def datasets(self) -> Datasets:
        from chalicelib.services.datasets import Datasets

        return Datasets(self.dataset_rows, self._change_record)

    @cached_property
    def pictures(self) -> Pictures:
        from chalicelib.services.pictures import Pictures

        return Pictures(self.read_tasks, self.payloads)

    @cached_property
    def wake_tasks(self) -> WakeTasks:
        from chalicelib.services.wake_tasks import WakeTasks

        return WakeTasks(self.tasks, self.dispatch, self.clock, self.telemetry)

    @cached_property
    def steer_lanes(self) -> SteerLanes:
        from chalicelib.services.steer_lanes import SteerLanes

        return SteerLanes(self.lanes, self.consumers, self.switches, self.catalogue, self.wake_tasks, self.telemetry)

    @cached_property
    def check_health(self) -> CheckHealth:
        from chalicelib.adapters.aws_probes import ConsumersProbe, QueuesProbe, StoreProbe
        from chalicelib.services.check_health import CheckHealth

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
