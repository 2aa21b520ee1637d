"""Labels are listed, given out as a file, and forgotten: one by one, or with the member."""

import json
from typing import Any

from bot.catalogue.declare import command, export, forget
from bot.context import Context
from bot.errors import UserError
from bot.language import Voice
from bot.vocabulary.people import Role
from bot.vocabulary.replies import (
    Fields,
    File,
    Heading,
    Link,
    Message,
    Name,
    Paragraph,
    Row,
    Run,
    Runs,
    Text,
    say,
)
from cogs.labels.hearing import OVER, Hearing
from cogs.labels.model import Label, What, counts
from cogs.labels.store import store_of

MANAGERS = frozenset({Role.MANAGER})
LISTED = 10


class Labels(Hearing):
    """Keeps what people say of the bot's judgement."""

    name = "labels"

    @command("label list")
    async def listed(self, ctx: Context) -> Message:
        """How many there are of each, and the last ones with a way to the message; no words."""
        voice, found = ctx.own_voice, await store_of(ctx).all()
        if not found:
            return say(*voice.say("labels.none"))
        counted = counts(found)
        totals = tuple(
            Row(
                voice.text(f"labels.what.{what}"),
                voice.say("labels.counts", yes=counted[what, True], no=counted[what, False]),
            )
            for what in What
        )
        rows = tuple(Row(f"{one.id}", _line(ctx, one, voice)) for one in found[: -LISTED - 1 : -1])
        told = Paragraph(voice.say("labels.told"))
        return Message((Heading(voice.text("labels.title")), Fields(totals), Fields(rows), told))

    @command("label forget", roles=MANAGERS)
    async def forget_one(self, ctx: Context, label: int) -> Message:
        if not await store_of(ctx).drop(label):
            raise UserError("labels.unknown", no=label)
        await ctx.timers.cancel(OVER, label)
        return say(*ctx.own_voice.say("labels.forgotten", no=label))

    @command("label export", roles=MANAGERS)
    async def export_all(self, ctx: Context) -> Message:
        """One JSON object a line, oldest first. It leaves the house where people are forgotten, so it names none."""
        found, voice = await store_of(ctx).all(), ctx.own_voice
        if not found:
            return say(*voice.say("labels.none"))
        lines = [json.dumps(_exported(one) | _where(one), ensure_ascii=False) for one in found]
        file = File("corrections.jsonl", "application/x-ndjson", "\n".join(lines) + "\n")
        return Message((Paragraph(voice.count("labels.exported", len(found))), file))

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        """How their words were judged. What staff noted about it is theirs."""
        return {"labels": [_exported(one) for one in await store_of(ctx).of_member(member)]}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        for label in await store_of(ctx).of_member(member):
            await ctx.timers.cancel(OVER, label.id)
        await store_of(ctx).forget(member)


def _line(ctx: Context, one: Label, voice: Voice) -> Runs:
    """What was said and how, why, where, by whom and when."""
    verdict = "yes" if one.is_one else "no"
    told: list[Run] = [
        Text(voice.text(f"labels.{one.what}.{verdict}")),
        Text(voice.text(f"labels.how.{one.how}")),
    ]
    if one.reason is not None:
        told.append(Text(voice.text(f"why.{one.reason}")))
    if one.by_name is not None:
        told.append(Name(one.by_name))
    told += [ctx.moment(one.at), Link(voice.text("labels.link"), message=one.message)]
    return tuple(part for run in told for part in (Text("; "), run))[1:]


def _exported(one: Label) -> dict[str, Any]:
    return {
        "what": one.what,
        "is_one": one.is_one,
        "how": one.how,
        "language": one.language,
        "rules": list(one.rules),
        "reason": one.reason,
        "at": one.at.isoformat(),
    }


def _where(one: Label) -> dict[str, Any]:
    return {"channel": one.message.channel, "message": one.message.message, "note": one.note}
