"""What tests do with relays: workflows of the task type in `relay`, whose units tell in a folder what they did."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from infrastructure.naming import machine_name
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.own_deployment import copy_of_project
from tests.e2e.tasks import Json, Tasks, as_json


def project_with_relays(target: Path) -> Path:
    project = copy_of_project(target)
    source = Path(__file__).with_name("relay")
    shutil.copytree(
        source, project / "chalicelib" / "task_types" / "relay", ignore=shutil.ignore_patterns("__pycache__")
    )
    return project


@dataclass(frozen=True)
class Relay:
    """One workflow."""

    tasks: Tasks
    folder: Path
    task_id: str

    def show(self) -> Json:
        return self.tasks.show(self.task_id)

    def finished(self, *, seconds: float = 60.0) -> Json:
        return self.tasks.finished(self.task_id, seconds=seconds)

    def wait_for(self, *statuses: str) -> Json:
        return self.tasks.wait_for(self.task_id, *statuses, seconds=60)

    def result(self) -> Json:
        result: Json = self.tasks.result(self.task_id)["result"]
        return result

    def units(self, **filters: Any) -> list[Json]:
        return self.tasks.all(parent=self.task_id, **filters)

    def spoken(self) -> list[int]:
        """The numbers of all units that ran to their end, in order; one that ran twice is in it twice."""
        return [note["number"] for note in self.notes() if note["do"] == "speak"]

    def notes(self) -> list[Json]:
        notes = self.folder / "notes"
        return [json.loads(line) for line in notes.read_text().splitlines()] if notes.exists() else []

    def break_numbers(self, *numbers: int) -> None:
        for number in numbers:
            (self.folder / f"broken-{number}").touch()

    def mend_numbers(self, *numbers: int) -> None:
        for number in numbers:
            (self.folder / f"broken-{number}").unlink()

    def hold(self) -> None:
        (self.folder / "hold").touch()

    def let_go(self) -> None:
        (self.folder / "hold").unlink()

    def wait_until_running(self, count: int) -> list[Json]:
        def look() -> list[Json]:
            found = self.units(status="running")
            return found if len(found) >= count else []

        return wait_until(look, seconds=30, what=f"the run of {count} units")


@dataclass(frozen=True)
class Relays:
    tasks: Tasks
    platform: Platform
    folder: Path

    def submit(self, *, broken: tuple[int, ...] = (), held: bool = False, **request: Any) -> Relay:
        relay = Relay(self.tasks, self.folder, "")
        relay.break_numbers(*broken)
        if held:
            relay.hold()
        body = {"task_type": "relay", "request": {"folder": str(self.folder), **request}}
        answer = self.tasks.client.post("/v1/tasks", json=body)
        assert answer.status_code == HTTPStatus.ACCEPTED, answer.text
        return Relay(self.tasks, self.folder, as_json(answer)["task_id"])

    def executions(self, task_id: str) -> list[Json]:
        """Of one workflow, the newest first."""
        answer = self.platform.aws("stepfunctions").list_executions(stateMachineArn=self.machine)
        return [dict(each) for each in answer["executions"] if each["name"].startswith(task_id)]

    @property
    def machine(self) -> str:
        machines = self.platform.aws("stepfunctions").list_state_machines()["stateMachines"]
        (arn,) = [each["stateMachineArn"] for each in machines if each["name"] == machine_name(self.platform.stage)]
        return str(arn)
