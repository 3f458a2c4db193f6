"""The workflow of docs/workflows.md, taken from its code blocks and run."""

import re
from pathlib import Path
from typing import Any

from chalicelib.domain.task import Status
from tests.unit.workflow_bench import FlowBench

GUIDE = (Path(__file__).parent.parent.parent / "docs" / "workflows.md").read_text(encoding="utf-8")


def test_the_workflow_of_the_guide_runs_as_the_guide_says() -> None:
    plan, handler, definition = (
        _executed(block) for block in re.findall(r"```python\n(from .*?)```", GUIDE, re.DOTALL)
    )
    bench = FlowBench(plan["plan"])
    bench.catalogue.usual = handler["run"]
    parent = bench.driven(bench.begun(text="three little words"))
    assert (parent.status, parent.result) == (Status.SUCCEEDED, {"letters": 16, "words": 3})
    assert definition["DEFINITION"].for_units.hard_deadline_seconds == 120


def _executed(block: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(block, "docs/workflows.md", "exec"), names)
    return names
