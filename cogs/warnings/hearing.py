"""What is heard: messages that attack people, and what becomes of them before anybody has decided."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.attention import Attended, Glance
from bot.catalogue.declare import attends, due, matters, on
from bot.context import Context
from bot.detection import Assessment, assess
from bot.durable.outbox import Priority, View
from bot.infractions.model import Step, Undone
from bot.measures import reassess, wrote
from bot.text import shorten
from bot.vocabulary.events import MessageDeleted, MessageEdited, MessageEvent, MessagePosted
from bot.vocabulary.facts import MemberWrote
from bot.vocabulary.people import Member, Role
from bot.vocabulary.places import Aside, CasePrivate, MessageRef, StaffRoom
from bot.vocabulary.replies import Link, Message, Name, Paragraph, Quotation, say
from bot.vocabulary.signals import AbuseJudged, AbuseReported, MaybeRaised, QuietWanted
from cogs.warnings.model import Lost, Proposal, attacks, heard, is_urgent, lures, shows_reading
from cogs.warnings.proposing import AGAIN, CARD, OVER, drop, judge, propose, show, show_measure, store_of

QUOTED = 600
LATELY = timedelta(days=3)
"""A measure is read, and a removal done, long before."""
LURES_EVERY = "%Y%m%d%H"
"""One line an hour says that there is phishing: a raid brings hundreds."""


class Hearing:
    """Reactions to what is written. Nobody but staff is told of anything."""

    @matters
    def concerns(self, glance: Glance, event: MessageEvent) -> bool:
        """What attacks people, what is in front of staff already, and who may have read a measure by now."""
        if isinstance(event, MessageDeleted):
            return glance.held
        settings, seen = glance.settings, glance.assessment
        if glance.held or event.author in glance.awaited - settings.left_alone:
            return True
        if isinstance(glance.place, Aside):
            return glance.actor is not None and not glance.actor.is_staff
        if seen is None or not _may_be_judged(glance, event):
            return False
        return attacks(seen, settings) or (
            isinstance(event, MessagePosted) and lures(event.text, seen, settings)
        )

    @attends
    async def attends(self, ctx: Context, channel: str) -> Sequence[Attended]:
        """Messages that staff look at or want removed, and whoever has yet to read a measure, wherever they write."""
        found = [message for known in await store_of(ctx).open() for message in known.messages]
        lately = await ctx.infractions.since(ctx.now - LATELY)
        found += [one.message for one in lately if one.step is Step.REMOVAL and one.removed_at is None]
        unread = {
            one.member_id for one in lately if one.delivered_at and one.stands and not one.read_at(ctx.now)
        }
        held = tuple(message.message for message in found if message.channel == channel)
        return [Attended(messages=held), *(Attended(awaited=member) for member in sorted(unread))]

    @on(MessagePosted)
    async def posted(self, ctx: Context, event: MessagePosted) -> None:
        if not ctx.doer.is_staff:
            await self._may_have_read(ctx, event)
        if ctx.assessment is None or not await self._is_judged(ctx, event):
            return
        if attacks(ctx.assessment, ctx.community.settings):
            await propose(ctx, ctx.doer, heard(event.message, event.text, event.at, ctx.assessment))
        elif lures(event.text, ctx.assessment, ctx.community.settings) and not is_urgent(ctx.assessment):
            await _tell_of_lure(ctx, event.message)

    async def _is_judged(self, ctx: Context, event: MessagePosted | MessageEdited) -> bool:
        """Words of members, in watched channels and in private places that all of staff may read."""
        settings = ctx.community.settings
        if ctx.doer.role is not Role.MEMBER or not settings.warnings or event.author in settings.left_alone:
            return False
        if isinstance(ctx.place, CasePrivate):
            return (await ctx.cases.get(ctx.place.case)).about is None
        return ctx.place is None and settings.watches(event)

    async def _may_have_read(self, ctx: Context, event: MessagePosted) -> None:
        unread = [
            one for one in await ctx.infractions.of_member(event.author) if shows_reading(one, event.at)
        ]
        if not unread:
            return
        await wrote(ctx, event.author, event.at)
        for measure in unread:
            await show_measure(ctx, measure)
        ctx.stir(event.message.channel)

    @on(MessageEdited)
    async def edited(self, ctx: Context, event: MessageEdited) -> None:
        """The words are those of now: harmless ones are no longer judged, and can't be removed."""
        if ctx.assessment is None:
            return
        seen = ctx.assessment
        await reassess(ctx, event.message)
        known = await store_of(ctx).of_message(event.message)
        if known is not None:
            await self._reworded(ctx, known, event, seen)
        elif attacks(seen, ctx.community.settings) and await self._is_judged(ctx, event):
            theirs = await store_of(ctx).of_member(event.author)
            if await ctx.infractions.of_message(event.message) or any(
                known.holds(event.message) for known in theirs
            ):
                return  # It was judged with its outburst, and a changed word does not say it anew.
            await propose(ctx, ctx.doer, heard(event.message, event.text, event.at, seen))

    async def _reworded(self, ctx: Context, known: Proposal, event: MessageEdited, seen: Assessment) -> None:
        if known.reported or attacks(seen, ctx.community.settings):
            said_at = next(said.at for said in known.said if said.message == event.message)
            changed = known.with_message(heard(event.message, event.text, said_at, seen))
        else:
            changed = known.without_words(event.message, Lost.EDITED)
        await store_of(ctx).save(changed)
        await show(ctx, changed)

    @on(MessageDeleted)
    async def deleted(self, ctx: Context, event: MessageDeleted) -> None:
        """Taken back: the words go, and there is nothing left to remove."""
        known = await store_of(ctx).of_message(event.message)
        if known is not None:
            changed = known.without_words(event.message, Lost.DELETED)
            await store_of(ctx).save(changed)
            await show(ctx, changed)
        for measure in await ctx.infractions.of_message(event.message):
            if measure.step is Step.REMOVAL and not ctx.removes:
                await ctx.infractions.log(measure.id, "gone", None, None, ctx.now)

    @on(AbuseReported)
    async def reported(self, ctx: Context, report: AbuseReported) -> None:
        """Somebody asks for a look: staff look, whatever detection says."""
        measures = await ctx.infractions.of_message(report.message)
        if measures:
            last = measures[-1]
            right = last.undone is not Undone.OVERTURNED
            await ctx.dispatch(
                ctx, AbuseJudged((report.message,), report.author, right, last.by, last.language)
            )
            return
        known, seen = await store_of(ctx).of_message(report.message), assess(report.text)
        if is_urgent(seen):
            await _call_for(ctx, report, seen)
        elif known is None:
            author = Member(report.author, report.author_name)
            said = heard(report.message, report.text, report.at, seen)
            await propose(replace(ctx, assessment=seen, place=None), author, said, reported=True)
        elif not known.reported:
            await store_of(ctx).save(replace(known, reported=True))
            await show(ctx, known)

    @on(MemberWrote)
    async def is_of_a_case(self, ctx: Context, fact: MemberWrote) -> None:
        """What was said became a case, or part of one: the card says which."""
        known = await store_of(ctx).of_message(fact.message) if fact.message else None
        if known is None or known.case_id == fact.case:
            return
        case = await ctx.cases.get(fact.case)
        if case.about is not None or case.member_id != known.member_id:
            return
        changed = replace(known, case_id=fact.case)
        await store_of(ctx).save(changed)
        await show(ctx, changed)

    @on(QuietWanted)
    async def left_alone(self, ctx: Context, event: QuietWanted) -> None:
        """Nothing more of theirs is read; what was read without a report is let go."""
        for known in await store_of(ctx).open(event.member):
            if not known.reported:
                await drop(ctx, known)

    @due(AGAIN)
    async def put_off_no_more(self, ctx: Context, number: int) -> None:
        """It had been put off."""
        known = await store_of(ctx).get(number)
        if known is not None and known.infraction is None:
            shown = replace(known, hidden_until=None)
            await store_of(ctx).save(shown)
            await ctx.outbox.show_anew(StaffRoom(), View(CARD, number))

    @due(OVER)
    async def over(self, ctx: Context, number: int) -> None:
        """Nobody decided within a week, or the measure is a month old: the card goes, and the words with it."""
        known = await store_of(ctx).get(number)
        if known is None:
            return
        await drop(ctx, known)
        if known.infraction is None:
            await judge(ctx, known, right=False, by=None)


def _may_be_judged(glance: Glance, event: MessagePosted | MessageEdited) -> bool:
    settings = glance.settings
    if glance.actor is None or glance.actor.role is not Role.MEMBER or not settings.warnings:
        return False
    if event.author in settings.left_alone:
        return False
    return isinstance(glance.place, CasePrivate) or (glance.place is None and settings.watches(event))


async def _tell_of_lure(ctx: Context, message: MessageRef) -> None:
    """Phishing is nothing for the ladder: it is reported and removed with the platform's own tools."""
    voice = ctx.voice()
    link = Link(voice.text("warnings.link"), message=message)
    key = f"warnings.lure:{ctx.now.strftime(LURES_EVERY)}"
    told = say(*voice.say("warnings.lure", name=Name(ctx.doer.name), link=link))
    await ctx.outbox.say(StaffRoom(), told, key, priority=Priority.STAFF)


async def _call_for(ctx: Context, report: AbuseReported, seen: Assessment) -> None:
    """What was reported may be a danger: the named people are called, and the words stand beside the call."""
    voice = ctx.voice()
    link = Link(voice.text("warnings.link"), message=report.message)
    told = Paragraph(voice.say("warnings.reported_danger", name=Name(report.author_name), link=link))
    key = f"warnings.danger:{report.message.channel}:{report.message.message}"
    shown = Message((told, Quotation(shorten(report.text, QUOTED))))
    await ctx.outbox.say(StaffRoom(), shown, key, priority=Priority.ACKNOWLEDGEMENT)
    await ctx.dispatch(ctx, MaybeRaised(0, report.message, tuple(sorted(seen.safety))))
