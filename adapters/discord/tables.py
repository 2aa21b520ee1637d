"""The adapter's own tables: how far each channel was read, and what was registered.

They lie in the core's database: what they tell is of no use without it, and they are backed up together.
"""

from sqlalchemy import Column, ForeignKey, MetaData, String, Table

from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant

metadata = MetaData(naming_convention=NAMING)

marks = Table(
    "discord_marks",
    metadata,
    Column("community_id", Id, ForeignKey(communities.c.id), primary_key=True),
    Column("channel", String(100), primary_key=True),
    # The last message of the channel that the core has taken in.
    Column("message", String(100), nullable=False),
    Column("at", Instant, nullable=False),
)

trees = Table(
    "discord_trees",
    metadata,
    Column("application", String(100), primary_key=True),
    Column("scope", String(40), primary_key=True),
    Column("hash", String(64), nullable=False),
)
