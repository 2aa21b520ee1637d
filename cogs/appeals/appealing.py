"""How an appeal is made, and that it never hangs: staff are reminded, then managers hear, and so does the member."""

from collections.abc import Sequence
from dataclasses import replace

from bot.catalogue.arguments import Words
from bot.catalogue.declare import agenda, button, command, due, on, view
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.errors import NotAllowed, UserError
from bot.infractions.model import Infraction
from bot.vocabulary.people import EVERYONE
from bot.vocabulary.places import ManagersRoom, MemberDM, Place, StaffRoom, parse_place, place_key
from bot.vocabulary.replies import Fields, Heading, Message, Name, Paragraph, Part, Row, Text, say
from bot.vocabulary.signals import EffectSettled, MorningNeeded
from cogs.appeals.card import CARD, appeal_card, show
from cogs.appeals.deciders import involved, nobody_else, others
from cogs.appeals.model import LONGEST_APPEAL, Appeal, latest, reminder_at, window_ends, working_days
from cogs.appeals.store import store_of
from cogs.appeals.words import settled, tell_late

REMIND, DUE, OVER = "appeals.remind", "appeals.due", "appeals.over"
LISTED = 10


class Appealing:
    """The member's side, and the times."""

    @command("appeal", roles=EVERYONE)
    async def appeal(self, ctx: Context, text: Words) -> Message:
        """Against the last measure that still stands."""
        theirs = latest(await ctx.infractions.of_member(ctx.doer.id))
        if theirs is None:
            raise UserError("appeals.nothing")
        return await self._made(ctx, theirs, text)

    @button("appeal make", roles=EVERYONE)
    async def make(self, ctx: Context, infraction: int, text: Words) -> Message:
        """Whose measure it isn't does not learn what it is, nor whether there is one."""
        theirs = await ctx.infractions.get(infraction)
        if theirs is None or theirs.member_id != ctx.doer.id:
            raise NotAllowed("appeals.not_yours")
        return await self._made(ctx, theirs, text)

    async def _made(self, ctx: Context, infraction: Infraction, text: str) -> Message:
        settings = ctx.community.settings
        await _check(ctx, infraction, text)
        place = await _room(ctx, infraction)
        due_at = working_days(settings.hours, ctx.now, settings.appeal_decision_days)
        appeal = Appeal(
            id=0,
            infraction_id=infraction.id,
            member_id=ctx.doer.id,
            member_name=ctx.doer.name,
            language=infraction.language,
            text=text,
            taken_by=infraction.by,
            taken_name=infraction.by_name,
            made_at=ctx.now,
            due_at=due_at,
            place=place_key(place),
        )
        made = await store_of(ctx).add(appeal)
        if made is None:
            raise UserError("appeals.already")
        await _arm(ctx, made)
        await show(ctx, made)
        await ctx.dispatch(ctx, MorningNeeded())
        return await _receipt(ctx, made, infraction)

    @due(REMIND)
    async def remind(self, ctx: Context, number: int) -> None:
        """The card once more at the end of the room: a working day is left."""
        appeal = await store_of(ctx).get(number)
        if appeal is not None and appeal.is_open:
            await show(ctx, appeal, anew=True)

    @due(DUE)
    async def came_due(self, ctx: Context, number: int) -> None:
        """Every working day from the promised time on; the member hears once for each time they were told."""
        store, settings = store_of(ctx), ctx.community.settings
        appeal = await store.get(number, lock=True)
        if appeal is None or not appeal.is_open:
            return
        infraction = await ctx.infractions.get(appeal.infraction_id)
        if infraction is None:
            await drop(ctx, appeal)
            return
        late = replace(appeal, late=appeal.late + 1)
        if appeal.due_at <= ctx.now:
            new = working_days(settings.hours, ctx.now, settings.appeal_decision_days)
            late = replace(late, due_at=new)
            await tell_late(ctx, late, infraction, was=ctx.moment(appeal.due_at))
        await store.save(late)
        await show(ctx, late, anew=True)
        await _tell_managers(ctx, late)
        await ctx.timers.set(DUE, late.id, min(late.due_at, working_days(settings.hours, ctx.now, 1)))

    @due(OVER)
    async def long_over(self, ctx: Context, number: int) -> None:
        """What was said about it is kept no longer, nor is the card."""
        appeal = await store_of(ctx).get(number)
        if appeal is not None:
            await drop(ctx, appeal)

    @view(CARD)
    async def card(self, ctx: Context, number: int) -> Message | None:
        appeal = await store_of(ctx).get(number)
        infraction = await ctx.infractions.get(appeal.infraction_id) if appeal else None
        if appeal is None or infraction is None:
            return None
        return appeal_card(ctx, appeal, infraction, alone=await nobody_else(ctx, appeal, infraction))

    @on(EffectSettled)
    async def settled(self, ctx: Context, told: EffectSettled) -> None:
        lost = await settled(ctx, told)
        if lost is not None:
            await show(ctx, lost)

    @agenda
    async def appeals_in_the_morning(self, ctx: Context, place: Place) -> Sequence[Part]:
        """What is to be decided there, by when, and by whom not."""
        found = await store_of(ctx).waiting(place_key(place))
        if not found:
            return ()
        voice = ctx.voice()
        rows = [
            Row(
                voice.text("appeals.card.title", measure=one.infraction_id),
                voice.say(
                    "appeals.listed",
                    name=Name(one.taken_name) if one.taken_name else Text(voice.text("appeals.nobody")),
                    at=ctx.moment(one.due_at),
                ),
            )
            for one in found[:LISTED]
        ]
        rest = len(found) - LISTED
        more = (Paragraph(voice.count("appeals.more", rest)),) if rest > 0 else ()
        return (Heading(voice.text("appeals.list")), Fields(tuple(rows)), *more)


async def _check(ctx: Context, infraction: Infraction, text: str) -> None:
    """Raises UserError if it can't be appealed, or not with these words."""
    if len(text) > LONGEST_APPEAL:
        raise UserError("error.too_long", n=len(text), limit=LONGEST_APPEAL)
    if await store_of(ctx).of_infraction(infraction.id) is not None:
        raise UserError("appeals.already")
    if infraction.undone is not None:
        raise UserError("appeals.undone")
    if ctx.now >= window_ends(infraction, ctx.community.settings.appeal_days):
        raise UserError("appeals.too_late", n=ctx.community.settings.appeal_days)


async def _room(ctx: Context, infraction: Infraction) -> Place:
    """Before staff; before those above, where nobody else of staff is known."""
    settings, contact = ctx.community.settings, ctx.community.settings.next_level
    if await others(ctx, infraction):
        return StaffRoom()
    if settings.managers_room is not None:
        return ManagersRoom()
    if contact is not None and contact.id not in involved(infraction):
        return MemberDM(contact.id)
    return StaffRoom()


async def _arm(ctx: Context, appeal: Appeal) -> None:
    settings = ctx.community.settings
    reminder = reminder_at(settings.hours, ctx.now, settings.appeal_decision_days)
    if reminder is not None:
        await ctx.timers.set(REMIND, appeal.id, reminder)
    await ctx.timers.set(DUE, appeal.id, appeal.due_at)


async def _receipt(ctx: Context, appeal: Appeal, infraction: Infraction) -> Message:
    """Who decides and by when; where that is nobody, where else to go."""
    voice, at = ctx.own_voice, ctx.moment(appeal.due_at)
    if not await nobody_else(ctx, appeal, infraction):
        return say(*voice.say("appeals.made", at=at))
    told, address = Paragraph(voice.say("appeals.made_alone", at=at)), ctx.community.settings.appeal_address
    elsewhere = (Paragraph(voice.say("appeals.elsewhere", address=address)),) if address else ()
    return Message((told, *elsewhere))


async def _tell_managers(ctx: Context, appeal: Appeal) -> None:
    """Whoever is above hears that it is late, unless the card stands before them already."""
    settings, voice = ctx.community.settings, ctx.voice()
    place: Place | None = ManagersRoom() if settings.managers_room is not None else None
    if place is None and settings.next_level is not None:
        place = MemberDM(settings.next_level.id)
    if place is None or place == parse_place(appeal.place):
        return
    name = Name(appeal.taken_name) if appeal.taken_name else Text(voice.text("appeals.nobody"))
    told = say(*voice.say("appeals.overdue", measure=appeal.infraction_id, name=name))
    key = f"appeal_overdue:{appeal.id}:{appeal.late}"
    await ctx.outbox.say(place, told, key, priority=Priority.STAFF)


async def drop(ctx: Context, appeal: Appeal) -> None:
    """It is gone, with its card and its times."""
    for timer in (REMIND, DUE, OVER):
        await ctx.timers.cancel(timer, appeal.id)
    await ctx.outbox.hide(parse_place(appeal.place), View(CARD, appeal.id))
    await store_of(ctx).drop(appeal.id)
