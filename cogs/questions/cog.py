"""The list of questions that nobody has answered, and what staff do about one."""

from collections.abc import Sequence
from typing import Any

from bot.cases.model import NextStep
from bot.cases.store import NewCase
from bot.catalogue.declare import agenda, button, command, export, forget
from bot.context import Context
from bot.detection import Severity, assess
from bot.errors import UserError
from bot.vocabulary.facts import CaseOpened, MemberWrote
from bot.vocabulary.people import STAFF, Member
from bot.vocabulary.places import Place, StaffRoom
from bot.vocabulary.replies import (
    Button,
    Command,
    Fields,
    Heading,
    Link,
    Message,
    Name,
    Paragraph,
    Part,
    Quotation,
    Row,
    Text,
    say,
)
from cogs.questions.asking import Asking, over, store_of
from cogs.questions.model import Question

SHOWN = 5
"""Questions with buttons in one message: a platform shows 25 buttons at most, and nobody reads more."""


class Questions(Asking):
    """Lists quietly, and says nothing to anybody else."""

    name = "questions"

    @command("questions")
    async def questions(self, ctx: Context) -> Message:
        """The oldest first, with what was asked and what can be done about it."""
        voice, found = ctx.own_voice, await store_of(ctx).listed()
        if not found:
            return say(*voice.say("questions.none"))
        parts: list[Part] = [Heading(voice.text("questions.title"))]
        buttons: list[Button] = []
        for place, question in enumerate(found[:SHOWN], start=1):
            link = Link(voice.text("questions.link"), message=question.message)
            name, at = Name(question.member_name), ctx.moment(question.asked_at)
            told = voice.say("questions.line", n=place, name=name, at=at)
            parts.append(Paragraph((*told, Text(" "), link)))
            parts += [Quotation(question.text)] if question.text else []
            for action in ("question answered", "question case"):
                label = voice.text(f"questions.press.{action.partition(' ')[2]}", n=place)
                buttons.append(Button(label, action, (question.id,)))
        rest = len(found) - SHOWN
        parts += [Paragraph(voice.count("questions.more", rest))] if rest > 0 else []
        return Message(tuple(parts), tuple(buttons))

    @button("question answered", roles=STAFF)
    async def answered(self, ctx: Context, question: int) -> Message:
        """Somebody has seen to it, wherever that was; or it needs no answer."""
        found = await self._known(ctx, question)
        await over(ctx, found)
        return say(*ctx.own_voice.say("questions.answered", name=Name(found.member_name)))

    @button("question case", roles=STAFF)
    async def make_case(self, ctx: Context, question: int) -> Message:
        """A case that begins with the question; the member hears from whoever answers, not before."""
        found, settings = await self._known(ctx, question), ctx.community.settings
        seen = assess(found.text or "")
        language = await ctx.members.language_of(found.member_id) or settings.language
        if seen.sure and seen.language in settings.languages:
            language = seen.language
        owed = ctx.owed(NextStep.FIRST_RESPONSE, Severity.LOW)
        member = Member(found.member_id, found.member_name)
        new = NewCase(member, Severity.LOW, seen.topic, language, settings.team, owed, found.message)
        case = await ctx.cases.open(new, ctx.now)
        await ctx.timers.set("cases.due", case.id, owed.due_at)
        await ctx.record(CaseOpened(case.id, ctx.doer.id, origin="staff"))
        await over(ctx, found)
        wrote = MemberWrote(case.id, found.member_id, found.text, found.message, in_public=True)
        await ctx.record(wrote)
        return say(*ctx.own_voice.say("questions.case", number=case.number))

    async def _known(self, ctx: Context, question: int) -> Question:
        found = await store_of(ctx).get(question)
        if found is None:
            raise UserError("questions.gone")
        return found

    @agenda
    async def in_the_morning(self, ctx: Context, place: Place) -> Sequence[Part]:
        """Who asked and where; the words are one command away, so that they don't stay in a room."""
        found = await store_of(ctx).listed() if place == StaffRoom() else ()
        if not found:
            return ()
        voice = ctx.voice()
        rows = [
            Row(
                str(number),
                (
                    Link(voice.text("questions.link"), message=question.message),
                    Text(" "),
                    ctx.moment(question.asked_at),
                ),
            )
            for number, question in enumerate(found[:SHOWN], start=1)
        ]
        title = Heading(voice.text("questions.title"))
        more = Paragraph(voice.say("questions.look", command=Command("questions")))
        return (title, Fields(tuple(rows)), more)

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        found = await store_of(ctx).of_member(member)
        return {"questions": [{"text": q.text, "asked_at": q.asked_at.isoformat()} for q in found]}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        for question in await store_of(ctx).of_member(member):
            await over(ctx, question)
