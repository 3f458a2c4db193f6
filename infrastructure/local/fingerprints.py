"""What a process of the local cloud was started from, so that one of older code is told from one of today's."""

from __future__ import annotations

import hashlib
from pathlib import Path

from infrastructure.local.environments import Environment

_CODE = Path(__file__).parent


def fingerprint_of_code(*environments: Environment) -> str:
    """Of the local cloud's own modules and the packages they run with."""
    digest = hashlib.sha256()
    for module in sorted(_CODE.glob("*.py")):
        digest.update(module.name.encode() + b"\0" + module.read_bytes() + b"\0")
    for environment in environments:
        digest.update(environment.stamp().encode())
    return digest.hexdigest()[:16]
