"""What the parts of the adapter share that speak and look things up."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from adapters.slack.address import key_of
from adapters.slack.circles import Circles
from adapters.slack.people import People, Person
from adapters.slack.web import Web
from adapters.slack.workspace import Workspace
from bot.community import Community, CommunitySettings
from bot.language import Translations, Voice
from bot.language.moments import primary


@dataclass(frozen=True, slots=True)
class Office:
    """`settings_of` gives a community as it is now, by its key."""

    web: Web
    workspace: Workspace
    people: People
    circles: Circles
    translations: Translations
    settings_of: Callable[[str], Awaitable[Community | None]]

    def is_ours(self, community: str) -> bool:
        return community == key_of(self.workspace.team)

    async def settings(self, community: str) -> CommunitySettings:
        known = await self.settings_of(community)
        return known.settings if known else CommunitySettings()

    async def voice(self, community: str, reader: Person | None) -> Voice:
        """The reader's language where the community speaks it, else the community's."""
        settings = await self.settings(community)
        theirs = primary(reader.locale) if reader and reader.locale else settings.language
        language = theirs if theirs in settings.languages else settings.language
        return self.translations.voice(language, settings.registers)


def office_of(
    web: Web,
    workspace: Workspace,
    translations: Translations,
    settings_of: Callable[[str], Awaitable[Community | None]],
) -> Office:
    return Office(web, workspace, People(web, workspace), Circles(web), translations, settings_of)
