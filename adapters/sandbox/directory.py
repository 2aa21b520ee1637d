"""Who is who in the simulated community, read from what the world keeps in memory."""

from collections.abc import Sequence

from adapters.sandbox.model import COMMUNITY, Kind
from adapters.sandbox.world import World
from bot.ports import Channel, Directory, Group, Purpose
from bot.vocabulary.people import Member, Role

LISTED = frozenset({Kind.PUBLIC, Kind.STAFF, Kind.SPECIALISTS, Kind.MANAGERS})


class SandboxDirectory(Directory):
    """Reads the world's people and channels; another community has none."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def member(self, community: str, member: str) -> Member | None:
        person = self._world.people.get(member) if community == COMMUNITY else None
        return person.member() if person else None

    async def find(self, community: str, text: str) -> Sequence[Member]:
        """By name, id or mention: whole names first, then names that begin so."""
        if community != COMMUNITY:
            return ()
        sought = text.strip().removeprefix("<").removesuffix(">").removeprefix("@").casefold()
        people = self._world.people.values()
        whole = [p.member() for p in people if sought in {p.id, p.name.casefold()}]
        begun = [p.member() for p in people if p.name.casefold().startswith(sought)]
        return (*whole, *(member for member in begun if member not in whole))

    async def channel_name(self, community: str, channel: str) -> str | None:
        place = self._world.channels.get(channel) if community == COMMUNITY else None
        return place.name if place else None

    async def channels(self, community: str) -> Sequence[Channel]:
        places = self._world.channels.values() if community == COMMUNITY else ()
        listed = (place for place in places if place.kind in LISTED)
        return [Channel(place.id, place.name, staff_only=place.kind is not Kind.PUBLIC) for place in listed]

    async def groups(self, community: str) -> Sequence[Group]:
        """Everybody of a role; roles are given once and for all here."""
        return [Group(role.value, role.value) for role in Role] if community == COMMUNITY else ()

    async def lacking(self, community: str, channel: str, purpose: Purpose) -> Sequence[str]:
        """Private threads can be forbidden in the weather."""
        place = self._world.channels.get(channel) if community == COMMUNITY else None
        shut = place is not None and purpose is Purpose.WATCH and not place.private_threads
        return ("private_threads",) if shut else ()
