"""Make one artifact of a roadmap again: a task of its own beside the roadmap's units."""

from dataclasses import dataclass, replace

from chalicelib.domain.errors import ConflictError, TaskTypeDisabledError
from chalicelib.domain.ports.platform import Chance, Clock, Switches, Telemetry
from chalicelib.domain.ports.tasks import PayloadStore, TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import Task
from chalicelib.domain.wake_times import wake_queued
from chalicelib.domain.workflow_life import new_unit
from chalicelib.services.dispatch import Dispatch
from chalicelib.services.payloads import load_request, store_request
from chalicelib.services.roadmaps import AGAIN, ROADMAP, Roadmap, Roadmaps
from chalicelib.services.task_catalogue import TaskCatalogue
from chalicelib.task_types.learning_roadmap.stages import CONTENT, content_key


@dataclass(frozen=True)
class RegenerateArtifact:
    roadmaps: Roadmaps
    tasks: TaskStore
    payloads: PayloadStore
    dispatch: Dispatch
    switches: Switches
    catalogue: TaskCatalogue
    clock: Clock
    chance: Chance
    telemetry: Telemetry

    def regenerate(self, task_id: str, concept_id: str, kind: str, principal: Principal) -> Task:
        """The task that makes it; no execution waits for it, and its result stands in the old one's place at once.

        Raises ConflictError while the roadmap or an earlier call is still making the artifact, RecordNotFoundError,
        TaskTypeDisabledError, and what `show_roadmap` raises.
        """
        if not self.switches.accepting(ROADMAP):
            raise TaskTypeDisabledError(f"new tasks of type {ROADMAP} are switched off at the moment")
        roadmap = self.roadmaps.show_roadmap(task_id, principal)
        roadmap.concept(concept_id)
        task = self._task(roadmap, content_key(kind, concept_id))
        stored = store_request(task, self.payloads)
        self.tasks.create(stored, now=task.created_at)
        self.telemetry.count("TaskSubmitted", task_type=task.task_type, lane=task.lane)
        rung = self.dispatch.dispatch(stored)
        return replace(stored, task_system=rung)

    def _task(self, roadmap: Roadmap, key: str) -> Task:
        before = roadmap.tasks(key)
        if not roadmap.task.finished or not before:
            raise ConflictError(f"roadmap {roadmap.task.task_id} is {roadmap.task.status}: {key} is not made yet")
        if not before[0].finished:
            raise ConflictError(f"{key} is being made again already, by task {before[0].task_id}")
        parent, now = roadmap.task, self.clock.now()
        name = f"{CONTENT}/{key}{AGAIN}{len(before)}"
        unit = new_unit(self.chance.task_id(now), name, parent, self.catalogue.definition(ROADMAP), now)
        return replace(
            unit,
            request=load_request(before[-1], self.payloads),
            cancel_after=None,
            task_system=self.dispatch.first_rung(ROADMAP),
            wake_at=wake_queued(replace(unit, cancel_after=None), now),
        )
