"""Staff say that a case never was one. What sounded angry is not waved away: that needs a reason."""

from bot.cases.model import Case
from bot.context import Context
from bot.errors import UserError
from bot.vocabulary.corrections import How, NotOne
from bot.vocabulary.facts import CaseOpened, CaseWithdrawn
from bot.vocabulary.replies import Button, Message, say
from bot.vocabulary.signals import ComplaintJudged

CASE_REASON = "case reason"
"""The action whose form asks why a case is none."""


async def needs_reason(ctx: Context, case: Case) -> bool:
    """What it began with was angry, or surely a complaint, as it was read then.

    Raises UserError where it can't be withdrawn any more: nobody is asked in vain.
    """
    case.withdrawn(ctx.now)
    return any(opened.angry for opened in await _opened(ctx, case))


def ask_why(ctx: Context, action: str, number: int) -> Message:
    """One more click, to the form of this action."""
    voice = ctx.own_voice
    why = Button(voice.text("core.why.button"), action, (number,))
    return say(*voice.say("core.why.needed"), buttons=(why,))


def check_reason(why: NotOne, text: str | None) -> None:
    """Raises UserError where nothing is said."""
    if why is NotOne.OTHER and text is None:
        raise UserError("core.why.words")


async def dismiss(ctx: Context, case: Case, why: NotOne | None = None, text: str | None = None) -> None:
    """It is withdrawn, and what the bot said about it is taken down."""
    await ctx.change(case.withdrawn(ctx.now), CaseWithdrawn(case.id, ctx.doer.id, "not_a_complaint", why))
    # What is about somebody of staff is not for everybody's eyes; what began in private was never judged.
    if case.origin is None or case.about is not None:
        return
    rules = tuple(rule for opened in await _opened(ctx, case) for rule in opened.rules)
    judged = ComplaintJudged(
        case.origin, case.member_id, case.language, False, How.CASE_DISMISSED, rules, why, text
    )
    await ctx.dispatch(ctx, judged)


async def _opened(ctx: Context, case: Case) -> list[CaseOpened]:
    entries = await ctx.timeline.of_case(case.id)
    return [entry.fact for entry in entries if isinstance(entry.fact, CaseOpened)]
