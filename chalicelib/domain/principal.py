"""Who is asking."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    ADMIN = "admin"
    PREMIUM = "premium"
    NORMAL = "normal"


@dataclass(frozen=True)
class Principal:
    user_id: str
    role: Role

    @property
    def is_admin(self) -> bool:
        return self.role is Role.ADMIN

    def may_see(self, owner_id: str) -> bool:
        """An owner sees only their own; an admin all."""
        return self.is_admin or owner_id == self.user_id
