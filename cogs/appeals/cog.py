"""Appeals and reports as one feature, with moderators' own figures, and what is kept about people."""

from typing import Any

from bot.catalogue.declare import command, export, forget
from bot.context import Context
from bot.durable.outbox import View
from bot.vocabulary.people import Member, Role
from bot.vocabulary.places import parse_place
from bot.vocabulary.replies import Fields, Heading, Message, Paragraph, Row, say
from cogs.appeals.appealing import Appealing, drop
from cogs.appeals.deciding import Deciding
from cogs.appeals.mine import Mine
from cogs.appeals.model import FIGURES_OF, Figures, figures
from cogs.appeals.report_card import REPORTED
from cogs.appeals.reporting import Reporting, drop_report
from cogs.appeals.store import store_of

MANAGERS = frozenset({Role.MANAGER})
SHOWN = 15


class Appeals(Appealing, Deciding, Reporting, Mine):
    """Hears both sides, and never lets the same person decide twice."""

    name = "appeals"

    @command("moderation figures", roles=MANAGERS)
    async def figures(self, ctx: Context, member: Member | None = None) -> Message:
        """What each moderator did in the last ninety days, and what became of the appeals against it."""
        since, voice = ctx.now - FIGURES_OF, ctx.own_voice
        taken = await ctx.infractions.since(since)
        found = figures(taken, await store_of(ctx).decided_since(since))
        if member is not None:
            found = {who: one for who, one in found.items() if who == member.id}
        if not found:
            return say(*voice.say("appeals.figures.none"))
        rows = tuple(
            Row(one.name, voice.say("appeals.figures.line", **_counts(one))) for one in found.values()
        )
        rest = len(rows) - SHOWN
        more = (Paragraph(voice.count("appeals.figures.more", rest)),) if rest > 0 else ()
        told = Paragraph(voice.say("appeals.figures.told"))
        return Message((Heading(voice.text("appeals.figures.title")), told, Fields(rows[:SHOWN]), *more))

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        """What they wrote, and what became of it."""
        store = store_of(ctx)
        appeals = [
            {"text": a.text, "made_at": a.made_at.isoformat(), "outcome": a.outcome, "reason": a.reason}
            for a in await store.of_member(member)
        ]
        reports = [
            {"text": r.text, "made_at": r.made_at.isoformat(), "result": r.result}
            for r in await store.reports_of(member)
        ]
        return {"appeals": appeals, "abuse_reports": reports}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        """What they wrote is gone, with its cards; of what they did as staff their name goes."""
        store = store_of(ctx)
        for appeal in await store.of_member(member):
            await drop(ctx, appeal)
        for report in await store.reports_of(member):
            await drop_report(ctx, report)
        about = await store.reports_about(member)
        await store.forget(member)
        for report in about:
            if report.place is not None:
                await ctx.outbox.show(parse_place(report.place), View(REPORTED, report.id))


def _counts(one: Figures) -> dict[str, int]:
    return {
        "notices": one.notices,
        "warnings": one.warnings,
        "removals": one.removals,
        "upheld": one.upheld,
        "reduced": one.reduced,
        "overturned": one.overturned,
    }
