"""Who is who, in memory."""

from collections.abc import Sequence

from bot.ports import Directory
from bot.vocabulary.people import Member, Role

ANA = Member("ana", "Ana", locale="ro")
MAX = Member("max", "Max")
MIHAI = Member("mihai", "Mihai", Role.MODERATOR)
ROBOT = Member("robot", "Robot", bot=True)


class FakeDirectory(Directory):
    """Knows these people; `people` may be changed at any time."""

    def __init__(self, *people: Member) -> None:
        self.people = {member.id: member for member in people or (ANA, MAX, MIHAI, ROBOT)}

    async def member(self, community: str, member: str) -> Member | None:
        return self.people.get(member)

    async def find(self, community: str, text: str) -> Sequence[Member]:
        return [member for member in self.people.values() if member.name.lower() == text.lower()]

    async def channel_name(self, community: str, channel: str) -> str | None:
        return None
