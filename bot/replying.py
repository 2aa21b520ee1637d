"""The one way in which staff answer a member, be it typed, from a form or from a saved reply."""

from bot.attachments import with_files
from bot.cases.model import Case, NextStep
from bot.context import Context
from bot.language import Voice
from bot.vocabulary.facts import StaffReplied
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef


async def reply(
    ctx: Context,
    case: Case,
    text: str,
    typed: MessageRef | None = None,
    files: tuple[Attachment, ...] = (),
) -> Case:
    """The case after the answer of whoever does this; `typed` is where the member reads it already."""
    who = ctx.doer
    changed = case.answered(who.id, who.name, ctx.now, ctx.owed_in(case, NextStep.MEMBER_REPLY))
    # Whoever types before the member is seen with their own name.
    as_team = ctx.community.settings.as_team and typed is None
    words, relayed = with_files(text, files), typed is None
    told = StaffReplied(case.id, who.id, who.name, words, typed, relayed, as_team, files)
    return await ctx.change(changed, told)


def signed(name: str, voice: Voice, *, as_team: bool) -> str:
    """Who answers, as the member reads it where a line begins."""
    return voice.text("team.begins") if as_team else name
