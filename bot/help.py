"""`/help`: what this person can do here, in their language. The one command of the core itself."""

from bot.calls import usage
from bot.catalogue.collect import Action
from bot.catalogue.declare import Surface, command
from bot.catalogue.gate import may_try
from bot.context import Context
from bot.vocabulary.people import EVERYONE
from bot.vocabulary.replies import Fields, Heading, Message, Row, Text


class Help:
    """Lists the commands that are open to whoever asks."""

    name = "core"

    @command("help", roles=EVERYONE)
    async def help(self, ctx: Context) -> Message:
        voice = ctx.own_voice
        rows = tuple(Row(f"/{usage(action)}", (Text(voice.text(action.help)),)) for action in offered(ctx))
        return Message((Heading(voice.text("core.help.title")), Fields(rows)))


def offered(ctx: Context) -> list[Action]:
    """The commands the actor may try."""
    return [a for a in ctx.catalogue.surface(Surface.COMMAND) if may_try(a.mark, ctx.doer)]
