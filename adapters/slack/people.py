"""Who is who in the workspace, as Slack says when asked: remembered for a day, and forgotten when a change is told."""

from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from cachetools import TTLCache

from adapters.slack.address import is_user
from adapters.slack.errors import Refused
from adapters.slack.escaping import tidy_line
from adapters.slack.limits import LARGE_PAGE
from adapters.slack.web import Web
from adapters.slack.workspace import Workspace
from bot.ports import Gone, PortError

REMEMBERED, A_DAY = 20_000, 24 * 3600.0
"""People, at about 500 bytes each, and seconds."""

NOBODY, A_WHILE = 2000, 5 * 60.0
"""Ids that were nobody's, and seconds: somebody may be met only later."""

ROSTER, MINUTES = 9000, 10 * 60.0
"""People that are looked through for a name, and seconds that the list of them is kept."""

SLACKBOT = "USLACKBOT"


@dataclass(frozen=True, slots=True)
class Person:
    """A user of Slack. `manages` if the workspace's own rights make them a manager, `stranger` if they are a user of
    another organisation, met in a shared channel. `locale` is like "ro-RO", `zone` like "Europe/Bucharest".
    """

    id: str
    name: str
    locale: str | None
    zone: str | None
    bot: bool
    deleted: bool
    manages: bool
    stranger: bool


class People:
    def __init__(self, web: Web, workspace: Workspace) -> None:
        self._web = web
        self._workspace = workspace
        self._known: TTLCache[str, Person] = TTLCache(REMEMBERED, A_DAY)
        self._nobody: TTLCache[str, None] = TTLCache(NOBODY, A_WHILE)
        self._roster: TTLCache[str, tuple[Person, ...]] = TTLCache(1, MINUTES)

    async def of(self, user: str) -> Person | None:
        """The person with this id; None for nobody. Raises Transient."""
        known = self._known.get(user)
        if known is not None or user in self._nobody or not is_user(user):
            return known
        try:
            answer = await self._web.call("users.info", user=user, include_locale=True)
        except (Gone, Refused):
            self._nobody[user] = None
            return None
        return self.told(answer["user"])

    async def all(self) -> tuple[Person, ...]:
        """Those of this workspace who are there, to be looked through for a name. Raises Transient, DoorShut."""
        team = self._workspace.team
        if team not in self._roster:
            found = [person async for person in self._ask_for_all() if not person.deleted]
            self._roster[team] = tuple(found)
        return self._roster.get(team, ())

    async def meet(self) -> None:
        """Get to know everybody at once: whoever writes first after a start is not held up by being asked for."""
        with suppress(PortError):
            await self.all()

    def told(self, user: Mapping[str, Any]) -> Person:
        """A user as Slack describes them in an answer or an event: now nobody needs to be asked."""
        person = _person(user, self._workspace)
        self._known[person.id] = person
        self._nobody.pop(person.id, None)
        return person

    def forget(self, user: str) -> None:
        """Something about them has changed."""
        self._known.pop(user, None)
        self._nobody.pop(user, None)

    async def _ask_for_all(self) -> AsyncIterator[Person]:
        async for user in self._web.pages(
            "users.list", "members", most=ROSTER, page=LARGE_PAGE, include_locale=True
        ):
            yield self.told(user)


def _person(user: Mapping[str, Any], workspace: Workspace) -> Person:
    profile = user.get("profile") or {}
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    name = next((tidy_line(str(each)) for each in names if each and tidy_line(str(each))), str(user["id"]))
    stranger = _is_stranger(user, workspace)
    return Person(
        id=str(user["id"]),
        name=name,
        locale=user.get("locale") or None,
        zone=user.get("tz") or None,
        bot=bool(user.get("is_bot")) or user["id"] == SLACKBOT,
        deleted=bool(user.get("deleted")),
        manages=not stranger
        and any(user.get(right) for right in ("is_admin", "is_owner", "is_primary_owner")),
        stranger=stranger,
    )


def _is_stranger(user: Mapping[str, Any], workspace: Workspace) -> bool:
    """Another workspace of the same enterprise is not another organisation."""
    if user.get("is_stranger"):
        return True
    enterprise = (user.get("enterprise_user") or {}).get("enterprise_id")
    if workspace.enterprise is not None and enterprise == workspace.enterprise:
        return False
    return str(user.get("team_id") or workspace.team) != workspace.team
