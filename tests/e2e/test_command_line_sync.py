"""Data sync as a person and a script use it on the command line: upload, sync, follow, report, rows, export."""

from __future__ import annotations

import csv
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from contenthub.exit_codes import ExitCode
from tests.e2e.conftest import Command
from tests.e2e.tasks import Json

JsonCommand = Callable[..., Json]

HEADER = "order_id,order_date,product,quantity,price"
ORDERS = "\n".join([HEADER, *(f"T-{n:02},2026-11-{n:02},tea {n},{n},{n * 1.5}" for n in range(1, 25))]) + "\n"
CHANGED = ORDERS.replace("T-07,2026-11-07,tea 7,7,10.5", "T-07,2026-11-07,tea 7,70,10.5")
WITHOUT_KEYS = "\n".join([HEADER, *(f",2026-11-{n:02},tea {n},1,2" for n in range(1, 25))]) + "\n"
PAYMENTS = "\n".join(
    ["付款记录,,,", "导出时间,2026-11-20,,", "", "交易时间,交易订单号,商户名称,金额"]
    + [f"2026-11-{n:02} 10:00:00,P{n:03},茶具店,¥{n}.50" for n in range(1, 6)]
)


@pytest.fixture
def account() -> str:
    """Datasets of its own for each test."""
    return f"shop-{os.urandom(4).hex()}"


@pytest.fixture
def answer_of(command_line: Command) -> JsonCommand:
    """The JSON that a command prints."""

    def run(*arguments: str) -> Json:
        document: Json = json.loads(succeeded(command_line("--json", *arguments)).stdout)
        return document

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "tables"
    made.mkdir()
    return made


def test_a_file_goes_from_upload_to_its_rows_and_out_again(
    command_line: Command, answer_of: JsonCommand, folder: Path, account: str
) -> None:
    file = written(folder / "orders.csv", ORDERS)

    file_id = answer_of("sync", "upload", file, "--account", account)["items"][0]["file_id"]
    outcome = answer_of("sync", "single", file_id, "--wait")
    assert (outcome["state"], outcome["counts"]["inserted"]) == ("synced", 24)
    assert outcome["report"]["mapping"]["fields"]["ordered_at"] == "order_date"

    dataset_id = outcome["dataset_id"]
    assert dataset_id in [dataset["dataset_id"] for dataset in answer_of("sync", "datasets")["items"]]
    found = answer_of("sync", "records", dataset_id, "--prefix", "T-07")["items"]
    assert [row["values"]["quantity"] for row in found] == [7]
    lines = succeeded(command_line("sync", "records", dataset_id, "--all")).stdout.splitlines()
    assert len(lines) == 1 + 24

    csv_file = folder / "export.csv"
    told = answer_of("sync", "export", dataset_id, "-o", str(csv_file))
    with csv_file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert told["rows"] == len(rows) == 24
    assert sum(int(row["quantity"]) for row in rows) == sum(range(1, 25))


def test_the_same_file_changes_nothing_and_another_one_what_differs(
    command_line: Command, answer_of: JsonCommand, folder: Path, account: str
) -> None:
    def sync(name: str, text: str, *options: str) -> Json:
        file = written(folder / name, text)
        return answer_of("sync", "upload", file, "--account", account, *options)

    tried = sync("orders.csv", ORDERS, "--dry-run", "--wait")
    assert (tried["state"], tried["dry_run"], tried["counts"]["inserted"]) == ("checked", True, 24)
    assert sync("orders.csv", ORDERS, "--wait")["counts"]["inserted"] == 24
    again = sync("orders.csv", ORDERS, "--wait")
    assert again["counts"]["unchanged"] == again["report"]["against_store"]["same"] == 24
    changed = sync("later.csv", CHANGED, "--wait")
    assert (changed["counts"]["updated"], changed["counts"]["unchanged"]) == (1, 23)

    script = succeeded(command_line("sync", "report", changed["file_id"])).stdout
    assert "counts.updated\t1" in script


def test_a_refused_file_is_a_failure_that_says_which_rows(
    command_line: Command, answer_of: JsonCommand, folder: Path, account: str
) -> None:
    file = written(folder / "keyless.csv", WITHOUT_KEYS)
    described = ("--account", account, "--kind", "orders", "--platform", "standard", "--wait")

    tried = command_line("--json", "sync", "upload", file, *described, "--dry-run")
    assert tried.returncode == ExitCode.REFUSED, tried.stderr
    assert (json.loads(tried.stdout)["state"], json.loads(tried.stdout)["report"]["verdict"]) == ("checked", "rejected")

    done = command_line("--json", "sync", "upload", file, *described)
    assert done.returncode == ExitCode.TASK_UNSUCCESSFUL, done.stderr
    outcome = json.loads(done.stdout)
    assert outcome["state"] == "rejected"
    assert {"missing_key"} <= {finding["code"] for finding in outcome["report"]["findings"]}
    assert outcome["report"]["findings"][0]["rows"][0] == 2

    assert answer_of("sync", "report", outcome["file_id"])["state"] == "rejected"
    assert "missing_key" in succeeded(command_line("sync", "report", outcome["file_id"])).stdout
    listed = answer_of("sync", "files", "--account", account, "--state", "rejected")["items"]
    assert [item["file_id"] for item in listed] == [outcome["file_id"]]


def test_a_batch_is_watched_and_every_file_says_what_became_of_it(
    command_line: Command, answer_of: JsonCommand, folder: Path, account: str
) -> None:
    written(folder / "orders.csv", ORDERS)
    written(folder / "header_only.csv", HEADER + "\n")
    written(folder / "付款.csv", PAYMENTS, "gb18030")
    (folder / "picture.xlsx").write_bytes(bytes(range(256)) * 20)

    done = command_line("--json", "sync", "upload", str(folder), "--account", account, "--watch")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == ExitCode.TASK_UNSUCCESSFUL, done.stderr
    states = {file["file_name"]: (file["state"], file["reason"] or "") for file in lines[-1]["files"]}
    assert states["orders.csv"] == ("synced", "")
    assert states["付款.csv"] == ("synced", "")
    assert states["header_only.csv"][0] == "skipped"
    assert states["picture.xlsx"][0] == "failed"
    assert states["picture.xlsx"][1]
    assert len({line["event"]["unit"] for line in lines[:-1]} - {None}) == len(states)

    task_id = lines[-1]["task_id"]
    assert answer_of("sync", "status", task_id)["status"] == "partial"
    table = succeeded(command_line("sync", "report", task_id)).stdout.splitlines()
    assert len(table) == 1 + 4

    again = answer_of("sync", "batch", "--account", account, "--state", "synced", "--wait")
    assert {file["reason"] for file in again["files"]} == {"synced before and not changed since"}
    forced = answer_of("sync", "batch", *(file["file_id"] for file in again["files"]), "--resync", "--wait")
    assert forced["counts"]["rows"]["unchanged"] == 24 + 5
    assert answer_of("sync", "all", "--dry-run")["files"] >= 4


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("single", "01kamr6f1e5h2j3k4m5n6p7q8r"), ExitCode.NOT_FOUND),
        (("report", "01kamr6f1e5h2j3k4m5n6p7q8r"), ExitCode.NOT_FOUND),
        (("status", "01KAMR6F1E5H2J3K4M5N6P7Q8R"), ExitCode.NOT_FOUND),
        (("records", "no-such-dataset"), ExitCode.NOT_FOUND),
        (("export", "no-such-dataset"), ExitCode.NOT_FOUND),
        (("batch", "--account", "nobody-has-this"), ExitCode.REFUSED),
        (("batch",), ExitCode.USAGE),
        (("upload", "missing.csv"), ExitCode.USAGE),
    ],
    ids=lambda value: value.name if isinstance(value, ExitCode) else " ".join(value),
)
def test_scripts_can_tell_outcomes_apart_by_the_exit_code(
    command_line: Command, arguments: tuple[str, ...], code: ExitCode
) -> None:
    done = command_line("sync", *arguments)

    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def succeeded(done: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    assert done.returncode == ExitCode.OK, done.stderr
    return done


def written(path: Path, text: str, encoding: str = "utf-8") -> str:
    path.write_text(text, encoding=encoding)
    return str(path)
