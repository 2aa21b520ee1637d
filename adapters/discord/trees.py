"""Telling Discord which commands there are, and only when they have changed: it counts how often it is told."""

import hashlib
import json

import structlog
from sqlalchemy import delete, insert, select

from adapters.discord.client import OmbudClient
from adapters.discord.tables import trees
from bot.durable.database import Database

SCOPE = "global"

log = structlog.get_logger(__name__)


async def register(client: OmbudClient, database: Database) -> bool:
    """Whether Discord had to be told. Raises discord.HTTPException."""
    application, now = str(client.application_id), await fingerprint(client)
    here = (trees.c.application == application) & (trees.c.scope == SCOPE)
    async with database.reading() as tx:
        told = await tx.scalar(select(trees.c.hash).where(here))
    if told == now:
        return False
    registered = await client.tree.sync()
    async with database.transaction("discord.tree") as tx:
        await tx.execute(delete(trees).where(here))
        await tx.execute(insert(trees).values(application=application, scope=SCOPE, hash=now))
    log.info("discord.commands_registered", commands=len(registered))
    return True


async def fingerprint(client: OmbudClient) -> str:
    """Of everything Discord is told, in every language."""
    tree = client.tree
    translator = tree.translator
    payload = []
    for command in tree.get_commands(type=None):
        payload.append(
            await command.get_translated_payload(tree, translator) if translator else command.to_dict(tree)
        )
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
