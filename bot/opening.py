"""How a logical place is opened on a platform: which door, beside what, under which title and key."""

from bot.cases.doors import card_of, next_door
from bot.catalogue.declare import NotYet
from bot.context import Context
from bot.durable.outbox import View
from bot.durable.views import Views
from bot.ports import Door, DoorShut, Opening
from bot.vocabulary.places import Aside, CasePrivate, CaseStaff, MemberDM, Place, place_key


async def opening_of(ctx: Context, place: Place) -> Opening:
    """How to open the place. Raises NotYet while the card a staff thread hangs on isn't posted, DoorShut at the end."""
    key = f"{ctx.community.id}:open:{place_key(place)}"
    match place:
        case MemberDM(member):
            return Opening(place, "", key, member=member)
        case CaseStaff(number):
            case = await ctx.cases.get(number)
            stands = card_of(case)
            if stands is None or (case.about and ctx.community.settings.managers_room is None):
                raise DoorShut("sealed")
            card = await Views(ctx.tx, ctx.community.id).find(stands[0], View(stands[1], case.id))
            if card is None or card.message is None:
                raise NotYet
            key = f"{key}:sealed" if case.about else key
            return Opening(place, f"#{case.number} {case.member_name}", key, beside=card.message)
        case CasePrivate(number):
            case = await ctx.cases.get(number)
            door = next_door(ctx.doors, await ctx.timeline.of_case(case.id))
            if door is None:
                raise DoorShut("no_door_left")
            title = f"#{case.number}"
            return Opening(place, title, f"{key}:{door}", door, case.member_id, case.origin)
        case Aside(number):
            return await _aside(ctx, place, number, key)
    raise DoorShut("not_a_place_to_open")


async def _aside(ctx: Context, place: Place, number: int, key: str) -> Opening:
    """By the first door that was not refused. The title is a number, for whoever sees the names of threads."""
    infraction = await ctx.infractions.get(number)
    if infraction is None:
        raise DoorShut("forgotten")
    doors = [door for door in ctx.doors if door not in infraction.refused and door is not Door.FORM]
    if not doors:
        raise DoorShut("no_door_left")
    door = doors[0]
    return Opening(place, f"№{number}", f"{key}:{door}", door, infraction.member_id, infraction.message)
