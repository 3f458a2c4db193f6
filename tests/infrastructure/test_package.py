"""The package that Lambda gets is complete, compiled, small, and the same for the same content (A24)."""

import json
import marshal
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import boto3
import pytest

from infrastructure.chalice_command import SHIPPED_FOLDER, PackagingError
from infrastructure.chalice_config import adapted, architecture_for, read_config
from infrastructure.naming import FUNCTIONS, function_logical_id
from infrastructure.package import Package, build_package, requirements_left_out
from tests.infrastructure.conftest import PROJECT, REGION, Template, build, build_once

RUNTIME_PACKAGES = ("boto3", "botocore", "s3transfer", "jmespath", "dateutil", "urllib3", "six.py")
IMPORT_HANDLER = """
import importlib, sys
sys.path[:0] = [{code!r}, {runtime!r}]
module, _, name = {handler!r}.rpartition(".")
assert callable(getattr(importlib.import_module(module), name))
"""
BUDGET_BYTES = 40_000_000
"""Readers of PDF, Word and workbooks and the picture library are half of it."""
PYC_HEADER_BYTES = 16
ELF_MACHINE, ELF_AARCH64 = slice(18, 20), b"\xb7\x00"
SMALL_APP = """
from chalice import Chalice
app = Chalice(app_name="contenthub")
@app.lambda_function()
def sweeper(event, context):
    return None
"""


@pytest.fixture(scope="module")
def unpacked(package: Package, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    with zipfile.ZipFile(package.archive) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Lambda's own runtime has beside the package: boto3 and nothing else."""
    folder = tmp_path_factory.mktemp("runtime")
    installed = Path(boto3.__file__).parents[1]
    for name in RUNTIME_PACKAGES:
        (folder / name).symlink_to(installed / name)
    return folder


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """An app that needs nothing, so that what it requires can be anything."""
    (tmp_path / "app.py").write_text(SMALL_APP)
    (tmp_path / "chalicelib").mkdir()
    (tmp_path / ".chalice").mkdir()
    shutil.copy(PROJECT / ".chalice" / "config.json", tmp_path / ".chalice")
    return tmp_path


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_handler_is_found_in_the_package_alone(
    function: str, unpacked: Path, runtime: Path, app_template: Template
) -> None:
    handler = app_template["Resources"][function_logical_id(function)]["Properties"]["Handler"]
    code = IMPORT_HANDLER.format(code=str(unpacked), runtime=str(runtime), handler=handler)
    environment = {"CONTENTHUB_STAGE": "local", "DATA_BUCKET": "a-bucket", "AWS_DEFAULT_REGION": REGION}
    command = [sys.executable, "-I", "-S", "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_module_is_compiled(package: Package) -> None:
    tag = sys.implementation.cache_tag
    names = set(zipfile.ZipFile(package.archive).namelist())
    modules = [Path(name) for name in names if name.endswith(".py")]
    compiled = {path.parent / "__pycache__" / f"{path.stem}.{tag}.pyc": path for path in modules}
    assert [str(source) for pyc, source in compiled.items() if pyc.as_posix() not in names] == []


def test_tracebacks_name_the_place_lambda_unpacks_to(unpacked: Path) -> None:
    (compiled,) = (unpacked / "__pycache__").glob("app.*.pyc")
    code = marshal.loads(compiled.read_bytes()[PYC_HEADER_BYTES:])
    assert code.co_filename == "/var/task/app.py"


def test_nothing_is_shipped_that_a_function_does_not_need(unpacked: Path, project: Path) -> None:
    strangers = ("tests", "infrastructure", "contenthub", "docs", "build", ".chalice", "boto3", "botocore", "pip")
    assert [name for name in strangers if (unpacked / name).exists()] == []
    shipped = {path.relative_to(unpacked) for path in (unpacked / SHIPPED_FOLDER).rglob("*.py")}
    assert shipped == {path.relative_to(project) for path in (project / SHIPPED_FOLDER).rglob("*.py")}


def test_the_package_is_small(package: Package) -> None:
    assert package.size.zipped_bytes < BUDGET_BYTES
    assert not package.is_large


def test_the_same_content_makes_the_same_package(project: Path, package: Package, tmp_path: Path) -> None:
    again = build(project, "local", runs_here=True, output=tmp_path)
    assert not again.reused
    assert again.content_hash == package.content_hash
    assert json.loads(again.template.read_text()) == json.loads(package.template.read_text())


@pytest.mark.usefixtures("package")
def test_nothing_is_built_again_when_nothing_has_changed(project: Path) -> None:
    assert build_once(project, "local", runs_here=True).reused


def test_a_missing_wheel_stops_the_build(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is one for this machine, but none for the other processor."""
    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    add_wheel(small_project / "wheels", "only_here", f"py3-none-{platform}")
    monkeypatch.setenv("PIP_FIND_LINKS", str(small_project / "wheels"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    (small_project / "requirements.txt").write_text("only-here==1.0\n")
    config = read_config(small_project)
    elsewhere = "x86_64" if architecture_for(config, "dev", runs_here=True) == "arm64" else "arm64"
    config = adapted(config, "dev", environment={}, architecture=elsewhere)
    with pytest.raises(PackagingError, match=r"only-here==1\.0"):
        build_package(small_project, config, "dev", region=REGION, output=small_project / "build")


def test_a_requirement_that_silently_stayed_out_is_named(tmp_path: Path) -> None:
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("# two of three\nis_there==1.0\nIs.There.Too[extra]==2.0  # with a reason\nleft-out==3.0\n")
    (tmp_path / "is_there-1.0.dist-info").mkdir()
    (tmp_path / "is_there_too-2.0.dist-info").mkdir()
    assert requirements_left_out(requirements, tmp_path) == ["left-out"]


def test_production_gets_libraries_for_its_own_processor(production_package: Package) -> None:
    archive = zipfile.ZipFile(production_package.archive)
    libraries = [name for name in archive.namelist() if ".so" in name]
    machines = {name: archive.read(name)[ELF_MACHINE] for name in libraries}
    assert libraries
    assert set(machines.values()) == {ELF_AARCH64}


def add_wheel(folder: Path, name: str, tags: str) -> None:
    folder.mkdir()
    about = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(folder / f"{name}-1.0-{tags}.whl", "w") as wheel:
        wheel.writestr(f"{name}.py", "")
        wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(f"{about}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: {tags}\n")
        wheel.writestr(f"{about}/RECORD", "")
