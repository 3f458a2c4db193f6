"""Whether the platform really answers, asked the way its users ask: through the edge."""

from __future__ import annotations

import time
from http import HTTPStatus

import httpx

from infrastructure.local.parts import EDGE_NAME, EMULATOR_NAME
from infrastructure.local.settings import LocalSettings
from infrastructure.local.steps import StepError

ANSWER_SECONDS = 30.0
_POLL_SECONDS = 0.2
_ADVICE = "`make logs` follows all logs; `make down` and `make up` start everything anew."


def require_api(settings: LocalSettings, *, seconds: float = ANSWER_SECONDS) -> None:
    """Raises StepError, with the log that tells why, if /health is not well within that time."""
    url = f"{settings.public_url}/health"
    deadline = time.monotonic() + seconds
    while True:
        try:
            answer = httpx.get(url, timeout=seconds, trust_env=False)
            if answer.status_code == HTTPStatus.OK:
                return
            said, name = f"{answer.status_code} {answer.text.strip()}", EMULATOR_NAME
        except httpx.TransportError as error:
            said, name = str(error), EDGE_NAME
        if time.monotonic() > deadline:
            raise StepError(f"The API does not answer at {url}: {said}", log=settings.log_of(name), advice=_ADVICE)
        time.sleep(_POLL_SECONDS)
