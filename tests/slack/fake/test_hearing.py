"""What an unmodified Bolt app hears, over both transports."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.discord.commands import NotOffered
from tests.fakes.slack.model import Channel, User
from tests.fakes.slack.server import FakeSlack
from tests.slack.fake.conftest import Ear, by_http, by_socket


async def test_somebodys_words_are_heard_with_who_where_and_when(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    said = fake.world.posts(max_, support, "The bread is stale")
    heard = await ear.hears("message")
    assert heard["text"] == "The bread is stale"
    assert (heard["user"], heard["channel"], heard["ts"]) == (max_.id, support.id, said.ts)
    assert heard["channel_type"] == "channel" and heard["event_ts"] == said.ts
    body = ear.bodies[-1]
    assert body["event_id"].startswith("Ev") and body["authorizations"][0]["user_id"] == fake.world.bot.id
    assert body["is_ext_shared_channel"] is False


async def test_a_mention_is_a_second_event_of_the_same_message(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    said = fake.world.posts(max_, support, f"{fake.world.bot.mention} help")
    mention = await ear.hears("app_mention")
    assert mention["ts"] == said.ts == (await ear.hears("message"))["ts"]
    ids = [body["event_id"] for body in ear.bodies]
    assert len(set(ids)) == 2


async def test_edits_tell_what_was_before_and_what_is_now(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    root = fake.world.posts(max_, support, "Hello")
    reply = fake.world.posts(max_, support, "The bred is stale", thread_ts=root)
    fake.world.edits(reply, "The bread is stale")
    heard = await ear.hears("message", "message_changed")
    assert heard["previous_message"]["text"] == "The bred is stale"
    assert heard["message"]["text"] == "The bread is stale"
    assert heard["message"]["edited"]["user"] == max_.id
    assert heard["message"]["thread_ts"] == heard["previous_message"]["thread_ts"] == root.ts
    assert heard["ts"] > reply.ts == heard["message"]["ts"]


async def test_a_preview_is_a_change_that_nobody_made(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    fake.world.unfurls(fake.world.posts(max_, support, "https://example.org"), "An example")
    heard = await ear.hears("message", "message_changed")
    assert "edited" not in heard["message"]
    assert heard["message"]["text"] == heard["previous_message"]["text"]


async def test_a_deletion_tells_what_was_there(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    said = fake.world.posts(max_, support, "The bread is stale")
    fake.world.deletes(said)
    heard = await ear.hears("message", "message_deleted")
    assert (heard["deleted_ts"], heard["channel"]) == (said.ts, support.id)
    assert heard["previous_message"]["user"] == max_.id
    assert support.texts == []


async def test_the_first_message_of_a_thread_leaves_a_tombstone(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User, daria: User
) -> None:
    root = fake.world.posts(max_, support, "The bread is stale")
    fake.world.posts(daria, support, "Which one?", thread_ts=root)
    fake.world.deletes(root)
    heard = await ear.hears("message", "message_changed")
    assert heard["message"]["subtype"] == "tombstone" and heard["message"]["user"] == "USLACKBOT"
    assert heard["previous_message"]["text"] == "The bread is stale"
    assert support.texts == ["Which one?"]


async def test_a_reply_shown_in_the_channel_too_is_told_so(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    root = fake.world.posts(max_, support, "Hello")
    fake.world.posts(max_, support, "For all", thread_ts=root, broadcast=True)
    assert (await ear.hears("message", "thread_broadcast"))["thread_ts"] == root.ts
    assert [each.text for each in support.roots] == ["Hello", "For all"]


async def test_the_bots_own_words_come_back_with_its_ids(fake: FakeSlack, ear: Ear, support: Channel) -> None:
    await ear.client.chat_postMessage(channel=support.id, text="We heard you")
    heard = await ear.hears("message")
    assert (heard["bot_id"], heard["app_id"]) == (fake.world.bot_id, fake.world.app_id)
    assert heard["user"] == fake.world.bot.id


async def test_other_apps_and_workflows_have_no_user(fake: FakeSlack, ear: Ear, support: Channel) -> None:
    fake.world.posts_as_bot(support, "Rain tomorrow")
    heard = await ear.hears("message", "bot_message")
    assert "user" not in heard and heard["username"] == "Weather"
    fake.world.posts_as_bot(support, "Soup or salad?", workflow=True)
    await fake.delivered()
    assert ear.heard[-1]["workflow_id"].startswith("Wf")


async def test_people_of_other_organisations_are_told_apart(
    fake: FakeSlack, ear: Ear, max_: User, client: AsyncWebClient
) -> None:
    partner = fake.world.add_user("Petra", stranger=True)
    shared = fake.world.add_channel("partners", max_, partner, shared=True)
    fake.world.posts(partner, shared, "Your flour is late")
    heard = await ear.hears("message")
    assert heard["user_team"] == partner.team != fake.world.team
    assert [body["is_ext_shared_channel"] for body in ear.bodies if body["event"] is heard] == [True]
    told = (await client.users_info(user=partner.id))["user"]
    assert told["is_stranger"] is True and "locale" not in told


async def test_what_the_bot_is_not_in_it_does_not_hear(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    elsewhere = fake.world.add_channel("elsewhere", max_, bot=False)
    fake.world.posts(max_, elsewhere, "Nobody hears this")
    fake.world.joins(fake.world.bot, elsewhere, by=max_)
    joined = await ear.hears("member_joined_channel")
    assert (joined["user"], joined["inviter"]) == (fake.world.bot.id, max_.id)
    fake.world.posts(max_, elsewhere, "Now it does")
    await ear.hears("message")
    fake.world.leaves(fake.world.bot, elsewhere)
    assert (await ear.hears("channel_left"))["channel"] == elsewhere.id
    fake.world.posts(max_, elsewhere, "Nobody hears this either")
    await fake.delivered()
    assert ear.words[-1] == "Now it does"
    assert "Nobody hears this" not in ear.words


async def test_comings_and_goings_and_switched_off_accounts_are_told(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    ana = fake.world.add_user("Ana")
    fake.world.joins(ana, support)
    assert (await ear.hears("member_joined_channel"))["user"] == ana.id
    assert (await ear.hears("message", "channel_join"))["user"] == ana.id
    fake.world.leaves(ana, support)
    assert (await ear.hears("member_left_channel"))["user"] == ana.id
    fake.world.deactivates(max_)
    assert (await ear.hears("user_change"))["user"]["deleted"] is True
    assert max_.id not in support.members


async def test_what_becomes_of_channels_and_groups_is_told(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User, daria: User
) -> None:
    fake.world.archives(support, daria)
    assert (await ear.hears("channel_archive"))["user"] == daria.id
    with pytest.raises(NotOffered):
        fake.world.posts(max_, support, "Too late")
    fake.world.unarchives(support)
    fake.world.posts(max_, support, "Back again")
    await ear.hears("channel_unarchive")
    fake.world.renames(support, "help")
    assert (await ear.hears("channel_rename"))["channel"]["name"] == "help"
    fake.world.changes_group(fake.world.add_group("helpers", daria), daria, max_)
    assert (await ear.hears("subteam_updated"))["subteam"]["users"] == [daria.id, max_.id]
    fake.world.removes_channel(support)
    assert (await ear.hears("channel_deleted"))["channel"] == support.id


async def test_the_way_to_the_app_may_change(fake: FakeSlack, support: Channel, max_: User) -> None:
    ear = Ear(fake)
    async with by_http(fake, ear), by_socket(fake, ear):
        for number in range(2):
            fake.world.posts(max_, support, str(number))
            await fake.delivered()
            fake.deliver_by_socket()
        assert ear.words == ["0", "1"]
        assert [each.sent for each in fake.socket.connected] == [1]


async def test_files_come_with_the_words(fake: FakeSlack, ear: Ear, support: Channel, max_: User) -> None:
    fake.world.posts(max_, support, "Look", files={"receipt.txt": b"3 loaves"})
    heard = await ear.hears("message", "file_share")
    assert heard["text"] == "Look" and heard["files"][0]["name"] == "receipt.txt"


async def test_direct_messages_and_looks_at_the_home_are_told(fake: FakeSlack, ear: Ear, max_: User) -> None:
    fake.world.writes_to_bot(max_, "Hello?")
    heard = await ear.hears("message")
    assert heard["channel_type"] == "im" and heard["channel"].startswith("D")
    fake.world.opens_home(max_)
    opened = await ear.hears("app_home_opened")
    assert (opened["user"], opened["tab"]) == (max_.id, "home")


async def test_typed_words_travel_escaped_and_are_read_as_they_were_typed(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User, daria: User
) -> None:
    typed = f"{daria.mention} 1 < 2 & 3, see https://example.org/a?b=1&c=2"
    said = fake.world.posts(max_, support, typed)
    heard = await ear.hears("message")
    link = "<https://example.org/a?b=1&amp;c=2>"
    assert heard["text"] == f"{daria.mention} 1 &lt; 2 &amp; 3, see {link}"
    assert fake.world.reads(said) == "@Daria 1 < 2 & 3, see https://example.org/a?b=1&c=2"
    dated = f"<#{support.id}> <!date^1700000000^{{time}}|22:13> <https://example.org|here> <!here>"
    assert fake.world.reads(dated) == "#support 22:13 here @here"


async def test_only_what_the_manifest_asks_for_is_told(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    scopes = {"bot": ["channels:history", "chat:write"]}
    events = {"bot_events": ["message.channels", "reaction_added"]}
    fake.install({"oauth_config": {"scopes": scopes}, "settings": {"event_subscriptions": events}})
    said = fake.world.posts(max_, support, f"{fake.world.bot.mention} hi")
    fake.world.reacts(max_, said, "eyes")
    fake.world.writes_to_bot(max_, "Hello?")
    await ear.hears("message")
    await fake.delivered()
    assert [each["type"] for each in ear.heard] == ["message"]
