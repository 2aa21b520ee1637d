"""Files under messages: as the core knows them, and read when they are carried on.

They are read with the bot's token, so only Slack's own host is ever asked. A file that Slack only links to, at some
other service, is not read at all.
"""

from collections.abc import Mapping
from typing import Any

from adapters.common.downloading import download
from adapters.slack.web import Web
from bot.attachments import described
from bot.ports import DoorShut, Gone
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef

HOSTS = frozenset({"files.slack.com"})
LARGEST = 25_000_000
"""Bytes. Slack takes a gigabyte, which nobody wants to carry."""

NOT_THERE = frozenset({"tombstone", "hidden_by_limit"})
"""Modes of files that were deleted, or that the workspace's plan no longer shows."""


def files_of(message: Mapping[str, Any], ref: MessageRef) -> tuple[Attachment, ...]:
    """Those of the message. Of a shared channel's Slack may tell the id alone: the rest is asked when it is read."""
    found = (each for each in message.get("files") or () if each.get("mode") not in NOT_THERE)
    return tuple(
        described(
            str(each.get("id", "")),
            str(each.get("name") or each.get("title") or ""),
            int(each.get("size") or 0),
            ref,
            str(each.get("mimetype") or ""),
        )
        for each in found
    )


async def fetch(web: Web, file: Attachment, limit: int) -> bytes:
    """The file as it is now. Raises Transient, DoorShut or Gone."""
    answer = await web.call("files.info", file=file.id)
    known: Any = answer.get("file")
    told = known if isinstance(known, Mapping) else {}
    if told.get("mode") in NOT_THERE or told.get("is_external") or told.get("external_type"):
        raise Gone("file")
    if int(told.get("size") or 0) > limit:
        raise DoorShut("too_large")
    address = told.get("url_private_download") or told.get("url_private") or ""
    return await download(web.source_at(HOSTS), str(address), limit)
