"""Who is who in a community."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The highest role a person holds; what each may do is declared by commands and checked at the gate."""

    MEMBER = "member"
    SPECIALIST = "specialist"
    MODERATOR = "moderator"
    MANAGER = "manager"


EVERYONE = frozenset(Role)
STAFF = frozenset({Role.MODERATOR, Role.MANAGER})
"""Who sees the staff room and works on cases."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person (or program) as the platform's directory knows them; `id` is the platform's own."""

    id: str
    name: str
    role: Role = Role.MEMBER
    locale: str | None = None
    bot: bool = False

    @property
    def is_staff(self) -> bool:
        return self.role in STAFF
