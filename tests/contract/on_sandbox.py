"""The stage in the sandbox."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from adapters.sandbox.community import community_settings
from adapters.sandbox.model import COMMUNITY, Kind
from bot.catalogue.button_ids import write_button_id
from bot.catalogue.collect import Cog
from bot.community import CommunitySettings
from bot.durable.database import Database
from bot.language import Translations
from bot.vocabulary.events import CommunityJoined
from bot.vocabulary.replies import Form
from tests.contract.stage import Answer, Person, Said, SecondDoor, Stage
from tests.scenarios.town import Answer as TownAnswer
from tests.scenarios.town import Someone, Town, town

PEOPLE = ("max", "ana", "vera", "mihai", "daria", "elena")


class Resident(Person):
    def __init__(self, at: Town, name: str) -> None:
        self._town = at
        self._someone = Someone(at, name)

    async def writes(
        self, where: str, text: str, *, to: Said | None = None, files: Mapping[str, bytes] | None = None
    ) -> Said:
        answered = to.handle.id if to else None
        return Said(where, await self._someone.says(where, text, to=answered, files=files))

    async def edits(self, said: Said, text: str) -> None:
        await self._someone.edits(said.handle, text)

    async def deletes(self, said: Said) -> None:
        await self._someone.deletes(said.handle)

    async def presses(self, label: str, where: str) -> Answer:
        return self._answer(await self._someone.presses(label, where), where)

    async def types(self, command: str, where: str = "off-topic", /, **values: str | int) -> Answer:
        line = " ".join((command, *map(str, values.values())))
        return self._answer(await self._someone.types(line, where), where)

    async def chooses(self, menu: str, said: Said) -> Answer:
        offered = await self._town.app.menus(COMMUNITY, self._someone.id)
        (found,) = (choice.value for choice in offered if choice.label == menu)
        return self._answer(await self._someone.chooses(found, said.handle), said.where)

    async def reads(self, where: str) -> list[str]:
        if not self._town.world.channels[where].seen_by(self._someone.person):
            return []
        return await self._town.reads(self._someone, where)

    async def files(self, where: str) -> dict[str, bytes]:
        if not self._town.world.channels[where].seen_by(self._someone.person):
            return {}
        return await self._town.files(self._someone, where)

    async def buttons(self, where: str) -> list[str]:
        return await self._town.buttons(self._someone, where)

    async def newest(self, where: str) -> Said:
        return Said(where, (await self._town.messages(self._someone, where))[-1])

    @property
    def private(self) -> str:
        return self._town.private(self._someone)

    @property
    def direct(self) -> str:
        return f"dm-{self._someone.id}"

    @property
    def second(self) -> str:
        return self.direct

    def _answer(self, answer: TownAnswer, where: str) -> Answer:
        form = answer.forms[-1] if answer.forms else None
        return Answer(
            answer.text,
            {each.name: each.value for each in form.fields} if form else None,
            [button.label for button in answer.buttons],
            answer.public,
            fill=partial(self._fill, form, where),
            press=partial(self._press, answer, where),
        )

    async def _fill(self, form: Form | None, where: str, values: dict[str, str]) -> Answer:
        assert form is not None, "no form was opened"
        filled = {each.name: each.value for each in form.fields} | values
        return self._answer(await self._someone.sends(form, where, **filled), where)

    async def _press(self, answer: TownAnswer, where: str, label: str) -> Answer:
        button = next(each for each in reversed(answer.buttons) if each.label == label)
        id_ = write_button_id(button, self._town.row)
        return self._answer(await self._someone.presses_id(id_, where), where)


class SandboxStage(Stage):
    staff = "moderator"
    doorstep = "general"
    second_door = SecondDoor(
        "no private thread could be opened", "private thread couldn't be opened; direct message open"
    )

    def __init__(self, at: Town) -> None:
        self._town = at
        for name in PEOPLE:
            setattr(self, name, Resident(at, name))

    @property
    def now(self) -> datetime:
        return self._town.clock.now()

    async def passes(self, **time: float) -> None:
        await self._town.passes(**time)

    async def heeds(self) -> None:
        await self._town.settled()

    def staff_thread(self, index: int = -1) -> str:
        return self._town.staff_thread(index)

    def private_places(self) -> int:
        return sum(channel.kind is Kind.PRIVATE for channel in self._town.world.channels.values())

    async def shuts_first_door(self, person: str, channel: str) -> None:
        await self.hinders(channel)

    async def shuts_every_door(self, person: str, channel: str) -> None:
        await self.hinders(channel)
        await self.refuses_direct_messages(person)

    async def hinders(self, channel: str) -> None:
        """There may be no private threads."""
        await self._town.world.set_private_threads(channel, allowed=False)

    async def refuses_direct_messages(self, person: str) -> None:
        await self._town.world.set_dms_open(person, dms_open=False)

    async def pinned(self, channel: str) -> int:
        there = await self._town.messages(Someone(self._town, "elena"), channel)
        return sum(message.id in self._town.world.pinned for message in there)

    async def change(self, **settings: object) -> None:
        await self._town.change(**settings)


@asynccontextmanager
async def on_sandbox(
    database: Database,
    folder: Path,
    *,
    new: bool = False,
    cogs: Sequence[Cog] | None = None,
    words: Translations | None = None,
) -> AsyncIterator[SandboxStage]:
    """A community that knows the bot, or a `new` one, to which it has just been added."""
    seeds = CommunitySettings if new else community_settings
    async with town(database, folder / "world.db", seeds=seeds, features=cogs, words=words) as opened:
        if new:
            await opened.app.receive(CommunityJoined(COMMUNITY, opened.clock.now(), "general"))
            await opened.settled()
        yield SandboxStage(opened)
