"""The commands of workflows send the requests that the API documents, and refuse what cannot be sent."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import CommandLine
from tests.unit.cli.fake_api import Answer, FakeApi
from tests.unit.cli.samples import TASK_ID
from tests.unit.cli.workflow_samples import FRAMEWORK

ROADMAPS = "/api/v1/roadmaps"
LITIGATION = "/api/v1/litigation-analysis"
SUBMITTED = {"task_id": TASK_ID, "task_type": "learning_roadmap", "status": "processing", "task_system": "sqs"}
DOCUMENT_IDS = ("01KAMR6F1E5H2J3K4M5N6P7Q8R", "01KAMR6F1E9T8V7W6X5Y4Z3A2B")


def test_a_roadmap_is_asked_for_with_all_preferences(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", f"{ROADMAPS}/generate", SUBMITTED, status=202)
    source = contenthub.folder / "text.txt"
    source.write_bytes("循环重复执行语句。".encode("gb18030"))

    line = (
        "roadmap generate --goal Write --topic Python --language zh --level beginner --hours-per-week 4.5 "
        f"--weeks 8 --max-concepts 20 --review --review-timeout 10m --provider offline -p 8 -s {source}"
    )
    run = contenthub(*line.split())

    assert run.exit_code == 0, run.output
    assert run.stdout == f"{TASK_ID}\n"
    assert api.requests[0].headers["Idempotency-Key"]
    assert api.requests[0].body == {
        "preferences": {
            "goal": "Write",
            "topic": "Python",
            "language": "zh",
            "level": "beginner",
            "hours_per_week": 4.5,
            "weeks": 8,
            "max_concepts": 20,
            "review": True,
            "review_timeout_seconds": 600,
            "source_text": "循环重复执行语句。",
        },
        "provider": "offline",
        "priority": 8,
    }


def test_a_framework_is_sent_as_the_file_has_it(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", f"{ROADMAPS}/generate", SUBMITTED, status=202)
    file = written(contenthub.folder / "framework.json", FRAMEWORK)

    person = contenthub("roadmap", "generate", "--framework", file, "--no-color", terminal=True)

    assert api.requests[0].body == {"preferences": {}, "framework": FRAMEWORK}
    assert f"contenthub roadmap status {TASK_ID}" in person.stderr
    assert f"contenthub roadmap show {TASK_ID}" in person.stderr


@pytest.mark.parametrize(
    ("line", "method", "path"),
    [
        (f"roadmap regenerate {TASK_ID} loops quiz", "POST",
         f"{ROADMAPS}/{TASK_ID}/concepts/loops/artifacts/quiz/regenerate"),
        (f"document delete {DOCUMENT_IDS[0]}", "DELETE", f"/v1/documents/{DOCUMENT_IDS[0]}"),
        (f"document show {DOCUMENT_IDS[0]}", "GET", f"/v1/documents/{DOCUMENT_IDS[0]}"),
        ("litigation packages", "GET", f"{LITIGATION}/packages"),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_a_command_asks_the_documented_address(
    api: FakeApi, contenthub: CommandLine, line: str, method: str, path: str
) -> None:
    api.gives(method, path, {"items": [], "task_id": TASK_ID})

    run = contenthub(*line.split())

    assert run.exit_code == 0, run.output
    assert [(r.method, r.path) for r in api.requests] == [(method, path)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("roadmap generate", "What is the roadmap to be about?"),
        ("roadmap generate --framework missing.json", "There is no file missing.json"),
        ("roadmap generate --topic x --review-timeout soon", "not a duration"),
        ("roadmap generate --topic x --weeks 105", "1–104"),
        ("litigation start -d missing.pdf -t lease --position plaintiff", "There is no file missing.pdf"),
        ("litigation start -d . -t lease --position plaintiff", "There are no files"),
        ("litigation start -d . -t lease --position judge", "plaintiff, defendant, 原告, 被告"),
        (f"document upload {DOCUMENT_IDS[0]}", "nothing to upload"),
        (f"litigation report {TASK_ID} --format docx", "--output report.docx"),
        ("worker inspect everything", "active, registered, active_queues"),
    ],
)
def test_what_cannot_be_sent_is_said_before_anything_is(
    api: FakeApi, contenthub: CommandLine, monkeypatch: pytest.MonkeyPatch, line: str, words: str
) -> None:
    empty = contenthub.folder / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)

    run = contenthub(*line.split())

    assert run.exit_code == 2
    assert words in run.stderr
    assert api.requests == []


def test_a_file_that_is_no_curriculum_is_refused_here(api: FakeApi, contenthub: CommandLine) -> None:
    file = written(contenthub.folder / "list.json", {"title": "x"})
    array = written(contenthub.folder / "array.json", [1])

    assert "no list 'concepts'" in contenthub("roadmap", "generate", "--framework", file).stderr
    assert "one JSON object" in contenthub("roadmap", "generate", "--framework", array).stderr
    assert api.requests == []


def test_an_analysis_uploads_its_files_first_and_names_all_documents_in_order(
    api: FakeApi, contenthub: CommandLine
) -> None:
    for number in (1, 2, 3):
        slot = {"document_id": f"d{number}", "upload_url": f"{api.url}/bucket/{number}", "headers": {"X-Kind": "k"}}
        api.gives("POST", "/v1/documents", slot, status=201)
        api.answers("PUT", f"/bucket/{number}", Answer(200, b""))
    api.gives("POST", f"{LITIGATION}/start", {**SUBMITTED, "session_id": TASK_ID}, status=202)
    case = contenthub.folder / "case"
    case.mkdir()
    (case / "b.txt").write_text("two", encoding="utf-8")
    (case / "a.txt").write_text("one", encoding="utf-8")
    (case / ".hidden").write_text("no", encoding="utf-8")
    single = contenthub.folder / "合同.pdf"
    single.write_bytes(b"x" * 200_000)
    question = contenthub.folder / "question.txt"
    question.write_text("对方逾期交货。", encoding="utf-8")

    line = (
        f"litigation start -d {case} -d {DOCUMENT_IDS[0]} -d {single} --package lease -t 租赁 "
        f"--position 原告 --input @{question} --language zh --provider offline --priority 3"
    )
    run = contenthub(*line.split())

    assert run.exit_code == 0, run.output
    assert run.stdout == f"{TASK_ID}\n"
    slots = api.asked("POST", "/v1/documents")
    assert [slot.body for slot in slots] == [
        {"file_name": "a.txt", "bytes": 3},
        {"file_name": "b.txt", "bytes": 3},
        {"file_name": "合同.pdf", "bytes": 200_000},
    ]
    put = api.asked("PUT", "/bucket/3")[0]
    assert put.data == single.read_bytes()
    assert put.headers["X-Kind"] == "k"
    assert "Authorization" not in put.headers
    assert "Transfer-Encoding" not in put.headers
    assert api.asked("POST", f"{LITIGATION}/start")[0].body == {
        "package_id": "lease",
        "case_type": "租赁",
        "case_position": "原告",
        "user_input": "对方逾期交货。",
        "document_ids": ["d1", "d2", DOCUMENT_IDS[0], "d3"],
        "language": "zh",
        "provider": "offline",
        "priority": 3,
    }
    assert "Uploaded a.txt as d1" in run.stderr


def test_uploading_prints_the_ids(api: FakeApi, contenthub: CommandLine) -> None:
    slot = {"document_id": DOCUMENT_IDS[0], "upload_url": f"{api.url}/bucket/1", "headers": {}}
    api.gives("POST", "/v1/documents", slot, status=201)
    api.answers("PUT", "/bucket/1", Answer(200, b""))
    file = contenthub.folder / "a.txt"
    file.write_text("text", encoding="utf-8")

    script = contenthub("document", "upload", str(file))
    machine = contenthub("document", "upload", str(file), "--json")
    person = contenthub("document", "upload", str(file), terminal=True)

    assert script.stdout == f"document_id\tfile_name\n{DOCUMENT_IDS[0]}\ta.txt\n"
    assert json.loads(machine.stdout)["items"] == [{"document_id": DOCUMENT_IDS[0], "file_name": "a.txt"}]
    assert machine.stderr == ""
    assert DOCUMENT_IDS[0] in person.stdout


def test_a_refused_upload_is_an_error_of_its_own(api: FakeApi, contenthub: CommandLine) -> None:
    api.refuses("POST", "/v1/documents", 413, "document_too_large")
    file = contenthub.folder / "a.txt"
    file.write_text("text", encoding="utf-8")

    run = contenthub("document", "upload", str(file))

    assert run.exit_code == 6
    assert "document_too_large" in run.stderr


def written(path: Path, document: Any) -> str:
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return str(path)
