"""Requests are held against Discord's description and our own rules, and what is wrong is found."""

from typing import Any

import discord
import pytest

from tests.discord.fake.conftest import Listener
from tests.discord.openapi import Description, description, validate, validate_all
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.journal import Request
from tests.fakes.discord.model import Channel, Member
from tests.fakes.discord.server import FakeDiscord

SEND = ("POST", "/channels/{channel_id}/messages")
COMMANDS = ("PUT", "/applications/{application_id}/commands")
CALLBACK = ("POST", "/interactions/{interaction_id}/{interaction_token}/callback")
BUTTON = {"type": 2, "style": 1, "label": "Yes", "custom_id": "yes"}
CLAIM = {"name": "claim", "description": "Take a case", "type": 1}
MODAL = {
    "title": "Reply",
    "custom_id": "1",
    "components": [{"type": 1, "components": [BUTTON | {"type": 4}]}],
}


@pytest.fixture(scope="module")
def known() -> Description:
    return description()


def request(method: str, template: str, json: Any = None, **query: str) -> Request:
    """A request with numbers for the parameters of its path."""
    path, params = template, {}
    for step in template.split("/"):
        if step.startswith("{"):
            params[step.strip("{}")] = "123"
            path = path.replace(step, "123")
    return Request(method, f"/api/v10{path}", template, params, query, json)


def row(**changes: Any) -> dict[str, Any]:
    return {"components": [{"type": 1, "components": [BUTTON | changes]}]}


async def test_what_an_unmodified_client_asks_for_is_in_order(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener, known: Description
) -> None:
    channel = client.text_channel(support)
    view = discord.ui.View()
    view.add_item(discord.ui.Button(label="Yes", custom_id="yes"))
    said = await channel.send("Hello", view=view, allowed_mentions=discord.AllowedMentions.none(), nonce="n")
    await said.edit(content="Hi", embed=discord.Embed(description="words"))
    await said.pin()
    thread = await channel.create_thread(
        name="Case 1", type=discord.ChannelType.private_thread, invitable=False
    )
    await thread.add_user(discord.Object(ana.id))
    await thread.send(file=discord.File(__file__))
    await thread.edit(archived=True)
    _ = [each async for each in channel.archived_threads(private=True)]
    _ = [each async for each in channel.history(limit=10, after=discord.Object(1))]
    await (await client.fetch_user(ana.id)).send("Hello")
    mine = fake.world.presses(ana, support.messages[said.id], "Yes")
    await eventually(lambda: mine.failed or client.heard, waiting_for="the click")
    assert len(fake.requests) > 12
    assert validate(fake.requests, known) == []


@pytest.mark.parametrize(
    "good",
    [
        request(*SEND, {"content": "Hello", "nonce": "n", "enforce_nonce": True}),
        request(*SEND, {"content": "Hello", "allowed_mentions": {"parse": [], "users": [123]}}),
        request(*SEND, row()),
        request(*SEND, {"flags": 1 << 15, "components": [{"type": 10, "content": "words"}]}),
        request(*COMMANDS, [CLAIM, {"name": "Get help", "type": 3}]),
        request(*CALLBACK, {"type": 5, "data": {"flags": 64}}, with_response="1"),
        request("GET", "/channels/{channel_id}/messages", limit="100", after="123"),
        request("GET", "/users/@me"),
    ],
    ids=lambda good: f"{good.route} {good.json}",
)
def test_what_is_right_is_let_through(good: Request, known: Description) -> None:
    assert validate([good], known) == []


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (request("GET", "/channels/{channel_id}/nothing"), "no such route"),
        (request("DELETE", "/users/@me"), "no such route"),
        (request("GET", "/users/@me", {"content": "x"}), "takes no body"),
        (request(*SEND), "takes a body"),
        (request(*SEND, {"content": 5}), "content"),
        (request(*SEND, {"contents": "x"}), "contents"),
        (request(*SEND, {"content": "x", "nonce": "n" * 26}), "nonce"),
        (request(*SEND, {"content": "x", "allowed_mentions": {"parse": ["all"]}}), "allowed_mentions"),
        (request(*SEND, {"content": "x", "embeds": [{"description": "x" * 5000}]}), "embeds.0.description"),
        (request(*SEND, row(style=9)), "components.0.components.0.style"),
        (request("GET", "/channels/{channel_id}/messages", limit="101"), "limit"),
        (request("GET", "/channels/{channel_id}/messages", since="1"), "no parameter 'since'"),
        (request("GET", "/guilds/{guild_id}/members/search", limit="5"), "query is required"),
        (request("POST", "/channels/{channel_id}/threads", {"type": 12}), "name"),
        (
            request(*COMMANDS, [CLAIM | {"options": [{"name": "x", "description": "y", "type": 99}]}]),
            "options",
        ),
        (request(*CALLBACK, {"type": 99}), "body"),
    ],
    ids=lambda each: f"{each.route} {str(each.json)[:60]}" if isinstance(each, Request) else each,
)
def test_what_the_description_forbids_is_found(wrong: Request, reason: str, known: Description) -> None:
    found = validate([wrong], known)
    assert found and any(reason in line for line in found)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (request(*SEND, {"content": "x" * 2001}), "content of 2001"),
        (request(*SEND, row(custom_id="")), "a custom id of 0"),
        (request(*SEND, row(custom_id="x" * 101)), "a custom id of 101"),
        (request(*SEND, row(label="x" * 81)), "80 characters"),
        (request(*SEND, {"components": row()["components"] * 2}), "one custom id"),
        (request(*SEND, {"components": [{"type": 10, "content": "x"}]}), "without their flag"),
        (request(*SEND, {"flags": 1 << 15, "content": "x", "components": []}), "beside new components"),
        (
            request(*SEND, {"flags": 1 << 15, "components": [{"type": 10, "content": "x" * 4001}]}),
            "4001 characters",
        ),
        (request(*SEND, {"flags": 1 << 15, "components": [{"type": 14}] * 41}), "41 components"),
        (request(*SEND, {"embeds": [{"description": "x" * 3001}] * 2}), "6000 characters"),
        (request(*COMMANDS, [CLAIM | {"name": "Claim"}]), "no name for a command"),
        (request(*COMMANDS, [CLAIM | {"name": "claim it"}]), "no name for a command"),
        (request(*COMMANDS, [CLAIM | {"description": "x" * 101}]), "a description of 101"),
        (request(*COMMANDS, [CLAIM | {"description": ""}]), "a description of 0"),
        (request(*COMMANDS, [CLAIM | {"type": 3}]), "no description"),
        (request(*COMMANDS, [CLAIM, CLAIM]), "two commands of one name"),
        (request(*CALLBACK, {"type": 9, "data": MODAL | {"title": "x" * 46}}), "title"),
        (request(*CALLBACK, {"type": 9, "data": MODAL | {"components": []}}), "1 to 5 fields"),
        (request(*CALLBACK, {"type": 4, "data": {"content": "x" * 2001}}), "content of 2001"),
    ],
    ids=lambda each: f"{each.route} {str(each.json)[:60]}" if isinstance(each, Request) else each,
)
def test_what_the_description_leaves_out_is_found_too(wrong: Request, reason: str) -> None:
    assert any(reason in line for line in validate([wrong]))
    assert validate_all([wrong]) != []
