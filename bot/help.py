"""`/help`: what this person can do here, in their language. The one command of the core itself."""

from collections.abc import Sequence

from bot.calls import usage
from bot.catalogue.arguments import Word
from bot.catalogue.collect import Action
from bot.catalogue.declare import Surface, command
from bot.catalogue.gate import may_try
from bot.context import Context
from bot.errors import UserError
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.people import EVERYONE
from bot.vocabulary.replies import Command, Fields, Heading, Message, Paragraph, Row, Text, plain_text

LONGEST = 1900
"""Characters: what every platform shows in one message."""


class Help:
    """Lists the commands that are open to whoever asks."""

    name = "core"

    @command("help", roles=EVERYONE)
    async def help(self, ctx: Context, about: Word | None = None) -> Message:
        """All of it, as far as one message holds; or what begins with one word, each command with its arguments."""
        voice = ctx.own_voice
        groups = _grouped(offered(ctx))
        if about is not None:
            wanted = about.strip("/ ").casefold()
            chosen = [group for group in groups if _noun(group[0]) == wanted]
            if not chosen:
                raise UserError("error.unknown_command", word=shorten(about, 40))
            return _message([_each(chosen[0], voice)], voice)
        told = _told(groups, voice)
        answer = _message(told, voice)
        if any(len(rows) < len(group) for rows, group in zip(told, groups, strict=True)):
            return Message((*answer.parts, Paragraph(voice.say("core.help.more"))))
        return answer


def _told(groups: Sequence[Sequence[Action]], voice: Voice) -> list[list[Row]]:
    """What is too much for one message is told by the group, the commands declared last first."""
    told = [_each(group, voice) for group in groups]
    for index in reversed(range(len(groups))):
        if len(plain_text(_message(told, voice))) <= LONGEST:
            break
        told[index] = _together(groups[index], voice)
    return told


def offered(ctx: Context) -> list[Action]:
    """The commands the actor may try."""
    return [a for a in ctx.catalogue.surface(Surface.COMMAND) if may_try(a.mark, ctx.doer)]


def _grouped(actions: Sequence[Action]) -> list[list[Action]]:
    """By noun, in the order of the first of each group."""
    groups: dict[str, list[Action]] = {}
    for action in actions:
        groups.setdefault(_noun(action), []).append(action)
    return list(groups.values())


def _noun(action: Action) -> str:
    return action.name.partition(" ")[0]


def _message(told: Sequence[Sequence[Row]], voice: Voice) -> Message:
    rows = tuple(row for rows in told for row in rows)
    return Message((Heading(voice.text("core.help.title")), Fields(rows)))


def _each(group: Sequence[Action], voice: Voice) -> list[Row]:
    return [Row(_as_typed(action), (Text(voice.text(action.help)),)) for action in group]


def _as_typed(action: Action) -> Command:
    return Command(action.name, usage(action).removeprefix(action.name).strip())


def _together(group: Sequence[Action], voice: Voice) -> list[Row]:
    """One line: `/set`, and what may follow."""
    if len(group) == 1:
        return _each(group, voice)
    verbs = ", ".join(action.name.partition(" ")[2] for action in group)
    return [Row(Command(_noun(group[0])), (Text(verbs),))]
