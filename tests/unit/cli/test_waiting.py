"""Waiting: no busy loop, lost connections, the end states, the limits, Ctrl-C."""

import json

import pytest

from tests.unit.cli.conftest import CommandLine, FakeClock
from tests.unit.cli.fake_api import Answer, FakeApi
from tests.unit.cli.samples import SUBMITTED, TASK_ID, event, events, result, task

TASK = f"/v1/tasks/{TASK_ID}"
GENERATE = ("content", "generate", "-a", "49", "-t", "Steam")
DONE = events(event(1), event(2), event(3, "succeeded"), finished=True)


@pytest.fixture(autouse=True)
def _generation(api: FakeApi) -> None:
    api.gives("POST", "/v1/content", SUBMITTED, status=202)
    api.gives("GET", f"{TASK}/result", result())


def test_generate_waits_and_prints_only_the_article(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", f"{TASK}/events", events(event(1, "queued"), event(2)))
    api.gives("GET", f"{TASK}/events", DONE)
    api.gives("GET", TASK, task())

    run = contenthub(*GENERATE)

    assert run.exit_code == 0
    assert run.stdout.startswith("# How steam turbines turn heat into motion\n")
    assert TASK_ID not in run.stdout
    assert [r.query for r in api.asked("GET", f"{TASK}/events")] == [
        {"after": "0", "wait": "20"},
        {"after": "2", "wait": "20"},
    ]


def test_generate_as_json_prints_one_document(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", f"{TASK}/events", DONE)
    api.gives("GET", TASK, task())

    run = contenthub(*GENERATE, "--json")

    assert json.loads(run.stdout) == result()
    assert run.stderr == ""


def test_watching_as_json_prints_one_document_a_line(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", f"{TASK}/events", events(event(1), event(2)))
    api.gives("GET", f"{TASK}/events", DONE)
    api.gives("GET", TASK, task())

    run = contenthub(*GENERATE, "--watch", "--json")

    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert [line["event"]["seq"] for line in lines[:-1]] == [1, 2, 3]
    assert lines[-1] == result()


def test_task_watch_prints_events_and_ends_with_the_task(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", f"{TASK}/events", events(event(1), event(2), event(3, "succeeded"), finished=True))
    api.gives("GET", TASK, task())

    plain = contenthub("task", "watch", TASK_ID, "--after", "1")
    machine = contenthub("task", "watch", TASK_ID, "--json")

    assert [line.split()[0] for line in plain.stdout.splitlines()] == ["2", "3"]
    assert f"contenthub task result {TASK_ID}" in plain.stderr
    assert json.loads(machine.stdout.splitlines()[-1]) == {"task": task()}


def test_a_terminal_gets_a_progress_bar(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", f"{TASK}/events", events(event(2)))
    api.gives("GET", f"{TASK}/events", DONE)
    api.gives("GET", TASK, task())

    run = contenthub(*GENERATE, "--watch", "--no-color", terminal=True)

    assert "succeeded · 3/4 writing" in run.stderr
    assert "How steam turbines" in run.stdout


@pytest.mark.parametrize("status", ["failed", "cancelled", "timed_out", "expired"])
def test_an_unsuccessful_end_has_its_own_exit_code(api: FakeApi, contenthub: CommandLine, status: str) -> None:
    api.gives("GET", f"{TASK}/events", events(event(1, status), finished=True))
    error = {"code": "provider_error", "message": "model said no", "retryable": False}
    api.gives("GET", TASK, task(status, error=error))

    run = contenthub(*GENERATE)
    machine = contenthub(*GENERATE, "--json")

    assert (run.exit_code, machine.exit_code) == (8, 8)
    assert run.stdout == ""
    assert "model said no" in run.stderr
    assert json.loads(machine.stdout)["status"] == status
    assert json.loads(machine.stderr)["code"] == f"task_{status}"


def test_a_partial_result_is_printed_but_is_no_success(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", f"{TASK}/events", events(event(1, "partial"), finished=True))
    api.gives("GET", TASK, task("partial"))

    run = contenthub(*GENERATE)

    assert run.exit_code == 8
    assert run.stdout.startswith("# How steam")


def test_waiting_survives_lost_connections(api: FakeApi, contenthub: CommandLine, clock: FakeClock) -> None:
    api.gives("GET", f"{TASK}/events", events(event(1), event(2)))
    api.answers("GET", f"{TASK}/events", Answer(drop=True), Answer(drop=True), Answer(502, b"<html>"))
    api.gives("GET", f"{TASK}/events", DONE)
    api.gives("GET", TASK, task())

    run = contenthub("task", "watch", TASK_ID)

    assert run.exit_code == 0
    assert clock.pauses == [0.5, 1.0, 2.0]
    assert [r.query["after"] for r in api.asked("GET", f"{TASK}/events")] == ["0", "2", "2", "2", "2"]
    assert "trying again in 2 s" in run.stderr


@pytest.mark.parametrize("status", [429, 503])
def test_waiting_honours_retry_after(api: FakeApi, contenthub: CommandLine, clock: FakeClock, status: int) -> None:
    api.answers("GET", f"{TASK}/events", Answer(status, {"code": "busy"}, {"Retry-After": "7"}))
    api.gives("GET", f"{TASK}/events", DONE)
    api.gives("GET", TASK, task())

    assert contenthub("task", "watch", TASK_ID).exit_code == 0
    assert clock.pauses == [7.0]


def test_a_server_that_does_not_hold_requests_back_is_not_hammered(
    api: FakeApi, contenthub: CommandLine, clock: FakeClock
) -> None:
    nothing = Answer(body=events())
    api.answers("GET", f"{TASK}/events", nothing, nothing, nothing, Answer(body=DONE))
    api.gives("GET", TASK, task())

    contenthub("task", "watch", TASK_ID)

    assert clock.pauses == [0.5, 0.5, 0.5]


def test_waiting_ends_when_its_time_is_up(api: FakeApi, contenthub: CommandLine, clock: FakeClock) -> None:
    api.gives("GET", TASK, task("queued"))
    api.gives("GET", f"{TASK}/events", events())

    run = contenthub(*GENERATE, "--max-wait", "3s")

    assert run.exit_code == 9
    assert sum(clock.pauses) == pytest.approx(3.0)
    assert f"contenthub task watch {TASK_ID}" in run.stderr
    assert {r.query["wait"] for r in api.asked("GET", f"{TASK}/events")} == {"3", "2", "1", "0"}


def test_waiting_gives_up_when_the_server_stays_away(api: FakeApi, contenthub: CommandLine, clock: FakeClock) -> None:
    api.gives("GET", TASK, task("queued"))
    api.answers("GET", f"{TASK}/events", Answer(drop=True))

    run = contenthub(*GENERATE)

    assert run.exit_code == 3
    assert sum(clock.pauses) > 300
    assert max(clock.pauses) == 15.0


def test_ctrl_c_stops_the_waiting_and_never_the_task(api: FakeApi, contenthub: CommandLine, clock: FakeClock) -> None:
    api.gives("GET", TASK, task("queued"))
    api.gives("GET", f"{TASK}/events", events())
    clock.interrupt_at_pause = 2

    run = contenthub(*GENERATE)

    assert run.exit_code == 130
    assert "the task goes on" in run.stderr
    assert f"contenthub task watch {TASK_ID}" in run.stderr
    assert api.asked("POST", f"{TASK}/cancel") == []


def test_events_cut_into_pages_are_all_read(api: FakeApi, contenthub: CommandLine) -> None:
    first = {"items": [event(1), event(2)], "last_seq": 3, "finished": True}
    api.gives("GET", f"{TASK}/events", first)
    api.gives("GET", f"{TASK}/events", DONE)
    api.gives("GET", TASK, task())

    run = contenthub("task", "watch", TASK_ID)

    assert len(run.stdout.splitlines()) == 3


def test_a_retried_task_can_be_waited_for(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", f"{TASK}/retry", SUBMITTED, status=202)
    api.gives("GET", f"{TASK}/events", events(event(10, "succeeded"), finished=True))
    api.gives("GET", TASK, task("failed", last_seq=7))
    api.gives("GET", TASK, task())

    run = contenthub("task", "retry", TASK_ID, "--wait")

    assert run.exit_code == 0
    assert api.asked("GET", f"{TASK}/events")[0].query["after"] == "7"
    assert run.stdout.startswith("# How steam")
