"""Many people of one community who have the same trouble within minutes, and who looks after them.

await crowd.complain(6)
assert "Is this one incident?" in await crowd.staff()
"""

from dataclasses import dataclass, field

from adapters.sandbox import deeds, rows
from adapters.sandbox.model import Channel, ChannelChanged, Kind, Person, PersonChanged, StoredMessage
from adapters.sandbox.world import World
from bot.vocabulary.people import Role
from tests.scenarios.town import Answer, Someone, Town

DOWN = "The server is down again and nobody answers. Third time this week, I want my money back."
NEVER_CAME = "My parcel still hasn't arrived after nine days and the courier ignores me."
KNOWN_FOR = 20
"""Days that the community is known: it is not new any more."""


@dataclass
class Crowd:
    """A town with members one to twelve besides those who live there."""

    town: Town
    members: list[Someone]
    wrote: list[str] = field(default_factory=list)
    said: int = 0

    async def complain(self, number: int, text: str = DOWN, channel: str = "support") -> list[Someone]:
        """So many members, one after the other, who have not written yet; each has ended their thought."""
        these = self.members[self.said : self.said + number]
        self.said += number
        for member in these:
            self.wrote.append((await deeds.post(self.town.world, member.person, channel, text, None)).id)
        await self.town.settled()
        await self.town.passes(seconds=9)
        return these

    async def taken(self, number: int = 6) -> list[Someone]:
        """An incident that Mihai has, with a notice in public."""
        these = await self.complain(number)
        await self.town.mihai.presses("It is one incident", "staff-room")
        await self.notice("Servers in Frankfurt do not answer.")
        return these

    async def notice(self, text: str) -> Answer:
        form = (await self.town.mihai.presses("Public notice", "staff-room")).forms[0]
        answer = await self.town.mihai.sends(form, "staff-room", text=text, next_update="1h")
        await self.town.passes(seconds=1)
        return answer

    async def staff(self) -> str:
        return "\n".join(await self.town.reads(self.town.mihai, "staff-room"))

    async def public(self, channel: str = "support") -> list[str]:
        """What we have said there."""
        told = await self.town.messages(self.town.mihai, channel)
        return [message.text for message in told if self.town.world.people[message.author].bot]

    async def private(self, member: Someone) -> str:
        return "\n".join(await self.town.reads(member, self.town.private(member)))

    async def direct(self, member: Someone) -> str:
        """What the bot wrote to them directly."""
        return "\n".join(await self.town.reads(member, f"dm-{member.id}"))

    async def signs(self, message: StoredMessage) -> list[str]:
        """The emoji under somebody's message."""
        found = await self.town.world.message(message.id)
        return [reaction.emoji for reaction in found.reactions] if found else []


async def crowded(town: Town) -> Crowd:
    await town.passes(days=KNOWN_FOR)
    names = (
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
        "Twelve",
    )
    for name in names:
        await moves_in(town.world, Person(name.lower(), name, Role.MEMBER, "en", "Europe/Bucharest"))
    return Crowd(town, [Someone(town, name.lower()) for name in names])


async def moves_in(world: World, person: Person) -> None:
    direct = Channel(f"dm-{person.id}", Kind.DM, "Ombud", member=person.id)
    async with world.writing() as (connection, tell):
        await rows.add_person(connection, person)
        await rows.add_channel(connection, direct)
        tell(PersonChanged(person))
        tell(ChannelChanged(direct))
