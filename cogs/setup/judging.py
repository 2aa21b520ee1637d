"""What people make of the bot's judgement: wrong too often, it goes quiet; right often enough, it may speak up."""

from dataclasses import replace

from bot.catalogue.declare import due, on, view
from bot.community import Mode
from bot.context import Context
from bot.durable.outbox import View
from bot.vocabulary.facts import CaseClaimed, CaseOpened, CaseSolved, CaseWithdrawn, StaffReplied
from bot.vocabulary.places import StaffRoom
from bot.vocabulary.replies import Button, ButtonStyle, Fields, Message, Paragraph, Row
from bot.vocabulary.signals import CaseAcknowledged, MaybeJudged
from cogs.setup.loudness import pause
from cogs.setup.model import USUAL_PAUSE, WATCHED_FOR, louder, too_often_wrong
from cogs.setup.places import SUGGESTION
from cogs.setup.store import Store

LOOK = "setup.look"
ALOUD = ("reply", "quiet")
WRONG = ("no_help_needed", "not_a_complaint")
"""Withdrawn for one of these reasons, a case should never have been acknowledged."""


class Judging:
    """Counts what was right and wrong, by language."""

    @on(CaseOpened)
    async def opened(self, ctx: Context, fact: CaseOpened) -> None:
        if fact.origin == "public" and fact.by is None:
            case = await ctx.cases.get(fact.case)
            await Store(ctx.tx, ctx.community.id).opened(case.id, case.language, ctx.now)

    @on(CaseAcknowledged)
    async def acknowledged(self, ctx: Context, fact: CaseAcknowledged) -> None:
        if fact.style in ALOUD:
            await Store(ctx.tx, ctx.community.id).acknowledged(fact.case, ctx.now)

    @on(MaybeJudged)
    async def judged(self, ctx: Context, fact: MaybeJudged) -> None:
        store = Store(ctx.tx, ctx.community.id)
        await store.judged(fact.language, ctx.now, sure=fact.sure, right=fact.right, case=fact.case)
        await self._look(ctx)

    @on(CaseClaimed, StaffReplied, CaseSolved)
    async def was_one(self, ctx: Context, fact: CaseClaimed | StaffReplied | CaseSolved) -> None:
        """Staff work on it, so it was a case."""
        await Store(ctx.tx, ctx.community.id).called(fact.case, right=True)
        await self._look(ctx)

    @on(CaseWithdrawn)
    async def was_none(self, ctx: Context, fact: CaseWithdrawn) -> None:
        """The brake: too many of the last acknowledgements were called wrong."""
        if fact.reason not in WRONG:
            return
        store, settings = Store(ctx.tx, ctx.community.id), ctx.community.settings
        aloud = await store.called(fact.case, right=False)
        progress = await store.progress(ctx.now)
        if (
            aloud
            and not settings.paused
            and too_often_wrong(await store.last_acks(progress.trusted_at), settings)
        ):
            await pause(ctx, USUAL_PAUSE, None)

    @due(LOOK)
    async def look(self, ctx: Context, _: int) -> None:
        await self._look(ctx)

    async def _look(self, ctx: Context) -> None:
        """Whether the figures speak for more; if so a manager is asked, once for each step."""
        store, mode = Store(ctx.tx, ctx.community.id), ctx.community.settings.mode
        if mode is Mode.FULL:
            return
        progress = await store.progress(ctx.now)
        over = progress.since + WATCHED_FOR
        if ctx.now < over and await ctx.timers.due_at(LOOK, 0) != over:
            await store.save(progress)
            await ctx.timers.set(LOOK, 0, over)
        suggested = louder(mode, await store.scores(progress.since), progress.since, ctx.now)
        if suggested is not None and progress.suggested != suggested:
            await store.save(replace(progress, suggested=suggested))
            await ctx.outbox.show_anew(StaffRoom(), View(SUGGESTION, 0))

    @view(SUGGESTION)
    async def suggestion(self, ctx: Context, _: int) -> Message | None:
        """The figures, language by language, and the choice."""
        store, voice = Store(ctx.tx, ctx.community.id), ctx.voice()
        progress = await store.progress(ctx.now)
        if progress.suggested is None:
            return None
        scores = await store.scores(progress.since)
        rows = tuple(
            Row(
                voice.text(f"language.{score.language}"),
                voice.say(
                    "setup.suggestion.score",
                    right=score.right,
                    judged=score.judged,
                    share=round(100 * score.share),
                ),
            )
            for score in scores
        )
        label = voice.text(f"setup.label.mode_{progress.suggested}")
        buttons = (
            Button(label, f"mode {progress.suggested}", style=ButtonStyle.PRIMARY),
            Button(voice.text("setup.label.mode_keep"), "mode keep"),
        )
        told = Paragraph(voice.say(f"setup.suggestion.{progress.suggested}"))
        return Message((told, Fields(rows)), buttons)
