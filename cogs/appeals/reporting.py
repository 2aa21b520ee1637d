"""Members report what attacks people; staff judge it, and whoever reported it hears what came of it, without details.

A message of another member goes to the ladder. What is about somebody of staff, or is told in words, has a card here.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.catalogue.arguments import Words
from bot.catalogue.declare import agenda, button, command, due, message_menu, on, view
from bot.context import Context
from bot.detection import PRESSING, Safety
from bot.durable.outbox import Priority, View
from bot.errors import NotAllowed, UserError
from bot.ports import Chosen
from bot.vocabulary.people import EVERYONE, STAFF, Member, Role
from bot.vocabulary.places import (
    CasePrivate,
    CaseStaff,
    MemberDM,
    MessageRef,
    Place,
    StaffRoom,
    parse_place,
    place_key,
)
from bot.vocabulary.replies import Message, Moment, MomentStyle, Name, Paragraph, Part, say
from bot.vocabulary.signals import AbuseJudged, AbuseReported, MaybeRaised, MorningNeeded
from cogs.appeals.model import DAY, REPORT_DAYS, REPORT_ROUNDS, REPORTS_A_DAY, Report, Result, working_days
from cogs.appeals.report_card import REPORTED, above, is_staff, report_card
from cogs.appeals.store import store_of

REPORT_DUE, REPORT_OVER = "appeals.report_due", "appeals.report_over"
KEPT = 30 * DAY


class Reporting:
    """The reporter's side, and the card of what staff judge here."""

    @message_menu("abuse report")
    async def report_message(self, ctx: Context, chosen: Chosen) -> Message:
        """To the ladder; about somebody of staff to those whom it is not about."""
        if chosen.message_author == ctx.doer.id:
            raise UserError("appeals.report.own")
        known = await store_of(ctx).reported(ctx.doer.id, chosen.message)
        if known is not None:
            return say(*ctx.own_voice.say("appeals.report.again", at=ctx.moment(known.due_at)))
        if any(one.stands for one in await ctx.infractions.of_message(chosen.message)):
            return say(*ctx.own_voice.say("appeals.report.known"))
        await _check(ctx)
        report = replace(_new(ctx), message=chosen.message)
        if await is_staff(ctx, chosen):
            about = replace(report, about=chosen.message_author, about_name=chosen.author_name)
            place = above(ctx, chosen.message_author, chosen.writer)
            return await _kept(ctx, replace(about, text=chosen.text, place=_there(place)))
        sealed = await _about_staff(ctx, chosen.message)
        if sealed is not None:
            whose = replace(report, about=chosen.message_author, about_name=chosen.author_name)
            return await _kept(
                ctx, replace(whose, text=chosen.text, place=_there(above(ctx, sealed.id, sealed)))
            )
        ladder = ctx.community.settings.warnings and not (chosen.writer and chosen.writer.bot)
        urgent = _has(ctx, PRESSING)
        if urgent or not ladder:
            whose = replace(report, about=chosen.message_author, about_name=chosen.author_name)
            report = replace(whose, text=chosen.text, place=place_key(StaffRoom()))
        answer = await _kept(ctx, report)
        if urgent or ladder:
            await ctx.dispatch(ctx, _reported(ctx, chosen))
        return answer

    @command("report", roles=EVERYONE)
    async def report(self, ctx: Context, text: Words) -> Message:
        """What no single message shows. What seems to be about staff is not put before all of them."""
        await _check(ctx)
        about_staff = _has(ctx, frozenset({Safety.ABOUT_STAFF}))
        place = _there(above(ctx, None, None)) if about_staff else place_key(StaffRoom())
        return await _kept(ctx, replace(_new(ctx), text=text, place=place), above=about_staff)

    @button("report acted", roles=STAFF)
    async def acted(self, ctx: Context, report: int) -> Message:
        return await _judged(ctx, report, Result.ACTED)

    @button("report stays", roles=STAFF)
    async def stays(self, ctx: Context, report: int) -> Message:
        return await _judged(ctx, report, Result.STAYS)

    @on(AbuseJudged)
    async def judged(self, ctx: Context, told: AbuseJudged) -> None:
        result = Result.UNDECIDED if told.by is None else Result.ACTED if told.right else Result.STAYS
        for report in await store_of(ctx).open_reports_about(told.messages):
            if report.place is None:
                await _over(ctx, report, result)

    @due(REPORT_DUE)
    async def still_open(self, ctx: Context, number: int) -> None:
        """They hear that nobody has decided; after some times of that, that nobody will, or nothing until it is."""
        report = await store_of(ctx).get_report(number, lock=True)
        if report is None or report.result is not None:
            return
        if report.rounds + 1 >= REPORT_ROUNDS and report.place is None:
            await _over(ctx, report, Result.UNDECIDED)
            return
        again = replace(report, rounds=report.rounds + 1, due_at=_due(ctx))
        await store_of(ctx).save_report(again)
        await ctx.timers.set(REPORT_DUE, report.id, again.due_at)
        if again.rounds <= REPORT_ROUNDS:
            await _tell(ctx, again, _still_open(ctx, again))
        if again.place is not None:
            await ctx.outbox.show_anew(parse_place(again.place), View(REPORTED, again.id))

    @due(REPORT_OVER)
    async def report_over(self, ctx: Context, number: int) -> None:
        report = await store_of(ctx).get_report(number)
        if report is not None:
            await drop_report(ctx, report)

    @view(REPORTED)
    async def card_of_report(self, ctx: Context, number: int) -> Message | None:
        report = await store_of(ctx).get_report(number)
        return report_card(ctx, report) if report is not None else None

    @agenda
    async def reports_in_the_morning(self, ctx: Context, place: Place) -> Sequence[Part]:
        found = await store_of(ctx).open_reports_in(place_key(place))
        return (Paragraph(ctx.voice().count("appeals.report.listed", len(found))),) if found else ()


def _has(ctx: Context, flags: frozenset[Safety]) -> bool:
    """Whether the words have one of these; danger is for the named people, and not for the ladder."""
    return ctx.assessment is not None and bool(flags & ctx.assessment.safety)


async def _about_staff(ctx: Context, message: MessageRef) -> Member | None:
    """Whom of staff the private conversation is about that the message stands in: not all of staff may read there."""
    everybodys = replace(ctx, reader=None)
    for place in await ctx.places.of_channel(message.channel):
        if isinstance(place, CasePrivate | CaseStaff):
            case = await everybodys.cases.get(place.case)
            if case.about is not None:
                role = Role.MANAGER if case.about_manager else Role.MODERATOR
                return Member(case.about, case.about, role)
    return None


def _there(place: Place | None) -> str:
    """Raises UserError where there is no such place."""
    if place is None:
        raise UserError("appeals.report.nobody")
    return place_key(place)


def _reported(ctx: Context, chosen: Chosen) -> AbuseReported:
    """When it was said counts, not when it was reported: a warning in between was not read yet."""
    at = min(chosen.said_at or chosen.at, ctx.now)
    author, name = chosen.message_author, chosen.author_name
    return AbuseReported(ctx.doer.id, chosen.message, author, name, chosen.text, at)


async def _check(ctx: Context) -> None:
    """Raises UserError above what anybody could read."""
    if await store_of(ctx).open_since(ctx.doer.id, ctx.now - DAY) >= REPORTS_A_DAY:
        raise UserError("appeals.report.many", n=REPORTS_A_DAY)


def _new(ctx: Context) -> Report:
    return Report(0, ctx.doer.id, ctx.doer.name, ctx.own_voice.language, ctx.now, _due(ctx))


async def _kept(ctx: Context, report: Report, *, above: bool = False) -> Message:
    """Written down, with a card where it has a place of its own; `above` if not all of staff see it."""
    made = await store_of(ctx).report(report)
    await ctx.timers.set(REPORT_DUE, made.id, made.due_at)
    if made.place is not None:
        await ctx.outbox.show(parse_place(made.place), View(REPORTED, made.id))
        await ctx.dispatch(ctx, MorningNeeded())
    if made.message is None and ctx.assessment is not None and _has(ctx, PRESSING):
        # The named people are called; there is no message that the call could be about but the card.
        here = MessageRef("report", f"report-{made.id}")
        await ctx.dispatch(ctx, MaybeRaised(0, here, tuple(sorted(ctx.assessment.safety))))
    above = above or (made.about is not None and made.place != place_key(StaffRoom()))
    key = "appeals.report.managers" if above else "appeals.report.made"
    return say(*ctx.own_voice.say(key, at=ctx.moment(made.due_at)))


async def _judged(ctx: Context, number: int, result: Result) -> Message:
    report = await store_of(ctx).get_report(number, lock=True)
    if report is None or report.place is None or report.result is not None:
        raise UserError("appeals.report.gone")
    if not (report.may_decide(ctx.doer.id) and _sees(ctx, report)):
        raise NotAllowed("appeals.report.not_you")
    await _over(ctx, report, result)
    return say(*ctx.own_voice.say("appeals.report.done", name=Name(report.reporter_name)))


def _sees(ctx: Context, report: Report) -> bool:
    """What stands above is not for all of staff."""
    contact = ctx.community.settings.next_level
    called = contact is not None and contact.id == ctx.doer.id
    return report.place == place_key(StaffRoom()) or called or ctx.doer.role is Role.MANAGER


def _still_open(ctx: Context, report: Report) -> Message:
    """No time is named where nothing more is said then."""
    voice, at = ctx.voice(report.language), Moment(report.made_at, MomentStyle.DATE)
    if report.rounds >= REPORT_ROUNDS:
        return say(*voice.say("appeals.report.open_long", at=at))
    return say(*voice.say("appeals.report.open", at=at, by=ctx.moment(report.due_at)))


async def _over(ctx: Context, report: Report, result: Result) -> None:
    """The reporter hears of it; the words are needed no more."""
    over = replace(report, result=result, text=None)
    await store_of(ctx).save_report(over)
    await ctx.timers.cancel(REPORT_DUE, report.id)
    await ctx.timers.set(REPORT_OVER, report.id, ctx.now + KEPT)
    at = Moment(report.made_at, MomentStyle.DATE)
    await _tell(ctx, over, say(*ctx.voice(report.language).say(f"appeals.report.{result}", at=at)))
    if report.place is not None:
        await ctx.outbox.show(parse_place(report.place), View(REPORTED, report.id))


async def _tell(ctx: Context, report: Report, message: Message) -> None:
    key = f"report:{report.id}:{report.result or report.rounds}"
    await ctx.outbox.say(MemberDM(report.reporter_id), message, key, priority=Priority.HUMAN_REPLY)


async def drop_report(ctx: Context, report: Report) -> None:
    """It is gone, with its card and its times."""
    for timer in (REPORT_DUE, REPORT_OVER):
        await ctx.timers.cancel(timer, report.id)
    if report.place is not None:
        await ctx.outbox.hide(parse_place(report.place), View(REPORTED, report.id))
    await store_of(ctx).drop_report(report.id)


def _due(ctx: Context) -> datetime:
    return working_days(ctx.community.settings.hours, ctx.now, REPORT_DAYS)
