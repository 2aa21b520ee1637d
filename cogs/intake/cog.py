"""What intake reacts to, and what people can do about it."""

from dataclasses import replace

from bot.attachments import with_files
from bot.cases.doors import ACK
from bot.cases.model import Case
from bot.catalogue.arguments import Words
from bot.catalogue.declare import button, command, due, message_menu, view
from bot.context import Context
from bot.detection import Assessment, assess
from bot.durable.outbox import View
from bot.errors import UserError
from bot.ports import Chosen
from bot.refiling import own_words, take_out
from bot.vocabulary.facts import CaseWithdrawn, MemberWrote, Origin
from bot.vocabulary.people import EVERYONE, STAFF, Member
from bot.vocabulary.places import StaffRoom
from bot.vocabulary.replies import Message, say
from bot.vocabulary.signals import MaybeJudged
from cogs.intake.aftermath import Aftermath
from cogs.intake.listening import Listening
from cogs.intake.model import Style, sure
from cogs.intake.opening import OPENER, acknowledge, begin, open_from_thought, opened
from cogs.intake.sayings import acknowledgement, maybe_card, opener, why
from cogs.intake.store import MAYBE, Store


class Intake(Listening, Aftermath):
    """Picks up complaints."""

    name = "intake"

    @command("complain", roles=EVERYONE)
    async def complain(self, ctx: Context, text: Words) -> Message:
        """In private from the first word: nothing is said in public."""
        case = await begin(ctx, ctx.doer, ctx.assessment, None)
        await ctx.record(opened(case, "member", ctx.assessment, by=ctx.doer.id))
        await ctx.record(MemberWrote(case.id, ctx.doer.id, text))
        await acknowledge(ctx, case, Style.PRIVATE)
        by = ctx.moment(case.due_at or ctx.now)
        return say(*ctx.own_voice.say("intake.complain.done", number=case.number, by=by))

    @button("complaint apart", roles=EVERYONE)
    async def apart(self, ctx: Context, entry: int) -> Message:
        """What was put with another case is a new one."""
        words = await own_words(ctx, entry)
        await take_out(ctx, words)
        case = await begin(ctx, ctx.doer, assess(words.wrote.text or ""), None)
        await ctx.record(opened(case, "private", None, by=ctx.doer.id))
        await ctx.record(replace(words.wrote, case=case.id))
        await acknowledge(ctx, case, Style.PRIVATE)
        return say(
            *ctx.own_voice.say(
                "intake.complain.done", number=case.number, by=ctx.moment(case.due_at or ctx.now)
            )
        )

    @message_menu("help get")
    async def get_help(self, ctx: Context, chosen: Chosen) -> Message:
        """A member's own message becomes a case."""
        if chosen.message_author != ctx.doer.id:
            raise UserError("intake.menu.not_yours")
        case = await self._from_menu(ctx, chosen, ctx.doer, "member")
        return say(*ctx.own_voice.say("intake.menu.done", number=case.number))

    @message_menu("case open", roles=STAFF)
    async def open_for(self, ctx: Context, chosen: Chosen) -> Message:
        """Staff open a case for whoever wrote the message."""
        author = Member(chosen.message_author, chosen.author_name)
        case = await self._from_menu(ctx, chosen, author, "staff")
        return say(*ctx.own_voice.say("intake.menu.done", number=case.number))

    @message_menu("complaint not", roles=STAFF)
    async def not_one(self, ctx: Context, chosen: Chosen) -> Message:
        """Staff say of any message that it is none: its card goes, or its case is withdrawn."""
        held = await ctx.timeline.about_message(chosen.message)
        thought = await Store(ctx.tx, ctx.community.id, ctx.stir).holding(chosen.message)
        if held:
            case = await _known(ctx, held[0].fact.case)
            withdrawn = CaseWithdrawn(case.id, ctx.doer.id, "not_a_complaint")
            await ctx.change(case.withdrawn(ctx.now), withdrawn)
            return say(*ctx.own_voice.say("intake.not_one.case", number=case.number))
        if thought is None:
            raise UserError("intake.not_one.nothing")
        await self._end_maybe(ctx, thought.id)
        await ctx.dispatch(ctx, _judged(ctx, thought.assessment, None))
        return say(*ctx.own_voice.say("intake.maybe.dismissed"))

    @message_menu("bot why", roles=STAFF)
    async def why(self, ctx: Context, chosen: Chosen) -> Message:
        """What detection makes of the message, by itself, and what became of it."""
        return await why(ctx, chosen.message)

    async def _from_menu(self, ctx: Context, chosen: Chosen, author: Member, origin: Origin) -> Case:
        held = await ctx.timeline.about_message(chosen.message)
        if held:
            case = await _known(ctx, held[0].fact.case)
            raise UserError("intake.menu.known", number=case.number)
        case = await begin(ctx, author, ctx.assessment, chosen.message)
        await ctx.record(opened(case, origin, ctx.assessment, by=ctx.doer.id))
        words = with_files(chosen.text, chosen.files)
        wrote = MemberWrote(case.id, author.id, words, chosen.message, in_public=True, files=chosen.files)
        await ctx.record(wrote)
        await acknowledge(ctx, case, Style.PRIVATE)
        return case

    @button("maybe open", roles=STAFF)
    async def open_maybe(self, ctx: Context, thought: int) -> Message:
        store = Store(ctx.tx, ctx.community.id, ctx.stir)
        known = await store.get(thought)
        if known is None or known.state != MAYBE:
            raise UserError("intake.maybe.gone")
        case = await open_from_thought(ctx, known)
        await self._end_maybe(ctx, thought)
        await ctx.dispatch(ctx, _judged(ctx, known.assessment, case))
        return say(*ctx.own_voice.say("intake.maybe.opened", number=case.number))

    @button("maybe dismiss", roles=STAFF)
    async def dismiss_maybe(self, ctx: Context, thought: int) -> Message:
        known = await Store(ctx.tx, ctx.community.id, ctx.stir).get(thought)
        if known is None:
            raise UserError("intake.maybe.gone")
        await self._end_maybe(ctx, thought)
        await ctx.dispatch(ctx, _judged(ctx, known.assessment, None))
        return say(*ctx.own_voice.say("intake.maybe.dismissed"))

    @due("intake.maybe_over")
    async def maybe_over(self, ctx: Context, thought: int) -> None:
        """Nobody decided in time: the card and the words go."""
        await self._end_maybe(ctx, thought)

    async def _end_maybe(self, ctx: Context, thought: int) -> None:
        store = Store(ctx.tx, ctx.community.id, ctx.stir)
        known = await store.get(thought)
        if known is not None:
            await store.drop(known)
        await ctx.timers.cancel("intake.maybe_over", thought)
        await ctx.outbox.hide(StaffRoom(), View("intake.maybe", thought))

    @view(ACK)
    async def ack(self, ctx: Context, case: int) -> Message | None:
        return await acknowledgement(ctx, await ctx.cases.get(case))

    @view(OPENER)
    async def opener(self, ctx: Context, case: int) -> Message | None:
        return await opener(ctx, await ctx.cases.get(case))

    @view("intake.maybe")
    async def maybe(self, ctx: Context, thought: int) -> Message | None:
        return await maybe_card(ctx, thought)


async def _known(ctx: Context, case: int) -> Case:
    """Raises UserError for a case that this person may not know of; its words name none."""
    if not await ctx.cases.sees(case):
        raise UserError("intake.menu.elsewhere")
    return await ctx.cases.get(case)


def _judged(ctx: Context, assessment: Assessment, case: Case | None) -> MaybeJudged:
    """What a person made of the card."""
    return MaybeJudged(
        right=case is not None,
        sure=sure(assessment, ctx.community.settings),
        language=assessment.language,
        case=case.id if case else None,
    )
