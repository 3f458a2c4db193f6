"""Logs are JSON lines with an action; numbers are embedded metrics, written once an invocation."""

import io
import json
from dataclasses import dataclass
from typing import Any

import pytest

from chalicelib.adapters import powertools_telemetry
from chalicelib.adapters.powertools_telemetry import PowertoolsTelemetry


@dataclass(frozen=True)
class Context:
    aws_request_id: str = "r-1"


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def telemetry(
    stream: io.StringIO, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> PowertoolsTelemetry:
    """Loggers live as long as the process, one for each service name: every test takes a name of its own."""
    monkeypatch.setattr(powertools_telemetry, "SERVICE", request.node.name)
    return PowertoolsTelemetry(stage="dev", stream=stream)


def metrics_in(output: str) -> list[dict[str, Any]]:
    return [found for line in output.splitlines() if "_aws" in (found := json.loads(line))]


def test_a_log_line_is_json_with_an_action_and_ids(telemetry: PowertoolsTelemetry, stream: io.StringIO) -> None:
    telemetry.log("swept", level="WARNING", sent=3, task_id="电车")
    line = json.loads(stream.getvalue())
    assert (line["action"], line["level"], line["sent"], line["task_id"]) == ("swept", "WARNING", 3, "电车")


def test_an_exception_is_logged_with_its_traceback(telemetry: PowertoolsTelemetry, stream: io.StringIO) -> None:
    try:
        raise LookupError("nothing there")
    except LookupError:
        telemetry.log_exception("task_crashed", task_id="01JD")
    line = json.loads(stream.getvalue())
    assert line["level"] == "ERROR"
    assert "nothing there" in line["exception"]


def test_numbers_are_written_at_the_end_of_the_invocation(
    telemetry: PowertoolsTelemetry, capsys: pytest.CaptureFixture[str]
) -> None:
    with telemetry.invocation(Context()):
        telemetry.count("TaskStarted", task_type="content_generation", lane="generation-low")
        telemetry.count("TaskStarted", task_type="content_generation", lane="generation-low")
        telemetry.count("DurationSeconds", task_type="content_generation", lane="generation-low", value=1.5)
        assert capsys.readouterr().out == ""
    found = [line for line in metrics_in(capsys.readouterr().out) if "TaskStarted" in line]
    assert len(found) == 1
    assert found[0]["TaskStarted"] == [1.0, 1.0]
    assert found[0]["DurationSeconds"] == [1.5]
    directive = found[0]["_aws"]["CloudWatchMetrics"][0]
    assert directive["Namespace"] == "ContentHub"
    assert {"Name": "DurationSeconds", "Unit": "Seconds"} in directive["Metrics"]
    assert {"Name": "TaskStarted", "Unit": "Count"} in directive["Metrics"]
    assert sorted(map(sorted, directive["Dimensions"])) == [["lane", "stage", "task_type"], ["stage"]]


def test_lanes_and_task_types_are_kept_apart(
    telemetry: PowertoolsTelemetry, capsys: pytest.CaptureFixture[str]
) -> None:
    for lane in ("generation-low", "generation-high"):
        telemetry.count("TaskStarted", task_type="content_generation", lane=lane)
    telemetry.flush()
    assert [line["lane"] for line in metrics_in(capsys.readouterr().out)] == ["generation-low", "generation-high"]


def test_many_numbers_all_arrive(telemetry: PowertoolsTelemetry, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(250):
        telemetry.count("DurationSeconds", task_type="content_generation", lane="generation-low", value=number)
    telemetry.flush()
    lines = metrics_in(capsys.readouterr().out)
    assert sorted(value for line in lines for value in line["DurationSeconds"]) == list(range(250))
    assert all(len(line["DurationSeconds"]) <= 100 for line in lines)


def test_nothing_counted_writes_nothing(telemetry: PowertoolsTelemetry, capsys: pytest.CaptureFixture[str]) -> None:
    telemetry.flush()
    assert capsys.readouterr().out == ""


def test_an_invocation_writes_its_numbers_also_when_it_fails(
    telemetry: PowertoolsTelemetry, capsys: pytest.CaptureFixture[str]
) -> None:
    telemetry.count("TaskFailed", task_type="content_generation", lane="generation-low")
    with pytest.raises(LookupError), telemetry.invocation(Context()):
        raise LookupError("the handler's own")
    assert "TaskFailed" in capsys.readouterr().out


def test_only_the_first_invocation_is_a_cold_start(
    telemetry: PowertoolsTelemetry, stream: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        with telemetry.invocation(Context()):
            telemetry.log("swept")
    assert [line["cold_start"] for line in map(json.loads, stream.getvalue().splitlines())] == [True, False]
    cold = [line for line in metrics_in(capsys.readouterr().out) if "ColdStart" in line]
    assert len(cold) == 1
