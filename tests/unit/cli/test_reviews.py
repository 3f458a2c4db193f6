"""Reviews: decided by options in a script, by answering questions in a terminal, in an editor."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import CommandLine
from tests.unit.cli.fake_api import Answer, FakeApi
from tests.unit.cli.samples import TASK_ID
from tests.unit.cli.workflow_samples import REVIEW, workflow

ADDRESS = f"/v1/tasks/{TASK_ID}/review"
EDITED = {
    "title": "Python in small steps",
    "concepts": [
        {"id": "loops", "title": "Loops", "prerequisites": ["basics", "lists"]},
        {"id": "basics", "title": "Basics", "prerequisites": []},
        {"id": "lists", "title": "Lists", "prerequisites": ["basics", "typing"]},
        {"id": "recursion", "title": "Recursion and its many uses", "prerequisites": ["loops"]},
    ],
}


@pytest.fixture(autouse=True)
def _review(api: FakeApi) -> None:
    api.gives("GET", ADDRESS, REVIEW)


def decided(api: FakeApi) -> list[Any]:
    return [request.body for request in api.asked("POST", ADDRESS)]


@pytest.mark.parametrize("group", ["task", "roadmap"])
@pytest.mark.parametrize(
    ("options", "body"),
    [
        (["--approve"], {"decision": "approve"}),
        (["--approve", "--comments", "good"], {"decision": "approve", "comments": "good"}),
        (["--reject", "--comments", "fewer, please"], {"decision": "reject", "comments": "fewer, please"}),
    ],
)
def test_a_script_decides_with_options(
    api: FakeApi, contenthub: CommandLine, group: str, options: list[str], body: Any
) -> None:
    api.gives("POST", ADDRESS, workflow())

    run = contenthub(group, "review", TASK_ID, *options)

    assert run.exit_code == 0, run.output
    assert decided(api) == [body]
    assert api.asked("GET", ADDRESS) == []
    assert TASK_ID in run.stdout


def test_a_script_decides_with_an_edited_curriculum(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", ADDRESS, workflow())
    file = contenthub.folder / "edit.json"

    file.write_text(json.dumps({"remove": ["recursion"]}), encoding="utf-8")
    contenthub("roadmap", "review", TASK_ID, "--edit", str(file))
    file.write_text(json.dumps(REVIEW["open"]["subject"]), encoding="utf-8")
    run = contenthub("roadmap", "review", TASK_ID, "--edit", str(file), "--json")

    assert decided(api) == [
        {"decision": "approve", "edit": {"remove": ["recursion"]}},
        {"decision": "approve", "edit": EDITED},
    ]
    assert json.loads(run.stdout) == workflow()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--approve", "--reject"], "excludes"),
        (["--reject", "--edit", "x.json"], "excludes"),
        (["--comments", "hm"], "need --approve"),
        (["--edit", "no-such.json"], "no file"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    api: FakeApi, contenthub: CommandLine, options: list[str], words: str
) -> None:
    run = contenthub("task", "review", TASK_ID, *options)

    assert run.exit_code == 2
    assert words in run.stderr
    assert api.requests == []


def test_a_review_that_is_not_open_says_so_with_its_own_exit_code(api: FakeApi, contenthub: CommandLine) -> None:
    api.refuses("POST", ADDRESS, 409, "review_not_open", detail="the time for this review is over")

    run = contenthub("roadmap", "review", TASK_ID, "--approve")

    assert run.exit_code == 7
    assert "review_not_open" in run.stderr
    assert "contenthub task review TASK_ID" in run.stderr


def test_a_person_rejects_with_a_reason(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", ADDRESS, workflow())

    run = contenthub("roadmap", "review", TASK_ID, terminal=True, stdin="?\nr\nstart with lists\n")

    assert run.exit_code == 0
    assert decided(api) == [{"decision": "reject", "comments": "start with lists"}]
    assert "Python in small steps" in run.stdout
    assert run.stderr.count("[a]pprove") == 2


def test_a_rejection_without_a_reason_is_not_sent(api: FakeApi, contenthub: CommandLine) -> None:
    run = contenthub("roadmap", "review", TASK_ID, terminal=True, stdin="r\n\nq\n")

    assert run.exit_code == 0
    assert decided(api) == []
    assert "stays open" in run.stderr


def test_a_person_approves_in_chinese(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", ADDRESS, workflow())

    run = contenthub("--lang", "zh", "roadmap", "review", TASK_ID, terminal=True, stdin="批准\n")

    assert decided(api) == [{"decision": "approve"}]
    assert "已批准" in run.stdout


def test_without_a_terminal_nothing_is_asked(api: FakeApi, contenthub: CommandLine) -> None:
    run = contenthub("roadmap", "review", TASK_ID, stdin="a\n")

    assert run.exit_code == 0
    assert decided(api) == []


def test_what_was_edited_is_approved_in_the_curriculum_s_place(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", ADDRESS, workflow())
    use_editor(contenthub, "document['concepts'] = document['concepts'][:3]")

    run = contenthub("roadmap", "review", TASK_ID, "--no-color", terminal=True, stdin="e\na\n")

    assert run.exit_code == 0, run.output
    assert decided(api) == [{"decision": "approve", "edit": {**EDITED, "concepts": EDITED["concepts"][:3]}}]
    assert "3 concepts" in run.stdout
    assert "Approved as edited" in run.stdout


def test_a_refused_edit_can_be_mended(api: FakeApi, contenthub: CommandLine) -> None:
    fault = {"pointer": "/edit/concepts/0/prerequisites/0", "code": "unknown_concept", "detail": "no concept"}
    refusal = {"title": "Invalid", "status": 422, "code": "validation_failed", "errors": [fault]}
    api.answers("POST", ADDRESS, Answer(422, refusal), Answer(200, workflow()))
    use_editor(contenthub, "document['title'] += '!'")

    run = contenthub("roadmap", "review", TASK_ID, "--no-color", terminal=True, stdin="e\na\ne\na\n")

    assert run.exit_code == 0
    assert "/edit/concepts/0/prerequisites/0" in run.stderr
    assert [body["edit"]["title"] for body in decided(api)] == ["Python in small steps!", "Python in small steps!!"]


def test_an_editor_that_fails_changes_nothing(api: FakeApi, contenthub: CommandLine) -> None:
    use_editor(contenthub, "raise SystemExit(3)")
    failed = contenthub("roadmap", "review", TASK_ID, terminal=True, stdin="e\nq\n")
    contenthub.environ["EDITOR"] = "/no/such/editor"
    missing = contenthub("roadmap", "review", TASK_ID, terminal=True, stdin="e\nq\n")

    assert "ended with 3" in failed.stderr
    assert "cannot be started" in missing.stderr
    assert decided(api) == []


def test_a_workflow_that_asks_for_something_else_shows_it_as_it_is(api: FakeApi, contenthub: CommandLine) -> None:
    other = {**REVIEW, "open": {**REVIEW["open"], "subject": {"rows": 12}}}
    api.forget()
    api.gives("GET", ADDRESS, other)

    run = contenthub("task", "review", TASK_ID)

    assert '"rows": 12' in run.stdout


def test_nothing_under_review_is_no_error(api: FakeApi, contenthub: CommandLine) -> None:
    api.forget()
    api.gives("GET", ADDRESS, {"task_id": TASK_ID, "open": None, "decided": []})

    run = contenthub("task", "review", TASK_ID, terminal=True)

    assert run.exit_code == 0
    assert "Nothing is under review" in run.stderr


def use_editor(contenthub: CommandLine, change: str) -> None:
    """An editor that changes the document by one statement."""
    script = Path(contenthub.folder) / "editor.py"
    script.write_text(
        "import json, sys\n"
        "document = json.load(open(sys.argv[1], encoding='utf-8'))\n"
        f"{change}\n"
        "json.dump(document, open(sys.argv[1], 'w', encoding='utf-8'))\n",
        encoding="utf-8",
    )
    contenthub.environ["EDITOR"] = f"{sys.executable} {script}"
