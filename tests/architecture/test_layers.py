"""The layer rules of docs/architecture.md, read from the imports."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CHALICELIB = ROOT / "chalicelib"

MAY_IMPORT = {
    "domain": {"domain"},
    "task_types": {"task_types", "domain"},
    "services": {"services", "domain", "task_types"},
    "adapters": {"adapters", "domain", "observability"},
    "entrypoints": {"entrypoints", "domain", "bootstrap", "settings", "observability"},
}
PURE = ("domain", "task_types", "services")
NEVER_IN_PURE = {"boto3", "botocore", "chalice", "aws_lambda_powertools", "time", "random", "secrets", "uuid"}
MODULES = sorted(path for path in CHALICELIB.rglob("*.py"))


def imported_names(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} imports relatively"
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def layer_of(path: Path) -> str:
    parts = path.relative_to(CHALICELIB).parts
    return parts[0] if len(parts) > 1 else path.stem


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_the_layers_it_may(path: Path) -> None:
    allowed = MAY_IMPORT.get(layer_of(path))
    if allowed is None:
        return
    for name in imported_names(path):
        parts = name.split(".")
        if parts[0] == "chalicelib" and len(parts) > 1 and (CHALICELIB / parts[1]).exists():
            assert parts[1] in allowed, f"{layer_of(path)} must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_pure_layers_know_no_cloud_no_clock_and_no_chance(path: Path) -> None:
    if layer_of(path) in PURE:
        roots = {name.split(".")[0] for name in imported_names(path)}
        assert not roots & NEVER_IN_PURE


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_adapters_do_not_know_chalice_and_entrypoints_not_boto3(path: Path) -> None:
    roots = {name.split(".")[0] for name in imported_names(path)}
    if layer_of(path) == "adapters":
        assert "chalice" not in roots
    if layer_of(path) == "entrypoints":
        assert not roots & {"boto3", "botocore"}


def test_task_types_do_not_import_each_other() -> None:
    folder = CHALICELIB / "task_types"
    for path in folder.rglob("*.py"):
        own = path.relative_to(folder).parts[0]
        for name in imported_names(path):
            if name.startswith("chalicelib.task_types."):
                assert name.split(".")[2] == own, f"{path} imports {name}"


def test_only_settings_reads_the_environment() -> None:
    for path in MODULES:
        if path.name != "settings.py":
            text = path.read_text(encoding="utf-8")
            assert "os.environ" not in text, f"{path} reads the environment"
            assert "getenv" not in text, f"{path} reads the environment"


def test_the_command_line_imports_nothing_of_the_platform() -> None:
    for path in (ROOT / "contenthub").rglob("*.py"):
        assert not any(name.split(".")[0] == "chalicelib" for name in imported_names(path)), path
