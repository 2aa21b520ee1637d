"""Set-up: the card that walks managers through it, and what members can decide for themselves."""

from typing import Any

from bot.catalogue.declare import command, export, forget, on, view
from bot.context import Context
from bot.ports import Survey
from bot.vocabulary.events import CommunityJoined
from bot.vocabulary.people import EVERYONE
from bot.vocabulary.places import Room
from bot.vocabulary.replies import Message, say
from bot.vocabulary.signals import EffectSettled, QuietWanted
from cogs.setup.card import setup_card
from cogs.setup.judging import Judging
from cogs.setup.loudness import Loudness
from cogs.setup.notice import NOTICE, notice, settled
from cogs.setup.places import note, place_card, stale
from cogs.setup.safety import Watchful
from cogs.setup.sensitivity import Sensing
from cogs.setup.steps import MANAGERS, Steps


class Setup(Steps, Sensing, Loudness, Judging, Watchful):
    """Walks a community through it, and keeps its settings."""

    name = "setup"

    @command("setup", roles=MANAGERS)
    async def setup(self, ctx: Context, survey: Survey) -> Message:
        """The card, with the platform looked at anew."""
        await note(ctx, survey)
        await stale(ctx)
        return await setup_card(ctx)

    @on(CommunityJoined)
    async def joined(self, ctx: Context, event: CommunityJoined) -> None:
        """The bot was added: the card goes where it may speak, for whoever manages the community."""
        if event.channel is not None:
            await place_card(ctx, Room(event.channel))

    @view("setup.card")
    async def card(self, ctx: Context, _: int) -> Message | None:
        return await setup_card(ctx)

    @view("setup.notice")
    async def hung(self, ctx: Context, _: int) -> Message | None:
        return notice(ctx)

    @on(EffectSettled)
    async def settled(self, ctx: Context, told: EffectSettled) -> None:
        if told.name == NOTICE.name or told.effect == "pin":
            await settled(ctx, told)

    @command("quiet me", roles=EVERYONE)
    async def quiet_me(self, ctx: Context) -> Message:
        """What they write is not looked at, and they are not written to unless they begin."""
        left_alone = ctx.community.settings.left_alone | {ctx.doer.id}
        ctx = await ctx.set("left_alone", left_alone)
        await ctx.dispatch(ctx, QuietWanted(ctx.doer.id))
        return say(*ctx.own_voice.say("setup.quiet_me.done"))

    @command("quiet off", roles=EVERYONE)
    async def quiet_off(self, ctx: Context) -> Message:
        left_alone = ctx.community.settings.left_alone - {ctx.doer.id}
        await ctx.set("left_alone", left_alone)
        return say(*ctx.own_voice.say("setup.quiet_off.done"))

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        return {"quiet": member in ctx.community.settings.left_alone}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        """The wish goes too: nothing is left to tell by."""
        if member in ctx.community.settings.left_alone:
            await ctx.set("left_alone", ctx.community.settings.left_alone - {member})
