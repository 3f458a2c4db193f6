"""The environment variables each process of the local cloud gets: what it needs, not what a person has exported."""

from __future__ import annotations

import os
from pathlib import Path

from infrastructure.local.environments import FUNCTIONS
from infrastructure.local.settings import HOST, REGION, LocalSettings

_NEEDED_ANYWHERE = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ")
_LOOPBACK = f"{HOST},localhost"


def plain_environment() -> dict[str, str]:
    """What any program needs."""
    return {name: os.environ[name] for name in _NEEDED_ANYWHERE if name in os.environ}


def aws_client_environment(settings: LocalSettings) -> dict[str, str]:
    """For a command that talks to this local cloud: never to the AWS account a person is logged in to."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return {
        **kept,
        "AWS_ENDPOINT_URL": settings.endpoint,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": REGION,
        "NO_PROXY": _LOOPBACK,
        "no_proxy": _LOOPBACK,
    }


def emulator_environment(settings: LocalSettings, temporary: Path) -> dict[str, str]:
    """For MiniStack; the functions it starts inherit all of it."""
    state = settings.emulator_state
    return {
        **plain_environment(),
        "PATH": os.pathsep.join([str(FUNCTIONS.folder / "bin"), os.environ.get("PATH", os.defpath)]),
        "FUNCTIONS_PYTHON": str(FUNCTIONS.python),
        "BIND_HOST": HOST,
        "GATEWAY_PORT": str(settings.aws_port),
        "MINISTACK_HOST": "localhost",
        "MINISTACK_REGION": REGION,
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "PERSIST_STATE": "1",
        "S3_PERSIST": "1",
        "STATE_DIR": str(state / "state"),
        "S3_DATA_DIR": str(state / "s3"),
        "TMPDIR": str(temporary),
        "LAMBDA_WARM_TTL_SECONDS": "60",
    }
