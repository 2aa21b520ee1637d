"""Answering with a saved reply: chosen, filled, shown, and sent by a press of a button."""

from bot.advice import Outgoing, advised
from bot.cases.model import Act, Case
from bot.catalogue.arguments import LONGEST_WORDS, Word, Words
from bot.catalogue.declare import button, command, completes, offers, on
from bot.context import Context
from bot.durable.drafts import Draft, drop_draft, drop_drafts, find_draft, keep_draft
from bot.errors import UserError
from bot.replying import reply as answer
from bot.replying import signed
from bot.submitting import EDIT_DRAFT
from bot.text import shorten
from bot.vocabulary.facts import StaffReplied
from bot.vocabulary.people import STAFF
from bot.vocabulary.replies import Button, ButtonStyle, Message, Name, Paragraph, Quotation, say
from bot.vocabulary.signals import AnswerBegun
from cogs.replies.model import SavedReply, Variable, choose, filled
from cogs.replies.store import Store

CHANGE = "reply change"
OFFERED = 12
"""Replies that are offered as buttons; the others have a name to be typed."""

LABEL = 40


class Using:
    """From a saved reply to the answer."""

    @command("case use")
    async def use(self, ctx: Context, case: Case, reply: Word | None = None) -> Message:
        """A preview of the reply; without a name, the replies to choose from."""
        _check(case)
        store = _store(ctx)
        if reply is None:
            return await _offer(ctx, case)
        found = await store.named(reply)
        if found is None:
            raise UserError("replies.unknown", word=shorten(reply, 40))
        return await _preview(ctx, case, found)

    @button("case saved", roles=STAFF)
    async def chosen(self, ctx: Context, case: Case, saved: int) -> Message:
        found = await _store(ctx).get(saved)
        if found is None:
            raise UserError("error.too_late")
        _check(case)
        return await _preview(ctx, case, found)

    @button("reply send", roles=STAFF)
    async def send(self, ctx: Context, case: Case, draft: int) -> Message:
        """What was shown, once: whoever presses again has nothing left to send."""
        kept = await find_draft(ctx.tx, ctx.community.id, ctx.doer.id, draft, ctx.now)
        if kept is None or not kept.values.items() >= _of(case).values.items() or kept.action != CHANGE:
            raise UserError("error.too_late")
        await drop_draft(ctx.tx, ctx.community.id, ctx.doer.id, draft)
        await answer(ctx, case, kept.values["text"])
        return say(*ctx.own_voice.say("replies.sent", number=case.number))

    @button("reply change", roles=STAFF, goes_out=True)
    async def change(self, ctx: Context, case: Case, text: Words) -> Message:
        """What was shown, in words of their own."""
        await answer(ctx, case, text)
        return say(*ctx.own_voice.say("replies.sent", number=case.number))

    @on(StaffReplied)
    async def answered(self, ctx: Context, fact: StaffReplied) -> None:
        """Whoever has answered needs no preview of an answer any more."""
        case = await ctx.cases.get(fact.case)
        await drop_drafts(ctx.tx, ctx.community.id, fact.by, _of(case))

    @offers
    async def on_the_card(self, ctx: Context, case: Case) -> tuple[Button, ...]:
        """Where there is something to choose from, and somebody to answer."""
        if not case.can(Act.ANSWER) or not await _store(ctx).count():
            return ()
        return (Button(ctx.voice().text("replies.label.case_use"), "case use", (case.number,)),)

    @completes("reply")
    async def names(self, ctx: Context) -> list[str]:
        return [saved.name for saved in await _store(ctx).all()]


def _check(case: Case) -> None:
    if not case.can(Act.ANSWER):
        raise UserError("error.wrong_status", number=case.number, status=case.status)


def _of(case: Case) -> Draft:
    """What all previews of the case have."""
    return Draft(CHANGE, {"case": str(case.number)})


async def _offer(ctx: Context, case: Case) -> Message:
    voice, saved = ctx.own_voice, await _store(ctx).all(OFFERED)
    if not saved:
        raise UserError("replies.none")
    buttons = (Button(shorten(one.name, LABEL), "case saved", (case.number, one.id)) for one in saved)
    return say(*voice.say("replies.offer", number=case.number), buttons=tuple(buttons))


async def _preview(ctx: Context, case: Case, reply: SavedReply) -> Message:
    """What the member would read, kept until it is sent, changed, or a quarter of an hour has passed."""
    language = choose(reply.texts, case.language, ctx.community.settings.language)
    if language is None:
        raise UserError("error.too_late")
    text = _filled(ctx, case, reply.texts[language], language)
    kept = Draft(CHANGE, {**_of(case).values, "text": text})
    number = await keep_draft(ctx.tx, ctx.community.id, ctx.doer.id, kept, ctx.now)
    await _store(ctx).used(reply.id)
    await ctx.dispatch(ctx, AnswerBegun(case.id, ctx.doer.id, ctx.doer.name))
    voice = ctx.own_voice
    title = Paragraph(voice.say("replies.preview", number=case.number, name=Name(case.member_name)))
    send = Button(
        voice.text("replies.label.reply_send"), "reply send", (case.number, number), ButtonStyle.PRIMARY
    )
    edit = Button(voice.text("button.edit"), EDIT_DRAFT, (number,))
    advice = await advised(ctx, Outgoing(kept, case, number)) or Message(())
    parts = (title, Quotation(text), *_warning(ctx, case, language), *advice.parts)
    return Message(parts, (send, edit, *advice.buttons))


def _warning(ctx: Context, case: Case, language: str) -> tuple[Paragraph, ...]:
    """There is no text in the member's language."""
    if language == case.language:
        return ()
    theirs, ours = (ctx.own_voice.text(f"language.{one}") for one in (case.language, language))
    return (Paragraph(ctx.own_voice.say("replies.other_language", language=theirs, other=ours)),)


def _filled(ctx: Context, case: Case, text: str, language: str) -> str:
    me = signed(ctx.doer.name, ctx.voice(language), as_team=ctx.community.settings.as_team)
    values = {
        Variable.MEMBER: case.member_name,
        Variable.NUMBER: f"#{case.number}",
        Variable.COMMUNITY: ctx.community.name,
        Variable.ME: me,
    }
    whole = filled(text, values)
    if len(whole) > LONGEST_WORDS:
        raise UserError("error.too_long", n=len(whole), limit=LONGEST_WORDS)
    return whole


def _store(ctx: Context) -> Store:
    return Store(ctx.tx, ctx.community.id)
