"""What an adapter needs from the core."""

from collections.abc import Sequence
from typing import Protocol

from bot.community import Community, CommunitySettings
from bot.ports import ActionHelp, Choice, Interaction, Responder
from bot.surface import Offers
from bot.vocabulary.events import PlatformEvent


class Core(Protocol):
    """`bot.app.App` is the one implementation."""

    async def welcome(self, key: str, name: str, seeds: CommunitySettings) -> Community:
        """Make known a community the bot is in; `seeds` are its settings if it was never met before."""
        ...

    async def community(self, key: str) -> Community | None:
        """The community as it is set up now; None if it was never welcomed."""
        ...

    async def receive(self, event: PlatformEvent) -> None:
        """Take in what happened; returns once it is stored, if it matters at all. Safe to repeat."""
        ...

    async def act(self, interaction: Interaction, responder: Responder) -> None:
        """Run a click, a command or a form and answer its responder. Raises only what the responder raises."""
        ...

    async def complete(self, community: str, author: str, line: str) -> Sequence[Choice]:
        """Whole command lines that may follow from what has been typed so far, best first, at most 25."""
        ...

    async def suggest(
        self, community: str, author: str, action: str, argument: str, text: str
    ) -> Sequence[Choice]:
        """Values for one argument of a command, as its field may hold them, best first, at most 25."""
        ...

    def surface(self) -> Offers:
        """Every command and menu there is, in every language: for platforms that want them registered."""
        ...

    async def tell_staff(self, community: str, sentence: str) -> None:
        """Say this sentence in the staff room, if there is one; once a month at most."""
        ...

    async def commands(self, community: str, author: str) -> Sequence[ActionHelp]:
        """The commands this person may use, in their language."""
        ...

    async def menus(self, community: str, author: str) -> Sequence[Choice]:
        """The message menus this person may use: action name and label."""
        ...

    async def tick(self) -> None:
        """Do what is due now; called when a clock was moved."""
        ...
