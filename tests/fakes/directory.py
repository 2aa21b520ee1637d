"""Who is who, in memory."""

from collections.abc import Sequence

from bot.ports import Channel, Directory, Group, Purpose
from bot.vocabulary.people import Member, Role

ANA = Member("ana", "Ana", locale="ro")
MAX = Member("max", "Max")
MIHAI = Member("mihai", "Mihai", Role.MODERATOR)
ROBOT = Member("robot", "Robot", bot=True)


class FakeDirectory(Directory):
    """Knows these people, rooms and crews; `missing` is what is not allowed, by channel. All may be changed."""

    def __init__(self, *people: Member) -> None:
        self.people = {member.id: member for member in people or (ANA, MAX, MIHAI, ROBOT)}
        self.rooms = [Channel("support", "support"), Channel("staff-room", "staff-room", staff_only=True)]
        self.crews = [Group("moderators", "Moderators")]
        self.missing: dict[str, tuple[str, ...]] = {}

    async def member(self, community: str, member: str) -> Member | None:
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
