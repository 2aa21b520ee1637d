"""What the listening side of the adapter shares."""

from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient

from adapters.common.guard import Guard
from adapters.slack.communities import Communities
from adapters.slack.directory import SlackDirectory
from adapters.slack.office import Office
from adapters.slack.platform import SlackPlatform
from bot.core import Core
from bot.language import Voice
from bot.ports import Transient


@dataclass(frozen=True, slots=True)
class Parts:
    client: AsyncWebClient
    core: Core
    communities: Communities
    office: Office
    platform: SlackPlatform
    directory: SlackDirectory
    guard: Guard

    @property
    def key(self) -> str:
        """The community's."""
        return self.communities.key

    async def voice(self, member: str) -> Voice:
        """In which the adapter itself speaks to somebody."""
        try:
            reader = await self.office.people.of(member)
        except Transient:
            reader = None
        return await self.office.voice(self.key, reader)
