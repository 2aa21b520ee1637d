"""Whether the bot can do its work on Slack: what is as it should be, and for everything else what to do.

It asks Slack over its Web API alone, and changes nothing there.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.exc import SQLAlchemyError

from adapters.common.findings import Finding
from adapters.slack.address import key_of
from adapters.slack.errors import translated
from adapters.slack.login import APPS, log_in
from adapters.slack.manifest import OF_ADMIN, SCOPES
from adapters.slack.permissions import lacking_in
from adapters.slack.web import connected
from adapters.slack.workspace import Workspace, meet
from bot.community import Community
from bot.errors import StartError
from bot.language import Voice
from bot.ports import DoorShut, Gone, PortError, Purpose, Transient

SettingsOf = Callable[[str], Awaitable[Community | None]]


@dataclass(frozen=True, slots=True)
class Access:
    """What the environment gives; `socket` tells which of the next two is needed. An admin's token may be missing."""

    bot_token: str
    api_url: str
    socket: bool
    app_token: str | None = None
    signing_secret: str | None = None
    admin_token: str | None = None


async def examine(access: Access, voice: Voice, settings_of: SettingsOf) -> AsyncIterator[Finding]:
    """Everything, as it is found. Raises StartError for a wrong token, or when there is no answer."""
    async with connected(access.bot_token, access.api_url) as client:
        workspace = await log_in(client, patiently=False)
        yield Finding(voice.text("slack.doctor.token", name=workspace.name), well=True)
        yield _scopes(workspace, voice)
        yield await _way_in(client, access, voice)
        yield Finding(voice.text("slack.doctor.events", url=APPS))
        try:
            community = await settings_of(key_of(workspace.team))
        except (SQLAlchemyError, OSError):
            yield Finding(voice.text("slack.doctor.no_settings"), well=False)
            return
        async for finding in _channels(client, workspace, community, voice):
            yield finding
        if access.admin_token is not None:
            yield await _admin(client, access, workspace, voice)
        elif community is not None and community.settings.removal:
            yield Finding(voice.text("slack.doctor.no_admin"))


def _scopes(workspace: Workspace, voice: Voice) -> Finding:
    lacking = sorted(SCOPES.keys() - workspace.scopes)
    if not lacking:
        return Finding(voice.text("slack.doctor.scopes"), well=True)
    return Finding(voice.text("slack.doctor.no_scopes", scopes=", ".join(lacking), url=APPS), well=False)


async def _way_in(client: AsyncWebClient, access: Access, voice: Voice) -> Finding:
    """The secret by which Slack's events reach us."""
    if not access.socket:
        if access.signing_secret:
            return Finding(voice.text("slack.doctor.secret"), well=True)
        return Finding(voice.text("slack.doctor.no_secret", url=APPS), well=False)
    code = "-"
    if access.app_token:
        try:
            with translated():
                await client.apps_connections_open(app_token=access.app_token)
        except PortError as error:
            code = str(error)
        else:
            return Finding(voice.text("slack.doctor.app_token"), well=True)
    return Finding(voice.text("slack.doctor.no_app_token", code=code, url=APPS), well=False)


async def _admin(client: AsyncWebClient, access: Access, workspace: Workspace, voice: Voice) -> Finding:
    """Whether the token is an admin's, and may delete messages."""
    try:
        code = await _unfit(client, access, workspace)
    except PortError as error:
        code = str(error)
    if code is None:
        return Finding(voice.text("slack.doctor.admin"), well=True)
    return Finding(voice.text("slack.doctor.admin_refused", code=code, url=APPS), well=False)


async def _unfit(client: AsyncWebClient, access: Access, workspace: Workspace) -> str | None:
    """What is wrong with the token, as a code. Raises PortError where Slack doesn't take it."""
    async with connected(access.admin_token or "", access.api_url) as lent:
        owner = await meet(lent)
    if owner.team != workspace.team:
        return "other_workspace"
    if OF_ADMIN.keys() - owner.scopes:
        return "missing_scope"
    with translated():
        user = (await client.users_info(user=owner.bot))["user"]
    rights = ("is_admin", "is_owner", "is_primary_owner")
    return None if any(user.get(right) for right in rights) else "no_admin"


async def _channels(
    client: AsyncWebClient, workspace: Workspace, community: Community | None, voice: Voice
) -> AsyncIterator[Finding]:
    """The channels in use, each with what the bot is to do there."""
    if community is None or community.settings.staff_room is None:
        yield Finding(voice.text("slack.doctor.not_set_up"), well=False)
    if community is None:
        return
    settings = community.settings
    used = [(channel, Purpose.WATCH) for channel in sorted(settings.watched)]
    if settings.staff_room is not None:
        used.append((settings.staff_room, Purpose.STAFF_ROOM))
    for id_, purpose in used:
        try:
            with translated():
                answer = await client.conversations_info(channel=id_)
        except (Gone, DoorShut):
            yield Finding(voice.text("slack.doctor.no_channel", channel=id_), well=False)
        except Transient as error:
            raise StartError(f"Slack doesn't tell about its channels ({error}). Try again later.") from error
        else:
            yield _allowed(answer["channel"], lacking_in(answer["channel"], workspace.scopes, purpose), voice)


def _allowed(channel: Mapping[str, Any], missing: Sequence[str], voice: Voice) -> Finding:
    name = str(channel.get("name") or channel["id"])
    if channel.get("is_archived"):
        return Finding(voice.text("slack.doctor.archived", channel=name), well=False)
    if not missing:
        return Finding(voice.text("slack.doctor.channel", channel=name), well=True)
    names = ", ".join(voice.text(f"permission.{code}") for code in missing)
    grant = voice.text("permission.grant.slack", channel=f"#{name}", permissions=names)
    return Finding(grant, well=False)
