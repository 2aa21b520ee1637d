"""How a case begins: its row and timeline, the offer of a private place, and the acknowledgement where it is due."""

from datetime import timedelta

from bot.cases.doors import ACK, next_door
from bot.cases.model import Case, NextStep
from bot.cases.store import NewCase
from bot.context import Context
from bot.detection import Assessment, Severity, Topic
from bot.durable.outbox import Priority, View
from bot.language.choose import reply_language
from bot.vocabulary.facts import CaseOpened, MemberWrote, Origin, StaffReplied
from bot.vocabulary.people import Member
from bot.vocabulary.places import CasePrivate, MessageRef, Public
from bot.vocabulary.signals import CaseAcknowledged
from cogs.intake.model import Heard, Style, is_angry, rules_of, style, wording
from cogs.intake.store import Ack, Answering, Store, Thought

OPENER = "intake.opener"
SEEN = "👀"
ACK_EXPIRES = timedelta(minutes=10)
LAST_WORDINGS = 3


async def heard(ctx: Context, thought: Thought) -> Heard:
    """The thought with what else the decision needs."""
    store, now = Store(ctx.tx, ctx.community.id, ctx.stir), ctx.now
    return Heard(
        assessment=thought.assessment,
        age=now - thought.last_at,
        staff_answering=thought.answering is not None,
        paused=ctx.community.settings.paused,
        acks_in_10_minutes=await store.count_acks(now - timedelta(minutes=10), channel=thought.channel),
        acks_in_an_hour=await store.count_acks(now - timedelta(hours=1), channel=thought.channel),
        acks_of_member_today=await store.count_acks(now - timedelta(days=1), member=thought.member.id),
        in_incident=await ctx.incidents.hushes(thought.assessment.topic),
    )


async def open_from_thought(ctx: Context, thought: Thought) -> Case:
    """A case from what was said in public, acknowledged as loudly as is right."""
    known = await heard(ctx, thought)
    chosen = style(known, ctx.community.settings)
    case = await begin(ctx, thought.member, thought.assessment, thought.origin)
    await ctx.record(opened(ctx, case, "public", thought.assessment, late=chosen is Style.PRIVATE))
    await add_words(ctx, case, thought)
    if chosen is Style.SILENT and thought.answering is not None:
        await _staff_was_first(ctx, case, thought.channel, thought.answering)
        return await ctx.cases.get(case.id)
    await acknowledge(ctx, case, chosen)
    return case


async def begin(
    ctx: Context, member: Member, assessment: Assessment | None, origin: MessageRef | None
) -> Case:
    """The row of a new case; the language is chosen once and remembered."""
    settings = ctx.community.settings
    language = reply_language(
        assessment.language if assessment else None,
        assessment.sure if assessment else False,
        await ctx.members.language_of(member.id),
        member.locale,
        settings.language,
        settings.languages,
    )
    await ctx.members.remember(member, language)
    severity = assessment.severity if assessment else Severity.LOW
    owed = ctx.owed(NextStep.FIRST_RESPONSE, severity)
    topic = assessment.topic if assessment else Topic.OTHER
    new = NewCase(member, severity, topic, language, settings.team, owed, origin)
    case = await ctx.cases.open(new, ctx.now)
    await ctx.timers.set("cases.due", case.id, owed.due_at)
    return case


async def add_words(ctx: Context, case: Case, thought: Thought) -> None:
    """Every message of the thought on the case's timeline."""
    for spoken in thought.spoken:
        where = MessageRef(thought.channel, spoken.message)
        wrote = MemberWrote(
            case.id, thought.member.id, spoken.text, where, in_public=True, files=spoken.files
        )
        await ctx.record(wrote)


async def acknowledge(ctx: Context, case: Case, chosen: Style) -> None:
    """Offer the private place; in public say so once, or put an eye under the message, or nothing."""
    await ctx.dispatch(ctx, CaseAcknowledged(case.id, chosen))
    await ctx.outbox.show(
        CasePrivate(case.id), View(OPENER, case.id), priority=Priority.ACKNOWLEDGEMENT, case=case.id
    )
    if case.origin is None:
        return
    store = Store(ctx.tx, ctx.community.id, ctx.stir)
    used = await store.last_wordings(case.origin.channel, LAST_WORDINGS)
    after_hours = not ctx.community.settings.hours.open_at(ctx.now)
    ack = Ack(
        case.id, case.origin.channel, case.member_id, chosen, wording(case.id, used), after_hours, ctx.now
    )
    await store.keep_ack(ack)
    place = Public(case.origin)
    if chosen is Style.REPLY:
        view = View(ACK, case.id)
        await ctx.outbox.show(
            place, view, priority=Priority.ACKNOWLEDGEMENT, case=case.id, expires_in=ACK_EXPIRES
        )
    elif chosen is Style.QUIET:
        await ctx.outbox.react(case.origin, SEEN, place, f"seen:{case.id}")


async def has_a_door(ctx: Context, case: int) -> bool:
    """Whether a private place is open or may still be opened."""
    if await ctx.places.channel_of(CasePrivate(case)):
        return True
    return next_door(ctx.doors, await ctx.timeline.of_case(case)) is not None


async def _staff_was_first(ctx: Context, case: Case, channel: str, said: Answering) -> None:
    """Their words are the first response."""
    owed = ctx.owed(NextStep.MEMBER_REPLY, case.severity)
    reply = StaffReplied(
        case.id, said.by, said.name, said.text, MessageRef(channel, said.message), relayed=False
    )
    await ctx.change(case.answered(said.by, said.name, ctx.now, owed), reply)


def opened(
    ctx: Context,
    case: Case,
    origin: Origin,
    assessment: Assessment | None,
    *,
    by: str | None = None,
    late: bool = False,
) -> CaseOpened:
    """The fact that begins the timeline: what moved detection, and what concerns somebody's safety."""
    if assessment is None:
        return CaseOpened(case.id, by, origin, late)
    safety = tuple(sorted(assessment.safety))
    angry = is_angry(assessment, ctx.community.settings)
    return CaseOpened(case.id, by, origin, late, rules_of(assessment), safety, angry)
