"""Where things are said. Logical places are resolved to a platform's channel when something is sent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MessageRef:
    """One message: the platform's ids of its channel (or thread, or DM) and of the message in it."""

    channel: str
    message: str


@dataclass(frozen=True, slots=True)
class Public:
    """In public, as a reply to this message."""

    message: MessageRef


@dataclass(frozen=True, slots=True)
class CasePrivate:
    """The private conversation with the member of the case; `case` is the case's id, not its number."""

    case: int


@dataclass(frozen=True, slots=True)
class CaseStaff:
    """The staff's own thread about the case."""

    case: int


@dataclass(frozen=True, slots=True)
class StaffRoom:
    """Where staff see every case."""


@dataclass(frozen=True, slots=True)
class ManagersRoom:
    """Where managers see what the staff room must not show."""


@dataclass(frozen=True, slots=True)
class MemberDM:
    """A direct message to the member."""

    member: str


@dataclass(frozen=True, slots=True)
class Aside:
    """The private place in which a member is told of a measure; `infraction` is its id."""

    infraction: int


@dataclass(frozen=True, slots=True)
class Team:
    """The channel of a team of specialists."""

    name: str


@dataclass(frozen=True, slots=True)
class Room:
    """A channel of the community, by the platform's id."""

    channel: str


Place = Public | CasePrivate | CaseStaff | StaffRoom | ManagersRoom | MemberDM | Aside | Team | Room


def place_key(place: Place) -> str:
    """The place as one stable string, for rows and logs; `parse_place` reads it back."""
    match place:
        case Public(MessageRef(channel, message)):
            return f"public:{message}:{channel}"
        case CasePrivate(case):
            return f"private:{case}"
        case CaseStaff(case):
            return f"staff:{case}"
        case StaffRoom():
            return "staffroom"
        case ManagersRoom():
            return "managersroom"
        case MemberDM(member):
            return f"dm:{member}"
        case Aside(infraction):
            return f"aside:{infraction}"
        case Team(name):
            return f"team:{name}"
        case Room(channel):
            return f"room:{channel}"


def parse_place(key: str) -> Place:
    """Read a key written by `place_key`. Raises ValueError on anything else."""
    kind, _, rest = key.partition(":")
    match kind:
        case "public":
            message, _, channel = rest.partition(":")
            return Public(MessageRef(channel, message))
        case "private":
            return CasePrivate(int(rest))
        case "staff":
            return CaseStaff(int(rest))
        case "staffroom":
            return StaffRoom()
        case "managersroom":
            return ManagersRoom()
        case "dm":
            return MemberDM(rest)
        case "aside":
            return Aside(int(rest))
        case "team":
            return Team(rest)
        case "room":
            return Room(rest)
    raise ValueError(f"not a place: {key!r}")
