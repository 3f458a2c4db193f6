"""Builds what Lambda gets: one zip and one SAM template, from a clean copy of only what belongs in it."""

import hashlib
import json
import re
import shutil
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import chalice

from infrastructure import archive
from infrastructure.archive import ArchiveSize, compile_and_repack
from infrastructure.chalice_command import PackagingError, copy_sources, run_chalice, shipped_files
from infrastructure.chalice_config import Config, policy_scope, write_config
from infrastructure.naming import FUNCTIONS
from infrastructure.overlay import overlay
from infrastructure.policies import policy_template

BUILDERS = (Path(__file__), Path(archive.__file__))
MEGABYTE = 1_000_000
LARGEST_ZIP_BYTES = 50 * MEGABYTE
WARN_ZIP_BYTES = 40 * MEGABYTE
LARGEST_UNZIPPED_BYTES = 250 * MEGABYTE


@dataclass(frozen=True)
class Package:
    archive: Path
    template: Path
    content_hash: str
    size: ArchiveSize
    reused: bool

    @property
    def key(self) -> str:
        """The object name in the artefacts bucket: the same content is never sent twice."""
        return f"packages/{self.content_hash}.zip"

    @property
    def is_large(self) -> bool:
        return self.size.zipped_bytes > WARN_ZIP_BYTES


def build_package(project: Path, config: Config, stage: str, *, region: str, output: Path) -> Package:
    """Builds into `output`, which must be nobody else's, or takes what is there when nothing has changed."""
    extra = overlay(config, stage)
    inputs_hash = _inputs_hash(project, config, stage, extra, region)
    manifest = output / "package.json"
    if manifest.exists() and (found := json.loads(manifest.read_text()))["inputs_hash"] == inputs_hash:
        return _package(output, found["content_hash"], ArchiveSize(**found["size"]), reused=True)
    manifest.unlink(missing_ok=True)
    copy_sources(project, output / "source")
    write_config(output / "source", config, stage, render_policy=policy_template)
    _run_chalice_package(output, stage, extra, region=region)
    package = _finish(output)
    written = {"inputs_hash": inputs_hash, "content_hash": package.content_hash, "size": asdict(package.size)}
    manifest.write_text(json.dumps(written))
    return package


def requirements_left_out(requirements: Path, unpacked: Path) -> list[str]:
    """A second look besides Chalice's own, which has ways of overlooking a requirement."""
    lines = [line.partition("#")[0].strip() for line in requirements.read_text().splitlines()]
    names = [_normalised(re.split(r"[^\w.-]", line)[0]) for line in lines if line]
    present = {_normalised(path.name.partition("-")[0]) for path in unpacked.glob("*.dist-info")}
    return [name for name in names if name not in present]


def _normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _run_chalice_package(output: Path, stage: str, extra: object, *, region: str) -> None:
    packaged = output / "chalice"
    shutil.rmtree(packaged, ignore_errors=True)
    merged = output / "overlay.json"
    merged.write_text(json.dumps(extra, indent=2))
    arguments = ("package", "--stage", stage, "--merge-template", str(merged), str(packaged))
    environment = {"AWS_DEFAULT_REGION": region, "DATA_BUCKET": "filled-in-by-the-stack"}
    run_chalice(output / "source", *arguments, environment=environment)


def _finish(output: Path) -> Package:
    scratch = output / "unpacked"
    shutil.rmtree(scratch, ignore_errors=True)
    size = compile_and_repack(output / "chalice" / "deployment.zip", scratch=scratch, target=output / "package.zip")
    if left_out := requirements_left_out(output / "source" / "requirements.txt", scratch):
        raise PackagingError(f"Not in the package, though required: {', '.join(left_out)}")
    if size.zipped_bytes > LARGEST_ZIP_BYTES or size.unzipped_bytes > LARGEST_UNZIPPED_BYTES:
        raise PackagingError(f"The package is larger than Lambda takes: {size}")
    shutil.rmtree(scratch)
    shutil.copyfile(output / "chalice" / "sam.json", output / "app.json")
    content_hash = hashlib.sha256((output / "package.zip").read_bytes()).hexdigest()[:32]
    return _package(output, content_hash, size, reused=False)


def _package(output: Path, content_hash: str, size: ArchiveSize, *, reused: bool) -> Package:
    return Package(output / "package.zip", output / "app.json", content_hash, size, reused)


def _inputs_hash(project: Path, config: Config, stage: str, extra: object, region: str) -> str:
    scope = policy_scope(config, stage)
    rendered = [config, extra, [policy_template(function, scope) for function in FUNCTIONS]]
    made_by = [region, sys.version, chalice.__version__]
    digest = hashlib.sha256(json.dumps([rendered, made_by], sort_keys=True).encode())
    for path in [*shipped_files(project), *BUILDERS]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
