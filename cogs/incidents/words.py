"""Names of this feature's timers and views, and small things that several of its files say."""

from bot.cases.incidents import Incident
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.errors import UserError
from bot.vocabulary.places import ManagersRoom, Room, StaffRoom
from bot.vocabulary.replies import Button, ButtonStyle
from cogs.incidents.store import Store

SPREAD, NUDGE, LAPSE, UPDATE_DUE = (
    "incidents.spread",
    "incidents.nudge",
    "incidents.lapse",
    "incidents.update_due",
)
CARD, NOTICE = "incidents.board", "incidents.notice"


def store_of(ctx: Context) -> Store:
    return Store(ctx.tx, ctx.community.id)


async def incident_with(ctx: Context, number: int) -> Incident:
    """Raises UserError if there is none."""
    incident = await ctx.incidents.get(number)
    if incident is None:
        raise UserError("incidents.gone")
    return incident


async def stale(ctx: Context, incident: int) -> None:
    """Its card shows something that is no longer so: staff's, and the managers' who are to hear of it early."""
    await ctx.outbox.show(StaffRoom(), View(CARD, incident))
    if ctx.community.settings.managers_room is not None:
        await ctx.outbox.show(ManagersRoom(), View(CARD, incident))


async def notices_stale(ctx: Context, incident: int) -> None:
    for notice in await store_of(ctx).notices(incident):
        await ctx.outbox.show(Room(notice.channel), View(NOTICE, notice.id), priority=Priority.HUMAN_REPLY)


async def hang_notices(ctx: Context, incident: int) -> None:
    """In every watched channel in which somebody wrote of it there is a notice."""
    store, watched = store_of(ctx), ctx.community.settings.watched
    for channel in await ctx.incidents.channels(incident):
        if channel in watched:
            await store.hang(incident, channel)
    await notices_stale(ctx, incident)


def button(ctx: Context, action: str, number: int, style: ButtonStyle = ButtonStyle.PLAIN) -> Button:
    """A button of this feature, for staff."""
    label = f"incidents.label.{action.replace(' ', '_').replace('-', '_')}"
    return Button(ctx.voice().text(label), action, (number,), style)
