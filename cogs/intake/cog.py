"""What intake reacts to, and what people can do about it."""

from dataclasses import replace

from bot.attachments import with_files
from bot.cases.doors import ACK
from bot.cases.model import Case
from bot.catalogue.arguments import Words
from bot.catalogue.declare import button, command, message_menu, view
from bot.context import Context
from bot.detection import assess
from bot.errors import UserError
from bot.ports import Chosen
from bot.refiling import own_words, take_out
from bot.vocabulary.corrections import How
from bot.vocabulary.facts import MemberWrote, Origin
from bot.vocabulary.people import EVERYONE, STAFF, Member
from bot.vocabulary.replies import Message, say
from bot.vocabulary.signals import ComplaintJudged
from cogs.intake.aftermath import Aftermath
from cogs.intake.asking import Asking, known_case, open_asked
from cogs.intake.listening import Listening
from cogs.intake.model import Style, rules_of
from cogs.intake.opening import OPENER, acknowledge, begin, opened
from cogs.intake.sayings import acknowledgement, opener, why
from cogs.intake.store import MAYBE, Store


class Intake(Listening, Asking, Aftermath):
    """Picks up complaints."""

    name = "intake"

    @command("complain", roles=EVERYONE)
    async def complain(self, ctx: Context, text: Words) -> Message:
        """In private from the first word: nothing is said in public."""
        case = await begin(ctx, ctx.doer, ctx.assessment, None)
        await ctx.record(opened(ctx, case, "member", ctx.assessment, by=ctx.doer.id))
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
        await ctx.record(opened(ctx, case, "private", None, by=ctx.doer.id))
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
        """Staff open a case for whoever wrote the message; where a card asks about it, as its button does."""
        asked = await Store(ctx.tx, ctx.community.id, ctx.stir).holding(chosen.message)
        if asked is not None and asked.state == MAYBE:
            case = await open_asked(ctx, asked)
        else:
            author = Member(chosen.message_author, chosen.author_name)
            case = await self._from_menu(ctx, chosen, author, "staff")
            await ctx.dispatch(ctx, _missed(ctx, case, chosen))
        return say(*ctx.own_voice.say("intake.menu.done", number=case.number))

    @message_menu("bot why", roles=STAFF)
    async def why(self, ctx: Context, chosen: Chosen) -> Message:
        """What detection makes of the message, by itself, and what became of it."""
        return await why(ctx, chosen.message)

    async def _from_menu(self, ctx: Context, chosen: Chosen, author: Member, origin: Origin) -> Case:
        held = await ctx.timeline.about_message(chosen.message)
        if held:
            case = await known_case(ctx, held[0].fact.case)
            raise UserError("intake.menu.known", number=case.number)
        case = await begin(ctx, author, ctx.assessment, chosen.message)
        await ctx.record(opened(ctx, case, origin, ctx.assessment, by=ctx.doer.id))
        words = with_files(chosen.text, chosen.files)
        wrote = MemberWrote(case.id, author.id, words, chosen.message, in_public=True, files=chosen.files)
        await ctx.record(wrote)
        await acknowledge(ctx, case, Style.PRIVATE)
        return case

    @view(ACK)
    async def ack(self, ctx: Context, case: int) -> Message | None:
        return await acknowledgement(ctx, await ctx.cases.get(case))

    @view(OPENER)
    async def opener(self, ctx: Context, case: int) -> Message | None:
        return await opener(ctx, await ctx.cases.get(case))


def _missed(ctx: Context, case: Case, chosen: Chosen) -> ComplaintJudged:
    """The bot had not taken it up."""
    seen = ctx.assessment
    language, rules = (seen.language, rules_of(seen)) if seen else (case.language, ())
    return ComplaintJudged(chosen.message, case.member_id, language, True, How.CASE_OPENED, rules)
