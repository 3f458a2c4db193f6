"""What is printed of data sync, compared with files: for a person, for a script, as JSON, in both languages."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from contenthub.texts import Texts
from tests.unit.cli.conftest import CommandLine
from tests.unit.cli.fake_api import FakeApi
from tests.unit.cli.samples import TASK_ID
from tests.unit.cli.sync_samples import (
    BATCH,
    DATASET,
    DATASET_ID,
    FILE,
    FILE_ID,
    OTHER_FILE_ID,
    REFUSED,
    REPORT,
    ROWS,
    SYNCED,
    sync_task,
    writing,
)
from tests.unit.cli.test_workflow_output import in_all_forms

Golden = Callable[[str, str], None]
FILES = "/api/data-sync/files"
STATUS = f"/api/data-sync/task-status/{TASK_ID}"
CHILDREN = f"/v1/tasks/{TASK_ID}/children"
RUNNING = sync_task("running", progress=writing(33000, 61548))
WAITING = sync_task(
    "waiting", task_type="data_sync_batch", children_url=CHILDREN, progress={"done": 1, "total": 3, "failed": 1}
)
UNITS: list[dict[str, Any]] = [
    sync_task("failed", unit=f"sync/{OTHER_FILE_ID}", progress={"done": 0, "total": 0, "step": "reading scan.xlsx"},
              error={"code": "source_unreadable", "message": "the file is no workbook", "retryable": False}),
    sync_task("running", unit=f"sync/{FILE_ID}", progress=writing(33000, 61548)),
    sync_task("queued", unit="sync/01kamr6f1e9t8v7w6x5y4z3a2c", progress={"done": 0, "total": 0, "step": ""}),
]  # fmt: skip

SHOWN: list[tuple[str, str, str, Any]] = [
    ("sync_files", "sync files", FILES, {"items": [FILE, REFUSED], "next_cursor": None}),
    ("sync_datasets", "sync datasets", "/v1/datasets", {"items": [DATASET], "next_cursor": None}),
    ("sync_status_running", f"sync status {TASK_ID}", STATUS, RUNNING),
    ("sync_status_ended", f"sync status {TASK_ID}", STATUS, sync_task(result=SYNCED)),
    ("sync_status_batch", f"sync status {TASK_ID}", STATUS, WAITING),
]


@pytest.mark.parametrize(("name", "line", "path", "answer"), SHOWN, ids=lambda v: str(v)[:30])
def test_output_is_as_in_the_golden_files(
    api: FakeApi, contenthub: CommandLine, golden: Golden, name: str, line: str, path: str, answer: Any
) -> None:
    api.gives("GET", path, answer)
    api.gives("GET", CHILDREN, {"items": UNITS, "next_cursor": None})

    golden(name, in_all_forms(contenthub, line))
    assert json.loads(contenthub(*line.split(), "--json").stdout) == answer


@pytest.mark.parametrize(("name", "result"), [("sync_report", SYNCED), ("sync_report_batch", BATCH)])
def test_a_report_is_as_in_the_golden_files(
    api: FakeApi, contenthub: CommandLine, golden: Golden, name: str, result: Any
) -> None:
    api.gives("GET", STATUS, sync_task(result=result))

    golden(name, in_all_forms(contenthub, f"sync report {TASK_ID}"))
    answer = json.loads(contenthub("sync", "report", TASK_ID, "--json").stdout)
    assert answer == {**result, "task_id": TASK_ID}


def test_a_wide_terminal_is_told_more(api: FakeApi, contenthub: CommandLine, golden: Golden) -> None:
    api.gives("GET", STATUS, sync_task(result=BATCH))
    api.gives("GET", FILES, {"items": [FILE, REFUSED], "next_cursor": None})

    lines = (("sync", "report", TASK_ID), ("sync", "files"))
    golden("sync_wide", "\n".join(contenthub("--no-color", *line, terminal=True, width=120).output for line in lines))


def test_the_rows_of_a_dataset_fill_the_terminal_and_a_pipe_gets_all(
    api: FakeApi, contenthub: CommandLine, golden: Golden
) -> None:
    api.gives("GET", f"/v1/datasets/{DATASET_ID}", DATASET)
    api.gives("GET", f"/v1/datasets/{DATASET_ID}/records", ROWS)
    line = f"sync records {DATASET_ID} --prefix A-"

    golden("sync_records", in_all_forms(contenthub, line))
    chosen = contenthub(*line.split(), "-c", "note", "-c", "order_id", terminal=True, width=80)
    assert "amount" not in chosen.stdout
    assert "Not shown" not in chosen.stderr
    assert json.loads(contenthub(*line.split(), "--json").stdout) == ROWS
    assert api.asked("GET", f"/v1/datasets/{DATASET_ID}/records")[0].query == {"prefix": "A-", "limit": "50"}


def test_a_refused_file_shows_why(api: FakeApi, contenthub: CommandLine, golden: Golden) -> None:
    api.gives("GET", f"{FILES}/{OTHER_FILE_ID}", REFUSED)
    refused = {**REPORT, "verdict": "rejected", "score": 41.2, "rows": 24, "rejected_rows": 20}
    api.gives("GET", f"{FILES}/{OTHER_FILE_ID}/report", {"file_id": OTHER_FILE_ID, "report": refused})

    golden("sync_report_refused", in_all_forms(contenthub, f"sync report {OTHER_FILE_ID}"))


def test_a_file_without_a_report_says_why_it_has_none(api: FakeApi, contenthub: CommandLine) -> None:
    reason = "the file is no text and no workbook"
    api.gives("GET", f"{FILES}/{FILE_ID}", {**REFUSED, "state": "failed", "reason": reason})

    run = contenthub("sync", "report", FILE_ID, terminal=True)

    assert run.exit_code == 0
    assert reason in run.stdout
    assert contenthub("sync", "report", "nothing-like-it").exit_code == 5


def test_a_batch_of_which_nothing_came_through_names_its_files(api: FakeApi, contenthub: CommandLine) -> None:
    batch = sync_task("failed", task_type="data_sync_batch", children_url=CHILDREN)
    api.gives("GET", STATUS, batch)
    api.gives("GET", CHILDREN, {"items": UNITS[:1], "next_cursor": None})

    run = contenthub("sync", "report", TASK_ID, terminal=True)

    assert "scan.xlsx" in run.stdout
    assert "the file is no workbook" in run.stdout


def test_a_failed_sync_finds_the_report_of_its_file(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", STATUS, sync_task("failed", error={"code": "file_rejected", "message": "refused"}))
    api.gives("GET", FILES, {"items": [{**FILE, "task_id": "another"}, REFUSED], "next_cursor": None})
    api.gives("GET", f"{FILES}/{OTHER_FILE_ID}", REFUSED)
    api.gives("GET", f"{FILES}/{OTHER_FILE_ID}/report", {"file_id": OTHER_FILE_ID, "report": REPORT})

    answer = json.loads(contenthub("sync", "report", TASK_ID, "--json").stdout)

    assert (answer["file_id"], answer["state"], answer["report"]) == (OTHER_FILE_ID, "rejected", REPORT)


def test_what_nobody_wrote_down_is_told_from_the_task(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", STATUS, sync_task("failed", error={"code": "file_rejected", "message": "quality score 12"}))
    api.gives("GET", FILES, {"items": [], "next_cursor": None})

    run = contenthub("sync", "report", TASK_ID)

    assert "reason\tquality score 12" in run.stdout


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_note_of_a_report_has_its_words(language: str) -> None:
    values = {
        "already_stored": (),
        "older_than_stored": ("older", "looked_at"),
        "header_drift": ("gone", "new"),
        "mapping_changed": ("before", "now"),
        "undecided_dates": ("names", "order"),
        "wrong_mark": ("mark",),
        "undecodable_bytes": (),
        "no_header": (),
        "other_sheet": ("sheet", "first"),
        "hidden_sheet": ("sheet",),
        "empty_sheet": ("sheet",),
    }

    for code, names in values.items():
        text = Texts(language)(f"note.{code}").format(**dict.fromkeys(names, "…"))
        assert text.count("…") == len(names)
