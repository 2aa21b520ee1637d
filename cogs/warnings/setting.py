"""What a manager chooses about warnings."""

from enum import StrEnum

from bot.catalogue.arguments import Words
from bot.catalogue.declare import command
from bot.context import Context
from bot.errors import UserError
from bot.vocabulary.people import Role
from bot.vocabulary.replies import Message, say

MANAGERS = frozenset({Role.MANAGER})
NONE = ("-", "–", "—")
LONGEST_ADDRESS = 200


class Reach(StrEnum):
    """How far the ladder goes: not at all, warnings alone, and removal by one or by two of staff."""

    OFF = "off"
    WARN = "warn"
    REMOVE = "remove"
    REMOVE_BY_TWO = "remove_by_two"


class Setting:
    """Commands for managers."""

    @command("set warnings", roles=MANAGERS)
    async def set_warnings(self, ctx: Context, ladder: Reach) -> Message:
        changed = await ctx.set("warnings", ladder is not Reach.OFF)
        changed = await changed.set("removal", ladder in (Reach.REMOVE, Reach.REMOVE_BY_TWO))
        await changed.set("second_moderator", ladder is Reach.REMOVE_BY_TWO)
        return say(*ctx.own_voice.say(f"warnings.set.{ladder}"))

    @command("set appeal-address", roles=MANAGERS)
    async def set_appeal_address(self, ctx: Context, text: Words) -> Message:
        """For whoever is banned: no private message reaches them."""
        if text in NONE:
            await ctx.set("appeal_address", None)
            return say(*ctx.own_voice.say("warnings.set.no_address"))
        if len(text) > LONGEST_ADDRESS:
            raise UserError("error.too_long", n=len(text), limit=LONGEST_ADDRESS)
        await ctx.set("appeal_address", text)
        return say(*ctx.own_voice.say("warnings.set.address", address=text))
