"""What staff do about a proposal. Every step is somebody's own click, and is kept with who took it."""

from dataclasses import replace
from typing import NoReturn

import structlog

from bot.catalogue.arguments import Word, Words
from bot.catalogue.declare import button
from bot.context import Context
from bot.durable.outbox import View
from bot.errors import UserError
from bot.infractions.model import LADDER, Infraction, Refused, Step
from bot.measures import order_removal, take
from bot.text import shorten
from bot.vocabulary.people import STAFF
from bot.vocabulary.places import StaffRoom
from bot.vocabulary.replies import Message, Name, say
from cogs.warnings.delivering import tell
from cogs.warnings.ladder import measure_of, way_of
from cogs.warnings.model import DECIDED_FOR, LATER, Asked, Proposal, rule_of
from cogs.warnings.proposing import AGAIN, CARD, OVER, drop, judge, show, show_measure, store_of

log = structlog.get_logger(__name__)


class Taking:
    """The buttons of the card."""

    @button("warning take", roles=STAFF)
    async def take_step(self, ctx: Context, proposal: int, nth: int, step: int, rule: Word) -> Message:
        """A notice or a warning: the one that the button named, or none."""
        known = await _open(ctx, proposal)
        way = await way_of(ctx, known, nth)
        if way.shut is not None or way.said is None:
            refuse(ctx, way.shut or "gone")
        if LADDER.index(way.step) != step or way.step is Step.REMOVAL:
            raise UserError("warnings.changed")
        number, text = _rule(ctx, rule)
        by = Asked(ctx.doer.id, ctx.doer.name, nth, number, "")
        taken = await take(ctx, measure_of(ctx, known, way.said, way.step, text, by))
        await tell(ctx, taken)
        await _decide(ctx, known, taken)
        return say(*ctx.own_voice.say(f"warnings.taken.{way.step}", name=Name(known.member_name)))

    @button("message remove", roles=STAFF, goes_out=True)
    async def remove(self, ctx: Context, proposal: int, nth: int, rule: Word, text: Words) -> Message:
        """One message, by an explicit click with a reason."""
        if not ctx.removes:
            refuse(ctx, "may_not_remove")
        return await self._last_step(ctx, proposal, nth, rule, text)

    @button("message ask", roles=STAFF, goes_out=True)
    async def ask(self, ctx: Context, proposal: int, nth: int, rule: Word, text: Words) -> Message:
        """Where a bot can't remove what others wrote, the author is asked to."""
        return await self._last_step(ctx, proposal, nth, rule, text)

    async def _last_step(self, ctx: Context, proposal: int, nth: int, rule: str, reason: str) -> Message:
        known = await _open(ctx, proposal)
        number, _ = _rule(ctx, rule)
        asked = Asked(ctx.doer.id, ctx.doer.name, nth, number, reason)
        if not ctx.community.settings.second_moderator:
            return await _end_ladder(ctx, known, asked, None)
        way = await way_of(ctx, known, nth)
        if way.shut is not None or way.step is not Step.REMOVAL:
            refuse(ctx, way.shut or "no_warnings")
        waiting = replace(known, asked=asked)
        await store_of(ctx).save(waiting)
        await ctx.outbox.show_anew(StaffRoom(), View(CARD, waiting.id))
        return say(*ctx.own_voice.say("warnings.asked_second"))

    @button("removal agree", roles=STAFF)
    async def agree(self, ctx: Context, proposal: int) -> Message:
        """The second moderator, who isn't the first."""
        known = await _open(ctx, proposal)
        if known.asked is None:
            raise UserError("warnings.changed")
        if known.asked.by == ctx.doer.id:
            refuse(ctx, "second")
        return await _end_ladder(ctx, known, known.asked, ctx.doer.id)

    @button("abuse not", roles=STAFF)
    async def not_abuse(self, ctx: Context, proposal: int) -> Message:
        """Nothing happens to anybody, and the words go."""
        known = await _open(ctx, proposal)
        await drop(ctx, known)
        await judge(ctx, known, right=False, by=ctx.doer.id)
        return say(*ctx.own_voice.say("warnings.not_abuse"))

    @button("abuse seen", roles=STAFF)
    async def seen(self, ctx: Context, proposal: int) -> Message:
        """It is abuse, for which no further step can be taken: the measure before has to do."""
        known = await _open(ctx, proposal)
        await drop(ctx, known)
        await judge(ctx, known, right=True, by=ctx.doer.id)
        return say(*ctx.own_voice.say("warnings.seen"))

    @button("abuse later", roles=STAFF)
    async def later(self, ctx: Context, proposal: int) -> Message:
        """The card comes back after four working hours."""
        known = await _open(ctx, proposal)
        back = ctx.community.settings.hours.add(ctx.now, LATER)
        await store_of(ctx).save(replace(known, hidden_until=back))
        await ctx.timers.set(AGAIN, known.id, back)
        await ctx.outbox.hide(StaffRoom(), View(CARD, known.id))
        return say(*ctx.own_voice.say("warnings.later", at=ctx.moment(back)))

    @button("warning again", roles=STAFF)
    async def again(self, ctx: Context, infraction: int) -> Message:
        """It had reached nobody: every door is tried once more."""
        found = await ctx.infractions.get(infraction)
        if (
            found is None
            or found.lost_at is None
            or found.undone is not None
            or found.delivered_at is not None
        ):
            raise UserError("warnings.changed")
        later = [
            one
            for one in await ctx.infractions.of_member(found.member_id)
            if one.id > infraction and one.stands
        ]
        stays = found.step is Step.REMOVAL and ctx.removes and found.removed_at is None
        if later or stays:
            raise UserError("warnings.changed")
        anew = replace(found, lost_at=None, refused=())
        await ctx.infractions.save(anew, found)
        await ctx.infractions.log(infraction, "again", ctx.doer.id, ctx.doer.name, ctx.now)
        await tell(ctx, anew)
        await show_measure(ctx, anew)
        return say(*ctx.own_voice.say("warnings.again", name=Name(found.member_name)))


def refuse(ctx: Context, code: str) -> NoReturn:
    """Somebody wanted a step that the ladder doesn't allow."""
    log.warning("measure.refused", community=ctx.community.id, code=code)
    raise UserError(f"warnings.shut.{code}")


async def _open(ctx: Context, proposal: int) -> Proposal:
    """Raises UserError if it is decided, over, of somebody who presses here themselves, or of a case about them."""
    known = await store_of(ctx).get(proposal)
    if known is None or known.infraction is not None:
        raise UserError("warnings.gone")
    if known.case_id is not None and not await ctx.cases.sees(known.case_id):
        raise UserError("warnings.gone")
    if known.member_id == ctx.doer.id:
        refuse(ctx, "yourself")
    return known


def _rule(ctx: Context, word: str) -> tuple[int, str]:
    rules = ctx.community.settings.rules
    if not rules:
        raise UserError("warnings.no_rules")
    found = rule_of(rules, word)
    if found is None:
        raise UserError("warnings.no_such_rule", word=shorten(word, 40), most=len(rules))
    return found


async def _end_ladder(ctx: Context, known: Proposal, asked: Asked, second: str | None) -> Message:
    """The proof is made here, and once more right before the platform is asked."""
    way = await way_of(ctx, known, asked.nth)
    if way.shut is not None or way.said is None or way.step is not Step.REMOVAL:
        refuse(ctx, way.shut or "no_warnings")
    _, text = _rule(ctx, str(asked.number))
    wanted = replace(measure_of(ctx, known, way.said, Step.REMOVAL, text, asked), second_by=second)
    try:
        taken = await take(ctx, wanted)
    except Refused as refused:
        refuse(ctx, refused.code.value)
    if second is not None:
        await ctx.infractions.log(taken.id, "agreed", ctx.doer.id, ctx.doer.name, ctx.now)
    if ctx.removes:
        await order_removal(ctx, taken)
    else:
        await ctx.infractions.log(taken.id, "asked", taken.by, taken.by_name, ctx.now)
        await tell(ctx, taken)
    await _decide(ctx, known, taken)
    key = "warnings.taken.removal" if ctx.removes else "warnings.taken.ask"
    return say(*ctx.own_voice.say(key, name=Name(known.member_name)))


async def _decide(ctx: Context, known: Proposal, taken: Infraction) -> None:
    """The card tells what becomes of it from now on."""
    await store_of(ctx).save(known.decided(taken.id))
    await ctx.timers.cancel(AGAIN, known.id)
    await ctx.timers.set(OVER, known.id, ctx.now + DECIDED_FOR)
    await show(ctx, known.decided(taken.id))
    await judge(ctx, known, right=True, by=ctx.doer.id)
