"""Workflows as a person and a script use them on the command line: roadmaps, reviews, analyses, workers."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from contenthub.exit_codes import ExitCode
from tests.e2e.conftest import Command
from tests.e2e.local_cloud import wait_until
from tests.e2e.tasks import Json

JsonCommand = Callable[..., Json]

CONCEPTS = ("kettles", "leaves", "brewing", "serving")
FRAMEWORK = {
    "title": "Making tea",
    "language": "en",
    "concepts": [
        {
            "id": "kettles",
            "title": "Kettles",
            "description": (
                "A kettle is a vessel that heats water until it boils. A thermostat is a switch that ends the heating "
                "at a chosen temperature. Scale is a layer of calcium carbonate that hard water leaves behind. "
                "Descaling removes it with a weak acid such as vinegar."
            ),
        },
        {
            "id": "leaves",
            "title": "Tea leaves",
            "description": (
                "Tea leaves are the dried leaves of Camellia sinensis. Oxidation is the reaction that darkens black "
                "tea. Green tea is heated early, so that its leaves stay green. "
                "Oolong is a tea that is oxidised in part."
            ),
        },
        {
            "id": "brewing",
            "title": "Brewing",
            "description": (
                "Brewing extracts flavour from leaves with hot water. Green tea is brewed at 80 degrees. Black tea is "
                "brewed at 95 degrees. Tannin is the substance that makes tea bitter when it stands too long."
            ),
            "prerequisites": ["kettles", "leaves"],
        },
        {
            "id": "serving",
            "title": "Serving",
            "description": (
                "A gaiwan is a lidded bowl for serving tea. A fairness cup is a jug that gives all guests the same "
                "strength. Guests are served before the host. A tea tray catches the water that is spilled."
            ),
            "prerequisites": ["brewing"],
        },
    ],
}
CONTRACT = """SALES AGREEMENT

This Sales Agreement is made on March 3, 2025 between Northwind Kettles Ltd. ("Seller") and Harbour
Tea Rooms Inc. ("Buyer").

1. Goods. The Seller shall deliver 200 kettles by April 1, 2025.
2. Price. The Buyer shall pay USD 18,400.00 within thirty (30) days of delivery.
3. Late delivery. For each week of delay the Seller shall pay a penalty of USD 500.00.
"""
LETTER = """To Northwind Kettles Ltd.

April 20, 2025

The 200 kettles that were due on April 1, 2025 arrived on April 16, 2025, two weeks late. Under Section 3 of the
Sales Agreement Harbour Tea Rooms Inc. demands USD 1,000.00.
"""


@pytest.fixture
def answer_of(command_line: Command) -> JsonCommand:
    """The JSON that a command prints."""

    def run(*arguments: str) -> Json:
        done = succeeded(command_line("--json", *arguments))
        document: Json = json.loads(done.stdout)
        return document

    return run


@pytest.fixture
def framework(tmp_path: Path) -> str:
    path = tmp_path / "tea.json"
    path.write_text(json.dumps(FRAMEWORK), encoding="utf-8")
    return str(path)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "1_agreement.txt").write_text(CONTRACT, encoding="utf-8")
    (folder / "2_letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "3_scan.pdf").write_bytes(b"%PDF-1.4 broken")
    return folder


def test_a_roadmap_is_watched_read_and_taken_along(
    command_line: Command, answer_of: JsonCommand, framework: str, tmp_path: Path
) -> None:
    watched = succeeded(command_line("--json", "roadmap", "generate", "--framework", framework, "--watch"))
    lines = [json.loads(line) for line in watched.stdout.splitlines() if line.startswith('{"event"')]
    task_id = next(line["event"]["task_id"] for line in lines if line["event"]["unit"] is None)
    made = {line["event"]["unit"] for line in lines if line["event"]["status"] == "succeeded"}
    assert {f"content/quiz/{name}" for name in CONCEPTS} <= made

    status = answer_of("roadmap", "status", task_id)
    assert [concept["quiz"] for concept in status["concepts"]] == ["succeeded"] * len(CONCEPTS)

    quiz = succeeded(command_line("roadmap", "show", task_id, "brewing")).stdout
    with_answers = succeeded(command_line("roadmap", "show", task_id, "brewing", "--answers")).stdout
    assert "## Quiz" in quiz
    assert "**Answer:" not in quiz
    assert "**Answer:" in with_answers

    outline = succeeded(command_line("roadmap", "show", task_id)).stdout.splitlines()
    assert [line.split("\t")[0] for line in outline[1:]][-2:] == ["brewing", "serving"]

    for form, beginning in (("markdown", "# Making tea"), ("json", "{")):
        file = tmp_path / f"roadmap.{form}"
        succeeded(command_line("roadmap", "export", task_id, "--format", form, "-o", str(file)))
        assert file.read_text(encoding="utf-8").startswith(beginning)


def test_a_curriculum_is_rejected_edited_and_made(
    command_line: Command, answer_of: JsonCommand, framework: str
) -> None:
    task_id = answer_of("roadmap", "generate", "--framework", framework, "--review")["task_id"]
    first = open_review(answer_of, task_id)
    assert first["subject"]["round"] == 1
    assert "brewing" in succeeded(command_line("roadmap", "review", task_id)).stdout

    succeeded(command_line("roadmap", "review", task_id, "--reject", "--comments", "Remove serving."))
    second = open_review(answer_of, task_id, other_than=first["name"])
    assert second["subject"]["round"] == 2

    edit = Path(framework).with_name("edit.json")
    edit.write_text(json.dumps(without(second["subject"], "kettles")), encoding="utf-8")
    succeeded(command_line("roadmap", "review", task_id, "--edit", str(edit)))
    again = command_line("--json", "roadmap", "review", task_id, "--approve")
    assert again.returncode == ExitCode.CONFLICT
    assert json.loads(again.stderr)["code"] == "review_not_open"

    succeeded(command_line("task", "watch", task_id))
    concepts = {concept["concept_id"] for concept in answer_of("roadmap", "status", task_id)["concepts"]}
    assert "kettles" not in concepts
    assert {"leaves", "brewing"} <= concepts
    decided = answer_of("task", "review", task_id)["decided"]
    assert [(record["decision"], record["edited"]) for record in decided] == [("rejected", False), ("approved", True)]


def test_an_analysis_goes_from_files_to_its_report(
    command_line: Command, answer_of: JsonCommand, case: Path, tmp_path: Path
) -> None:
    start = ("litigation", "start", "-d", str(case), "-t", "sale of goods", "--position", "plaintiff")
    done = command_line(*start, "--input", "May we claim the penalty?", "--wait")
    assert done.returncode in (ExitCode.OK, ExitCode.TASK_UNSUCCESSFUL), done.stderr  # in part: the scan is unreadable
    assert "Uploaded 1_agreement.txt" in done.stderr
    assert "Northwind Kettles" in done.stdout

    session = answer_of("litigation", "list")["items"][0]
    session_id = session["session_id"]
    documents = answer_of("litigation", "status", session_id)["documents"]
    assert [document["status"] for document in documents] == ["analysed", "analysed", "unread"]
    assert "3_scan.pdf" in succeeded(command_line("litigation", "documents", session_id)).stdout

    word = tmp_path / "report.docx"
    succeeded(command_line("litigation", "report", session_id, "--format", "docx", "-o", str(word)))
    assert word.read_bytes().startswith(b"PK")
    text = json.dumps(answer_of("litigation", "report", session_id))
    assert "2025-04-01" in text
    assert "18400" in text

    again = [argument for document in documents[:2] for argument in ("-d", document["document_id"])]
    assert answer_of("litigation", "start", *again, *start[4:])["status"] == "pending"


def test_the_units_of_a_workflow_are_a_tree(command_line: Command, answer_of: JsonCommand, framework: str) -> None:
    done = command_line("roadmap", "generate", "--framework", framework, "--wait")
    assert done.returncode == ExitCode.OK, done.stderr
    task_id = answer_of("task", "list", "--type", "learning_roadmap")["items"][0]["task_id"]

    tree = answer_of("task", "tree", task_id)
    assert len(tree["children"]) == 3 * len(CONCEPTS)
    lines = succeeded(command_line("task", "tree", task_id)).stdout.splitlines()
    assert len(lines) == 1 + 3 * len(CONCEPTS)


def test_an_artifact_is_made_again(command_line: Command, answer_of: JsonCommand, framework: str) -> None:
    succeeded(command_line("roadmap", "generate", "--framework", framework, "--wait"))
    task_id = answer_of("task", "list", "--type", "learning_roadmap")["items"][0]["task_id"]

    again = answer_of("roadmap", "regenerate", task_id, "leaves", "quiz")
    assert again["parent_id"] == task_id
    assert again["unit"].startswith("content/quiz/leaves")
    succeeded(command_line("task", "watch", again["task_id"]))
    assert command_line("roadmap", "show", task_id, "no-such-concept").returncode == ExitCode.NOT_FOUND


def test_every_lane_answers_a_ping(command_line: Command, answer_of: JsonCommand) -> None:
    done = succeeded(command_line("worker", "ping", "--max-wait", "60s"))
    rows = [line.split("\t") for line in done.stdout.splitlines()[1:]]
    assert {(row[0], row[1]) for row in rows} == {
        ("generation-high", "pong"),
        ("generation-normal", "pong"),
        ("generation-low", "pong"),
    }
    assert all(int(row[2]) >= 0 for row in rows)
    assert "health_check" in [kind["name"] for kind in answer_of("worker", "inspect", "registered")["items"]]
    assert len(answer_of("worker", "inspect", "active_queues")["items"]) >= 3


def test_a_paused_lane_is_told_by_a_ping(command_line: Command) -> None:
    """Warm workers remember for five seconds that the lane was not paused: until then a ping comes back."""

    def ping_without_an_answer() -> str:
        done = command_line("worker", "ping", "--max-wait", "6s")
        return done.stdout if done.returncode == ExitCode.UNEXPECTED else ""

    succeeded(command_line("lane", "set", "generation-low", "--pause"))
    try:
        told = wait_until(ping_without_an_answer, seconds=40, what="a ping that is not answered")
    finally:
        succeeded(command_line("lane", "set", "generation-low", "--resume"))
    assert "the lane is paused" in told


def test_documents_are_uploaded_listed_and_deleted(command_line: Command, answer_of: JsonCommand, case: Path) -> None:
    uploaded = answer_of("document", "upload", str(case / "1_agreement.txt"))["items"]
    document_id = uploaded[0]["document_id"]
    assert document_id in [document["document_id"] for document in answer_of("document", "list")["items"]]
    assert answer_of("document", "show", document_id)["file_name"] == "1_agreement.txt"
    succeeded(command_line("document", "delete", document_id))
    assert command_line("document", "show", document_id).returncode == ExitCode.NOT_FOUND


def succeeded(done: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    assert done.returncode == ExitCode.OK, done.stderr
    return done


def open_review(answer_of: JsonCommand, task_id: str, *, other_than: str | None = None) -> Json:
    def look() -> Json | None:
        opened: Json | None = answer_of("roadmap", "review", task_id)["open"]
        return opened if opened and opened["name"] != other_than else None

    return wait_until(look, seconds=60, what="the review", every=0.3) or {}


def without(subject: Json, removed: str) -> Json:
    """A whole curriculum without one concept, as somebody edits the file that `--json` printed."""
    framework: Json = subject["framework"]
    kept = [concept for concept in framework["concepts"] if concept["id"] != removed]
    for concept in kept:
        concept["prerequisites"] = [name for name in concept["prerequisites"] if name != removed]
    return {**subject, "framework": {**framework, "concepts": kept}}
