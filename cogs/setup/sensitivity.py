"""How sure the bot must be before it acts, with what can be expected of each choice."""

from bot.catalogue.declare import command
from bot.context import Context
from bot.detection import Sensitivity
from bot.detection.expected import expected
from bot.language import Voice
from bot.vocabulary.people import Role
from bot.vocabulary.replies import Fields, Message, Paragraph, Row, Runs, Text
from cogs.setup.places import stale

MANAGERS = frozenset({Role.MANAGER})


class Sensing:
    """One of the `set` commands."""

    @command("set sensitivity", roles=MANAGERS)
    async def sensitivity(self, ctx: Context, sensitivity: Sensitivity) -> Message:
        """Fewer false alarms, or fewer complaints missed; answered with the figures of all three."""
        ctx = await ctx.set("sensitivity", sensitivity)
        await stale(ctx)
        voice, language = ctx.own_voice, ctx.community.settings.language
        done = Paragraph(voice.say("setup.sensitivity.done", level=voice.text(f"sensitivity.{sensitivity}")))
        rows = tuple(
            Row(voice.text(f"sensitivity.{level}"), figures(level, language, voice)) for level in Sensitivity
        )
        return Message((done, Fields(rows)))


def figures(level: Sensitivity, language: str, voice: Voice) -> Runs:
    """Out of a hundred, in words; where nothing was measured, what the level is for."""
    known = expected(level, language)
    if known is None:
        return (Text(voice.text(f"setup.sensitivity.{level}")),)
    right, seen = round(100 * known.precision), round(100 * known.recall)
    return voice.say("setup.sensitivity.expected", right=right, seen=seen)
