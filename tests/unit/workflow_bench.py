"""A workbench whose one task type is a workflow, and an execution of the machine that a test moves by hand."""

from collections.abc import Callable
from dataclasses import replace

from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task import Task
from chalicelib.domain.task_type import Outcome, TaskContext, Workflow
from chalicelib.domain.workflow import Plan, Stage, Unit, fan_out
from chalicelib.services.advance_workflow import Move, Next
from tests.unit.workbench import ECHO, Workbench

FLOW = replace(
    ECHO,
    hard_deadline_seconds=7200,
    retention_seconds=10**8,
    soft_deadline_seconds=7000,
    workflow=Workflow(units_at_once=4, unit_soft_deadline_seconds=500, unit_hard_deadline_seconds=600),
)


def double_and_add(request: JsonObject) -> Plan:
    """Doubles each number, then adds up what came of it."""
    units = tuple(Unit(f"n{number}", {"double": number}) for number in request["numbers"])
    doubled = yield from fan_out(Stage("double", units, tolerated_failures=request.get("tolerate", 0.0)))
    ids = [unit.task_id for unit in doubled.units if unit.succeeded]
    added = yield from fan_out(Stage("add", (Unit("all", {"add": ids}),)))
    return Outcome({"sum": added.result("all")["sum"], "failed": [u.key for u in doubled.units if not u.succeeded]})


class FlowBench(Workbench):
    """`calls` remembers the requests of the units that ran; those in `unlucky` fail for good, once each."""

    def __init__(self, planner: Callable[[JsonObject], Plan] = double_and_add) -> None:
        super().__init__(FLOW)
        self.catalogue.planner = planner
        self.catalogue.usual = self._unit
        self.calls: list[JsonObject] = []
        self.unlucky: list[JsonObject] = []

    def begun(self, **request: object) -> Task:
        """A workflow whose execution has been started."""
        return self.deliver(self.submitted(request=request))

    def advanced(self, parent: Task) -> Move:
        row = self.row(parent)
        part = row.workflow.part if row.workflow else 0
        return self.advance.advance(parent.task_id, run=row.run, part=part)

    def units(self, move: Move) -> list[Task]:
        found = self.tasks.get_many(move.unit_ids)
        return [found[task_id] for task_id in move.unit_ids]

    def worked_off(self, move: Move) -> None:
        """Every unit of a fan-out, each message with its token, as the machine sends them."""
        for unit in self.units(move):
            self.deliver(unit, f"token of {unit.task_id} {len(self.workflows.completed)}")
        self.stream()

    def driven(self, parent: Task) -> Task:
        """The execution, moved on until it ends or somebody must decide something."""
        move = self.advanced(parent)
        while move.next is Next.FAN_OUT:
            self.worked_off(move)
            move = self.advanced(parent)
        self.stream()
        return self.row(parent)

    def _unit(self, request: JsonObject, context: TaskContext) -> Outcome:
        self.calls.append(request)
        if request in self.unlucky:
            self.unlucky.remove(request)
            raise SourceUnreadableError("bad luck")
        if "double" in request:
            return Outcome({"number": request["double"] * 2})
        return Outcome({"sum": sum(context.result_of(task_id)["number"] for task_id in request["add"])})
