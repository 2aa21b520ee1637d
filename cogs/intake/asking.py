"""Staff are asked: is this one for us? What they say on the card, and of any message by its menu."""

from bot.cases.model import Case
from bot.catalogue.arguments import Words
from bot.catalogue.declare import button, due, message_menu, view
from bot.context import Context
from bot.detection import PRESSING, assess
from bot.dismissing import CASE_REASON, ask_why, check_reason, dismiss, needs_reason
from bot.durable.outbox import View
from bot.errors import UserError
from bot.ports import Chosen
from bot.vocabulary.corrections import How, NotOne
from bot.vocabulary.people import STAFF
from bot.vocabulary.places import MessageRef, StaffRoom
from bot.vocabulary.replies import Message, say
from bot.vocabulary.signals import AbuseJudged, AbuseReported, ComplaintJudged, MaybeJudged
from cogs.intake.model import is_angry, rules_of, sure
from cogs.intake.opening import open_from_thought
from cogs.intake.sayings import maybe_card
from cogs.intake.store import MAYBE, Store, Thought

OVER = "intake.maybe_over"


class Asking:
    """The card's buttons, and the menu that says the same of any message."""

    @message_menu("complaint not", roles=STAFF)
    async def not_one(self, ctx: Context, chosen: Chosen) -> Message:
        """Staff say of any message that it is none: its card goes, or its case is withdrawn."""
        held = await ctx.timeline.about_message(chosen.message)
        if held:
            case = await known_case(ctx, held[0].fact.case)
            if await needs_reason(ctx, case):
                return ask_why(ctx, CASE_REASON, case.number)
            await dismiss(ctx, case)
            return say(*ctx.own_voice.say("intake.not_one.case", number=case.number))
        thought = await Store(ctx.tx, ctx.community.id, ctx.stir).holding(chosen.message)
        if thought is None:
            raise UserError("intake.not_one.nothing")
        return await _none_or_why(ctx, thought)

    @button("maybe open", roles=STAFF)
    async def open_maybe(self, ctx: Context, thought: int) -> Message:
        case = await open_asked(ctx, await _asked(ctx, thought))
        return say(*ctx.own_voice.say("intake.maybe.opened", number=case.number))

    @button("maybe dismiss", roles=STAFF)
    async def dismiss_maybe(self, ctx: Context, thought: int) -> Message:
        return await _none_or_why(ctx, await _asked(ctx, thought))

    @button("maybe reason", roles=STAFF)
    async def none_because(
        self, ctx: Context, thought: int, why: NotOne, text: Words | None = None
    ) -> Message:
        """It was angry: so that nobody's anger is waved away, there is a reason."""
        check_reason(why, text)
        return await _none(ctx, await _found(ctx, thought), why, text)

    @button("maybe abuse", roles=STAFF)
    async def abusive(self, ctx: Context, thought: int) -> Message:
        """To the ladder, where there is one. The card stays: what attacks people can be a complaint as well."""
        known = await _asked(ctx, thought)
        worst = max(known.spoken, key=lambda spoken: assess(spoken.text).abuse)
        seen = assess(worst.text)
        message, member = MessageRef(known.channel, worst.message), known.member
        if ctx.community.settings.warnings:
            told = AbuseReported(ctx.doer.id, message, member.id, member.name, worst.text, worst.at)
            await ctx.dispatch(ctx, told)
            # A danger is not for the ladder: whoever hears the report calls the named people.
            key = "intake.maybe.abuse_danger" if PRESSING & seen.safety else "intake.maybe.abuse"
            return say(*ctx.own_voice.say(key))
        judged = AbuseJudged((message,), member.id, True, ctx.doer.id, seen.language, rules_of(seen))
        await ctx.dispatch(ctx, judged)
        return say(*ctx.own_voice.say("intake.maybe.abuse_noted"))

    @due(OVER)
    async def maybe_over(self, ctx: Context, thought: int) -> None:
        """Nobody decided in time: the card and the words go."""
        await _end(ctx, thought)

    @view("intake.maybe")
    async def maybe(self, ctx: Context, thought: int) -> Message | None:
        return await maybe_card(ctx, thought)


async def open_asked(ctx: Context, thought: Thought) -> Case:
    """It is one: a case from the card's words."""
    case = await open_from_thought(ctx, thought)
    await _end(ctx, thought.id)
    await _judged(ctx, thought, How.CARD_OPENED, case)
    return case


async def known_case(ctx: Context, case: int) -> Case:
    """Raises UserError for a case that this person may not know of; its words name none."""
    if not await ctx.cases.sees(case):
        raise UserError("intake.menu.elsewhere")
    return await ctx.cases.get(case)


async def _found(ctx: Context, number: int) -> Thought:
    """Raises UserError if it is over."""
    known = await Store(ctx.tx, ctx.community.id, ctx.stir).get(number)
    if known is None:
        raise UserError("intake.maybe.gone")
    return known


async def _asked(ctx: Context, number: int) -> Thought:
    """Raises UserError if the card is over, or never was."""
    known = await _found(ctx, number)
    if known.state != MAYBE:
        raise UserError("intake.maybe.gone")
    return known


async def _none_or_why(ctx: Context, thought: Thought) -> Message:
    if is_angry(thought.assessment, ctx.community.settings):
        return ask_why(ctx, "maybe reason", thought.id)
    return await _none(ctx, thought)


async def _none(
    ctx: Context, thought: Thought, why: NotOne | None = None, text: str | None = None
) -> Message:
    await _end(ctx, thought.id)
    await _judged(ctx, thought, How.CARD_DISMISSED, None, why, text)
    return say(*ctx.own_voice.say("intake.maybe.dismissed"))


async def _end(ctx: Context, number: int) -> None:
    store = Store(ctx.tx, ctx.community.id, ctx.stir)
    known = await store.get(number)
    if known is not None:
        await store.drop(known)
    await ctx.timers.cancel(OVER, number)
    await ctx.outbox.hide(StaffRoom(), View("intake.maybe", number))


async def _judged(
    ctx: Context,
    thought: Thought,
    how: How,
    case: Case | None,
    why: NotOne | None = None,
    text: str | None = None,
) -> None:
    """What a person made of the card: of the bot's judgement, and of the message."""
    seen, right = thought.assessment, case is not None
    certain = sure(seen, ctx.community.settings)
    await ctx.dispatch(ctx, MaybeJudged(right, certain, seen.language, case.id if case else None))
    rules, member = rules_of(seen), thought.member.id
    told = ComplaintJudged(thought.origin, member, seen.language, right, how, rules, why, text)
    await ctx.dispatch(ctx, told)
