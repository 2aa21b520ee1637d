"""Clicks, commands, menus and forms of the page, given to the core with a responder each."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from adapters.sandbox import deeds
from adapters.sandbox.file_rows import attachments
from adapters.sandbox.model import COMMUNITY, Json, Person, Refused
from adapters.sandbox.protocol import Choose, Command, Press, Submit
from adapters.sandbox.responder import SandboxResponder, Stage, State
from adapters.sandbox.views import reader_for
from adapters.sandbox.wire import for_reader, form_body, message_body
from adapters.sandbox.yard import Yard
from bot.catalogue.button_ids import read_button_id
from bot.ports import Chosen, Interaction, Pressed, Submitted, Typed
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Form, Message

Asked = Press | Submit | Command | Choose


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where answers go: to the window that asked, and to all windows of the person."""

    window: Callable[[Json], None]
    person: Callable[[Json], None]


async def begin(yard: Yard, person: Person, asked: Asked, outlet: Outlet) -> None:
    """Check what the platform checks, then let the core act in the background. Raises Refused."""
    interaction = await _read(yard, person, asked)
    responder = SandboxResponder(_stage(yard, person, asked, interaction, outlet))
    yard.start("sandbox.act", partial(yard.core.act, interaction, responder))


async def _read(yard: Yard, person: Person, asked: Asked) -> Interaction:
    new, now = uuid4().hex, yard.clock.now()
    match asked:
        case Press(channel=channel, button=button):
            await _check_button(yard, person, asked)
            return Pressed(COMMUNITY, new, person.id, button, channel, now)
        case Command(channel=channel, line=line):
            deeds.visible(yard.world, person, channel)
            return Typed(COMMUNITY, new, person.id, line, channel, now)
        case Choose(menu=menu, message=number):
            message = await deeds.seen_message(yard.world, person, number)
            ref = MessageRef(message.channel, message.id)
            return Chosen(
                community=COMMUNITY,
                id=new,
                author=person.id,
                menu=menu,
                message=ref,
                message_author=message.author,
                author_name=yard.world.people[message.author].name,
                text=message.text,
                channel=message.channel,
                at=now,
                files=attachments(message.files, ref),
                said_at=message.at,
            )
        case Submit(channel=channel):
            deeds.visible(yard.world, person, channel)
            return Submitted(COMMUNITY, new, person.id, asked.form, asked.values, channel, now)


async def _check_button(yard: Yard, person: Person, asked: Press) -> None:
    """A button of a message must be on it; one of a private answer exists only on the page."""
    deeds.visible(yard.world, person, asked.channel)
    if asked.message is None:
        if read_button_id(asked.button) is None:
            raise Refused("button")
        return
    message = await deeds.seen_message(yard.world, person, asked.message)
    buttons = message.body["buttons"] if message.body else []
    if message.channel != asked.channel or asked.button not in {button["id"] for button in buttons}:
        raise Refused("button")


def _stage(yard: Yard, person: Person, asked: Asked, interaction: Interaction, outlet: Outlet) -> Stage:
    community = yard.platform.ids(COMMUNITY)
    channel = interaction.channel

    def whisper(message: Message) -> None:
        body = for_reader(message_body(message, community), reader_for(yard.world, person))
        outlet.person({"type": "private", "id": uuid4().hex, "channel": channel, "body": body})

    def ask(form: Form) -> None:
        outlet.window({"type": "form", "channel": channel, "form": form_body(form, community)})

    async def say(message: Message) -> None:
        await yard.platform.answer(channel, message)

    def turn(state: State) -> None:
        outlet.window({"type": "interaction", "request": asked.request, "state": state.value})

    turn(State.WAITING)
    return Stage(whisper, ask, say, turn)
