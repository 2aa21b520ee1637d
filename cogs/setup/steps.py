"""What a manager sets, one command a step; each answers with the card, so that the next step is at hand."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.catalogue.arguments import TimeOfDay, Words
from bot.catalogue.declare import command, suggests
from bot.community import Contact
from bot.context import Context
from bot.errors import UserError
from bot.language import Register
from bot.ports import Channel, ChannelKind, Group, Survey
from bot.vocabulary.people import Member, Role
from bot.vocabulary.replies import Message, Paragraph, Runs
from cogs.setup.card import setup_card
from cogs.setup.model import (
    LONGEST_RULE,
    MOST_RULES,
    ORDERS,
    WEEK,
    Days,
    DoorOrder,
    Language,
    Step,
    days_in,
    proposed,
    rules_in,
)
from cogs.setup.notice import hang, say_it_anew
from cogs.setup.places import move_card, note, stale
from cogs.setup.store import Store

MANAGERS = frozenset({Role.MANAGER})
LONGEST_DELAY = 30


class StaffRole(StrEnum):
    """Whom a list names."""

    MODERATOR = "moderator"
    SPECIALIST = "specialist"
    MANAGER = "manager"


LISTS = {
    StaffRole.MODERATOR: "moderators",
    StaffRole.SPECIALIST: "specialists",
    StaffRole.MANAGER: "managers",
}


class Shown(StrEnum):
    ON = "on"
    OFF = "off"


class Steps:
    """The `set` commands."""

    @command("set staff-room", roles=MANAGERS)
    async def staff_room(self, ctx: Context, channel: Channel, survey: Survey) -> Message:
        """Where staff see every case: a text channel that members don't see."""
        if channel.kind is not ChannelKind.TEXT:
            raise UserError("setup.staff_room.kind", channel=channel.name)
        if not channel.staff_only:
            raise UserError("setup.staff_room.public", channel=channel.name)
        await note(ctx, survey)
        ctx = await ctx.set("staff_room", channel.id)
        await move_card(ctx)
        return await _answer(ctx, Step.STAFF_ROOM)

    @command("set staff", roles=MANAGERS)
    async def staff(
        self, ctx: Context, role: StaffRole, groups: tuple[Group, ...], survey: Survey
    ) -> Message:
        await note(ctx, survey, groups)
        ctx = await ctx.set(LISTS[role], [group.id for group in groups])
        return await _answer(ctx, Step.STAFF)

    @command("set watched", roles=MANAGERS)
    async def watched(self, ctx: Context, channels: tuple[Channel, ...], survey: Survey) -> Message:
        """Where the bot reads along. The notice goes where it is new, and goes away where it is not needed."""
        private = next((channel for channel in channels if channel.staff_only), None)
        if private is not None:
            raise UserError("setup.watched.staff_only", channel=private.name)
        await note(ctx, survey)
        ctx = await ctx.set("watched", [channel.id for channel in channels])
        await hang(ctx)
        return await _answer(ctx, Step.WATCHED)

    @suggests("set watched")
    async def suggest_watched(self, ctx: Context) -> Mapping[str, str]:
        """What is watched now; at the beginning, what could be."""
        seen = (await Store(ctx.tx, ctx.community.id).progress(ctx.now)).seen.channels
        watched = [channel for channel in seen if channel.id in ctx.community.settings.watched]
        names = Counter(channel.name for channel in seen)
        told = watched or proposed(seen)[0]
        return {"channels": ", ".join(f"#{c.name}" if names[c.name] == 1 else f"<#{c.id}>" for c in told)}

    @command("set safety", roles=MANAGERS)
    async def safety(self, ctx: Context, contact: Member, stand_in: Member) -> Message:
        """Who is told at once when somebody may be in danger, and who if they are away: two different people."""
        for person in (contact, stand_in):
            if not person.is_staff:
                raise UserError("setup.safety.not_staff", name=person.name)
        if contact.id == stand_in.id:
            raise UserError("setup.safety.same")
        ctx = await ctx.set("safety_contact", Contact(contact.id, contact.name))
        ctx = await ctx.set("safety_stand_in", Contact(stand_in.id, stand_in.name))
        return await _answer(ctx, Step.SAFETY)

    @command("set notice", roles=MANAGERS)
    async def notice(self, ctx: Context, notice: Shown, text: Words | None = None) -> Message:
        """Members are told that the bot reads here; not to tell them needs a reason."""
        if notice is Shown.OFF and text is None:
            raise UserError("setup.notice.reason")
        store = Store(ctx.tx, ctx.community.id)
        reason = text if notice is Shown.OFF else None
        await store.save(replace(await store.progress(ctx.now), notice_reason=reason))
        ctx = await ctx.set("notice", notice is Shown.ON)
        await hang(ctx)
        return await _answer(ctx, Step.NOTICE)

    @command("set rules", roles=MANAGERS)
    async def rules(self, ctx: Context, text: Words) -> Message:
        """The community's own rules, one a line, as warnings will name them."""
        rules = rules_in(text)
        if len(rules) > MOST_RULES or any(len(rule) > LONGEST_RULE for rule in rules):
            raise UserError("setup.rules.too_many", most=MOST_RULES, longest=LONGEST_RULE)
        return await _answer(await ctx.set("rules", rules), Step.RULES)

    @suggests("set rules")
    async def suggest_rules(self, ctx: Context) -> Mapping[str, str]:
        return {"text": "\n".join(ctx.community.settings.rules)}

    @command("set doors", roles=MANAGERS)
    async def doors(self, ctx: Context, order: DoorOrder) -> Message:
        return await _answer(await ctx.set("doors", ORDERS[order]), Step.DOORS)

    @command("set language", roles=MANAGERS)
    async def language(self, ctx: Context, language: Language, address: Register | None = None) -> Message:
        """The language of staff, and of members whose own is not known; how people are addressed in it."""
        ctx = await ctx.set("language", language.value)
        if address is not None and language.value in ctx.community.settings.registers:
            ctx = await ctx.set(f"address_{language}", address)
        await say_it_anew(ctx)
        return await _answer(ctx, Step.LANGUAGE)

    @command("set hours", roles=MANAGERS)
    async def hours(
        self,
        ctx: Context,
        opens: TimeOfDay,
        closes: TimeOfDay,
        days: Days = Days.WEEKDAYS,
        zone: ZoneInfo | None = None,
    ) -> Message:
        """When the team answers. Promised times are counted in these hours."""
        if closes <= opens:
            raise UserError("setup.hours.order")
        values = {"day_starts": opens, "day_ends": closes, "working_days": WEEK[days]}
        for name, value in (*values.items(), *((("zone", zone.key),) if zone else ())):
            ctx = await ctx.set(name, value)
        return await _answer(ctx, Step.HOURS)

    @suggests("set hours")
    async def suggest_hours(self, ctx: Context) -> Mapping[str, str]:
        return {"zone": ctx.community.settings.zone}

    @command("set check-in", roles=MANAGERS)
    async def check_in(self, ctx: Context, high: timedelta, medium: timedelta, low: timedelta) -> Message:
        """How long after a solution the member is asked, by severity."""
        for severity, delay in (("high", high), ("medium", medium), ("low", low)):
            days = days_in(delay)
            if not 1 <= days <= LONGEST_DELAY:
                raise UserError("setup.check_in.range", longest=LONGEST_DELAY)
            ctx = await ctx.set(f"check_in_days_{severity}", days)
        return await _answer(ctx, Step.CHECK_IN)

    @suggests("set check-in")
    async def suggest_check_in(self, ctx: Context) -> Mapping[str, str]:
        settings = ctx.community.settings
        return {
            severity: f"{getattr(settings, f'check_in_days_{severity}')}d"
            for severity in ("high", "medium", "low")
        }


async def _answer(ctx: Context, step: Step) -> Message:
    """What was set, and the card for the next step; the card that everybody sees is stale."""
    await stale(ctx)
    done: Runs = ctx.own_voice.say(f"setup.done.{step}")
    card = await setup_card(ctx)
    return Message((Paragraph(done), *card.parts), card.buttons)
