"""API keys in a dictionary."""

from datetime import datetime

from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.principal import Principal, Role


class InMemoryKeyRing:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._holders: dict[str, tuple[Principal, datetime | None]] = {}

    def add(self, api_key: str, user_id: str, role: Role = Role.NORMAL, expires_at: datetime | None = None) -> None:
        self._holders[api_key] = (Principal(user_id, role), expires_at)

    def principal(self, api_key: str) -> Principal | None:
        principal, expires_at = self._holders.get(api_key, (None, None))
        expired = expires_at is not None and expires_at <= self._clock.now()
        return None if expired else principal
