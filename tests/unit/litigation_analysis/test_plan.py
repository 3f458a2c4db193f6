"""The plan of a case, driven without a machine: what is asked for, and what happens when something fails."""

from dataclasses import dataclass, field

import pytest

from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task import Status, TaskError
from chalicelib.domain.task_type import Outcome
from chalicelib.domain.workflow import EndedUnit, Stage
from chalicelib.task_types.litigation_analysis.workflow import plan

REQUEST: JsonObject = {
    "package_id": "lease",
    "case_type": "lease",
    "case_position": "defendant",
    "user_input": "the roof leaks",
    "documents": [{"document_id": f"d{n}", "file_name": f"{n}.txt"} for n in range(1, 4)],
}


@dataclass
class Answered:
    """A stage's end: units whose key is in `failures` failed with that error."""

    stage: Stage
    failures: dict[str, TaskError] = field(default_factory=dict)

    @property
    def units(self) -> tuple[EndedUnit, ...]:
        return tuple(
            EndedUnit(
                unit.key,
                f"{self.stage.name}-{unit.key}",
                Status.FAILED if unit.key in self.failures else Status.SUCCEEDED,
                self.failures.get(unit.key),
            )
            for unit in self.stage.units
        )

    def result(self, key: str) -> JsonObject:
        return {"result of": f"{self.stage.name}/{key}"}

    def results(self) -> dict[str, JsonObject]:
        return {unit.key: self.result(unit.key) for unit in self.units}


def driven(request: JsonObject, failures: dict[str, dict[str, TaskError]]) -> tuple[list[Stage], Outcome]:
    stages, going = [], plan(request)
    step = next(going)
    while True:
        assert isinstance(step, Stage)
        stages.append(step)
        try:
            step = going.send(Answered(step, failures.get(step.name, {})))
        except StopIteration as done:
            return stages, done.value


def test_every_document_is_read_and_analysed_by_itself_and_the_case_is_joined_once() -> None:
    stages, outcome = driven(REQUEST, {})
    assert [(stage.name, len(stage.units)) for stage in stages] == [
        ("read", 3),
        ("extract", 3),
        ("join", 1),
        ("view", 1),
    ]
    assert stages[1].units[0].request["read"] == "read-001 1.txt"
    assert stages[2].units[0].request["extractions"] == [f"extract-00{n} {n}.txt" for n in (1, 2, 3)]
    view = stages[3].units[0].request
    assert (view["join"], view["user_input"], view["left_out"]) == ("join-case", "the roof leaks", [])
    assert outcome.result == {"result of": "view/case"}


def test_the_plan_is_the_same_each_time() -> None:
    assert driven(REQUEST, {})[0] == driven(REQUEST, {})[0]


def test_what_cannot_be_read_or_analysed_is_left_out_with_its_reason() -> None:
    scan = TaskError("document_no_text_layer", "a scan")
    refused = TaskError("provider_rejected", "the model refused")
    stages, _ = driven(REQUEST, {"read": {"002 2.txt": scan}, "extract": {"003 3.txt": refused}})
    assert [unit.key for unit in stages[1].units] == ["001 1.txt", "003 3.txt"]
    assert stages[2].units[0].request["extractions"] == ["extract-001 1.txt"]
    assert stages[3].units[0].request["left_out"] == [
        {"document_id": "d2", "file_name": "2.txt", "state": "unread", "code": scan.code, "reason": "a scan"},
        {
            "document_id": "d3",
            "file_name": "3.txt",
            "state": "not_analysed",
            "code": refused.code,
            "reason": "the model refused",
        },
    ]


@pytest.mark.parametrize(("stage", "code"), [("read", "no_readable_document"), ("extract", "no_analysed_document")])
def test_a_case_without_any_document_left_fails(stage: str, code: str) -> None:
    failures = {f"00{n} {n}.txt": TaskError("x", f"reason {n}") for n in (1, 2, 3)}
    with pytest.raises(SourceUnreadableError) as raised:
        driven(REQUEST, {stage: failures})
    assert raised.value.code == code
    assert "1.txt: reason 1" in raised.value.message


def test_files_of_the_same_name_are_told_apart() -> None:
    twice = {**REQUEST, "documents": [{"document_id": f"d{n}", "file_name": "a.txt"} for n in range(200)]}
    stages, _ = driven(twice, {})
    assert len({unit.key for unit in stages[0].units}) == 200
