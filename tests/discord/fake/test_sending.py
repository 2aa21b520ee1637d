"""What the bot sends: what Discord takes, what it refuses and how it says so."""

import io
from datetime import timedelta

import discord
import pytest

from tests.discord.fake.conftest import Listener, Raw
from tests.fakes.discord.model import Channel, ChannelType, Guild, Json, Member
from tests.fakes.discord.permissions import Permission
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.talking import EPHEMERAL

BUTTON = {"type": 2, "style": 1, "label": "Yes", "custom_id": "yes"}
V2 = 1 << 15


def rows(*buttons: Json) -> list[Json]:
    return [{"type": 1, "components": list(buttons)}]


async def test_a_message_is_sent_changed_pinned_and_deleted(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    said = await client.text_channel(support).send("Good morning", suppress_embeds=True)
    await said.edit(content="Good evening")
    await said.pin()
    await said.add_reaction("✅")
    kept = support.messages[said.id]
    assert (kept.content, kept.pinned, kept.reactions) == ("Good evening", True, {"✅": {fake.world.bot.id}})
    assert kept.edited_at is not None
    assert [each.id async for each in client.text_channel(support).pins()] == [said.id]
    assert [each.type for each in support.messages.values()] == [0, 6]
    await said.unpin()
    await said.delete()
    assert said.id not in support.messages
    with pytest.raises(discord.NotFound) as refused:
        await said.edit(content="Too late")
    assert refused.value.code == 10008


async def test_files_come_along(fake: FakeDiscord, support: Channel, client: Listener) -> None:
    file = discord.File(io.BytesIO(b"the whole story"), "story.txt", description="What happened")
    said = await client.text_channel(support).send("See below", file=file)
    assert (said.attachments[0].filename, said.attachments[0].description) == ("story.txt", "What happened")
    assert await said.attachments[0].read() == b"the whole story"
    again = await said.edit(attachments=[*said.attachments, discord.File(io.BytesIO(b"more"), "more.txt")])
    assert [each.filename for each in again.attachments] == ["story.txt", "more.txt"]


@pytest.mark.parametrize(
    ("body", "code", "reason"),
    [
        ({}, 50006, "empty message"),
        ({"content": "  "}, 50006, "empty message"),
        ({"content": "x" * 2001}, 50035, "Must be 2000 or fewer in length."),
        ({"content": "x", "nonce": "n" * 26}, 50035, "Must be 25 or fewer in length."),
        ({"components": rows(BUTTON, BUTTON)}, 50035, "duplicated"),
        ({"components": rows(BUTTON | {"custom_id": "x" * 101})}, 50035, "between 1 and 100"),
        ({"components": rows({"type": 2, "style": 1, "label": "Yes"})}, 50035, "between 1 and 100"),
        ({"components": rows(BUTTON | {"label": "x" * 81})}, 50035, "Must be 80 or fewer"),
        ({"components": rows(*[BUTTON | {"custom_id": str(n)} for n in range(6)])}, 50035, "between 1 and 5"),
        ({"components": rows(BUTTON) * 6}, 50035, "between 0 and 5"),
        ({"components": [{"type": 10, "content": "words"}]}, 50035, "one of (1,)"),
        (
            {"flags": V2, "content": "x", "components": [{"type": 10, "content": "y"}]},
            50035,
            "cannot be used",
        ),
        ({"flags": V2, "components": [{"type": 10, "content": "x" * 4001}]}, 50035, "exceeds 4000"),
        ({"flags": V2, "components": [{"type": 10, "content": "x"}] * 41}, 50035, "limited to 40"),
        ({"flags": V2}, 50006, "empty message"),
        ({"embeds": [{"description": "x" * 4097}]}, 50035, "Must be 4096 or fewer"),
        ({"embeds": [{"description": "x" * 4000}] * 2}, 50035, "maximum size of 6000"),
        ({"embeds": [{"fields": [{"name": "x", "value": ""}]}]}, 50035, "required"),
        (
            {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
            50035,
            "mutually exclusive",
        ),
        ({"content": "x", "message_reference": {"message_id": "1"}}, 50035, "Unknown message"),
    ],
)
async def test_what_breaks_a_rule_is_refused(
    support: Channel, raw: Raw, body: Json, code: int, reason: str
) -> None:
    status, _headers, answer = await raw("POST", f"/channels/{support.id}/messages", body)
    assert (status, answer["code"]) == (400, code)
    assert reason in str(answer)
    assert support.texts == []


async def test_new_components_are_taken_with_their_flag(support: Channel, client: Listener) -> None:
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.Container(discord.ui.TextDisplay("# Case 1"), discord.ui.Separator()))
    view.add_item(discord.ui.ActionRow(discord.ui.Button(label="Claim", custom_id="claim")))
    said = await client.text_channel(support).send(view=view)
    kept = support.messages[said.id]
    assert kept.flags & V2 and kept.says == "# Case 1\nClaim"
    with pytest.raises(discord.HTTPException, match="cannot be used"):
        await said.edit(content="plain again")


async def test_the_same_nonce_twice_is_one_message(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    channel = client.text_channel(support)
    first = await channel.send("Once", nonce="case-1")
    again = await channel.send("Once", nonce="case-1")
    assert first.id == again.id and support.texts == ["Once"]
    assert (await channel.fetch_message(first.id)).nonce is None


async def test_a_nonce_is_forgotten_after_some_minutes(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    fake.settings.seconds_of_nonce = 0.0
    for _ in range(2):
        await client.text_channel(support).send("Once", nonce="case-1")
    assert support.texts == ["Once", "Once"]


async def test_only_allowed_mentions_are_mentions(
    fake: FakeDiscord, support: Channel, ana: Member, daria: Member, client: Listener
) -> None:
    channel = client.text_channel(support)
    words = f"<@{ana.id}> <@{daria.id}> @everyone"
    none = await channel.send(words, allowed_mentions=discord.AllowedMentions.none())
    one = await channel.send(
        words, allowed_mentions=discord.AllowedMentions(users=[discord.Object(ana.id)], everyone=False)
    )
    everybody = await channel.send(words)
    assert [[user.id for user in each.mentions] for each in (none, one, everybody)] == [
        [],
        [ana.id],
        [ana.id, daria.id],
    ]
    assert not support.messages[everybody.id].mention_everyone, "the bot may not"


@pytest.mark.parametrize(
    ("permission", "code"), [(Permission.SEND_MESSAGES, 50013), (Permission.VIEW_CHANNEL, 50001)]
)
async def test_without_the_permission_it_is_forbidden(
    fake: FakeDiscord, support: Channel, client: Listener, permission: Permission, code: int
) -> None:
    fake.world.removes_bot_permission(support, permission)
    with pytest.raises(discord.Forbidden) as refused:
        await client.text_channel(support).send("Hello")
    assert refused.value.code == code
    assert len(fake.limits.invalid) == 1


async def test_administrators_may_whatever_a_channel_says(
    fake: FakeDiscord, guild: Guild, support: Channel, client: Listener
) -> None:
    fake.world.removes_bot_permission(support, Permission.VIEW_CHANNEL)
    fake.world.grants(fake.world.bot_role(guild), Permission.ADMINISTRATOR)
    await client.text_channel(support).send("Hello")
    assert support.texts == ["Hello"]


async def test_a_reply_takes_the_right_to_read_history(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    fake.world.posts(ana, support, "Hello?")
    heard = await client.hears("Hello?")
    answered = await heard.reply("Yes?", mention_author=False)
    assert support.messages[answered.id].mentions == []
    fake.world.removes_bot_permission(support, Permission.READ_MESSAGE_HISTORY)
    with pytest.raises(discord.HTTPException) as refused:
        await heard.reply("And now?")
    assert refused.value.code == 160002
    assert [each async for each in client.text_channel(support).history()] == []


async def test_no_words_in_a_forum(fake: FakeDiscord, guild: Guild, raw: Raw) -> None:
    forum = fake.world.add_channel(guild, "forum", ChannelType.FORUM)
    status, _headers, answer = await raw("POST", f"/channels/{forum.id}/messages", {"content": "x"})
    assert (status, answer["code"]) == (400, 50008)


async def test_others_messages_are_not_changed_and_deleted_by_moderators_only(
    fake: FakeDiscord, guild: Guild, support: Channel, ana: Member, client: Listener
) -> None:
    posted = fake.world.posts(ana, support, "Mine")
    theirs = client.text_channel(support).get_partial_message(posted.id)
    with pytest.raises(discord.Forbidden) as refused:
        await theirs.edit(content="Yours")
    assert refused.value.code == 50005
    fake.world.removes_bot_permission(guild, Permission.MANAGE_MESSAGES)
    with pytest.raises(discord.Forbidden) as refused:
        await theirs.delete()
    assert refused.value.code == 50013


async def test_edits_of_old_messages_run_out(
    fake: FakeDiscord, support: Channel, raw: Raw, client: Listener
) -> None:
    fake.limits.off()
    said = [await client.text_channel(support).send(f"{n}") for n in range(6)]
    for each in said:
        fake.world.ages(support.messages[each.id], timedelta(hours=2))
    for each in said[:5]:
        await each.edit(content="again")
    status, _headers, answer = await raw(
        "PATCH", f"/channels/{support.id}/messages/{said[5].id}", {"content": "x"}
    )
    assert (status, answer["code"]) == (429, 30046)
    assert answer["retry_after"] > 0


async def test_history_is_read_from_either_end(
    fake: FakeDiscord, support: Channel, ana: Member, client: Listener
) -> None:
    posted = [fake.world.posts(ana, support, f"{n}") for n in range(250)]
    channel = client.text_channel(support)
    middle = discord.Object(posted[100].id)
    after = [each.content async for each in channel.history(after=middle, limit=None)]
    assert after == [f"{n}" for n in range(101, 250)]
    before = [each.content async for each in channel.history(before=middle, limit=3)]
    assert before == ["99", "98", "97"]
    around = [each.content async for each in channel.history(around=middle, limit=5)]
    assert sorted(around) == ["100", "101", "102", "98", "99"]


async def test_an_ephemeral_flag_means_nothing_outside_interactions(support: Channel, raw: Raw) -> None:
    await raw("POST", f"/channels/{support.id}/messages", {"content": "x", "flags": EPHEMERAL})
    assert [each.flags for each in support.messages.values()] == [0]
