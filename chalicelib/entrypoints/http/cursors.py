"""Cursors of lists: opaque, and good only for the list they came from."""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from chalicelib.domain.errors import InvalidCursorError


@dataclass(frozen=True)
class Cursors:
    """Of one list, narrowed in one way, for one caller.

    The fingerprint tells a cursor of another list and a damaged one; it is no secret. What a cursor can reach is
    limited by the list itself, which only ever shows what the caller may see.
    """

    route: str
    filters: Mapping[str, str]
    user_id: str

    def encode(self, inner: str | None) -> str | None:
        """None for the last page."""
        if inner is None:
            return None
        text = json.dumps({"c": inner, "f": self._fingerprint(inner)}, separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    def decode(self, cursor: str | None) -> str | None:
        """Raises InvalidCursorError."""
        if cursor is None:
            return None
        try:
            text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
            inner = json.loads(text)["c"]
        except (binascii.Error, ValueError, LookupError, TypeError) as error:
            raise _not_ours() from error
        if not isinstance(inner, str) or self.encode(inner) != cursor:
            raise _not_ours()
        return inner

    def _fingerprint(self, inner: str) -> str:
        told = json.dumps([self.route, dict(self.filters), self.user_id, inner], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def _not_ours() -> InvalidCursorError:
    return InvalidCursorError("this cursor is damaged or of a list with other filters; start from the first page")
