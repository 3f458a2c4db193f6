"""What a terminal shows of a workflow that goes on, and what is left of it where there is none."""

import json
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from contenthub.display.live_view import LiveView
from contenthub.display.screen import Screen
from contenthub.live import LiveEvent
from contenthub.shapes import Progress
from contenthub.surroundings import Surroundings
from contenthub.texts import Texts
from contenthub.units import WorkflowState
from tests.unit.cli.conftest import CommandLine, FakeClock
from tests.unit.cli.fake_api import FakeApi
from tests.unit.cli.samples import TASK_ID, event, events
from tests.unit.cli.workflow_samples import unit, unit_failed, workflow

TASK = f"/v1/tasks/{TASK_ID}"


def own(seq: int, status: str = "waiting", **changes: Any) -> LiveEvent:
    return LiveEvent(task_id=TASK_ID, seq=seq, at="", kind=changes.pop("kind", "unit_ended"), status=status, **changes)


def of_unit(name: str, status: str, message: str = "") -> LiveEvent:
    return LiveEvent(
        task_id=name, seq=1, at="", kind="note", status=status, message=message, parent_id=TASK_ID, unit=name
    )


def shown(state: WorkflowState, clock: FakeClock, *, height: int = 30, width: int = 80, language: str = "en") -> str:
    surroundings = Surroundings(terminal=True, width=width)
    screen = Screen(Texts(language), surroundings=surroundings, as_json=False, colourless=True)
    paper = Console(file=StringIO(), width=width, height=height, force_terminal=True, color_system=None)
    screen.__dict__["err"] = paper
    view = LiveView(screen, state, clock.read)
    clock.seconds += 83
    with paper.capture() as capture:
        paper.print(view.render())
    return capture.get()


@pytest.fixture
def state() -> WorkflowState:
    known = WorkflowState(TASK_ID)
    known.observe(own(1, progress={"done": 30, "total": 96, "step": "content", "failed": 1}), 1000.0)
    return known


def test_the_view_has_a_bar_figures_and_the_stages(state: WorkflowState, clock: FakeClock) -> None:
    for number in range(20):
        state.observe(of_unit(f"content/tutorial/c{number}", "succeeded"), 1070.0 + number / 2)
    state.observe(of_unit("content/quiz/bad", "failed", "no answer"), 1081.0)
    state.observe(of_unit("content/quiz/now", "running"), 1082.0)

    page = shown(state, clock)

    assert "31 % · 1:23" in page
    assert "1 failed" in page
    assert "/s" in page
    assert "✗ quiz/bad  failed  no answer" in page
    assert "▸ quiz/now  running" in page
    assert "tutorial/c19" in page
    assert "tutorial/c0 " not in page


@pytest.mark.parametrize("height", [8, 12, 24])
def test_the_view_fits_into_the_terminal(state: WorkflowState, clock: FakeClock, height: int) -> None:
    for stage in ("read", "extract", "join"):
        for number in range(40):
            state.observe(of_unit(f"{stage}/{number:03} a rather long file name {'x' * 70}.pdf", "running"), 1000.0)

    page = shown(state, clock, height=height, width=60)

    assert max(len(line) for line in page.splitlines()) <= 60
    if height >= 12:
        assert len(page.splitlines()) <= height


def test_a_review_is_named_as_what_is_waited_for(state: WorkflowState, clock: FakeClock) -> None:
    state.observe(own(2, kind="review_requested"), 1001.0)
    assert "waiting for a review" in shown(state, clock)
    assert "等待审核" in shown(state, clock, language="zh")

    state.observe(own(3, kind="review_decided"), 1002.0)
    assert "review" not in shown(state, clock)


@pytest.fixture
def roadmap(api: FakeApi) -> FakeApi:
    units = [
        unit(1, "content/tutorial/lists", "succeeded", last_seq=2),
        {**unit_failed(2, "content/quiz/lists"), "last_seq": 2},
    ]
    api.gives("GET", TASK, workflow())
    api.gives("GET", TASK, workflow("partial"))
    log = [
        event(1, "queued", kind="queued", progress=None),
        event(2, "waiting", kind="stage_started"),
        event(3, "waiting", kind="unit_ended", message="content/tutorial/lists succeeded"),
        event(4, "waiting", kind="unit_ended", message="content/quiz/lists failed"),
        event(5, "partial", kind="partial"),
    ]
    api.gives("GET", f"{TASK}/events", events(*log, finished=True))
    for path in (f"{TASK}/children", "/v1/tasks"):
        api.gives("GET", path, {"items": units, "next_cursor": None})
    for ended in units:
        path = f"/v1/tasks/{ended['task_id']}/events"
        message = "no answer" if ended["status"] == "failed" else None
        api.gives("GET", path, events(event(1, "queued"), event(2, ended["status"], message=message), finished=True))
    return api


@pytest.mark.usefixtures("roadmap")
def test_in_a_pipe_a_workflow_is_lines_and_a_unit_is_told_once(contenthub: CommandLine) -> None:
    run = contenthub("task", "watch", TASK_ID)

    lines = run.stdout.splitlines()
    assert run.exit_code == 8
    assert sum("content/tutorial/lists" in line for line in lines) == 1
    assert any("content/quiz/lists" in line and "no answer" in line for line in lines)
    assert "1 of 2 units did not succeed" in run.stderr


@pytest.mark.usefixtures("roadmap")
def test_as_json_every_event_is_a_line_units_too(contenthub: CommandLine) -> None:
    run = contenthub("task", "watch", TASK_ID, "--json")

    lines = [json.loads(line) for line in run.stdout.splitlines()]
    units = {line["event"]["unit"] for line in lines[:-1]}
    assert units == {None, "content/tutorial/lists", "content/quiz/lists"}
    assert lines[-1]["task"]["status"] == "partial"


@pytest.mark.usefixtures("roadmap")
def test_a_dumb_terminal_gets_lines(contenthub: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")

    run = contenthub("task", "watch", TASK_ID, "--no-color", terminal=True)

    assert "\x1b" not in run.output
    assert "stage_started" in run.output


@pytest.mark.usefixtures("roadmap")
def test_a_terminal_gets_the_tree_and_what_failed(contenthub: CommandLine) -> None:
    run = contenthub("task", "watch", TASK_ID, "--no-color", terminal=True)

    assert "content  2/2" in run.stderr
    assert "✗ content/quiz/lists  no answer" in run.stderr


@pytest.mark.parametrize("still_open", [True, False])
def test_only_a_decision_that_is_still_needed_is_asked_for(
    api: FakeApi, contenthub: CommandLine, still_open: bool
) -> None:
    log = [event(1, "waiting", kind="review_requested", message="review"), event(2, "succeeded", kind="succeeded")]
    api.gives("GET", TASK, workflow("succeeded"))
    api.gives("GET", f"{TASK}/events", events(*log, finished=True))
    api.gives("GET", "/v1/tasks", {"items": []})
    opened = {"name": "review" if still_open else "review_2"}
    api.gives("GET", f"{TASK}/review", {"task_id": TASK_ID, "open": opened, "decided": []})

    run = contenthub("task", "watch", TASK_ID)

    assert ("A decision is needed" in run.stderr) is still_open


@pytest.mark.usefixtures("roadmap")
def test_a_workflow_that_was_not_started_when_first_asked_shows_its_units_too(
    api: FakeApi, contenthub: CommandLine
) -> None:
    api.forget_answers("GET", TASK)
    api.gives("GET", TASK, {**workflow("queued"), "children_url": None})
    api.gives("GET", TASK, workflow("partial"))
    api.forget_answers("GET", f"{TASK}/events")
    started = event(1, "waiting", kind="workflow_started")
    api.gives("GET", f"{TASK}/events", events(started, event(2, "partial"), finished=True))

    run = contenthub("task", "watch", TASK_ID)

    assert "1 of 2 units did not succeed" in run.stderr


def rows(done: int, total: int, doing: str = "writing", name: str = "订单.csv") -> Progress:
    return {"done": done, "total": total, "step": f"{doing} {name}"}


def test_the_sync_of_a_file_shows_its_rows(clock: FakeClock) -> None:
    state = WorkflowState(TASK_ID)
    for seq, done in enumerate((0, 20_000, 33_000), start=1):
        state.observe(own(seq, "running", kind="progress", progress=rows(done, 61_548)), 1070.0 + seq)

    page = shown(state, clock)
    chinese = shown(state, clock, language="zh")

    assert "订单.csv  writing  33,000 / 61,548 rows" in page
    assert "53 % · 1:23 · 2,750 rows/s" in page
    assert "写入中  33,000 / 61,548 行" in chinese


def test_a_file_whose_rows_are_not_counted_yet_is_being_checked(clock: FakeClock) -> None:
    state = WorkflowState(TASK_ID)
    for seq, done in enumerate((0, 12_000), start=1):
        state.observe(own(seq, "running", kind="progress", progress=rows(done, 0, "checking")), 1070.0 + seq)

    assert "订单.csv  checking  12,000 rows" in shown(state, clock)


def test_a_batch_of_files_calls_them_by_name_and_adds_up_their_rows(state: WorkflowState, clock: FakeClock) -> None:
    for number, (status, done) in enumerate((("running", 900), ("running", 61_000), ("succeeded", 100))):
        of_file = {"task_id": f"unit-{number}", "at": "", "parent_id": TASK_ID, "unit": f"sync/01kam{number}"}
        progress = rows(done, 61_548, name=f"file-{number}.csv")
        state.observe(LiveEvent(seq=1, kind="progress", status="running", progress=progress, **of_file), 1080.0)
        end: Progress = {"done": done, "total": done, "step": "done"}
        state.observe(LiveEvent(seq=2, kind=status, status=status, progress=end, **of_file), 1081.0)

    page = shown(state, clock)

    assert "▸ file-1.csv  writing  61,000 / 61,548 rows" in page
    assert "✓ file-2.csv" in page
    assert "62,000 rows" in page
    assert "01kam" not in page
