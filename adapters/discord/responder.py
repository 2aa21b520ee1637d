"""An interaction that waits for its answer: 3 seconds for the first sign, 15 minutes for the rest.

Most answers come within a second, and then they are the first sign themselves. Only what takes longer is deferred,
by an alarm: one request instead of two for every click.
"""

import asyncio
from datetime import UTC, datetime
from functools import partial

import aiohttp
import discord
import structlog

from adapters.common.guard import Guard
from adapters.discord.forms import modal
from adapters.discord.painting import Painter
from bot.ports import Responder
from bot.vocabulary.replies import Button, Form, Message, Reply, Text, say

PATIENCE = 1.5
"""Seconds after which the first sign is given, whatever comes later; the other half is for the way."""

LATE = frozenset({10062, 10015, 50027})
"""Unknown interaction, unknown webhook, invalid token: nobody waits for the answer any more."""

log = structlog.get_logger(__name__)

Interaction = discord.Interaction[discord.Client]


class DiscordResponder(Responder):
    """Answers one interaction. Must be made inside a running loop: its time began when Discord sent it."""

    def __init__(
        self,
        interaction: Interaction,
        painter: Painter,
        community: str,
        row: int,
        guard: Guard,
    ) -> None:
        self._interaction = interaction
        self._painter = painter
        self._community = community
        self._row = row
        self._one_by_one = asyncio.Lock()
        waited = (datetime.now(UTC) - interaction.created_at).total_seconds()
        # A clock that goes wrong must not spoil the answer.
        left = PATIENCE - min(max(waited, 0.0), PATIENCE)
        loop = asyncio.get_running_loop()
        self._alarm = loop.call_later(left, partial(guard.start, "defer", self._give_a_sign))

    async def defer(self) -> None:
        """The alarm does it, if the answer is not there by then."""

    async def respond(self, reply: Reply, *, private: bool) -> None:
        """Answer; a later answer follows the first. What comes too late is dropped."""
        self._alarm.cancel()
        async with self._one_by_one:
            try:
                await self._answer(reply, private=private)
            except discord.HTTPException as error:
                if error.code not in LATE:
                    raise
                log.warning("discord.answered_too_late", code=error.code)

    async def _answer(self, reply: Reply, *, private: bool) -> None:
        response = self._interaction.response
        if isinstance(reply, Form):
            if not response.is_done():
                await response.send_modal(modal(reply, self._row))
                return
            reply, private = _offered_again(reply), True
        drawn = await self._painter.draw(self._community, reply)
        if not response.is_done():
            await response.send_message(**drawn.posting(), ephemeral=private)
            return
        if not private and response.type is discord.InteractionResponseType.deferred_channel_message:
            # What is sent first takes the place of the sign, and that is for one person's eyes.
            await self._interaction.delete_original_response()
        await self._interaction.followup.send(**drawn.posting(), ephemeral=private)

    async def _give_a_sign(self) -> None:
        async with self._one_by_one:
            response = self._interaction.response
            if response.is_done():
                return
            try:
                await response.defer(ephemeral=True, thinking=self._interaction.message is None)
            except discord.HTTPException as error:
                if error.code not in LATE:
                    raise
                log.warning("discord.answered_too_late", code=error.code)


def _offered_again(form: Form) -> Message:
    """A form must be the first sign: where that was given already, a button opens it."""
    return say(Text(form.title), buttons=(Button(form.title, form.action, form.numbers),))


async def refuse(interaction: Interaction, words: str) -> None:
    """A plain sentence, for whoever asks where there is no community to answer for."""
    try:
        await interaction.response.send_message(words, ephemeral=True)
    except (discord.HTTPException, aiohttp.ClientError):
        log.warning("discord.answered_too_late", code=0)
