"""The app's manifest: what is pasted at Slack, so that an app is made with everything the bot needs, and nothing else.

Made from the catalogue and from the tables below. Source of the format: "App manifest reference".
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from adapters.slack.chooser import MORE
from adapters.slack.commands import COMPLAIN, COMPLAINT, OMBUD
from adapters.slack.http import PATH
from adapters.slack.interactions import menu_id
from bot.language import Voice
from bot.surface import Offer, Offers
from bot.text import shorten

NAME, DESCRIPTION, SHORTCUT, EXPLAINED = 35, 140, 24, 150
"""Slack's limits in characters: of the app's name and description, and of a shortcut's."""

SHORTCUTS = 10
WIDTH = 110

SCOPES: Mapping[str, str] = {
    "channels:history": "reads public channels it was invited to, and looks for its own messages there",
    "channels:read": "finds public channels, and hears that it was invited to one",
    "chat:write": "answers, and edits and removes its own messages",
    "commands": "slash commands and message shortcuts",
    "files:read": "reads what members and staff attach, to carry it to the other side",
    "files:write": "attaches what is carried, and what is too long for a message",
    "groups:history": "reads private channels it was invited to",
    "groups:read": "finds private channels, and who is in the staff room",
    "groups:write": "opens a private channel for a case, where the community wants it so",
    "im:history": "reads what is written to it in private",
    "im:write": "writes to members in private",
    "pins:write": "pins the notice that says what it does",
    "reactions:write": "marks a message as seen",
    "usergroups:read": "knows who is staff by a user group",
    "users:read": "names, languages and time zones, and who administers the workspace",
}
"""What the bot's token may do, and why."""

OF_ADMIN: Mapping[str, str] = {"chat:write": "removes a message that a moderator decided to remove"}
"""What the token of an admin may do, and why; in no manifest unless it is asked for."""

EVENTS: Mapping[str, str] = {
    "app_home_opened": "to draw the queue",
    "member_joined_channel": "to say what to do when it was invited, and to know who joined the staff room",
    "member_left_channel": "to know who left the staff room",
    "message.channels": "to hear in public channels",
    "message.groups": "to hear in private channels",
    "message.im": "to hear in direct messages",
    "user_change": "to know who left, and who is called otherwise now",
}
"""What the bot is told of, and why."""


def manifest(offers: Offers, voice: Voice, url: str | None = None, *, with_removal: bool = False) -> str:
    """In YAML. With a `url`, such as `https://ombud.example.org`, Slack connects there; without, Socket Mode is on.

    With `with_removal` whoever installs the app lends it a token of their own, too.
    """
    told = content(offers, voice, url, with_removal=with_removal)
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=WIDTH)


def content(
    offers: Offers, voice: Voice, url: str | None = None, *, with_removal: bool = False
) -> dict[str, Any]:
    """The same as data."""
    address = {"request_url": f"{url.rstrip('/')}{PATH}"} if url else {}
    lent = {"user": sorted(OF_ADMIN)} if with_removal else {}
    name = voice.text("slack.title")
    return {
        "display_information": {
            "name": shorten(name, NAME),
            "description": shorten(voice.text("slack.manifest.description"), DESCRIPTION),
            "background_color": "#2f4858",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": name, "always_online": True},
            "shortcuts": list(_shortcuts(offers, voice)),
            "slash_commands": list(_commands(offers, voice, address.get("request_url"))),
        },
        "oauth_config": {"scopes": {"bot": sorted(SCOPES), **lent}},
        "settings": {
            "event_subscriptions": {**address, "bot_events": sorted(EVENTS)},
            "interactivity": {"is_enabled": True, **address},
            "org_deploy_enabled": False,
            "socket_mode_enabled": url is None,
            "token_rotation_enabled": False,
        },
    }


def _shortcuts(offers: Offers, voice: Voice) -> Iterator[dict[str, str]]:
    """Raises ValueError for more than Slack takes."""
    if len(offers.menus) >= SHORTCUTS:
        raise ValueError(
            f"{len(offers.menus)} menus; Slack takes {SHORTCUTS - 1} beside the one for commands"
        )
    for menu in offers.menus:
        yield _shortcut(menu_id(menu.name), menu.label["en"], menu.label["en"])
    yield _shortcut(MORE, voice.text("slack.more"), voice.text("slack.manifest.more"))


def _shortcut(callback: str, name: str, about: str) -> dict[str, str]:
    return {
        "name": shorten(name, SHORTCUT),
        "type": "message",
        "callback_id": callback,
        "description": shorten(about, EXPLAINED),
    }


def _commands(offers: Offers, voice: Voice, url: str | None) -> Iterator[dict[str, Any]]:
    """`/ombud` for everything, and one of its own for whoever has something to complain about."""
    there = {"url": url} if url else {}
    yield {
        "command": OMBUD,
        **there,
        "description": voice.text("slack.manifest.ombud"),
        "usage_hint": voice.text("slack.manifest.ombud.usage"),
        # So that it is known for certain which person or channel is meant.
        "should_escape": True,
    }
    complain = _offered(offers.commands, COMPLAINT)
    if complain is not None:
        yield {"command": COMPLAIN, **there, "description": complain.help["en"], "should_escape": True}


def _offered(offers: Sequence[Offer], name: str) -> Offer | None:
    return next((offer for offer in offers if offer.name == name), None)
