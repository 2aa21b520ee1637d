"""Messages: SQL in, typed rows out. Every function works inside the transaction it is given."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.sandbox.file_rows import add_files, drop_files, load_files
from adapters.sandbox.model import Draft, Json, Kind, Preview, Reaction, StoredFile, StoredMessage
from adapters.sandbox.tables import channels, messages, reactions, reads, removals

PREVIEW = 200
"""Characters of an answered message that are shown above the answer."""

_answered = messages.alias("answered")
_hanging = channels.alias("hanging")


async def add_message(connection: AsyncConnection, draft: Draft, at: datetime) -> str:
    """Write a message; its id. A key that was used before makes a further copy."""
    used = select(func.count()).select_from(messages).where(messages.c.key == draft.key)
    made = await connection.scalar(
        insert(messages)
        .returning(messages.c.id)
        .values(
            channel=draft.channel,
            author=draft.author,
            text=draft.text,
            body=draft.body,
            at=at,
            reply_to=int(draft.reply_to) if draft.reply_to else None,
            revision=0,
            deleted=False,
            key=draft.key,
            copy=await connection.scalar(used) if draft.key is not None else 0,
        )
    )
    await add_files(connection, str(made), draft.files)
    return str(made)


async def change_text(connection: AsyncConnection, message: str, text: str, body: Json | None = None) -> None:
    await connection.execute(
        update(messages)
        .where(messages.c.id == int(message))
        .values(text=text, body=body, revision=messages.c.revision + 1)
    )


async def blank(connection: AsyncConnection, message: str) -> None:
    """Delete a message: its words and files go, its row stays as a mark."""
    await drop_files(connection, message)
    await connection.execute(
        update(messages).where(messages.c.id == int(message)).values(text="", body=None, deleted=True)
    )


async def mark_removed(connection: AsyncConnection, message: str) -> None:
    """Note that it was not its author who deleted it."""
    await connection.execute(insert(removals).prefix_with("OR IGNORE").values(message=int(message)))


async def load_message(connection: AsyncConnection, message: str) -> StoredMessage | None:
    if not (message.isascii() and message.isdecimal() and len(message) < 18):
        return None
    found = await _load(connection, _messages().where(messages.c.id == int(message)))
    return found[0] if found else None


async def find_by_key(connection: AsyncConnection, key: str) -> StoredMessage | None:
    found = await _load(connection, _messages().where(messages.c.key == key).order_by(messages.c.id).limit(1))
    return found[0] if found else None


async def load_history(
    connection: AsyncConnection, channel: str, before: int | None, limit: int
) -> list[StoredMessage]:
    """The last `limit` messages of a channel (before one of them), oldest first."""
    wanted: ColumnElement[bool] = messages.c.channel == channel
    if before is not None:
        wanted = and_(wanted, messages.c.id < before)
    found = await _load(connection, _messages().where(wanted).order_by(messages.c.id.desc()).limit(limit))
    return found[::-1]


async def add_reaction(connection: AsyncConnection, message: str, emoji: str, author: str) -> None:
    await connection.execute(
        insert(reactions).prefix_with("OR IGNORE").values(message=int(message), emoji=emoji, author=author)
    )


async def load_unread(connection: AsyncConnection, person: str) -> dict[str, int]:
    """How many messages of others each channel has that this person has not read."""
    read = and_(reads.c.person == person, reads.c.channel == messages.c.channel)
    counted = (
        select(messages.c.channel, func.count().label("unread"))
        .join(reads, read, isouter=True)
        .where(
            messages.c.author != person,
            ~messages.c.deleted,
            messages.c.id > func.coalesce(reads.c.message, 0),
        )
        .group_by(messages.c.channel)
    )
    return {row.channel: row.unread for row in await connection.execute(counted)}


async def mark_read(connection: AsyncConnection, person: str, channel: str, message: int) -> None:
    await connection.execute(
        insert(reads).prefix_with("OR REPLACE").values(person=person, channel=channel, message=message)
    )


def _messages() -> Select[*tuple[object, ...]]:
    hangs = and_(messages.c.id == _hanging.c.beside, _hanging.c.kind == Kind.THREAD.value)
    shown = case((_answered.c.deleted, literal("")), else_=func.substr(_answered.c.text, 1, PREVIEW))
    return (
        select(
            messages,
            _answered.c.author.label("answered_author"),
            _answered.c.deleted.label("answered_deleted"),
            shown.label("answered_text"),
            _hanging.c.id.label("thread"),
            removals.c.message.is_not(None).label("removed"),
        )
        .join(_answered, messages.c.reply_to == _answered.c.id, isouter=True)
        .join(_hanging, hangs, isouter=True)
        .join(removals, messages.c.id == removals.c.message, isouter=True)
    )


async def _load(connection: AsyncConnection, query: Select[*tuple[object, ...]]) -> list[StoredMessage]:
    rows = (await connection.execute(query)).all()
    ids = [row.id for row in rows]
    marks, held = await _load_reactions(connection, ids), await load_files(connection, ids)
    # Where deduplication is off a message may have two threads; it is still one message.
    return list({row.id: _message(row, marks.get(row.id, ()), held.get(row.id, ())) for row in rows}.values())


async def _load_reactions(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, tuple[Reaction, ...]]:
    counted = (
        select(reactions.c.message, reactions.c.emoji, func.count())
        .where(reactions.c.message.in_(ids))
        .group_by(reactions.c.message, reactions.c.emoji)
    )
    found: dict[int, tuple[Reaction, ...]] = {}
    for message, emoji, count in await connection.execute(counted):
        found[message] = (*found.get(message, ()), Reaction(emoji, count))
    return found


def _message(
    row: Row[*tuple[object, ...]], marks: tuple[Reaction, ...], held: tuple[StoredFile, ...]
) -> StoredMessage:
    reply = None
    if row.reply_to is not None:
        reply = Preview(str(row.reply_to), row.answered_author, row.answered_text, row.answered_deleted)
    return StoredMessage(
        id=str(row.id),
        channel=row.channel,
        author=row.author,
        text=row.text,
        at=row.at,
        body=row.body,
        reply=reply,
        revision=row.revision,
        deleted=row.deleted,
        removed=row.removed,
        key=row.key,
        copy=row.copy,
        thread=row.thread,
        reactions=marks,
        files=held,
    )
