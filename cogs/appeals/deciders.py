"""Who may decide an appeal: anybody of staff who had no part in the measure."""

from bot.context import Context
from bot.infractions.model import Infraction
from bot.vocabulary.places import StaffRoom, place_key
from cogs.appeals.model import Appeal


def involved(infraction: Infraction) -> frozenset[str]:
    """Whose own act it is, or about whom."""
    people = (infraction.by, infraction.second_by, infraction.member_id)
    return frozenset(person for person in people if person is not None)


async def others(ctx: Context, infraction: Infraction) -> frozenset[str]:
    """Of staff as far as they are known, who could decide."""
    return frozenset(await ctx.deciders.all(ctx.now)) - involved(infraction)


async def nobody_else(ctx: Context, appeal: Appeal, infraction: Infraction) -> bool:
    """Whether the card stands before those alone who may not decide."""
    return appeal.place == place_key(StaffRoom()) and not await others(ctx, infraction)
