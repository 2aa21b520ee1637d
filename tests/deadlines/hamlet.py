"""A community without a platform: cases, their people, a clock, and what is due. For long stories, told quickly."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Row

from bot.cases.model import Case, NextStep
from bot.cases.store import NewCase
from bot.community import CommunitySettings
from bot.detection import Severity, Topic
from bot.durable.database import Database
from bot.durable.tables import timers
from bot.errors import UserError
from bot.ports import Channel
from bot.ticking import Ticking
from bot.vocabulary.facts import CaseOpened, CaseReopened, MemberWrote
from bot.vocabulary.people import Member, Role
from bot.vocabulary.questions import CaseSealed
from bot.vocabulary.replies import File, Message, plain_text
from cogs.cases import Cases
from cogs.deadlines import Deadlines
from cogs.followups import Followups
from cogs.specialists import Specialists
from cogs.specialists.errands import Errands
from tests.fakes.clock import FixedClock
from tests.fakes.directory import MAX, MIHAI
from tests.fakes.village import STAFF_ROOM, Village

ELENA = Member("elena", "Elena", Role.MANAGER)
IOANA = Member("ioana", "Ioana", Role.SPECIALIST)
OFFICE = CommunitySettings(staff_room=STAFF_ROOM, zone="Europe/Bucharest")


@dataclass
class Hamlet:
    """`clock` outlives a restart, as time does."""

    village: Village

    @classmethod
    async def settle(cls, database: Database, clock: FixedClock) -> "Hamlet":
        village = Village(database, Cases(), Followups(), Deadlines(), Specialists())
        village.clock = clock
        village.house = replace(village.house, clock=clock)
        await village.house.welcome("fake:main", "Main", OFFICE)
        return cls(village)

    async def change(self, **values: object) -> None:
        for name, value in values.items():
            await self.village.house.set(await self.village.community(), name, value)

    async def opens(self, severity: Severity = Severity.MEDIUM, member: Member = MAX) -> int:
        """A member complains; the number of the case."""
        async with self.village.doing() as ctx:
            owed = ctx.owed(NextStep.FIRST_RESPONSE, severity)
            new = NewCase(member, severity, Topic.OTHER, "en", "front_desk", owed)
            case = await ctx.cases.open(new, ctx.now)
            await ctx.timers.set("cases.due", case.id, owed.due_at)
            await ctx.record(CaseOpened(case.id, member.id))
            await ctx.record(MemberWrote(case.id, member.id, "It is broken."))
            return case.number

    async def writes(self, number: int) -> None:
        """The member writes again, in the private conversation."""
        async with self.village.doing() as ctx:
            case = await ctx.cases.by_number(number)
            solved = not case.is_open
            changed = case.member_wrote(ctx.owed_in(case, NextStep.NEXT_RESPONSE))
            await ctx.change(changed, MemberWrote(case.id, case.member_id, "Hello?"))
            if solved:
                await ctx.record(CaseReopened(case.id, case.member_id, "wrote_again"))

    async def does(self, who: Member, action: str, number: int, **values: Any) -> str:
        """A command or a button; what it was answered with, or why it was refused."""
        handler = self.village.house.catalogue.actions[action].handler
        try:
            async with self.village.doing() as ctx:
                doing = replace(ctx, actor=who, language="en")
                answer: Message = await handler(doing, await doing.cases.by_number(number), **values)
        except UserError as error:
            return error.key
        return plain_text(answer)

    async def orders(self, action: str, by: Member = ELENA, **values: Any) -> str:
        """A command that is about no case, a manager's unless said otherwise; the answer, or why it was refused."""
        return await self._acts(by, action, **values)

    async def _acts(self, who: Member, action: str, *subject: Any, **values: Any) -> str:
        handler = self.village.house.catalogue.actions[action].handler
        try:
            async with self.village.doing() as ctx:
                doing = replace(ctx, actor=who, language="en")
                answer: Message = await handler(doing, *subject, **values)
        except UserError as error:
            return error.key
        return plain_text(answer)

    async def hires(self, team: str, *people: Member) -> None:
        """A team of specialists with these people."""
        channel = Channel(f"{team}-desk", f"{team}-desk", staff_only=True)
        await self.orders("team add", team=team, channel=channel)
        for person in people:
            await self.orders("team people", team=team, member=person)

    async def file(self, who: Member, number: int) -> str:
        """What the transcript holds that somebody of staff asks for."""
        handler = self.village.house.catalogue.actions["case transcript"].handler
        async with self.village.doing() as ctx:
            doing = replace(ctx, actor=who, language="en")
            answer: Message = await handler(doing, await doing.cases.by_number(number))
        return "\n".join(str(part.content) for part in answer.parts if isinstance(part, File))

    async def answers(self, who: Member, number: int, action: str, **values: Any) -> str:
        """A button under the brief of the question that is open in the case."""
        async with self.village.looking() as ctx:
            case = await ctx.cases.by_number(number)
            errands = [one for one in await Errands(ctx.tx, ctx.community.id).of_case(case.id) if one.is_open]
        return await self._acts(who, action, errands[0].id, **values) if errands else "specialists.over"

    async def seals(self, number: int, about: Member) -> None:
        """The case is about somebody of staff: it is the managers' from now on."""
        async with self.village.doing() as ctx:
            case = await ctx.cases.by_number(number)
            sealed = case.sealed(about.id, "managers", manager=False)
            await ctx.change(sealed, CaseSealed(case.id, ELENA.id))

    async def claims(self, number: int) -> None:
        await self.does(MIHAI, "case claim", number)

    async def passes(self, **time: float) -> None:
        self.village.clock.move(**time)
        await Ticking(self.village.house).tick()

    async def shown(self, view: str) -> str:
        """The view as it would be rendered now; empty where nothing is to be shown."""
        async with self.village.looking() as ctx:
            message: Message | None = await ctx.catalogue.view(view)(ctx, 0)
        return plain_text(message) if message else ""

    async def case(self, number: int) -> Case:
        async with self.village.looking() as ctx:
            return await ctx.cases.by_number(number)

    async def facts(self, number: int) -> list[Any]:
        async with self.village.looking() as ctx:
            case = await ctx.cases.by_number(number)
            return [entry.fact for entry in await ctx.timeline.of_case(case.id)]

    async def said(self, key: str) -> list[Row[Any]]:
        """What goes out under keys that begin like this, oldest first."""
        rows = await self.village.rows()
        return [row for row in rows if row.key.partition(":")[2].startswith(key)]

    async def timers(self) -> dict[tuple[str, int], datetime]:
        async with self.village.database.reading() as tx:
            rows: Sequence[Row[Any]] = (await tx.execute(select(timers))).all()
        return {(row.name, row.subject): row.due_at for row in rows}

    async def stumbled(self) -> list[str]:
        """The due times whose handlers have failed."""
        async with self.village.database.reading() as tx:
            return [row.name for row in await tx.execute(select(timers).where(timers.c.attempts > 0))]
