"""The answer to a click, a command or a form, brought to where whoever asked will see it.

Slack gives several ways, and each for a while only: the answer takes the first that is still open. The last, a direct
message, always is.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import structlog
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack.asked import Asked
from adapters.slack.drawing import Drawn
from adapters.slack.forms import TITLE, View, modal, words
from adapters.slack.platform import SlackPlatform
from adapters.slack.web import Web
from bot.language import Voice
from bot.ports import Destination, DoorShut, Gone, Opening, Responder, Transient
from bot.vocabulary.places import MemberDM
from bot.vocabulary.replies import Button, Form, Message, Reply, Text, say

OPENS = 2.5
"""Seconds in which a modal can be opened; Slack gives 3, the rest is for the way."""

USES, LASTS = 5, 1740.0
"""How often a response_url can be used, and for how many seconds; Slack gives 30 minutes."""

BLOCKS = 100
"""In a modal or on Home, at most."""

SHUT = (DoorShut, Gone, Transient)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Ways:
    """How anybody is answered; `community` is its key, `row` its row id."""

    client: AsyncWebClient
    web: Web
    platform: SlackPlatform
    community: str
    row: int


class SlackResponder(Responder):
    """Answers one interaction. Must be made inside a running loop.

    `sign` is done when the core has what it was given, or has something to say: from then on nothing is lost.
    """

    def __init__(self, asked: Asked, ways: Ways, voice: Callable[[], Awaitable[Voice]]) -> None:
        self._asked = asked
        self._ways = ways
        self._web = ways.web
        self._voice = voice
        self._one_by_one = asyncio.Lock()
        self._view = asked.view
        self._said = 0
        self._posted = 0
        self.sign: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def defer(self) -> None:
        """Slack has been answered already; nobody sees a sign."""
        self._give_sign()

    async def respond(self, reply: Reply, *, private: bool) -> None:
        """Answer; a later answer follows the first."""
        self._give_sign()
        async with self._one_by_one:
            if isinstance(reply, Form):
                if await self._opened(modal(reply, self._ways.row, self._asked.where)):
                    return
                reply, private = _offered_again(reply), True
            await self._say(reply, private=private)

    async def show(self, view: View, too_late: str) -> None:
        """A modal of the adapter's own; a sentence where it can't be opened any more."""
        self._give_sign()
        async with self._one_by_one:
            if not await self._opened(view):
                await self._say(say(Text(too_late)), private=True)

    def _give_sign(self) -> None:
        if not self.sign.done():
            self.sign.set_result(None)

    async def _opened(self, view: View) -> bool:
        """Show a modal; False if that takes a click that is not older than 3 seconds."""
        asked = self._asked
        if asked.trigger is None or time.monotonic() - asked.since > OPENS:
            return False
        method = "views.push" if asked.view else "views.open"
        try:
            opened = await self._web.call(method, trigger_id=asked.trigger, view=view)
        except SHUT as error:
            log.warning("slack.not_opened", exc_info=error)
            return False
        self._view = str(opened["view"]["id"])
        return True

    async def _say(self, message: Message, *, private: bool) -> None:
        self._said += 1
        drawn = self._drawn(message)
        if drawn.files:
            drawn = self._drawn(await self._handed_over(message, private=private))
        if self._asked.home or self._asked.view:
            if await self._shown(drawn):
                return
        elif await self._by_url(drawn, private=private) or await self._there(drawn, private=private):
            return
        await self._directly(drawn)

    def _drawn(self, message: Message) -> Drawn:
        return self._ways.platform.painter.draw(self._ways.community, message)

    async def _handed_over(self, message: Message, *, private: bool) -> Message:
        """Files can't be shown to one person alone: they go where only that person reads. What is left to say here."""
        key = f"answer:{self._asked.id}:{self._said}"
        private = private or not self._asked.channel
        to = Destination(await self._dm() if private else self._asked.channel)
        await self._ways.platform.send(self._ways.community, to, message, key)
        voice = await self._voice()
        return say(*voice.say("slack.handed_over" if private else "slack.posted"))

    async def _shown(self, drawn: Drawn) -> bool:
        """In the modal it was asked in, or in a new one."""
        view = {
            "type": "modal",
            "title": words((await self._voice()).text("slack.title"), TITLE),
            "private_metadata": self._asked.where,
            "blocks": list(drawn.blocks[:BLOCKS]),
        }
        if self._view is None:
            return await self._opened(view)
        try:
            await self._web.call("views.update", view_id=self._view, view=view)
        except SHUT as error:
            log.warning("slack.not_opened", exc_info=error)
            return False
        return True

    async def _by_url(self, drawn: Drawn, *, private: bool) -> bool:
        asked = self._asked
        over = self._posted >= USES or time.monotonic() - asked.since > LASTS
        if asked.response_url is None or over:
            return False
        self._posted += 1
        _, thread = asked.place
        body: dict[str, Any] = {
            **drawn.words(),
            "response_type": "ephemeral" if private else "in_channel",
            "replace_original": False,
            **({"thread_ts": thread} if thread else {}),
        }
        return await self._sent(asked.response_url, body)

    async def _sent(self, url: str, body: dict[str, Any]) -> bool:
        client = self._ways.client
        hook = AsyncWebhookClient(url, session=client.session, ssl=client.ssl, retry_handlers=[])
        # It would take the environment's, also for an address on this machine.
        hook.proxy = client.proxy
        try:
            answer = await hook.send_dict(body)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            log.warning("slack.answered_otherwise", status=0, exc_info=error)
            return False
        if answer.status_code != 200:
            log.warning("slack.answered_otherwise", status=answer.status_code)
        return answer.status_code == 200

    async def _there(self, drawn: Drawn, *, private: bool) -> bool:
        """In the channel, as long as the bot and whoever asked are both in it."""
        if not self._asked.channel:
            return False
        channel, thread = self._asked.place
        where = {"channel": channel, **({"thread_ts": thread} if thread else {})}
        try:
            if private:
                await self._web.call("chat.postEphemeral", **where, user=self._asked.user, **drawn.words())
            else:
                still = {"unfurl_links": False, "unfurl_media": False}
                await self._web.call("chat.postMessage", place=channel, **where, **still, **drawn.words())
        except SHUT as error:
            log.warning("slack.answered_otherwise", status=0, exc_info=error)
            return False
        return True

    async def _directly(self, drawn: Drawn) -> None:
        try:
            channel = await self._dm()
            still = {"unfurl_links": False, "unfurl_media": False}
            await self._web.call("chat.postMessage", place=channel, channel=channel, **still, **drawn.words())
        except SHUT as error:
            log.warning("slack.answered_too_late", exc_info=error)

    async def _dm(self) -> str:
        member = self._asked.user
        opening = Opening(MemberDM(member), "", f"dm:{member}", member=member)
        return await self._ways.platform.open(self._ways.community, opening)


def _offered_again(form: Form) -> Message:
    """A form can be opened only at once after a click: a button asks for that click."""
    return say(Text(form.title), buttons=(Button(form.title, form.action, form.numbers),))
