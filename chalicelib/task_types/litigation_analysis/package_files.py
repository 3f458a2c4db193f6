"""The analysis packages: data files beside this module, checked when they are read."""

from functools import cache
from pathlib import Path

from chalicelib.task_types.litigation_analysis.package_rules import PackageRules

_FOLDER = Path(__file__).parent / "packages"


@cache
def package_names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))


@cache
def package(package_id: str) -> PackageRules:
    """Raises LookupError."""
    if package_id not in package_names():
        raise LookupError(f"there is no analysis package {package_id!r}")
    return PackageRules.model_validate_json((_FOLDER / f"{package_id}.json").read_bytes())
