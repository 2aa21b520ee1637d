"""What a page asks for, granted or refused."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from adapters.sandbox import deeds, views
from adapters.sandbox.interactions import Outlet, begin
from adapters.sandbox.model import COMMUNITY, Json, Kind, Person, Refused, Upload
from adapters.sandbox.protocol import (
    Advance,
    Asked,
    Choose,
    Command,
    Commands,
    Complete,
    Delete,
    Edit,
    Full,
    Look,
    Menus,
    Post,
    Press,
    Read,
    SetWeather,
    Submit,
    WatchInside,
)
from adapters.sandbox.yard import Yard

PAGE = 50
"""Messages of a channel that are sent at once."""


class WatchInsideSwitch(Protocol):
    def __call__(self, *, open_: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class Page:
    """Who asks, and where the answer goes."""

    person: Person
    send: Callable[[Json], None]
    outlet: Outlet
    watch: WatchInsideSwitch

    def answer(self, asked: Asked, kind: str, **values: object) -> None:
        self.send({"type": kind, "request": asked.request, **values})


async def grant(yard: Yard, page: Page, asked: Asked) -> None:
    """Do what was asked and answer it. Raises Refused."""
    match asked:
        case Press() | Submit() | Command() | Choose():
            await begin(yard, page.person, asked, page.outlet)
        case Post() | Edit() | Delete():
            await _write(yard, page, asked)
            page.answer(asked, "done")
        case Look() | Full() | Read():
            await _show(yard, page, asked)
        case Commands() | Complete() | Menus():
            await _offer(yard, page, asked)
        case WatchInside(open=open_):
            page.watch(open_=open_)
        case Advance(seconds=seconds):
            await yard.clock.advance(_leap(seconds))
            yard.start("sandbox.tick", lambda: _tick(yard, page, asked))
        case SetWeather():
            await _change_weather(yard, asked)
            page.answer(asked, "done")


async def _write(yard: Yard, page: Page, asked: Post | Edit | Delete) -> None:
    match asked:
        case Post(channel=channel, text=text, reply_to=reply_to, files=files):
            uploads = [Upload(each.name, each.media_type, each.content) for each in files]
            posted = await deeds.post(yard.world, page.person, channel, text, reply_to, uploads)
            await yard.world.mark_read(page.person.id, channel, int(posted.id))
        case Edit(message=message, text=text):
            await deeds.edit(yard.world, page.person, message, text)
        case Delete(message=message):
            await deeds.delete(yard.world, page.person, message)


async def _show(yard: Yard, page: Page, asked: Look | Full | Read) -> None:
    world, person = yard.world, page.person
    match asked:
        case Look(channel=channel, before=before):
            deeds.visible(world, person, channel)
            found = await world.history(channel, before, PAGE + 1)
            reader = views.reader_for(world, person)
            shown = [views.message_json(message, reader) for message in found[-PAGE:]]
            page.answer(asked, "history", channel=channel, messages=shown, more=len(found) > PAGE)
        case Full(message=number):
            message = await deeds.seen_message(world, person, number)
            page.answer(asked, "full", message=message.id, text=message.text)
        case Read(channel=channel, message=last):
            deeds.visible(world, person, channel)
            await world.mark_read(person.id, channel, last)


async def _offer(yard: Yard, page: Page, asked: Commands | Complete | Menus) -> None:
    core, person = yard.core, page.person.id
    match asked:
        case Commands():
            offered = [
                {"name": action.name, "usage": action.usage, "help": action.help}
                for action in await core.commands(COMMUNITY, person)
            ]
            page.answer(asked, "commands", commands=offered)
        case Complete(line=line):
            choices = await core.complete(COMMUNITY, person, line)
            listed = [{"value": choice.value, "label": choice.label} for choice in choices]
            page.answer(asked, "completions", completions=listed)
        case Menus():
            menus = await core.menus(COMMUNITY, person)
            page.answer(asked, "menus", menus=[{"name": m.value, "label": m.label} for m in menus])


async def _tick(yard: Yard, page: Page, asked: Advance) -> None:
    """One at a time: what falls due after the first leap must not be done twice because of the second."""
    async with yard.ticking:
        try:
            await yard.core.tick()
        finally:
            page.answer(asked, "done")


async def _change_weather(yard: Yard, asked: SetWeather) -> None:
    world = yard.world
    match asked.name:
        case "down":
            await world.set_weather(replace(world.weather, down=asked.on))
        case "slow":
            await world.set_weather(replace(world.weather, slow=asked.on))
        case "private_threads":
            if asked.subject not in world.channels or world.channels[asked.subject].kind is not Kind.PUBLIC:
                raise Refused("channel")
            await world.set_private_threads(asked.subject, asked.on)
        case "dms":
            if asked.subject not in world.people or world.people[asked.subject].bot:
                raise Refused("line")
            await world.set_dms_open(asked.subject, asked.on)


def _leap(seconds: float) -> timedelta:
    """Raises Refused for what is no length of time; `advance` refuses the rest."""
    try:
        return timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        raise Refused("leap") from None
