"""How loud the bot is: the mode a manager chooses, and the pause anybody of staff can make."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.catalogue.declare import button, command, due, view
from bot.community import Mode
from bot.context import Context
from bot.durable.outbox import View
from bot.errors import UserError
from bot.vocabulary.people import STAFF
from bot.vocabulary.places import StaffRoom
from bot.vocabulary.replies import Button, ButtonStyle, Message, Name, Paragraph, say
from cogs.setup.model import (
    ASK_AGAIN,
    LAST_ACKS,
    LONGEST_PAUSE,
    SHORTEST_PAUSE,
    USUAL_PAUSE,
    missing,
)
from cogs.setup.places import SUGGESTION, stale
from cogs.setup.steps import MANAGERS
from cogs.setup.store import Store

PAUSE, PAUSE_OVER = "setup.pause", "setup.pause_over"


async def pause(ctx: Context, duration: timedelta, by: str | None) -> datetime:
    """Nothing more is said unasked; when staff are asked whether to go on. `by` is a name, None: the brake."""
    store, until = Store(ctx.tx, ctx.community.id), ctx.now + duration
    await store.save(replace(await store.progress(ctx.now), paused_by=by, asked=False))
    ctx = await ctx.set("paused_until", until)
    await ctx.timers.set(PAUSE_OVER, 0, until)
    await ctx.outbox.show_anew(StaffRoom(), View(PAUSE, 0))
    await stale(ctx)
    return until


class Loudness:
    """The mode a manager chooses, the pause anybody of staff can make."""

    @command("mode", roles=MANAGERS)
    async def mode(self, ctx: Context, mode: Mode) -> Message:
        return await self._choose(ctx, mode)

    @button("mode quiet", roles=MANAGERS)
    async def quiet(self, ctx: Context) -> Message:
        return await self._choose(ctx, Mode.QUIET)

    @button("mode full", roles=MANAGERS)
    async def full(self, ctx: Context) -> Message:
        return await self._choose(ctx, Mode.FULL)

    @button("mode keep", roles=MANAGERS)
    async def keep(self, ctx: Context) -> Message:
        """Not now: the suggestion goes, and does not come back for this step."""
        await ctx.outbox.hide(StaffRoom(), View(SUGGESTION, 0))
        return say(*ctx.own_voice.say("setup.suggestion.kept"))

    async def _choose(self, ctx: Context, mode: Mode) -> Message:
        voice, step = ctx.own_voice, missing(ctx.community.settings)
        if mode is not Mode.WATCH_ONLY and step is not None:
            return say(*voice.say("setup.mode.not_ready", step=voice.text(f"setup.step.{step}")))
        store = Store(ctx.tx, ctx.community.id)
        progress = await store.progress(ctx.now)
        if mode is not ctx.community.settings.mode:
            await store.save(replace(progress, since=ctx.now, suggested=None))
        ctx = await ctx.set("mode", mode)
        await ctx.outbox.hide(StaffRoom(), View(SUGGESTION, 0))
        await stale(ctx)
        return say(*voice.say(f"setup.mode.{mode}"))

    @command("pause")
    async def pause(self, ctx: Context, duration: timedelta = USUAL_PAUSE) -> Message:
        """Everything the bot would say unasked waits; staff replies and deadlines go on."""
        if not SHORTEST_PAUSE <= duration <= LONGEST_PAUSE:
            raise UserError("setup.pause.range")
        until = await pause(ctx, duration, ctx.doer.name)
        return say(*ctx.own_voice.say("setup.pause.done", until=ctx.moment(until)))

    @button("pause longer", roles=STAFF)
    async def longer(self, ctx: Context) -> Message:
        return await self.pause(ctx, USUAL_PAUSE)

    @command("resume")
    async def resume(self, ctx: Context) -> Message:
        if not ctx.community.settings.paused:
            raise UserError("setup.resume.not_paused")
        store = Store(ctx.tx, ctx.community.id)
        await store.save(replace(await store.progress(ctx.now), asked=False, trusted_at=ctx.now))
        ctx = await ctx.set("paused_until", None)
        await ctx.timers.cancel(PAUSE_OVER, 0)
        await ctx.outbox.hide(StaffRoom(), View(PAUSE, 0))
        await stale(ctx)
        return say(*ctx.own_voice.say("setup.resume.done"))

    @due(PAUSE_OVER)
    async def pause_over(self, ctx: Context, _: int) -> None:
        """Ask whether to go on; until somebody answers it stays quiet, and asks again each day."""
        if not ctx.community.settings.paused:
            return
        store = Store(ctx.tx, ctx.community.id)
        await store.save(replace(await store.progress(ctx.now), asked=True))
        await ctx.timers.set(PAUSE_OVER, 0, ctx.now + ASK_AGAIN)
        await ctx.outbox.show_anew(StaffRoom(), View(PAUSE, 0))

    @view(PAUSE)
    async def paused(self, ctx: Context, _: int) -> Message | None:
        settings, voice = ctx.community.settings, ctx.voice()
        progress = await Store(ctx.tx, ctx.community.id).progress(ctx.now)
        if settings.paused_until is None:
            return None
        buttons = (
            Button(voice.text("setup.label.resume"), "resume", style=ButtonStyle.PRIMARY),
            Button(voice.text("setup.label.pause_longer"), "pause longer"),
        )
        until = ctx.moment(settings.paused_until)
        if progress.asked:
            told = voice.say("setup.pause.asked", since=until)
        elif progress.paused_by is None:
            wrong = settings.brake_after_wrong
            told = voice.say("setup.pause.brake", wrong=wrong, last=LAST_ACKS, until=until)
        else:
            told = voice.say("setup.pause.shown", name=Name(progress.paused_by), until=until)
        return Message((Paragraph(told),), buttons)
