"""Before a time is over whoever has the case is reminded, once; then the team is told, then the next level."""

from dataclasses import replace
from datetime import timedelta

from bot.cases.model import Case
from bot.catalogue.declare import due, view
from bot.community import Contact
from bot.context import Context
from bot.detection import Severity
from bot.durable.outbox import Priority, View
from bot.language import Voice
from bot.vocabulary.places import CaseStaff, StaffRoom
from bot.vocabulary.replies import (
    Button,
    Heading,
    Mention,
    Message,
    Name,
    Paragraph,
    Runs,
    Text,
    say,
)
from cogs.deadlines.clocks import tell_outcome
from cogs.deadlines.lists import listed
from cogs.deadlines.model import LATE, Promise, Rung
from cogs.deadlines.store import Store
from cogs.deadlines.watching import NEXT_LEVEL, PROMISE, TEAM, arm, ladder

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Rungs:
    """Tells staff, and no more often than they can bear."""

    @due(PROMISE)
    async def came_due(self, ctx: Context, promise_id: int) -> None:
        store = Store(ctx.tx, ctx.community.id)
        promise = await store.get(promise_id)
        if promise is None:
            return
        case = await ctx.cases.get(promise.case_id)
        steps = ladder(ctx, case, promise.step)
        hour = steps.awake(ctx.now, LATE)
        if hour > ctx.now and steps.next(promise, ctx.now) is not None:
            await ctx.timers.set(PROMISE, promise.id, hour)
            return
        while (coming := steps.next(promise, ctx.now)) and coming[1] <= ctx.now:
            promise = await _climb(ctx, case, promise, coming[0])
        await arm(ctx, case, promise)

    @view(TEAM)
    async def team(self, ctx: Context, _: int) -> Message | None:
        """What is over, or nearly so and nobody's; None when there is nothing."""
        pressing, voice = await Store(ctx.tx, ctx.community.id).pressing(), ctx.voice()
        title = Heading(voice.text("deadlines.team.title"))
        return Message((title, *await listed(ctx, pressing, voice))) if pressing else None

    @view(NEXT_LEVEL)
    async def next_level(self, ctx: Context, _: int) -> Message | None:
        """The same for whoever is named for it; the list calls them when it is posted, not when it changes."""
        raised = await Store(ctx.tx, ctx.community.id).raised()
        if not raised:
            return None
        voice, contact = ctx.voice(), ctx.community.settings.next_level
        title = Heading(voice.text("deadlines.next_level.title"))
        told: Runs = voice.say("deadlines.next_level.unnamed")
        if contact is not None:
            told = voice.say("deadlines.next_level.named", name=Mention(contact.id, contact.name))
        return Message((title, Paragraph(told), *await listed(ctx, raised, voice)))


async def _climb(ctx: Context, case: Case, promise: Promise, rung: Rung) -> Promise:
    """One rung: what it leaves on the promise, and who hears of it."""
    store = Store(ctx.tx, ctx.community.id)
    changed = {
        Rung.REMIND: replace(promise, reminded_at=ctx.now),
        Rung.BREACH: replace(promise, breached_at=promise.due_at),
        Rung.RAISE: replace(promise, raised_at=ctx.now),
    }[rung]
    match rung:
        case Rung.REMIND if case.assignee is not None:
            await _remind(ctx, case, promise)
        case Rung.BREACH:
            await tell_outcome(ctx, promise, changed)
    if rung is not Rung.REMIND or case.assignee is None:
        await _tell(ctx, case, promise, rung)
    await store.save(changed)
    return changed


async def _tell(ctx: Context, case: Case, promise: Promise, rung: Rung) -> None:
    """The list that this rung leads to. What not everybody may see is said in its thread alone.

    That such a case is late is told by whoever keeps it from their eyes.
    """
    if case.about is not None and rung is Rung.BREACH:
        return
    if case.about is not None:
        contact = ctx.community.settings.next_level
        if contact is not None and contact.id != case.about:
            await _say(ctx, case, promise, await called(ctx, case, contact), f"sealed:{promise.id}:{rung}")
        else:
            await _say(ctx, case, promise, Text(case.team), f"sealed:{promise.id}:{rung}")
    elif rung is Rung.RAISE:
        await _raise(ctx, case)
    else:
        await ctx.outbox.show_anew(StaffRoom(), View(TEAM, 0))


async def _remind(ctx: Context, case: Case, promise: Promise) -> None:
    who = await called(ctx, case, Contact(case.assignee or "", case.assignee_name or ""))
    await _say(ctx, case, promise, who, f"remind:{promise.id}")


async def _say(ctx: Context, case: Case, promise: Promise, who: Mention | Name | Text, key: str) -> None:
    """In the thread of the case, with what can be done about it at once."""
    voice = ctx.voice()
    step = voice.text(f"next_step.{promise.step}")
    told = voice.say(
        "deadlines.remind", name=who, number=case.number, step=step, due=ctx.moment(promise.due_at)
    )
    message = say(*told, buttons=staff_buttons(case, voice))
    await ctx.outbox.say(CaseStaff(case.id), message, key, priority=Priority.STAFF, case=case.id)


async def _raise(ctx: Context, case: Case) -> None:
    """A new list calls the next level; where they have been called often enough it only changes."""
    contact, shown = ctx.community.settings.next_level, View(NEXT_LEVEL, 0)
    who = await called(ctx, case, contact or Contact("", ""))
    if isinstance(who, Mention):
        await ctx.outbox.show_anew(StaffRoom(), shown)
    else:
        await ctx.outbox.show(StaffRoom(), shown)


async def called(ctx: Context, case: Case, who: Contact) -> Mention | Name:
    """A ping, unless they have had enough of them; what is grave comes through. Nobody (no id) is counted, too."""
    store, settings = Store(ctx.tx, ctx.community.id), ctx.community.settings
    full = (
        await store.pings(who.id, ctx.now - HOUR) >= settings.pings_an_hour
        or await store.pings(who.id, ctx.now - DAY) >= settings.pings_a_day
    )
    if full and case.severity is not Severity.HIGH:
        return Name(who.name)
    await store.call(who.id, ctx.now, kept=ctx.now - DAY)
    return Mention(who.id, who.name)


def staff_buttons(case: Case, voice: Voice) -> tuple[Button, ...]:
    """What can be done about it at once."""
    reply = Button(voice.text("cases.label.case_reply"), "case reply", (case.number,))
    return reply, Button(voice.text("cases.label.case_time"), "case time", (case.number,))
