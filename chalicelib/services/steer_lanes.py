"""Look at lanes and steer them without a deployment: pause, resume, limit; accept, refuse or reroute a task type."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.domain.errors import ForbiddenError, LaneNotFoundError
from chalicelib.domain.lanes import LANES, lanes_of
from chalicelib.domain.ports.platform import Consumers, LaneDepth, Lanes, Switches, Telemetry
from chalicelib.domain.principal import Principal
from chalicelib.domain.rungs import Mode
from chalicelib.services.task_catalogue import TaskCatalogue
from chalicelib.services.wake_tasks import WakeTasks


@dataclass(frozen=True)
class LaneView:
    lane: str
    paused: bool
    depth: LaneDepth
    max_concurrency: int | None


@dataclass(frozen=True)
class Flag:
    task_type: str
    accepting: bool
    paused: bool
    mode: Mode


@dataclass(frozen=True)
class SteerLanes:
    lanes: Lanes
    consumers: Consumers
    switches: Switches
    catalogue: TaskCatalogue
    wake: WakeTasks
    telemetry: Telemetry

    def list_lanes(self, names: Sequence[str] = LANES) -> tuple[LaneView, ...]:
        return tuple(self._view(lane) for lane in names)

    def change_lane(
        self, lane: str, principal: Principal, *, paused: bool | None = None, max_concurrency: int | None = None
    ) -> LaneView:
        """A paused lane accepts tasks and starts none, a resumed one drains.

        Raises ForbiddenError, LaneNotFoundError.
        """
        _require_admin(principal)
        if lane not in LANES:
            raise LaneNotFoundError(f"there is no lane {lane!r}; known are {', '.join(LANES)}")
        if paused is not None:
            self.switches.set_paused(lane, paused)
        if paused is False:
            self.wake.wake_tasks((lane,))
        if max_concurrency is not None:
            self.consumers.set_max_concurrency(lane, max_concurrency)
        self.telemetry.log(
            "lane_changed", lane=lane, by=principal.user_id, paused=paused, max_concurrency=max_concurrency
        )
        return self._view(lane)

    def list_flags(self) -> tuple[Flag, ...]:
        return tuple(self._flag(name) for name in self.catalogue.names())

    def change_flag(
        self,
        task_type: str,
        principal: Principal,
        *,
        accepting: bool | None = None,
        paused: bool | None = None,
        mode: Mode | None = None,
    ) -> Flag:
        """A changed mode is that of tasks to come; what is in a queue already is still taken from there.

        Raises ForbiddenError, UnknownTaskTypeError.
        """
        _require_admin(principal)
        definition = self.catalogue.definition(task_type)
        if accepting is not None:
            self.switches.set_accepting(task_type, accepting)
        if paused is not None:
            self.switches.set_paused(task_type, paused)
        if mode is not None:
            self.switches.set_direct(task_type, mode == Mode.DIRECT)
        if paused is False:
            self.wake.wake_tasks(lanes_of(definition.lane_family), task_type=task_type)
        self.telemetry.log(
            "flag_changed", task_type=task_type, by=principal.user_id, accepting=accepting, paused=paused, mode=mode
        )
        return self._flag(task_type)

    def _view(self, lane: str) -> LaneView:
        state = self.consumers.state(lane)
        return LaneView(lane, self.switches.paused(lane=lane), self.lanes.depth(lane), state.max_concurrency)

    def _flag(self, task_type: str) -> Flag:
        return Flag(
            task_type=task_type,
            accepting=self.switches.accepting(task_type),
            paused=self.switches.paused(lane="", task_type=task_type),
            mode=Mode.DIRECT if self.switches.direct(task_type) else Mode.QUEUE,
        )


def _require_admin(principal: Principal) -> None:
    if not principal.is_admin:
        raise ForbiddenError("only an admin steers lanes and task types")
