"""Files under messages: as the core knows them, and read when they are carried on.

Addresses at Discord's network for files end after a day, so none is kept: the message is asked for again, and whoever
has deleted it, or the file under it, has taken the file back.
"""

from collections.abc import Iterable

import discord
from discord.http import Route

from adapters.common.downloading import Source, download, origin_of
from adapters.discord.errors import translated
from bot.attachments import described
from bot.ports import Gone
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef

HOSTS = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
OFFICIAL = "https://discord.com/api/"

LARGEST = 10_000_000
"""Bytes: what Discord takes in a server that nobody has boosted, and a little less."""


def files_of(message: discord.Message, ref: MessageRef) -> tuple[Attachment, ...]:
    """Those of the message, and of one that was forwarded with it."""
    forwarded = (each for snapshot in message.message_snapshots for each in snapshot.attachments)
    return tuple(
        described(str(each.id), each.filename, each.size, ref, each.content_type or "")
        for each in (*message.attachments, *forwarded)
    )


async def fetch(client: discord.Client, message: discord.PartialMessage, file: str, limit: int) -> bytes:
    """The file of this id under the message. Raises Transient, DoorShut or Gone."""
    with translated():
        now = await message.fetch()
    url = _url(file, (now, *now.message_snapshots))
    source = Source(HOSTS, origin_of(Route.BASE, OFFICIAL), proxy=client.http.proxy)
    return await download(source, url, limit)


def _url(file: str, held: Iterable[discord.Message | discord.MessageSnapshot]) -> str:
    for message in held:
        for each in message.attachments:
            if str(each.id) == file:
                return each.url
    raise Gone("attachment")
