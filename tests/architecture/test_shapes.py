"""Sizes, names and the sameness of task types."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PRODUCT = [path for folder in ("chalicelib", "contenthub", "infrastructure") for path in (ROOT / folder).rglob("*.py")]
MAX_MODULE_LINES = 300
MAX_BODY_LINES = 40
MAX_APP_LINES = 100
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
TASK_TYPE_FILES = {"__init__.py", "definition.py", "schema.py", "submission.py", "handler.py"}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


@pytest.mark.parametrize("path", PRODUCT, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_modules_and_functions_stay_short_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_MODULE_LINES
    long = [f"{node.name} ({body_lines(node)})" for node in functions(path) if body_lines(node) > MAX_BODY_LINES]
    assert not long, f"too long: {', '.join(long)}"
    assert ast.get_docstring(ast.parse(text)), "a module says in one sentence what it is"
    assert path.stem not in EMPTY_NAMES
    assert not re.search(r"#.*\b(TODO|FIXME|XXX|HACK)\b|raise NotImplementedError|#\s*type:\s*ignore", text)


def test_app_is_a_table_of_triggers() -> None:
    assert (ROOT / "app.py").read_text(encoding="utf-8").count("\n") <= MAX_APP_LINES
    assert not list(functions(ROOT / "app.py"))


@pytest.mark.parametrize(
    "folder",
    [path for path in (ROOT / "chalicelib" / "task_types").iterdir() if path.is_dir() and path.name != "__pycache__"],
    ids=lambda path: path.name,
)
def test_every_task_type_has_the_same_files(folder: Path) -> None:
    assert {path.name for path in folder.glob("*.py")} >= TASK_TYPE_FILES


BROAD_EXCEPT_ALLOWED = {
    "chalicelib/entrypoints/task_events.py",
    "chalicelib/entrypoints/worker.py",
    "chalicelib/entrypoints/http/boundary.py",
    "chalicelib/services/run_task.py",
}


def test_broad_excepts_stand_only_at_the_outer_edges() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "chalicelib").rglob("*.py")
        if re.search(r"except (Exception|BaseException)\b|except:", path.read_text(encoding="utf-8"))
    }
    assert found <= BROAD_EXCEPT_ALLOWED
