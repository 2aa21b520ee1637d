"""Abuse of people: staff decide, and the member is told. Here: the card, what came before, taking a measure back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.catalogue.arguments import Words
from bot.catalogue.declare import agenda, command, export, forget, view
from bot.context import Context
from bot.durable.outbox import Priority
from bot.errors import UserError
from bot.infractions.model import Infraction, Undone
from bot.measures import forget as forget_measures
from bot.measures import undo
from bot.text import shorten
from bot.vocabulary.people import Member
from bot.vocabulary.places import Place, StaffRoom
from bot.vocabulary.replies import (
    Fields,
    Heading,
    Link,
    Message,
    Name,
    Paragraph,
    Part,
    Quotation,
    Row,
    Text,
    say,
)
from cogs.warnings.answering import Answering
from cogs.warnings.card import decided_card, measure_row, proposal_card
from cogs.warnings.delivering import Delivering, place_of
from cogs.warnings.hearing import Hearing
from cogs.warnings.proposing import CARD, drop, show, store_of
from cogs.warnings.setting import Setting
from cogs.warnings.taking import Taking, refuse
from cogs.warnings.telling import quote

LISTED = 15
LATEST = 5
TRAIL = frozenset(
    {
        "taken",
        "delivered",
        "door_shut",
        "lost",
        "acknowledged",
        "asked",
        "gone",
        "agreed",
        "again",
        "removed",
        "not_removed",
        "pardoned",
        "overturned",
        "reduced",
    }
)
"""What has a sentence of its own, `warnings.log.<this>`."""


class Warnings(Hearing, Taking, Delivering, Answering, Setting):
    """Warned before removed, and removed only by a person's click."""

    name = "warnings"

    @view(CARD)
    async def proposal(self, ctx: Context, number: int) -> Message | None:
        known = await store_of(ctx).look(number)
        if known is None or known.hidden_until is not None:
            return None
        if known.infraction is None:
            return await proposal_card(ctx, known)
        measure = await ctx.infractions.get(known.infraction)
        return await decided_card(ctx, measure) if measure is not None else None

    @command("warning list")
    async def listed(self, ctx: Context, member: Member) -> Message:
        """All measures about somebody, the latest last."""
        voice, found = ctx.own_voice, await ctx.infractions.of_member(member.id)
        if not found:
            return say(*voice.say("warnings.list.none", name=Name(member.name)))
        title = Paragraph(voice.say("warnings.list.title", name=Name(member.name)))
        rows = tuple(measure_row(ctx, one, voice) for one in found[-LISTED:])
        return Message((title, Fields(rows)))

    @command("warning show")
    async def shown(self, ctx: Context, infraction: int) -> Message:
        """One measure with its evidence, and everything that was done about it."""
        found, voice = await _known(ctx, infraction), ctx.own_voice
        rows = [
            Row(voice.text("warnings.card.who"), (Name(found.member_name),)),
            measure_row(ctx, found, voice),
            Row(voice.text("warnings.card.decided"), (Name(found.by_name),)),
            Row(voice.text("warnings.card.rule"), (Text(f"{found.number}: {shorten(found.rule, 200)}"),)),
        ]
        if found.reason:
            rows.append(Row(voice.text("warnings.card.reason"), (Text(shorten(found.reason, 500)),)))
        parts: list[Part] = [Heading(voice.text("warnings.show.title")), *_evidence(ctx, found)]
        parts.append(Fields(tuple(rows)))
        for line in (await ctx.infractions.logged(found.id))[-LISTED:]:
            if line.what in TRAIL:
                name = Name(line.by_name or "–")
                told = voice.say(f"warnings.log.{line.what}", at=ctx.moment(line.at), name=name)
                parts.append(Paragraph(told))
        return Message(tuple(parts))

    @command("warning pardon", goes_out=True)
    async def pardon(self, ctx: Context, infraction: int, text: Words) -> Message:
        """It counts no more, and the member hears why."""
        found = await _known(ctx, infraction)
        if found.member_id == ctx.doer.id:
            refuse(ctx, "yourself")
        if found.undone is not None:
            raise UserError("warnings.undone_already")
        await undo(ctx, found, Undone.PARDONED, ctx.doer)
        if found.delivered_at is not None:
            voice, at = ctx.voice(found.language), ctx.moment(found.taken_at)
            withdrawn = Paragraph(voice.say("warnings.told.pardoned", at=at))
            heard, key = Message((withdrawn, Quotation(text))), f"warnings.pardon:{found.id}"
            await ctx.outbox.say(await place_of(ctx, found), heard, key, priority=Priority.HUMAN_REPLY)
        return say(*ctx.own_voice.say("warnings.pardoned", no=found.id, name=Name(found.member_name)))

    @agenda
    async def in_the_morning(self, ctx: Context, place: Place) -> Sequence[Part]:
        """What waits for a decision; the words are on the cards."""
        found = await store_of(ctx).open() if place == StaffRoom() else ()
        if not found:
            return ()
        voice = ctx.voice()
        rows = tuple(
            Row(
                str(number),
                (
                    Link(voice.text("warnings.link"), message=known.messages[-1]),
                    Text(" "),
                    ctx.moment(known.last_at),
                ),
            )
            for number, known in enumerate(found[:LATEST], start=1)
        )
        return (Heading(voice.text("warnings.agenda.title")), Fields(rows))

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        """Measures about them, and what of theirs is in front of staff."""
        return {
            "measures": [_exported(one) for one in await ctx.infractions.of_member(member)],
            "proposals": [
                {"text": said.text, "said_at": said.at.isoformat()}
                for known in await store_of(ctx).of_member(member)
                for said in known.said
            ],
        }

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        for known in await store_of(ctx).of_member(member):
            await drop(ctx, known)
        for known in await store_of(ctx).open():
            if known.asked is not None and known.asked.by == member:
                await store_of(ctx).save(replace(known, asked=None))
                await show(ctx, known)
        await forget_measures(ctx, member)


async def _known(ctx: Context, infraction: int) -> Infraction:
    found = await ctx.infractions.get(infraction)
    if found is None:
        raise UserError("warnings.unknown", no=infraction)
    return found


def _evidence(ctx: Context, found: Infraction) -> list[Part]:
    """The words with what was said before them, as long as they are kept."""
    voice = ctx.own_voice
    if found.text is None:
        return [Paragraph(voice.say("warnings.show.words_gone"))]
    if not found.context:
        return quote(found)
    before = Paragraph(voice.say("warnings.show.before"))
    return [*quote(found), before, Quotation("\n".join(shorten(line, 200) for line in found.context))]


def _exported(measure: Infraction) -> dict[str, Any]:
    times = {
        name: at.isoformat() if (at := getattr(measure, name)) else None
        for name in ("taken_at", "delivered_at", "acknowledged_at", "expires_at", "undone_at", "removed_at")
    }
    return {"step": measure.step.value, "rule": measure.rule, "text": measure.text, **times}
