"""The tables of what all platforms share. They lie in the core's database, and are backed up with it."""

from sqlalchemy import Column, Float, ForeignKey, MetaData, String, Table

from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant

metadata = MetaData(naming_convention=NAMING)

refusals = Table(
    "refusals",
    metadata,
    Column("community_id", Id, ForeignKey(communities.c.id), primary_key=True),
    Column("member_id", String(100), primary_key=True),
    Column("code", String(40), nullable=False),
    Column("at", Instant, nullable=False),
)

pace = Table(
    "pace",
    metadata,
    Column("bot", String(100), primary_key=True),
    Column("what", String(200), primary_key=True),
    # Seconds of the epoch by the database's clock: when the next request of this kind may go out.
    Column("free_at", Float(53), nullable=False),
)
