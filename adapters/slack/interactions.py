"""Clicks, forms, commands and shortcuts, given to the core with a responder each.

Slack is answered first, and the work is done afterwards; only what carries somebody's words is stored before. Buttons
and forms are known by their id alone, whichever process posted them and however long ago. Who may do what is the
core's to decide, at the moment it is done.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial

from cachetools import TTLCache

from adapters.slack.asked import Asked, Payload, of_button, of_command, of_form, of_shortcut
from adapters.slack.chooser import CHOOSER, MORE, chooser, chosen
from adapters.slack.commands import COMPLAIN, COMPLAINT, HELP
from adapters.slack.events import ref, time_of
from adapters.slack.files import files_of
from adapters.slack.forms import typed as typed_into
from adapters.slack.home import Home
from adapters.slack.parts import Parts
from adapters.slack.responder import SlackResponder, Ways
from adapters.slack.turns import Once
from adapters.slack.words import people_in, plain, typed, words_of
from bot import ports
from bot.catalogue.button_ids import read_button_id
from bot.ports import Chosen, Pressed, Submitted, Typed

MENU = "menu:"

HELD = 1.5
"""Seconds that the acknowledgement waits, at most, for the words to be stored; Slack gives 3."""

REMEMBERED, FOR = 10_000, 900.0
"""Deeds, and the seconds for which they are known when Slack sends them again."""

Act = Callable[[Asked, SlackResponder], Awaitable[None]]


def menu_id(action: str) -> str:
    """The callback of a menu's shortcut."""
    return MENU + action.replace(" ", ".")


class Interactions:
    """The ear for what is done on purpose. `once` does the work."""

    def __init__(self, parts: Parts, home: Home, once: Once) -> None:
        self._parts = parts
        self._home = home
        self._once = once
        self._seen: TTLCache[str, bool] = TTLCache(REMEMBERED, FOR)

    async def happened(self, body: Payload) -> None:
        """Begin with it; returns when Slack may be answered."""
        match body.get("type"):
            case None if "command" in body:
                await self._do(of_command(body), partial(self._command, body), held=True)
            case "block_actions":
                if read_button_id(_pressed(body)) is not None:
                    await self._do(of_button(body), partial(self._button, body))
            case "message_action":
                await self._do(of_shortcut(body), partial(self._shortcut, body))
            case "view_submission":
                await self._do(of_form(body), partial(self._form, body), held=True)

    async def _do(self, asked: Asked, act: Act, *, held: bool = False) -> None:
        """Once, also where Slack sends it again. If it is `held`, wait until its words are stored."""
        if asked.id in self._seen:
            return
        self._seen[asked.id] = True
        parts, row = self._parts, self._parts.communities.row(self._parts.key)
        ways = Ways(parts.client, parts.office.web, parts.platform, parts.key, row)
        responder = SlackResponder(asked, ways, partial(parts.voice, asked.user))
        task = self._once.start(asked.id, partial(self._guarded, asked, partial(act, asked, responder)))
        if held:
            await asyncio.wait({task, responder.sign}, timeout=HELD, return_when=asyncio.FIRST_COMPLETED)

    async def _guarded(self, asked: Asked, work: Callable[[], Awaitable[None]]) -> None:
        await self._parts.guard.succeeds("act", work)
        if asked.home:
            await self._parts.guard.succeeds("home", partial(self._home.show, asked.user))

    async def _command(self, body: Payload, asked: Asked, responder: SlackResponder) -> None:
        line = typed(str(body.get("text") or ""))
        line = f"{COMPLAINT} {line}".strip() if body["command"] == COMPLAIN else line or HELP
        await self._act(Typed(self._parts.key, asked.id, asked.user, line, asked.channel, _now()), responder)

    async def _button(self, body: Payload, asked: Asked, responder: SlackResponder) -> None:
        button = _pressed(body)
        await self._act(
            Pressed(self._parts.key, asked.id, asked.user, button, asked.channel, _now()), responder
        )

    async def _form(self, body: Payload, asked: Asked, responder: SlackResponder) -> None:
        view = body["view"]
        form = str(view.get("callback_id") or "")
        if form == CHOOSER:
            line = Typed(self._parts.key, asked.id, asked.user, chosen(view), asked.channel, _now())
            await self._act(line, responder)
        else:
            values = typed_into(view)
            sent = Submitted(self._parts.key, asked.id, asked.user, form, values, asked.channel, _now())
            await self._act(sent, responder)

    async def _shortcut(self, body: Payload, asked: Asked, responder: SlackResponder) -> None:
        callback = str(body["callback_id"])
        if callback == MORE:
            commands = await self._parts.core.commands(self._parts.key, asked.user)
            voice = await self._parts.voice(asked.user)
            await responder.show(chooser(commands, voice, asked.where), voice.text("slack.too_late"))
            return
        message, where = body["message"], ref(asked.place[0], body["message"])
        author = str(message.get("user") or message.get("bot_id") or "")
        chosen_ = Chosen(
            community=self._parts.key,
            id=asked.id,
            author=asked.user,
            menu=callback.removeprefix(MENU).replace(".", " "),
            message=where,
            message_author=author,
            author_name=await self._name(author),
            text=await self._plain(words_of(message)),
            channel=asked.channel,
            at=_now(),
            files=files_of(message, where),
            said_at=time_of(where.message),
        )
        await self._act(chosen_, responder)

    async def _act(self, asked: ports.Interaction, responder: SlackResponder) -> None:
        await self._parts.core.act(asked, responder)

    async def _name(self, member: str) -> str:
        known = await self._parts.directory.member(self._parts.key, member)
        return known.name if known is not None else member

    async def _plain(self, text: str) -> str:
        return plain(text, {person: await self._name(person) for person in people_in(text)})


def _pressed(body: Payload) -> str:
    actions = body.get("actions") or [{}]
    return str(actions[0].get("action_id") or "")


def _now() -> datetime:
    return datetime.now(UTC)
