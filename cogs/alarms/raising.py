"""Who hears of a matter: one name after another, until somebody has taken it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from bot.cases.model import Case
from bot.community import CommunitySettings, Contact
from bot.context import Context
from bot.durable.outbox import View
from bot.vocabulary.places import ManagersRoom, MemberDM, Place, StaffRoom, parse_place, place_key
from bot.vocabulary.signals import MorningNeeded
from cogs.alarms.model import Alarm, Reason, State, goes_on_at, names, next_of, rings_at
from cogs.alarms.store import Store

CARD, LIST = "alarms.card", "alarms.list"
NEXT = "alarms.next"
HOUR = timedelta(hours=1)


def store_of(ctx: Context) -> Store:
    return Store(ctx.tx, ctx.community.id)


def unread(ctx: Context) -> Context:
    """In nobody's name: an alarm may be about what whoever caused it must not read."""
    return replace(ctx, reader=None)


async def raise_alarm(
    ctx: Context, case: Case, reasons: Iterable[Reason], called: tuple[str, ...] = ()
) -> None:
    """Managers hear of it, unless they have: then the card says the new reason as well, and nobody is called anew.

    Of danger they hear even so. `called` were called for it before.
    """
    found = await _own(ctx, case, reasons)
    if not found or not case.is_open:
        return
    fresh = Alarm(case.id, case.member_id, (), State.WAITING, ctx.now, called=called).because(found)
    known = await store_of(ctx).get(case.id)
    if known is None:
        if await store_of(ctx).add(fresh):
            await _begin(ctx, case, fresh)
            return
        known = await store_of(ctx).get(case.id)
    news = known.news(found) if known is not None else found
    if known is None or not news:
        return
    more = known.because(found)
    if more.state in (State.WAITING, State.OVER) or Reason.SAFETY in news:
        # It waited for the morning, or is open again, or somebody is in danger: the new reason has its own hour.
        again = replace(fresh, since=known.since, place=known.place).because(more.reasons)
        await _begin(ctx, case, again)
        if more.is_listed:
            await show_list(ctx)
        return
    if more.is_listed:
        await store_of(ctx).save(more)
        await show_list(ctx)
        return
    if more.state is State.CALLED:
        await _arm_sooner(ctx, more)
    await show(ctx, case, more)


async def _own(ctx: Context, case: Case, reasons: Iterable[Reason]) -> frozenset[Reason]:
    """What the case says by itself: of what hits many at once the incident's card calls, not each of them."""
    found = frozenset(reasons)
    if Reason.SEVERE in found and case.about is None and await ctx.incidents.hushes(case.topic):
        return found - {Reason.SEVERE}
    return found


async def _begin(ctx: Context, case: Case, alarm: Alarm) -> None:
    at = rings_at(alarm.reasons, ctx.now, ctx.community.settings)
    if at > ctx.now:
        await store_of(ctx).save(replace(alarm, state=State.WAITING))
        await ctx.timers.set(NEXT, alarm.case_id, at)
    else:
        await ring(ctx, case, alarm)


async def ring(ctx: Context, case: Case, alarm: Alarm) -> None:
    """The first call: the safety contacts, whom the staff room has called, or the first name."""
    settings = ctx.community.settings
    if await _too_many(ctx, case, alarm):
        await store_of(ctx).save(alarm.listed())
        await ctx.dispatch(ctx, MorningNeeded())
        await show_list(ctx)
        return
    contacts = [person for person in (settings.safety_contact, settings.safety_stand_in) if person]
    if Reason.SAFETY in alarm.reasons and case.about is None and contacts:
        changed = replace(alarm.calling(contacts, ctx.now), now=None)
        await show(ctx, case, changed, anew=True)
        await _arm(ctx, changed)
    else:
        await call_next(ctx, case, alarm)


async def _too_many(ctx: Context, case: Case, alarm: Alarm) -> bool:
    """Above the budget it is a line of the list: five hundred cards would be read by nobody."""
    if Reason.SAFETY in alarm.reasons or case.about is not None:
        return False
    return await store_of(ctx).rung_since(ctx.now - HOUR) >= ctx.community.settings.pings_an_hour


async def call_next(ctx: Context, case: Case, alarm: Alarm) -> bool:
    """The next name; False if everybody was called, and then it is in the morning's list."""
    person = next_of(names(ctx.community.settings, case.about), alarm.called)
    if person is None:
        await _unclaimed(ctx, case, alarm)
        return False
    changed = alarm.calling([person], ctx.now)
    await show(ctx, case, changed, anew=True)
    await _arm(ctx, changed)
    if alarm.is_listed:
        await show_list(ctx)
    return True


async def _unclaimed(ctx: Context, case: Case, alarm: Alarm) -> None:
    changed = alarm.unclaimed(ctx.now)
    if place_of(ctx.community.settings, case, None) is None:
        # No room may show it: it stays with whoever was called last.
        changed = replace(changed, now=alarm.now)
    await ctx.timers.cancel(NEXT, alarm.case_id)
    await ctx.dispatch(ctx, MorningNeeded())
    await show(ctx, case, changed)


async def _arm(ctx: Context, alarm: Alarm) -> None:
    at = goes_on_at(alarm.reasons, ctx.now, ctx.community.settings)
    await ctx.timers.set(NEXT, alarm.case_id, at)


async def _arm_sooner(ctx: Context, alarm: Alarm) -> None:
    """A more pressing reason does not wait as long."""
    at = goes_on_at(alarm.reasons, ctx.now, ctx.community.settings)
    due = await ctx.timers.due_at(NEXT, alarm.case_id)
    if due is None or at < due:
        await ctx.timers.set(NEXT, alarm.case_id, at)


async def show(ctx: Context, case: Case, alarm: Alarm, *, anew: bool = False) -> None:
    """Save the alarm, with its card where it may stand now; `anew` if somebody is to be called by it."""
    place = place_of(ctx.community.settings, case, alarm.now)
    stood = parse_place(alarm.place) if alarm.place else None
    view = View(CARD, alarm.case_id)
    if stood is not None and stood != place:
        await ctx.outbox.hide(stood, view)
    await store_of(ctx).save(replace(alarm, place=place_key(place) if place else None))
    if place is not None:
        # Not a message of the case: what is answered to it must not reach the member.
        await (ctx.outbox.show_anew if anew else ctx.outbox.show)(place, view)


async def show_elsewhere(ctx: Context, case: Case, alarm: Alarm) -> None:
    """The managers' room does not take the card: staff have it; about one of them, only whoever is called."""
    place: Place | None = StaffRoom()
    if case.about is not None:
        place = MemberDM(alarm.now.id) if alarm.now is not None else None
    await store_of(ctx).save(replace(alarm, place=place_key(place) if place else None))
    if place is not None:
        await ctx.outbox.show(place, View(CARD, alarm.case_id))


async def show_list(ctx: Context) -> None:
    """What has no card of its own, in one message."""
    await ctx.outbox.show(room_of(ctx.community.settings), View(LIST, 0))


def room_of(settings: CommunitySettings) -> Place:
    """The managers' room; where there is none, that of staff."""
    return ManagersRoom() if settings.managers_room is not None else StaffRoom()


def place_of(settings: CommunitySettings, case: Case, person: Contact | None) -> Place | None:
    """Where the card stands: whom a case is about must not meet it; then only whoever is called sees it."""
    if case.about is None:
        return room_of(settings)
    if settings.managers_room is not None and not case.about_manager:
        return ManagersRoom()
    return MemberDM(person.id) if person and person.id != case.about else None
