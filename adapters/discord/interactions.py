"""Clicks, forms, commands and menus, given to the core with a responder each.

Buttons and forms are known by their id alone, whichever process posted them and however long ago. Who may do what is
the core's to decide, at the moment it is done.
"""

from collections.abc import Mapping, Sequence
from functools import partial

import discord

from adapters.discord.client import Ear
from adapters.discord.community import key_of
from adapters.discord.events import ref, text_of
from adapters.discord.files import files_of
from adapters.discord.forms import typed
from adapters.discord.parts import Parts
from adapters.discord.responder import DiscordResponder, Interaction, refuse
from bot import ports
from bot.catalogue.button_ids import read_button_id
from bot.language import Translations
from bot.ports import Choice, Chosen, Pressed, Submitted
from bot.vocabulary.events import ActionTaken

LONGEST_VALUE = 100
"""Characters of a completion's name and of its value."""


class Interactions:
    """The ear for what is done on purpose, and what discord.py's commands call."""

    def __init__(self, parts: Parts, translations: Translations) -> None:
        self._parts = parts
        self._translations = translations

    @property
    def ears(self) -> dict[str, Ear]:
        return {"interaction": self._happened}

    def _happened(self, interaction: Interaction) -> None:
        """Commands, menus and completions come by discord.py's tree; this is for all others."""
        if interaction.type in {discord.InteractionType.component, discord.InteractionType.modal_submit}:
            self._parts.guard.start("act", partial(self._used, interaction))

    async def _used(self, interaction: Interaction) -> None:
        """A button was pressed, or a form was sent."""
        data: Mapping[str, object] = dict(interaction.data or {})
        id_ = str(data.get("custom_id", ""))
        read = read_button_id(id_)
        key = await self._community(interaction, read.community if read else None)
        if key is None:
            await self._refuse(interaction)
            return
        new, author, channel = str(interaction.id), str(interaction.user.id), str(interaction.channel_id)
        asked: ports.Interaction
        if interaction.type is discord.InteractionType.component:
            asked = Pressed(key, new, author, id_, channel, interaction.created_at)
        else:
            asked = Submitted(key, new, author, id_, typed(data), channel, interaction.created_at)
        await self._act(interaction, asked)

    async def command(self, interaction: Interaction, action: str, values: Mapping[str, object]) -> None:
        """A slash command with its options."""
        key = await self._community(interaction)
        if key is None:
            await self._refuse(interaction)
            return
        given = {name: str(value) for name, value in values.items() if value is not None}
        channel, at = str(interaction.channel_id), interaction.created_at
        taken = ActionTaken(key, str(interaction.id), str(interaction.user.id), action, given, channel, at)
        await self._act(interaction, taken)

    async def menu(self, interaction: Interaction, action: str, message: discord.Message) -> None:
        """A menu of somebody's message."""
        key = await self._community(interaction)
        if key is None:
            await self._refuse(interaction)
            return
        if isinstance(message.author, discord.Member):
            self._parts.directory.note(message.author)
        chosen = Chosen(
            community=key,
            id=str(interaction.id),
            author=str(interaction.user.id),
            menu=action,
            message=ref(message),
            message_author=str(message.author.id),
            author_name=message.author.display_name,
            text=text_of(message),
            channel=str(interaction.channel_id),
            at=interaction.created_at,
            files=files_of(message, ref(message)),
            said_at=message.created_at,
        )
        await self._act(interaction, chosen)

    async def suggest(
        self, interaction: Interaction, action: str, argument: str, text: str
    ) -> Sequence[Choice]:
        """Completions; none where they would not fit."""
        key = await self._community(interaction)
        if key is None:
            return ()
        author = str(interaction.user.id)
        found = await self._parts.core.suggest(key, author, action, argument, text)
        return [choice for choice in found if len(choice.value) <= LONGEST_VALUE]

    async def _act(self, interaction: Interaction, asked: ports.Interaction) -> None:
        if isinstance(interaction.user, discord.Member):
            self._parts.directory.note(interaction.user)
        parts, row = self._parts, self._parts.communities.row(asked.community)
        responder = DiscordResponder(interaction, parts.platform.painter, asked.community, row, parts.guard)
        await parts.core.act(asked, responder)

    async def _community(self, interaction: Interaction, row: int | None = None) -> str | None:
        """The server's; in a direct message the button's own, else of the latest conversation there."""
        if interaction.guild_id is not None:
            key = key_of(interaction.guild_id)
            return key if self._parts.communities.knows(key) else None
        if row is not None:
            return self._parts.communities.with_row(row)
        channel = interaction.channel_id or 0
        return await self._parts.communities.of_direct(channel, interaction.user.id)

    async def _refuse(self, interaction: Interaction) -> None:
        voice = self._translations.voice(interaction.locale.value)
        await refuse(interaction, voice.text("discord.no_community"))
