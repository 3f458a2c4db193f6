"""The command as a process: it starts quickly, completes words, and needs nothing of the server's code."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import contenthub
from tests.unit.cli.conftest import CommandLine

PACKAGE = Path(contenthub.__path__[0])


def run(code: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environ},
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_slow_libraries_are_not_loaded_to_start() -> None:
    code = "import contenthub.main, sys; print({'httpx', 'rich.console', 'rich.progress'} & set(sys.modules))"

    assert run(code).stdout.strip() == "set()"


def test_words_are_completed() -> None:
    code = "import sys; sys.argv = ['contenthub']; from contenthub.main import run; run()"

    completed = run(code, _CONTENTHUB_COMPLETE="complete_bash", COMP_WORDS="contenthub task re", COMP_CWORD="2")

    assert completed.stdout.split() == ["result", "retry", "review"]


def test_the_version_is_printed(contenthub: CommandLine) -> None:
    assert contenthub("--version").stdout.startswith("contenthub 0.")


def test_nothing_is_imported_from_the_server() -> None:
    imported = {
        name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _names(node)
    }

    assert not [name for name in imported if name.startswith(("chalice", "boto", "infrastructure"))]


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []
