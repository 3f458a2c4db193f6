"""What the caller prefers beside the body: waiting for the result, an idempotency key."""

import re
from collections.abc import Mapping

from chalicelib.domain.errors import FieldProblem, ValidationFailedError

LONGEST_WAIT_SECONDS = 25
IDEMPOTENCY_KEY = re.compile(r"[\x21-\x7e]{1,200}")
WAIT = re.compile(r'\s*wait\s*=\s*"?(\d{1,9})"?\s*(;.*)?', re.IGNORECASE)
WAIT_NAME = re.compile(r"\s*wait\s*(=|;|$)", re.IGNORECASE)


def preferred_wait_seconds(headers: Mapping[str, str]) -> int | None:
    """Of `Prefer: wait=N`, at most 25. What is not understood is ignored; of several the first counts (RFC 7240)."""
    for preference in headers.get("prefer", "").split(","):
        if WAIT_NAME.match(preference):
            found = WAIT.fullmatch(preference)
            return min(int(found[1]), LONGEST_WAIT_SECONDS) if found else None
    return None


def prefers_no_wait(headers: Mapping[str, str]) -> bool:
    """`Prefer: respond-async` (RFC 7240); a wait beside it counts instead."""
    preferences = [preference.strip().lower() for preference in headers.get("prefer", "").split(",")]
    return "respond-async" in preferences and preferred_wait_seconds(headers) is None


def idempotency_key(headers: Mapping[str, str]) -> str | None:
    """Raises ValidationFailedError."""
    key = headers.get("idempotency-key")
    if key is not None and not IDEMPOTENCY_KEY.fullmatch(key):
        detail = "must be 1 to 200 visible ASCII characters"
        raise ValidationFailedError((FieldProblem("Idempotency-Key", "invalid_header", detail),))
    return key
