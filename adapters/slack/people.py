"""Who is who in the workspace, as Slack says when asked: remembered for a day, and forgotten when a change is told."""

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from unicodedata import category

from cachetools import TTLCache

from adapters.slack.address import is_user
from adapters.slack.errors import Refused
from adapters.slack.escaping import tidy_line
from adapters.slack.limits import LARGE_PAGE
from adapters.slack.turns import Together
from adapters.slack.web import Web
from adapters.slack.workspace import Workspace
from bot.ports import Gone, PortError

REMEMBERED, A_DAY = 20_000, 24 * 3600.0
"""People, at about 500 bytes each, and seconds."""

NOBODY, A_WHILE = 2000, 5 * 60.0
"""Ids that were nobody's, and seconds: somebody may be met only later."""

ROSTER, AN_HOUR = 9000, 3600.0
"""People that are looked through for a name, and seconds until their list is asked for anew."""

SLACKBOT = "USLACKBOT"

_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters by their category, and nothing to the eye."""


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
        self._roster: tuple[Person, ...] | None = None
        self._listed_at = 0.0
        self._listing: asyncio.Task[None] | None = None
        self._together = Together()

    async def of(self, user: str) -> Person | None:
        """The person with this id; None for nobody. Raises Transient."""
        known = self._known.get(user)
        if known is not None or user in self._nobody or not is_user(user):
            return known
        return await self._together.ask(user, partial(self._ask_for, user))

    async def all(self) -> tuple[Person, ...]:
        """Those of this workspace who are there, to be looked through for a name. Raises Transient, DoorShut.

        A list that has become old is asked for anew, and does until then: in a large workspace that takes a while.
        """
        if self._roster is None:
            await self._together.ask("", self._list)
        elif time.monotonic() - self._listed_at > AN_HOUR:
            self._listed_at = time.monotonic()
            self._listing = asyncio.create_task(self.meet())
        latest = (self._known.get(person.id, person) for person in self._roster or ())
        return tuple(person for person in latest if not person.deleted)

    async def meet(self) -> None:
        """Get to know everybody at once: whoever writes first after a start is not held up by being asked for."""
        with suppress(PortError):
            await self._together.ask("", self._list)

    def told(self, user: Mapping[str, Any]) -> Person:
        """A user as Slack describes them in an answer: now nobody needs to be asked."""
        person = _person(user, self._workspace)
        self._known[person.id] = person
        self._nobody.pop(person.id, None)
        return person

    def changed(self, user: Mapping[str, Any]) -> None:
        """A user as an event describes them. Whoever isn't remembered needn't be now: many change, few write here."""
        id_ = str(user["id"])
        before = self._known.pop(id_, None)
        self._nobody.pop(id_, None)
        if before is not None and (user.get("deleted") or "is_admin" in user):
            now = _person(user, self._workspace)
            # Events don't always say in which language somebody reads.
            self._known[id_] = replace(now, locale=now.locale or before.locale)

    async def _ask_for(self, user: str) -> Person | None:
        try:
            answer = await self._web.call("users.info", user=user, include_locale=True)
        except (Gone, Refused):
            self._nobody[user] = None
            return None
        return self.told(answer["user"])

    async def _list(self) -> None:
        listed = self._web.pages("users.list", "members", most=ROSTER, page=LARGE_PAGE, include_locale=True)
        self._roster = tuple([self.told(user) async for user in listed])
        self._listed_at = time.monotonic()


def _person(user: Mapping[str, Any], workspace: Workspace) -> Person:
    profile = user.get("profile") or {}
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    name = next((tidy_line(str(each)) for each in names if each and _is_seen(str(each))), str(user["id"]))
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


def _is_seen(name: str) -> bool:
    """Whether there is anything to see of it: some people call themselves by letters that take no ink."""
    return any(category(letter)[0] not in "CZ" and letter not in _BLANK for letter in name)


def _is_stranger(user: Mapping[str, Any], workspace: Workspace) -> bool:
    """Another workspace of the same enterprise is not another organisation."""
    if user.get("is_stranger"):
        return True
    enterprise = (user.get("enterprise_user") or {}).get("enterprise_id")
    if workspace.enterprise is not None and enterprise == workspace.enterprise:
        return False
    return str(user.get("team_id") or workspace.team) != workspace.team
