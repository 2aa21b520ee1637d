"""Teams, their people, routes, and who is away, in the database."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.hours import OwnHours
from bot.detection import Severity, Topic
from bot.durable.types import inserted_id
from cogs.specialists.model import Away, Person, Team
from cogs.specialists.tables import away, people, routes, teams


@dataclass(frozen=True, slots=True)
class Route:
    """Cases of this topic go to that team; only those of the severity, if one is named."""

    topic: Topic
    severity: Severity | None
    team: str


@dataclass(frozen=True, slots=True)
class Teams:
    """The teams of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def add(self, name: str) -> Team:
        values = {"community_id": self.community, "name": name, "turn": 0}
        made = await self.tx.execute(insert(teams).values(**values))
        return Team(inserted_id(made), name)

    async def all(self) -> Sequence[Team]:
        """By name, each with its people."""
        found = await self.tx.execute(select(teams).where(self._here()).order_by(teams.c.name))
        return [await self._team(row) for row in found]

    async def named(self, name: str) -> Team | None:
        """In any case of letters."""
        return next((team for team in await self.all() if team.name.casefold() == name.casefold()), None)

    async def save(self, team: Team) -> None:
        """Its hours, language and turn; people have methods of their own."""
        values = asdict(team.own) | {"turn": team.turn, "language": team.language}
        await self.tx.execute(update(teams).where(teams.c.id == team.id).values(**values))

    async def remove(self, team: Team) -> None:
        await self.tx.execute(delete(routes).where(routes.c.team_id == team.id))
        await self.tx.execute(delete(people).where(people.c.team_id == team.id))
        await self.tx.execute(delete(teams).where(teams.c.id == team.id))

    async def join(self, team: Team, person: Person) -> None:
        """As the last in turn; nothing happens if they are there already."""
        if any(known.id == person.id for known in team.people):
            return
        row = {"team_id": team.id, "member_id": person.id, "name": person.name}
        await self.tx.execute(insert(people).values(**row, position=await self._last(team) + 1))

    async def leave(self, team: Team, person: str) -> None:
        """Whoever was next stays next."""
        positions = [known.id for known in team.people]
        if person not in positions:
            return
        gone = (people.c.team_id == team.id) & (people.c.member_id == person)
        await self.tx.execute(delete(people).where(gone))
        turn = team.turn - (positions.index(person) < team.turn)
        await self.save(replace(team, turn=turn % max(len(positions) - 1, 1)))

    async def of_person(self, person: str) -> Sequence[Team]:
        return [team for team in await self.all() if any(one.id == person for one in team.people)]

    async def route(self, route: Route) -> None:
        """Instead of the one there was."""
        await self.unroute(route.topic, route.severity)
        team = await self.named(route.team)
        if team is not None:
            key = {"topic": route.topic, "severity": route.severity or ""}
            row = {"community_id": self.community, **key, "team_id": team.id}
            await self.tx.execute(insert(routes).values(**row))

    async def unroute(self, topic: Topic, severity: Severity | None) -> bool:
        """Whether there was one."""
        here = (routes.c.community_id == self.community) & (routes.c.topic == topic)
        gone = await self.tx.execute(delete(routes).where(here, routes.c.severity == (severity or "")))
        return gone.rowcount > 0

    async def routes(self) -> Sequence[Route]:
        rows = await self.tx.execute(self._routes().order_by(routes.c.topic, routes.c.severity))
        return [Route(Topic(r.topic), Severity(r.severity) if r.severity else None, r.name) for r in rows]

    async def for_case(self, topic: Topic, severity: Severity) -> Team | None:
        """By topic and severity, else by topic alone, else the only team there is."""
        fitting = self._routes().where(routes.c.topic == topic, routes.c.severity.in_((severity, "")))
        row = (await self.tx.execute(fitting.order_by(routes.c.severity.desc()).limit(1))).first()
        if row is not None:
            return await self.named(row.name)
        every = await self.all()
        return every[0] if len(every) == 1 else None

    def _routes(self) -> Select[Any]:
        columns = select(routes.c.topic, routes.c.severity, teams.c.name)
        return columns.join(teams, teams.c.id == routes.c.team_id).where(self._here())

    def _here(self) -> ColumnElement[bool]:
        return teams.c.community_id == self.community

    async def _last(self, team: Team) -> int:
        last = select(func.max(people.c.position)).where(people.c.team_id == team.id)
        return int((await self.tx.execute(last)).scalar_one() or 0)

    async def _team(self, row: Any) -> Team:
        of_it = select(people).where(people.c.team_id == row.id).order_by(people.c.position)
        known = tuple(Person(one.member_id, one.name) for one in await self.tx.execute(of_it))
        days = None if row.days is None else tuple(row.days)
        own = OwnHours(days, row.starts, row.ends, row.zone, row.country)
        return Team(row.id, row.name, row.turn, known, row.language, own)


@dataclass(frozen=True, slots=True)
class Absences:
    """Who is away in one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def all(self, now: datetime) -> Mapping[str, Away]:
        """By the person; who is back is not among them."""
        rows = await self.tx.execute(select(away).where(self._here(), away.c.until > now))
        return {row.member_id: _away(row) for row in rows}

    async def keep(self, absent: Away) -> None:
        """Instead of the one before."""
        await self.drop(absent.person.id)
        instead = absent.stand_in
        await self.tx.execute(
            insert(away).values(
                community_id=self.community,
                member_id=absent.person.id,
                name=absent.person.name,
                until=absent.until,
                stand_in=instead.id if instead else None,
                stand_in_name=instead.name if instead else None,
                stand_in_staff=absent.staff,
            )
        )

    async def drop(self, person: str) -> bool:
        """They are back; whether they were away."""
        gone = await self.tx.execute(delete(away).where(self._here(), away.c.member_id == person))
        return gone.rowcount > 0

    async def without(self, person: str) -> None:
        """Nobody counts on them any more."""
        await self.drop(person)
        nobody = {"stand_in": None, "stand_in_name": None}
        await self.tx.execute(update(away).where(self._here(), away.c.stand_in == person).values(**nobody))

    def _here(self) -> ColumnElement[bool]:
        return away.c.community_id == self.community


def _away(row: Any) -> Away:
    instead = Person(row.stand_in, row.stand_in_name) if row.stand_in else None
    return Away(Person(row.member_id, row.name), row.until, instead, row.stand_in_staff)
