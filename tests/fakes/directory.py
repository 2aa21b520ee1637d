"""Who is who, in memory."""

import asyncio
import time
from collections.abc import Sequence

from bot.ports import Channel, Directory, Group, Purpose, Transient
from bot.vocabulary.people import Member, Role

ANA = Member("ana", "Ana", locale="ro")
MAX = Member("max", "Max")
MIHAI = Member("mihai", "Mihai", Role.MODERATOR)
ROBOT = Member("robot", "Robot", bot=True)


class FakeDirectory(Directory):
    """Knows these people, rooms and crews; `missing` is what is not allowed, by channel. All may be changed.

    While `down` is "out" nobody is told who somebody is; while it is "hangs" there is no answer at all. `waited` says
    after how many seconds whoever asked gave up.
    """

    def __init__(self, *people: Member) -> None:
        self.people = {member.id: member for member in people or (ANA, MAX, MIHAI, ROBOT)}
        self.rooms = [Channel("support", "support"), Channel("staff-room", "staff-room", staff_only=True)]
        self.crews = [Group("moderators", "Moderators")]
        self.missing: dict[str, tuple[str, ...]] = {}
        self.down: str | None = None
        self.waited: list[float] = []

    async def member(self, community: str, member: str) -> Member | None:
        if self.down == "out":
            raise Transient("unreachable")
        if self.down == "hangs":
            began = time.monotonic()
            try:
                await asyncio.Event().wait()
            finally:
                self.waited.append(time.monotonic() - began)
        return self.people.get(member)

    async def find(self, community: str, text: str) -> Sequence[Member]:
        return [member for member in self.people.values() if member.name.lower() == text.lower()]

    async def channel_name(self, community: str, channel: str) -> str | None:
        return None

    async def channels(self, community: str) -> Sequence[Channel]:
        return self.rooms

    async def groups(self, community: str) -> Sequence[Group]:
        return self.crews

    async def lacking(self, community: str, channel: str, purpose: Purpose) -> Sequence[str]:
        return self.missing.get(channel, ())
