"""Not a complaint: staff say that the case never was one."""

from bot.cases.model import Case
from bot.catalogue.arguments import Words
from bot.catalogue.declare import button, command
from bot.context import Context
from bot.dismissing import CASE_REASON, ask_why, check_reason, dismiss, needs_reason
from bot.vocabulary.corrections import NotOne
from bot.vocabulary.people import STAFF
from bot.vocabulary.replies import Message, say


class Dismissing:
    """A part of the cases cog."""

    @command("case dismiss")
    async def dismiss(
        self, ctx: Context, case: Case, why: NotOne | None = None, text: Words | None = None
    ) -> Message:
        """What the bot said about it is taken down. Where it was angry, why is asked for."""
        if why is None and await needs_reason(ctx, case):
            return ask_why(ctx, CASE_REASON, case.number)
        return await _dismissed(ctx, case, why, text)

    @button("case reason", roles=STAFF)
    async def dismiss_because(
        self, ctx: Context, case: Case, why: NotOne, text: Words | None = None
    ) -> Message:
        """The form behind the button of the card, where a reason is needed."""
        return await _dismissed(ctx, case, why, text)


async def _dismissed(ctx: Context, case: Case, why: NotOne | None, text: str | None) -> Message:
    if why is not None:
        check_reason(why, text)
    await dismiss(ctx, case, why, text)
    return say(*ctx.own_voice.say("cases.dismiss.done", number=case.number))
