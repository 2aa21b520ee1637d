"""The workspace as a community: its row, what is watched in it, and whether it is set up."""

from sqlalchemy import select

from adapters.slack.address import key_of
from adapters.slack.workspace import Workspace
from bot.community import Community, CommunitySettings
from bot.core import Core
from bot.durable.database import Database
from bot.durable.tables import communities
from bot.ports import Door

DOORS = (Door.DM, Door.PRIVATE_THREAD, Door.PRIVATE_CHANNEL, Door.FORM)
"""The order of private places where nobody has chosen another: a thread with the bot is the nearest here."""


class Communities:
    """What the core knows of the workspace, in a form that can be asked for each message without waiting."""

    def __init__(self, workspace: Workspace, database: Database) -> None:
        self.workspace = workspace
        self._database = database
        self._row: int | None = None
        self._settings: CommunitySettings | None = None

    @property
    def key(self) -> str:
        return key_of(self.workspace.team)

    @property
    def is_set_up(self) -> bool:
        return self._settings is not None and self._settings.staff_room is not None

    @property
    def watched(self) -> frozenset[str]:
        """The channels that are listened in."""
        return self._settings.watched if self._settings is not None else frozenset()

    async def load(self) -> None:
        """Its row, if it was ever met: buttons find it by that."""
        known = select(communities.c.id).where(communities.c.key == self.key)
        async with self._database.reading() as tx:
            self._row = await tx.scalar(known)

    def row(self, key: str) -> int:
        """The row id of a community. Raises KeyError for one that was never met."""
        if key != self.key or self._row is None:
            raise KeyError(key)
        return self._row

    def watches(self, channel: str) -> bool:
        """Unknown settings watch everything: the core asks again."""
        return self._settings is None or channel in self._settings.watched

    async def meet(self, core: Core) -> Community:
        """The community, made known if it is not."""
        known = await core.community(self.key)
        community = known or await self._welcomed(core)
        self._row, self._settings = community.id, community.settings
        return community

    async def _welcomed(self, core: Core) -> Community:
        return await core.welcome(self.key, self.workspace.name, CommunitySettings(doors=DOORS))

    async def refresh(self, core: Core) -> None:
        """Look at the settings again."""
        community = await core.community(self.key)
        if community is not None:
            self._settings = community.settings
