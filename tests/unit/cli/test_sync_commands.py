"""The commands of data sync send the requests that the API documents, and end as the files did."""

import json
from typing import Any

import pytest

from tests.unit.cli.conftest import CommandLine
from tests.unit.cli.fake_api import Answer, FakeApi
from tests.unit.cli.samples import TASK_ID, event, events
from tests.unit.cli.sync_samples import (
    BATCH,
    DATASET_ID,
    FILE,
    FILE_ID,
    OTHER_FILE_ID,
    REFUSED,
    REPORT,
    SYNCED,
    sync_task,
    writing,
)

SYNC = "/api/data-sync"
STATUS = f"{SYNC}/task-status/{TASK_ID}"
EXPORT = f"/v1/datasets/{DATASET_ID}/export"
TASK = f"/v1/tasks/{TASK_ID}"
SUBMITTED = {"task_id": TASK_ID, "task_type": "data_sync", "status": "queued", "task_system": "sqs", "files": 1}


@pytest.mark.parametrize(
    ("line", "path", "body"),
    [
        (f"single {FILE_ID} --dry-run --key a --key b --warn-below 95 --reject-below 80.5 -p 8", "single",
         {"file_id": FILE_ID, "dry_run": True, "key_columns": ["a", "b"], "warn_below": 95.0, "reject_below": 80.5,
          "priority": 8}),
        (f"single {FILE_ID}", "single", {"file_id": FILE_ID}),
        (f"batch {FILE_ID} {OTHER_FILE_ID} --resync", "batch-by-ids",
         {"file_ids": [FILE_ID, OTHER_FILE_ID], "resync": True}),
        ("batch --platform jd -a shop-1 -k orders -s uploaded --since 2h --dry-run", "batch",
         {"platform": "jd", "account": "shop-1", "data_kind": "orders", "state": "uploaded",
          "created_after": "2026-11-22T03:00:00.000Z", "dry_run": True}),
        ("all --dry-run --run-at +1h", "batch-all", {"dry_run": True, "run_at": "2026-11-22T06:00:00.000Z"}),
        ("all", "batch-all", {}),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_a_sync_is_asked_for_with_its_options(
    api: FakeApi, contenthub: CommandLine, line: str, path: str, body: Any
) -> None:
    api.gives("POST", f"{SYNC}/{path}", SUBMITTED, status=202)

    run = contenthub("sync", *line.split())
    person = contenthub("sync", *line.split(), terminal=True)

    assert run.exit_code == 0, run.output
    assert run.stdout == f"{TASK_ID}\n"
    assert api.requests[0].body == body
    assert api.requests[0].headers["Idempotency-Key"]
    assert f"contenthub sync report {TASK_ID}" in person.stderr


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("batch", "Which files?"),
        (f"batch {FILE_ID} --platform jd", "not both"),
        ("batch --kind songs", "orders, products"),
        ("upload missing.csv", "There is no file missing.csv"),
        ("upload empty.csv", "empty.csv is empty"),
        (f"export {DATASET_ID} --json", "--output rows.csv"),
        (f"single {FILE_ID} --reject-below 101", "0–100"),
    ],
)
def test_what_cannot_be_sent_is_said_before_anything_is(
    api: FakeApi, contenthub: CommandLine, monkeypatch: pytest.MonkeyPatch, line: str, words: str
) -> None:
    monkeypatch.chdir(contenthub.folder)
    (contenthub.folder / "empty.csv").touch()

    run = contenthub("sync", *line.split())

    assert run.exit_code == 2
    assert words in run.stderr + run.stdout
    assert api.requests == []


def accept_uploads(api: FakeApi, *file_ids: str) -> None:
    slots = [{"file_id": f, "upload_url": f"{api.url}/bucket/{f}", "headers": {"X-Kind": "k"}} for f in file_ids]
    api.answers("POST", f"{SYNC}/files", *(Answer(201, slot) for slot in slots))
    for file_id in file_ids:
        api.answers("PUT", f"/bucket/{file_id}", Answer(200, b""))


def test_files_are_uploaded_with_what_is_said_of_them(api: FakeApi, contenthub: CommandLine) -> None:
    accept_uploads(api, FILE_ID, OTHER_FILE_ID)
    for name, text in (("a.csv", "x\n1\n"), ("订单.csv", "订单号\n1\n")):
        (contenthub.folder / name).write_text(text, encoding="gb18030")

    line = ("--platform", "jd", "--account", "shop-1", "--kind", "orders", "--as-of", "2026-11-01T00:00Z")
    run = contenthub("sync", "upload", str(contenthub.folder), *line)

    described = {
        "platform": "jd",
        "account": "shop-1",
        "data_kind": "orders",
        "as_of": "2026-11-01T00:00:00.000Z",
    }
    assert run.stdout == f"file_id\tname\n{FILE_ID}\ta.csv\n{OTHER_FILE_ID}\t订单.csv\n"
    assert [request.body for request in api.asked("POST", f"{SYNC}/files")] == [
        {"name": "a.csv", "bytes": 4, **described},
        {"name": "订单.csv", "bytes": 9, **described},
    ]
    put = api.asked("PUT", f"/bucket/{OTHER_FILE_ID}")[0]
    assert put.data == "订单号\n1\n".encode("gb18030")
    assert put.headers["X-Kind"] == "k"
    assert "Authorization" not in put.headers


@pytest.mark.parametrize(("count", "path"), [(1, "single"), (2, "batch-by-ids")])
def test_uploaded_files_are_synced_at_once(api: FakeApi, contenthub: CommandLine, count: int, path: str) -> None:
    file_ids = [FILE_ID, OTHER_FILE_ID][:count]
    accept_uploads(api, *file_ids)
    api.gives("POST", f"{SYNC}/{path}", SUBMITTED, status=202)
    files = [contenthub.folder / f"{number}.csv" for number in range(count)]
    for file in files:
        file.write_text("x\n1\n", encoding="utf-8")

    run = contenthub("sync", "upload", *map(str, files), "--sync")

    named = {"file_id": FILE_ID} if count == 1 else {"file_ids": file_ids}
    assert api.asked("POST", f"{SYNC}/{path}")[0].body == named
    assert run.stdout == f"{TASK_ID}\n"
    assert f"Uploaded 0.csv as {FILE_ID}" in run.stderr


def end_with(api: FakeApi, status: str, *log: dict[str, Any], result: Any = None, error: Any = None) -> None:
    api.gives("POST", f"{SYNC}/single", SUBMITTED, status=202)
    ended = sync_task(status, result=result, error=error, last_seq=len(log) + 1)
    api.gives("GET", TASK, ended)
    api.gives("GET", STATUS, ended)
    end = event(len(log) + 1, status, kind=status, progress=None)
    api.gives("GET", f"{TASK}/events", events(*log, end, finished=True))


def test_watching_in_a_pipe_tells_of_rows_by_tenths(api: FakeApi, contenthub: CommandLine) -> None:
    log = [event(1 + n, progress=writing(500 * n, 61548)) for n in range(120)]
    end_with(api, "succeeded", *log, result=SYNCED)

    run = contenthub("sync", "single", FILE_ID, "--watch")

    lines = [line for line in run.stderr.splitlines() if "订单-2026-11.csv" in line]
    assert run.exit_code == 0
    assert len(lines) == 10
    assert "31,000 / 61,548 rows" in lines[5]
    assert "counts.inserted\t61000" in run.stdout


def test_waiting_as_json_ends_with_what_became_of_the_file(api: FakeApi, contenthub: CommandLine) -> None:
    end_with(api, "succeeded", event(1, progress=writing(5, 10)), result=SYNCED)

    waited = contenthub("sync", "single", FILE_ID, "--wait", "--json")
    watched = contenthub("sync", "single", FILE_ID, "--watch", "--json")

    assert json.loads(waited.stdout) == {**SYNCED, "task_id": TASK_ID}
    lines = [json.loads(line) for line in watched.stdout.splitlines()]
    assert lines[0]["event"]["progress"]["done"] == 5
    assert lines[-1]["state"] == "synced"


def test_a_refused_file_is_shown_with_its_report_and_is_a_failure(api: FakeApi, contenthub: CommandLine) -> None:
    error = {"code": "file_rejected", "message": "the file was refused: quality score 41.2", "retryable": False}
    end_with(api, "failed", error=error)
    api.gives("GET", f"{SYNC}/files", {"items": [REFUSED], "next_cursor": None})
    api.gives("GET", f"{SYNC}/files/{OTHER_FILE_ID}", REFUSED)
    api.gives("GET", f"{SYNC}/files/{OTHER_FILE_ID}/report", {"file_id": OTHER_FILE_ID, "report": REPORT})

    run = contenthub("sync", "single", OTHER_FILE_ID, "--wait", terminal=True)
    machine = contenthub("sync", "single", OTHER_FILE_ID, "--wait", "--json")

    assert run.exit_code == machine.exit_code == 8
    assert "a required value is missing" in run.stdout
    assert "quality score 41.2" in run.stderr
    assert json.loads(machine.stdout)["state"] == "rejected"
    assert json.loads(machine.stderr)["code"] == "task_failed"


@pytest.mark.parametrize("terminal", [True, False])
def test_a_dry_run_that_finds_a_file_to_be_refused_says_so_by_its_exit_code(
    api: FakeApi, contenthub: CommandLine, terminal: bool
) -> None:
    report = {**REPORT, "verdict": "rejected", "score": 41.2}
    reason = "quality score 41.2, 20 of 24 rows rejected"
    result = {**SYNCED, "state": "checked", "dry_run": True, "counts": None, "reason": reason, "report": report}
    end_with(api, "succeeded", result=result)

    run = contenthub("sync", "single", FILE_ID, "--dry-run", "--wait", terminal=terminal)
    machine = contenthub("sync", "single", FILE_ID, "--dry-run", "--wait", "--json")

    assert run.exit_code == machine.exit_code == 6
    assert reason in run.stdout
    assert "would be refused" in run.stderr
    assert json.loads(machine.stdout)["report"]["verdict"] == "rejected"
    assert json.loads(machine.stderr)["code"] == "would_be_refused"


def test_a_dry_run_of_a_batch_names_the_file_that_would_be_refused(api: FakeApi, contenthub: CommandLine) -> None:
    end_with(api, "succeeded", result={**BATCH, "dry_run": True})
    api.gives("POST", f"{SYNC}/batch-all", {**SUBMITTED, "task_type": "data_sync_batch", "files": 3}, status=202)

    run = contenthub("sync", "all", "--dry-run", "--wait")

    assert run.exit_code == 6
    assert f"would be refused: {REFUSED['name']}" in run.stderr


def test_a_dry_run_that_finds_nothing_wrong_is_a_success(api: FakeApi, contenthub: CommandLine) -> None:
    end_with(api, "succeeded", result={**SYNCED, "state": "checked", "dry_run": True})

    assert contenthub("sync", "single", FILE_ID, "--dry-run", "--wait").exit_code == 0


def test_a_batch_of_which_a_file_was_refused_is_a_failure(api: FakeApi, contenthub: CommandLine) -> None:
    told = event(1, "waiting", kind="unit_ended", message=f"sync/{FILE_ID} succeeded")
    end_with(api, "partial", told, result=BATCH)
    api.gives("GET", f"{SYNC}/files", {"items": [FILE], "next_cursor": None})
    submitted = {**SUBMITTED, "task_type": "data_sync_batch", "files": 3}
    api.gives("POST", f"{SYNC}/batch-all", submitted, status=202)

    run = contenthub("sync", "all", "--wait", terminal=True)
    watched = contenthub("sync", "all", "--watch")

    assert run.exit_code == 8
    assert "1 synced" in run.stdout
    assert "20 of 24 rows rejected" in run.stdout
    assert "sync/订单-2026-11.csv succeeded" in watched.stderr


def test_a_large_dataset_is_exported_part_by_part(api: FakeApi, contenthub: CommandLine) -> None:
    first = Answer(200, "row_key,名称\r\na,1\r\n".encode(), {"Content-Type": "text/csv", "X-Row-Count": "1",
                                                            "X-Next-Cursor": "next"})  # fmt: skip
    last = Answer(200, b"b,2\r\n", {"Content-Type": "text/csv", "X-Row-Count": "1"})
    api.answers("GET", EXPORT, first, last)
    file = contenthub.folder / "rows.csv"

    run = contenthub("sync", "export", DATASET_ID, "-o", str(file), "--prefix", "a", "--json")

    assert json.loads(run.stdout) == {"file": str(file), "bytes": 26, "rows": 2, "content_type": "text/csv"}
    assert file.read_text(encoding="utf-8") == "row_key,名称\na,1\nb,2\n"
    assert [request.query for request in api.requests] == [{"prefix": "a"}, {"prefix": "a", "cursor": "next"}]


def test_an_export_goes_into_a_pipe_as_it_is(api: FakeApi, contenthub: CommandLine) -> None:
    api.answers("GET", EXPORT, Answer(200, b"row_key\r\na\r\n", {"Content-Type": "text/csv"}))

    assert contenthub("sync", "export", DATASET_ID).stdout_bytes == b"row_key\r\na\r\n"


def test_half_an_export_is_never_taken_for_one(api: FakeApi, contenthub: CommandLine) -> None:
    first = Answer(200, b"row_key\r\na\r\n", {"Content-Type": "text/csv", "X-Next-Cursor": "next"})
    api.answers("GET", EXPORT, first, Answer(500, {"status": 500, "code": "internal_error"}))
    file = contenthub.folder / "rows.csv"
    file.write_text("older", encoding="utf-8")

    run = contenthub("sync", "export", DATASET_ID, "-o", str(file))

    assert run.exit_code == 1
    assert file.read_text(encoding="utf-8") == "older"
    assert list(contenthub.folder.glob("*.part")) == []
