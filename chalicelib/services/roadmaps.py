"""Roadmaps: workflow tasks, seen as a curriculum whose artifacts come in one by one."""

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from chalicelib.domain.errors import RecordNotFoundError, TaskNotFoundError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.tasks import PayloadStore, TaskFilter, TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import WITH_RESULT, Status, Task
from chalicelib.services.payloads import load_request, load_result
from chalicelib.services.read_tasks import ReadTasks
from chalicelib.services.replay_curriculum import Curriculum, ReplayCurriculum
from chalicelib.services.task_catalogue import TaskCatalogue
from chalicelib.task_types.learning_roadmap.stages import CONTENT, content_key, current_step

ROADMAP = "learning_roadmap"
KINDS = ("tutorial", "resources", "quiz")
AGAIN = "#"
"""Stands between a unit's name and the number of times its artifact was made again."""
READS_AT_ONCE = 8
UNITS_PER_PAGE = 25


@dataclass(frozen=True)
class Roadmap:
    task: Task
    request: JsonObject
    curriculum: Curriculum
    regenerated: Mapping[str, tuple[Task, ...]]
    """By unit key: the tasks that made an artifact again, the newest first."""

    @property
    def concepts(self) -> list[JsonObject]:
        framework = self.curriculum.framework
        return list(framework["concepts"]) if framework else []

    @property
    def origin(self) -> str | None:
        if self.curriculum.framework is None:
            return None
        if self.curriculum.edited:
            return "edited"
        return "designed" if self.curriculum.designed else "supplied"

    @property
    def current_step(self) -> str:
        statuses = [unit.status for unit in self.curriculum.units.values()]
        return current_step(self.task, self.curriculum.stage, statuses)

    def status(self, key: str) -> Status:
        """Succeeded as soon as any task for the artifact has; else what the newest says."""
        tasks = self.tasks(key)
        if any(task.status is Status.SUCCEEDED for task in tasks):
            return Status.SUCCEEDED
        return tasks[0].status if tasks else self.task.status if self.task.finished else Status.QUEUED

    def tasks(self, key: str) -> tuple[Task, ...]:
        """The newest first; the last is the roadmap's own unit."""
        own = self.curriculum.units.get(key)
        return (*self.regenerated.get(key, ()), *((own,) if own else ()))

    def made_by(self, key: str) -> Task | None:
        return next((task for task in self.tasks(key) if task.status is Status.SUCCEEDED), None)

    def concept(self, concept_id: str) -> JsonObject:
        """Raises RecordNotFoundError."""
        for concept in self.concepts:
            if concept["id"] == concept_id:
                return concept
        raise RecordNotFoundError(f"roadmap {self.task.task_id} has no concept {concept_id}")


@dataclass(frozen=True)
class Roadmaps:
    read_tasks: ReadTasks
    tasks: TaskStore
    payloads: PayloadStore
    catalogue: TaskCatalogue

    def show_roadmap(self, task_id: str, principal: Principal) -> Roadmap:
        """Raises TaskNotFoundError, also for a task that is no roadmap, and TaskExpiredError."""
        task = self.read_tasks.task(task_id, principal)
        if task.task_type != ROADMAP or task.parent_id is not None:
            raise TaskNotFoundError(f"there is no roadmap {task_id}")
        request = load_request(task, self.payloads)
        plan = self.catalogue.plan(ROADMAP)(request)
        curriculum = ReplayCurriculum(task, self.tasks, self.payloads).run(plan, request)
        return Roadmap(task, request, curriculum, self._regenerated(task) if task.finished or task.run > 1 else {})

    def assembled(self, roadmap: Roadmap) -> JsonObject:
        """The whole roadmap in the form of its result, as far as it is there, with what was made again in its place."""
        result = load_result(roadmap.task, self.payloads) if roadmap.task.status in WITH_RESULT else None
        whole = result or self._unfinished(roadmap)
        made = self._artifacts(roadmap, roadmap.regenerated if result else roadmap.curriculum.units)
        whole["missing"] = [gap for gap in whole["missing"] if gap["unit"] not in made]
        for entry in whole["concepts"]:
            keys = {kind: content_key(kind, entry["concept"]["id"]) for kind in KINDS}
            entry.update({kind: made[key] for kind, key in keys.items() if key in made})
        return whole

    def concept(self, roadmap: Roadmap, concept_id: str) -> JsonObject:
        """One concept with the artifacts that are there. Raises RecordNotFoundError."""
        keys = {kind: content_key(kind, concept_id) for kind in KINDS}
        concept = roadmap.concept(concept_id)
        made = self._artifacts(roadmap, keys.values())
        return {"concept": concept, **{kind: made.get(key) for kind, key in keys.items()}}

    def as_markdown(self, roadmap: Roadmap) -> str:
        rendered: str = self.catalogue.module(ROADMAP, "markdown").as_markdown(self.assembled(roadmap))
        return rendered

    def _unfinished(self, roadmap: Roadmap) -> JsonObject:
        framework, preferences = roadmap.curriculum.framework or {}, roadmap.request["preferences"]
        failed = [(key, unit) for key, unit in roadmap.curriculum.units.items() if unit.finished]
        return {
            "title": framework.get("title") or preferences.get("topic") or preferences.get("goal") or "",
            "language": roadmap.request["language"],
            "level": preferences["level"],
            "description": framework.get("description", ""),
            "origin": roadmap.origin,
            "hours": None,
            "notes": framework.get("notes", []),
            "licence": framework.get("licence"),
            "source": framework.get("source"),
            "missing": [
                {"unit": key, "status": unit.status.value, "reason": unit.error.message if unit.error else ""}
                for key, unit in failed
                if unit.status is not Status.SUCCEEDED
            ],
            "concepts": [{"concept": concept, **dict.fromkeys(KINDS)} for concept in roadmap.concepts],
        }

    def _artifacts(self, roadmap: Roadmap, keys: Iterable[str]) -> dict[str, JsonObject]:
        """Those of the keys that were made."""
        made = {key: task for key in keys if (task := roadmap.made_by(key)) is not None}
        with ThreadPoolExecutor(READS_AT_ONCE) as pool:
            return dict(zip(made, pool.map(lambda task: load_result(task, self.payloads), made.values()), strict=True))

    def _regenerated(self, task: Task) -> dict[str, tuple[Task, ...]]:
        """Younger than the roadmap's own units: they stand first among its children, so the rest is not looked at."""
        found: dict[str, tuple[Task, ...]] = {}
        cursor: str | None = None
        while True:
            page = self.tasks.list(TaskFilter(parent_id=task.task_id), limit=UNITS_PER_PAGE, cursor=cursor)
            for unit in page.items:
                name, again, _ = (unit.unit or "").partition(AGAIN)
                if not again:
                    return found
                key = name.removeprefix(f"{CONTENT}/")
                found[key] = (*found.get(key, ()), unit)
            cursor = page.next_cursor
            if cursor is None:
                return found
