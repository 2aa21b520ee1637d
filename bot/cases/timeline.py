"""What happened to a case, as typed facts. People's words stand in a column of their own, so they can be erased."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.tables import cases, timeline
from bot.durable.types import inserted_id
from bot.vocabulary.codec import from_json, to_json
from bot.vocabulary.facts import AnyFact, Fact, MemberWrote, NoteAdded, StaffReplied
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef

ASIDE = ("kind", "case", "by", "text", "message")
"""Fields of a fact that have a column of their own."""

WITH_FILES = (MemberWrote, StaffReplied, NoteAdded)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the timeline; `id` names it in mirrors and buttons."""

    id: int
    at: datetime
    fact: Fact


@dataclass(frozen=True, slots=True)
class Timeline:
    """The timelines of one community's cases, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def add(self, fact: Fact, at: datetime) -> int:
        """Write the fact; the id of its entry."""
        data: dict[str, Any] = to_json(AnyFact, fact)
        message = data.get("message") or {}
        row = {
            "case_id": fact.case,
            "at": at,
            "fact": fact.kind,
            "data": {name: value for name, value in data.items() if name not in ASIDE},
            "actor_id": data.get("by"),
            "text": data.get("text"),
            "channel": message.get("channel"),
            "message": message.get("message"),
        }
        made = await self.tx.execute(insert(timeline).values(**row))
        return inserted_id(made)

    async def of_case(self, case: int) -> Sequence[Entry]:
        """Everything that happened to the case, in order."""
        rows = await self.tx.execute(
            select(timeline).where(timeline.c.case_id == case).order_by(timeline.c.id)
        )
        return [_entry(row) for row in rows]

    async def entry(self, entry: int) -> Entry | None:
        """None if there is no such entry in this community."""
        rows = select(timeline).join(cases, cases.c.id == timeline.c.case_id)
        here = rows.where(cases.c.community_id == self.community, timeline.c.id == entry)
        row = (await self.tx.execute(here)).one_or_none()
        return _entry(row) if row else None

    async def about_message(self, message: MessageRef) -> Sequence[Entry]:
        """The entries that hold the words of this message: one for each case it belongs to."""
        here = (timeline.c.channel == message.channel) & (timeline.c.message == message.message)
        rows = select(timeline).join(cases, cases.c.id == timeline.c.case_id)
        found = rows.where(cases.c.community_id == self.community, here).order_by(timeline.c.id)
        return [_entry(row) for row in await self.tx.execute(found)]

    async def last_words(self, member: str, channel: str) -> Entry | None:
        """What the member wrote last in this channel, whichever case it belongs to."""
        theirs = (timeline.c.actor_id == member) & (timeline.c.fact == "member_wrote")
        rows = select(timeline).join(cases, cases.c.id == timeline.c.case_id)
        here = rows.where(cases.c.community_id == self.community, timeline.c.channel == channel, theirs)
        row = (await self.tx.execute(here.order_by(timeline.c.id.desc()).limit(1))).one_or_none()
        return _entry(row) if row else None

    async def remove(self, entry: Entry) -> None:
        """The entry was never about this case."""
        await self.tx.execute(delete(timeline).where(timeline.c.id == entry.id))

    async def reword(
        self, entry: Entry, text: str | None, files: tuple[Attachment, ...] | None = None
    ) -> None:
        """The words were edited by their author, or erased (None), and the names of files with them.

        `files` are those that are there now, where that has changed.
        """
        await self.tx.execute(update(timeline).where(timeline.c.id == entry.id).values(text=text))
        fact = entry.fact
        if isinstance(fact, WITH_FILES) and (files is not None or text is None):
            fact = replace(fact, files=files or ())
        if isinstance(fact, MemberWrote) and text is not None:
            fact = replace(fact, edited=True)
        if fact != entry.fact:
            data = to_json(AnyFact, fact)
            kept = {name: value for name, value in data.items() if name not in ASIDE}
            await self.tx.execute(update(timeline).where(timeline.c.id == entry.id).values(data=kept))

    async def erase_member(self, member: str) -> None:
        """Take the member's own words and their name as an actor out of every case of theirs."""
        own = select(cases.c.id).where(cases.c.community_id == self.community, cases.c.member_id == member)
        theirs = timeline.c.case_id.in_(own)
        for row in (await self.tx.execute(select(timeline).where(theirs))).all():
            entry = _entry(row)
            if isinstance(entry.fact, WITH_FILES) and entry.fact.files:
                await self.reword(entry, None)
        await self.tx.execute(update(timeline).where(theirs).values(text=None, channel=None, message=None))
        written = theirs & (timeline.c.actor_id == member)
        await self.tx.execute(delete(timeline).where(written))


def _entry(row: Row[Any]) -> Entry:
    aside = {"kind": row.fact, "case": row.case_id, "by": row.actor_id, "text": row.text}
    message = {"channel": row.channel, "message": row.message} if row.message else None
    fact = from_json(AnyFact, row.data | aside | {"message": message})
    return Entry(row.id, row.at, fact)
