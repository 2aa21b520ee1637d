"""People, channels and state: SQL in, typed rows out.

Every function works inside the transaction it is given.
"""

from sqlalchemy import Row, and_, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.sandbox.model import Channel, Json, Kind, Person
from adapters.sandbox.tables import channels, people, state
from bot.vocabulary.people import Role


async def load_people(connection: AsyncConnection) -> list[Person]:
    rows = await connection.execute(select(people).order_by(people.c.number))
    return [
        Person(row.id, row.name, Role(row.role), row.language, row.zone, row.bot, row.dms_open)
        for row in rows
    ]


async def add_person(connection: AsyncConnection, person: Person) -> None:
    await connection.execute(
        insert(people).values(
            id=person.id,
            name=person.name,
            role=person.role.value,
            language=person.language,
            zone=person.zone,
            bot=person.bot,
            dms_open=person.dms_open,
        )
    )


async def load_channels(connection: AsyncConnection) -> list[Channel]:
    return [_channel(row) for row in await connection.execute(select(channels).order_by(channels.c.number))]


async def add_channel(connection: AsyncConnection, channel: Channel, key: str | None = None) -> None:
    await connection.execute(
        insert(channels).values(
            id=channel.id,
            kind=channel.kind.value,
            name=channel.name,
            parent=channel.parent,
            beside=int(channel.beside) if channel.beside else None,
            member=channel.member,
            private_threads=channel.private_threads,
            key=key,
        )
    )


async def find_thread(
    connection: AsyncConnection, key: str, kind: Kind, name: str, parent: str
) -> Channel | None:
    """The thread opened under this key, or else the first of this kind and name under this channel."""
    named = and_(channels.c.kind == kind.value, channels.c.name == name, channels.c.parent == parent)
    wanted = select(channels).where((channels.c.key == key) | named)
    row = (await connection.execute(wanted.order_by(channels.c.key != key, channels.c.number))).first()
    return _channel(row) if row else None


async def next_thread_id(connection: AsyncConnection) -> str:
    highest = await connection.scalar(select(func.max(channels.c.number)))
    return f"thread-{(highest or 0) + 1}"


async def load_state(connection: AsyncConnection) -> Json:
    rows = await connection.execute(select(state.c.name, state.c.value))
    return {row.name: row.value for row in rows}


async def save_state(connection: AsyncConnection, name: str, value: object) -> None:
    await connection.execute(insert(state).prefix_with("OR REPLACE").values(name=name, value=value))


async def pin(connection: AsyncConnection, message: str) -> None:
    """Remember it among the pinned ones."""
    pinned = set((await load_state(connection)).get("pinned", []))
    await save_state(connection, "pinned", sorted({*pinned, message}))


def _channel(row: Row[*tuple[object, ...]]) -> Channel:
    return Channel(
        row.id,
        Kind(row.kind),
        row.name,
        row.parent,
        str(row.beside) if row.beside is not None else None,
        row.member,
        row.private_threads,
    )
