"""views.* and what follows from the answer to a form."""

from typing import Any

from tests.fakes.slack.calls import Call, Handler
from tests.fakes.slack.checks import check_view
from tests.fakes.slack.interactions import Interaction
from tests.fakes.slack.model import Json, User, View
from tests.fakes.slack.problems import Refused
from tests.fakes.slack.world import World

DEEPEST = 3


def trigger(call: Call) -> Interaction:
    """The interaction whose trigger is exchanged: once, and within three seconds."""
    wanted = str(call.need("trigger_id", "invalid_trigger_id"))
    found = call.world.by_trigger(wanted)
    if found is None:
        raise Refused("invalid_trigger_id")
    if found.trigger_used:
        raise Refused("exchanged_trigger_id")
    if found.age > call.settings.trigger_seconds:
        raise Refused("expired_trigger_id")
    return found


def make(world: World, who: User, payload: Json, previous: View | None = None) -> View:
    """A modal comes up before somebody, over the previous one if there is one."""
    made = View(world.ids.next("V"), "modal", who, _named(world, payload), world.stamps.next())
    made.external_id = str(payload.get("external_id") or "")
    if previous is not None:
        made.root, made.previous = previous.root or previous.id, previous.id
    world.views[made.id] = made
    return made


def change(world: World, view: View, payload: Json) -> View:
    """A view shows something else; what was put in stays where block_id and action_id are the same."""
    view.payload, view.hash = _named(world, payload), world.stamps.next()
    return view


def _named(world: World, payload: Json) -> Json:
    return payload | {"blocks": world.named(payload.get("blocks") or [])}


def check_external_id(world: World, payload: Json, but: View | None = None) -> None:
    """Refused duplicate_external_id if another view has it."""
    wanted = payload.get("external_id")
    if wanted and any(each.external_id == wanted and each is not but for each in world.views.values()):
        raise Refused("duplicate_external_id")


async def open_view(call: Call) -> Json:
    payload = check_view(call.need("view"), "modal")
    check_external_id(call.world, payload)
    exchanged = trigger(call)
    exchanged.trigger_used = True
    for each in call.world.views.values():
        if each.user is exchanged.user and each.type == "modal":
            each.open = False
    exchanged.opened = make(call.world, exchanged.user, payload)
    return {"view": call.world.shows(exchanged.opened)}


async def push(call: Call) -> Json:
    payload = check_view(call.need("view"), "modal")
    check_external_id(call.world, payload)
    exchanged = trigger(call)
    top = call.world.modal(exchanged.user)
    if top is None or exchanged.view is None:
        raise Refused("not_found")
    if _depth(call.world, top) >= DEEPEST:
        raise Refused("push_limit_reached")
    exchanged.trigger_used = True
    exchanged.opened = make(call.world, exchanged.user, payload, top)
    return {"view": call.world.shows(exchanged.opened)}


def _depth(world: World, view: View) -> int:
    return 1 if view.previous is None else 1 + _depth(world, world.views[view.previous])


async def update(call: Call) -> Json:
    world, wanted, external = call.world, call.text("view_id"), call.text("external_id")
    if not wanted and not external:
        raise Refused("invalid_arguments")
    there = (
        each
        for each in world.views.values()
        if each.id == wanted or (external and each.external_id == external)
    )
    found = next(there, None)
    if found is None or not found.open:
        raise Refused("not_found")
    _check_hash(call, found)
    payload = check_view(call.need("view"), found.type)
    check_external_id(world, payload, found)
    return {"view": world.shows(change(world, found, payload))}


async def publish(call: Call) -> Json:
    world = call.world
    who = world.user(str(call.need("user_id")))
    payload = check_view(call.need("view"), "home")
    if who.team != world.team or not world.app_home.get("home_tab_enabled", True):
        raise Refused("not_enabled")
    home = world.homes.get(who.id)
    if home is None:
        home = View(world.ids.next("V"), "home", who, {}, "")
        world.homes[who.id] = world.views[home.id] = home
    else:
        _check_hash(call, home)
    return {"view": world.shows(change(world, home, payload))}


def _check_hash(call: Call, view: View) -> None:
    if call.text("hash") and call.text("hash") != view.hash:
        raise Refused("hash_conflict")


def answered(world: World, one: Interaction, ack: Any) -> None:
    """What the acknowledgement of a form does: nothing in it closes the form, or it tells what else."""
    assert one.view is not None
    answer = ack if isinstance(ack, dict) else {}
    match answer.get("response_action"):
        case "errors":
            one.view.errors = dict(answer["errors"])
        case "update":
            change(world, one.view, check_view(answer["view"], "modal"))
        case "push":
            one.opened = make(world, one.user, check_view(answer["view"], "modal"), one.view)
        case "clear":
            _close(world, one.view, all_of_it=True)
        case _:
            _close(world, one.view, all_of_it=False)


def _close(world: World, view: View, *, all_of_it: bool) -> None:
    root = view.root or view.id
    for each in world.views.values():
        if each is view or (all_of_it and root in (each.id, each.root)):
            each.open = False


METHODS: dict[str, Handler] = {
    "views.open": open_view,
    "views.push": push,
    "views.update": update,
    "views.publish": publish,
}
