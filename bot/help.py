"""`/help`: what this person can do here, in their language. The one command of the core itself."""

from collections.abc import Sequence

from bot.calls import usage
from bot.catalogue.collect import Action
from bot.catalogue.declare import Surface, command
from bot.catalogue.gate import may_try
from bot.context import Context
from bot.language import Voice
from bot.vocabulary.people import EVERYONE
from bot.vocabulary.replies import Fields, Heading, Message, Row, Text, plain_text

LONGEST = 1900
"""Characters: what every platform shows in one message."""


class Help:
    """Lists the commands that are open to whoever asks."""

    name = "core"

    @command("help", roles=EVERYONE)
    async def help(self, ctx: Context) -> Message:
        """What is too much for one message is told by the group, the commands declared last first."""
        voice = ctx.own_voice
        groups = _grouped(offered(ctx))
        told = [_each(group, voice) for group in groups]
        for index in reversed(range(len(groups))):
            if len(plain_text(_message(told, voice))) <= LONGEST:
                break
            told[index] = _together(groups[index], voice)
        return _message(told, voice)


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
    return [Row(f"/{usage(action)}", (Text(voice.text(action.help)),)) for action in group]


def _together(group: Sequence[Action], voice: Voice) -> list[Row]:
    """One line: `/set`, and what may follow."""
    if len(group) == 1:
        return _each(group, voice)
    verbs = ", ".join(action.name.partition(" ")[2] for action in group)
    return [Row(f"/{_noun(group[0])}", (Text(verbs),))]
