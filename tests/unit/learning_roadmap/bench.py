"""Drives roadmaps through the real use cases on in-memory ports, moving the machine by hand."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from chalicelib.domain.errors import ProviderRejectedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.generation import Completion
from chalicelib.domain.ports.platform import WakeUp
from chalicelib.domain.task import Status, Task
from chalicelib.services.advance_workflow import Next
from chalicelib.services.project_events import RowChange
from tests.unit.api.conftest import World
from tests.unit.content_generation.samples import ScriptedToolbox
from tests.unit.learning_roadmap.samples import ENGLISH

GENERATE = "/api/v1/roadmaps/generate"
ROADMAP_QUIZ: JsonObject = {
    "title": "Quiz",
    "language": "en",
    "questions": [
        {
            "kind": "choice",
            "question": "What floats?",
            "options": [{"id": "A", "text": "A boat"}, {"id": "B", "text": "An anvil"}],
            "answers": ["A"],
            "explanation": "A boat displaces enough water.",
        }
    ],
    "grounding": {"mode": "model", "note": "The concept's text."},
}
MODEL_TUTORIAL: JsonObject = {
    "title": "Tutorial",
    "language": "en",
    "summary": "About it.",
    "objectives": ["Know it"],
    "sections": [{"heading": "It", "markdown": "It is so."}],
    "check_yourself": [{"question": "What is it?", "answer": "It is so."}],
    "minutes": 3,
    "grounding": {"mode": "model", "note": "The concept's text."},
}
MODEL_RESOURCES: JsonObject = {
    "language": "en",
    "items": [],
    "prerequisites": [],
    "outside_prerequisites": [],
    "next_concepts": [],
    "grounding": {"mode": "model", "note": "None are known."},
}
MODEL_FRAMEWORK: JsonObject = {
    "title": "Boats",
    "language": "en",
    "concepts": [
        {"id": "sail", "title": "Sails", "description": "Sails catch the wind.", "prerequisites": ["hull"]},
        {"id": "hull", "title": "Hulls", "description": "Hulls float."},
    ],
}
MODEL_INTENT: JsonObject = {"topic": "Boats", "goal": "Sail", "language": "en", "level": "beginner"}
USUAL_ANSWERS = {
    "goal": MODEL_INTENT,
    "Design": MODEL_FRAMEWORK,
    "tutorial": MODEL_TUTORIAL,
    "resources": MODEL_RESOURCES,
    "questions": ROADMAP_QUIZ,
}


@dataclass
class RoadmapModel:
    """Answers each kind of request as usual, unless `refuse` says that this one fails for good."""

    refuse: Callable[[str], bool] = lambda _prompt: False
    answers: dict[str, JsonObject] = field(default_factory=lambda: dict(USUAL_ANSWERS))
    calls: list[str] = field(default_factory=list)

    def complete(self, *, system: str, prompt: str, max_tokens: int, temperature: float) -> Completion:
        assert max_tokens > 0
        assert temperature >= 0
        task = system.rpartition("4. ")[2]
        self.calls.append(f"{task}\n{prompt}")
        if self.refuse(self.calls[-1]):
            raise ProviderRejectedError("refused by the test")
        answer = next(answer for word, answer in self.answers.items() if word in task)
        return Completion(json.dumps(answer), "scripted")


class RoadmapBench:
    """One user's roadmaps in a world of their own."""

    def __init__(self, world: World, *, model: RoadmapModel | None = None) -> None:
        self.world = world
        self.user = world.as_user("alice")
        self.model = model or RoadmapModel()
        tools = ScriptedToolbox(model=self.model)
        vars(world.platform)["toolbox_for"] = lambda _owner: tools

    def started(self, **request: Any) -> str:
        """The id of a roadmap whose execution has begun."""
        body = {"framework": ENGLISH, "provider": "offline", **request}
        reply = self.user.post(GENERATE, {name: value for name, value in body.items() if value is not None})
        assert reply.status == 202, reply.text
        task_id: str = reply.json["task_id"]
        self.work_off()
        return task_id

    def work_off(self) -> None:
        """What the consumer of the lane does with the messages that wait in it."""
        for wake_up in self.world.lanes.take("generation-normal"):
            self.world.platform.run_task.run_task(wake_up, lambda: 600.0)
        self.stream()

    def finished(self, task_id: str) -> Task:
        """The roadmap, moved on until it ends or waits for a person."""
        while self.step(task_id):
            pass
        return self.row(task_id)

    def step(self, task_id: str) -> bool:
        """One turn of the machine; False when there is nothing more to do without a person."""
        row = self.row(task_id)
        if row.workflow is None or row.finished:
            return False
        move = self.world.platform.advance_workflow.advance(task_id, run=row.run, part=row.workflow.part)
        for unit_id in move.unit_ids:
            wake_up = WakeUp(unit_id, "generation-normal", "receipt", f"token of {unit_id}")
            self.world.platform.run_task.run_task(wake_up, lambda: 600.0)
        self.stream()
        return move.next is Next.FAN_OUT

    def stream(self) -> None:
        tasks = self.world.tasks
        while tasks.changes:
            changes, tasks.changes = tasks.changes, []
            self.world.platform.follow_changes.follow([RowChange(before, after) for before, after in changes])

    def row(self, task_id: str) -> Task:
        row = self.world.tasks.get(task_id)
        assert row is not None
        return row

    def units(self, task_id: str, *, status: Status | None = None) -> list[Task]:
        rows = (row for row in self.world.tasks.rows() if row.parent_id == task_id)
        return [row for row in rows if status in (None, row.status)]

    def get(self, task_id: str, *rest: str) -> Any:
        reply = self.user.get("/".join(["/api/v1/roadmaps", task_id, *rest]))
        assert reply.status == 200, reply.text
        return reply.json
