"""What is printed of workflows, compared with files: for a person, for a script, as JSON, in both languages."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.cli.conftest import CommandLine
from tests.unit.cli.fake_api import Answer, FakeApi
from tests.unit.cli.samples import TASK_ID
from tests.unit.cli.workflow_samples import (
    CONCEPT,
    CONTENT_STATUS,
    REVIEW,
    ROADMAP,
    SECTIONED,
    UNITS,
    unit,
    workflow,
)

Golden = Callable[[str, str], None]
TASK = f"/v1/tasks/{TASK_ID}"
ROADMAP_PATH = f"/api/v1/roadmaps/{TASK_ID}"
SESSIONS = "/api/v1/litigation-analysis/sessions"
SUBMITTED = {"task_id": TASK_ID, "task_type": "learning_roadmap", "status": "processing", "task_system": "sqs"}
SESSION = {
    "session_id": TASK_ID,
    "status": "partial",
    "package_id": "contract_dispute_default",
    "case_type": "买卖合同纠纷",
    "case_position": "plaintiff",
    "current_step": "partially_completed",
    "progress": {"done": 6, "total": 7, "failed": 1, "step": "view"},
    "created_at": "2026-11-22T04:50:00.000Z",
    "documents": [
        {"document_id": "01KAMR6F1E5H2J3K4M5N6P7Q8R", "file_name": "合同.pdf", "status": "analysed", "detail": None},
        {
            "document_id": "01KAMR6F1E9T8V7W6X5Y4Z3A2B",
            "file_name": "scan.pdf",
            "status": "unread",
            "detail": "none of the 3 pages has text",
        },
    ],
}
DOCUMENT = {
    "document_id": "01KAMR6F1E5H2J3K4M5N6P7Q8R",
    "file_name": "合同.pdf",
    "content_type": "application/pdf",
    "bytes": 231182,
    "state": "uploaded",
    "created_at": "2026-11-22T04:50:00.000Z",
}

SHOWN: list[tuple[str, str, str, Any]] = [
    ("roadmap_status", f"roadmap status {TASK_ID}", f"{ROADMAP_PATH}/content-status", CONTENT_STATUS),
    ("roadmap_concept", f"roadmap show {TASK_ID} loops", f"{ROADMAP_PATH}/concepts/loops", CONCEPT),
    ("roadmap_concept_answers", f"roadmap show {TASK_ID} loops --answers", f"{ROADMAP_PATH}/concepts/loops", CONCEPT),
    ("roadmap_outline", f"roadmap show {TASK_ID}", ROADMAP_PATH, ROADMAP),
    (
        "roadmap_concept_made",
        f"roadmap show {TASK_ID} loops",
        f"{ROADMAP_PATH}/concepts/loops",
        {**CONCEPT, "quiz": None, "statuses": {**CONCEPT["statuses"], "quiz": "running"}},
    ),
    ("roadmap_outline_sections", f"roadmap show {TASK_ID}", ROADMAP_PATH, SECTIONED),
    ("litigation_status", f"litigation status {TASK_ID}", f"{SESSIONS}/{TASK_ID}", SESSION),
    ("litigation_documents", f"litigation documents {TASK_ID}", f"{SESSIONS}/{TASK_ID}", SESSION),
    ("litigation_list", "litigation list", SESSIONS, {"items": [SESSION], "next_cursor": None}),
    ("document_list", "document list", "/v1/documents", {"items": [DOCUMENT], "next_cursor": None}),
]


@pytest.mark.parametrize(("name", "line", "path", "answer"), SHOWN, ids=lambda v: str(v)[:30])
def test_output_is_as_in_the_golden_files(
    api: FakeApi, contenthub: CommandLine, golden: Golden, name: str, line: str, path: str, answer: Any
) -> None:
    api.gives("GET", path, answer)

    golden(name, in_all_forms(contenthub, line))
    assert json.loads(contenthub(*line.split(), "--json").stdout) == answer


def test_a_workflow_is_shown_as_a_tree_by_stage(api: FakeApi, contenthub: CommandLine, golden: Golden) -> None:
    api.gives("GET", TASK, workflow())
    api.gives("GET", f"{TASK}/children", {"items": UNITS, "next_cursor": None})

    golden("task_tree", in_all_forms(contenthub, f"task tree {TASK_ID}"))
    answer = json.loads(contenthub("task", "tree", TASK_ID, "--json").stdout)
    assert answer["task"] == workflow()
    assert len(answer["children"]) == len(UNITS)


def test_of_a_large_stage_the_tree_shows_what_runs_or_failed(api: FakeApi, contenthub: CommandLine) -> None:
    many = [unit(100 + n, f"content/tutorial/c{n:02}", "succeeded") for n in range(40)]
    api.gives("GET", TASK, workflow())
    api.gives("GET", f"{TASK}/children", {"items": [*UNITS, *many], "next_cursor": None})

    short = contenthub("task", "tree", TASK_ID, terminal=True).stdout
    full = contenthub("task", "tree", TASK_ID, "--all", terminal=True).stdout

    assert "tutorial/lists" in short
    assert "no answer" in short
    assert "41 succeeded" in short
    assert "tutorial/c07" not in short
    assert "tutorial/c07" in full


def test_a_review_is_shown_with_what_was_decided_before(api: FakeApi, contenthub: CommandLine, golden: Golden) -> None:
    api.gives("GET", f"{TASK}/review", REVIEW)

    golden("task_review", in_all_forms(contenthub, f"task review {TASK_ID}", stdin="q\n"))
    assert json.loads(contenthub("roadmap", "review", TASK_ID, "--json").stdout) == REVIEW


def test_markdown_of_a_report_goes_into_a_pipe_as_it_is(api: FakeApi, contenthub: CommandLine) -> None:
    text = "# Report\n\n- **A** v. B\n"
    report = Answer(body=text.encode(), headers={"Content-Type": "text/markdown; charset=utf-8"})
    api.answers("GET", f"{SESSIONS}/{TASK_ID}/report", report)

    piped = contenthub("litigation", "report", TASK_ID)
    read = contenthub("litigation", "report", TASK_ID, "--no-color", terminal=True)

    assert piped.stdout == text
    assert "**" not in read.stdout
    assert "• A v. B" in read.stdout


def test_a_report_is_written_to_a_file_with_all_its_bytes(api: FakeApi, contenthub: CommandLine) -> None:
    data = bytes(range(256))
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    api.answers("GET", f"{SESSIONS}/{TASK_ID}/report", Answer(body=data, headers={"Content-Type": word}))
    file = contenthub.folder / "report.docx"

    run = contenthub("litigation", "report", TASK_ID, "--format", "docx", "-o", str(file))

    assert run.exit_code == 0
    assert file.read_bytes() == data
    assert api.requests[0].query == {"format": "docx"}
    assert contenthub("litigation", "report", TASK_ID, "--format", "docx").exit_code == 2


def test_an_export_that_lies_elsewhere_is_fetched_from_there(api: FakeApi, contenthub: CommandLine) -> None:
    where = Answer(body={"download_url": f"{api.url}/bucket/x"}, headers={"Content-Type": "application/json"})
    api.answers("GET", f"{ROADMAP_PATH}/export", where)
    api.answers("GET", "/bucket/x", Answer(body=b"# Roadmap\n"))

    run = contenthub("roadmap", "export", TASK_ID)

    assert run.stdout == "# Roadmap\n"
    assert "Authorization" not in api.asked("GET", "/bucket/x")[0].headers


def in_all_forms(contenthub: CommandLine, line: str, *, stdin: str | None = None) -> str:
    arguments = line.split()
    person = contenthub("--no-color", *arguments, terminal=True, width=80, stdin=stdin)
    chinese = contenthub("--no-color", "--lang", "zh", *arguments, terminal=True, width=80, stdin=stdin)
    script = contenthub(*arguments)
    return (
        f"# person\n{person.output}\n# person, zh\n{chinese.output}"
        f"\n# script: standard output\n{script.stdout}\n# script: standard error\n{script.stderr}"
    )
