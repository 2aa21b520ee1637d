"""What the Web API does and refuses, asked by the SDK's own client."""

from collections.abc import Awaitable
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack.model import Channel, User
from tests.fakes.slack.server import FakeSlack

Json = dict[str, Any]
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "Case 1"}}
MARK = {"event_type": "ombud", "event_payload": {"key": "abc"}}


async def refused(call: Awaitable[Any]) -> str:
    """The error that a call comes to."""
    with pytest.raises(SlackApiError) as caught:
        await call
    return str(caught.value.response["error"])


async def test_who_one_is_is_told_with_the_scopes(fake: FakeSlack, client: AsyncWebClient) -> None:
    told = await client.auth_test()
    assert (told["team_id"], told["user_id"]) == (fake.world.team, fake.world.bot.id)
    assert "chat:write" in told.headers["x-oauth-scopes"]


async def test_a_message_is_posted_changed_and_deleted(
    fake: FakeSlack, client: AsyncWebClient, support: Channel, max_: User
) -> None:
    posted = await client.chat_postMessage(channel=support.id, text="Case 1", blocks=[SECTION], metadata=MARK)
    message = support.messages[posted["ts"]]
    assert posted["message"]["bot_id"] == fake.world.bot_id and message.says == "Case 1"
    assert (await client.chat_update(channel=support.id, ts=message.ts, text="Case 1, solved"))["ok"]
    assert message.text == "Case 1, solved" and message.blocks[0]["text"] == SECTION["text"]
    link = await client.chat_getPermalink(channel=support.id, message_ts=message.ts)
    assert link["permalink"].endswith(f"/archives/{support.id}/p{message.ts.replace('.', '')}")
    await client.chat_delete(channel=support.id, ts=message.ts)
    assert support.texts == []
    assert await refused(client.chat_delete(channel=support.id, ts=message.ts)) == "message_not_found"


async def test_only_its_own_messages_are_the_bots_to_change(
    fake: FakeSlack, client: AsyncWebClient, support: Channel, max_: User
) -> None:
    said = fake.world.posts(max_, support, "The bread is stale")
    assert await refused(client.chat_delete(channel=support.id, ts=said.ts)) == "cant_delete_message"
    assert (
        await refused(client.chat_update(channel=support.id, ts=said.ts, text="x")) == "cant_update_message"
    )
    assert support.texts == ["The bread is stale"]


async def test_what_cannot_be_shown_is_refused(
    fake: FakeSlack, client: AsyncWebClient, support: Channel
) -> None:
    fake.limits.off()

    def post(**arguments: Any) -> Awaitable[Any]:
        return client.chat_postMessage(channel=support.id, **arguments)

    long = [{"type": "section", "text": {"type": "plain_text", "text": "x" * 2900}}] * 5
    with pytest.warns(UserWarning, match="text"):
        assert await refused(post()) == "no_text"
    assert await refused(post(text="x" * 40_001)) == "msg_too_long"
    assert await refused(post(text="x", blocks=[SECTION | {"type": "sektion"}])) == "invalid_blocks"
    assert await refused(post(text="x", blocks=[SECTION] * 51)) == "invalid_blocks"
    assert await refused(post(text="x", blocks=long)) == "msg_blocks_too_long"
    assert await refused(post(text="x", metadata={"key": "a"})) == "invalid_metadata_format"
    assert await refused(post(text="x", thread_ts="1.000001")) == "thread_not_found"
    posted = await post(text="x")
    update = client.chat_update(channel=support.id, ts=posted["ts"], text="x" * 4001)
    assert await refused(update) == "msg_too_long"


async def test_where_the_bot_is_not_it_cannot_write(
    fake: FakeSlack, client: AsyncWebClient, max_: User
) -> None:
    public = fake.world.add_channel("public", max_, bot=False)
    secret = fake.world.add_channel("secret", max_, private=True, bot=False)
    closed = fake.world.add_channel("closed", max_)
    fake.world.archives(closed)
    for place, error in (
        (public.id, "not_in_channel"),
        (secret.id, "channel_not_found"),
        (closed.id, "is_archived"),
        ("C0NOWHERE", "channel_not_found"),
    ):
        assert await refused(client.chat_postMessage(channel=place, text="Hi")) == error


async def test_threads_hold_their_replies(
    fake: FakeSlack, client: AsyncWebClient, support: Channel, max_: User
) -> None:
    root = fake.world.posts(max_, support, "The bread is stale")
    first = await client.chat_postMessage(channel=support.id, thread_ts=root.ts, text="Which?", metadata=MARK)
    fake.world.posts(max_, support, "Rye", thread_ts=root)
    again = client.chat_postMessage(channel=support.id, thread_ts=first["ts"], text="x")
    assert await refused(again) == "cannot_reply_to_message"
    thread = await client.conversations_replies(channel=support.id, ts=root.ts, include_all_metadata=True)
    assert [each["text"] for each in thread["messages"]] == ["The bread is stale", "Which?", "Rye"]
    assert thread["messages"][1]["metadata"] == MARK and thread["messages"][0]["reply_count"] == 2
    later = await client.conversations_replies(channel=support.id, ts=root.ts, oldest=first["ts"])
    assert [each["text"] for each in later["messages"]] == ["The bread is stale", "Rye"]
    assert (
        "metadata" not in (await client.conversations_replies(channel=support.id, ts=root.ts))["messages"][1]
    )
    history = await client.conversations_history(channel=support.id)
    assert [each["text"] for each in history["messages"]] == ["The bread is stale"]


async def test_what_one_person_is_shown_is_in_no_history(
    fake: FakeSlack, client: AsyncWebClient, support: Channel, max_: User
) -> None:
    ana = fake.world.add_user("Ana")
    await client.chat_postEphemeral(channel=support.id, user=max_.id, text="Only you")
    absent = client.chat_postEphemeral(channel=support.id, user=ana.id, text="Only you")
    assert await refused(absent) == "user_not_in_channel"
    assert (await client.conversations_history(channel=support.id))["messages"] == []
    assert [each.text for each in fake.world.ephemerals(max_, support)] == ["Only you"]


async def test_direct_messages_reach_those_who_can_be_reached(
    fake: FakeSlack, client: AsyncWebClient, max_: User
) -> None:
    opened = await client.conversations_open(users=max_.id)
    again = await client.conversations_open(users=max_.id)
    assert opened["channel"]["id"] == again["channel"]["id"] == fake.world.dm_with(max_).id
    assert again["already_open"] is True
    await client.chat_postMessage(channel=max_.id, text="Hello Max")
    assert [each.text for each in fake.world.dm(max_)] == ["Hello Max"]
    gone, bot = fake.world.add_user("Gone"), fake.world.add_user("Weather", bot=True)
    fake.world.deactivates(gone)
    strange = fake.world.add_user("Petra", stranger=True)
    assert await refused(client.conversations_open(users=gone.id)) == "user_disabled"
    assert await refused(client.conversations_open(users=strange.id)) == "user_not_visible"
    assert await refused(client.conversations_open(users="U0NOBODY")) == "user_not_found"
    assert await refused(client.chat_postMessage(channel=bot.id, text="Hi")) == "cannot_dm_bot"


async def test_a_private_channel_is_made_for_some(
    fake: FakeSlack, client: AsyncWebClient, max_: User, daria: User
) -> None:
    made = (await client.conversations_create(name="case-1-a7", is_private=True))["channel"]["id"]
    channel = fake.world.channels[made]
    assert await refused(client.conversations_create(name="case-1-a7", is_private=True)) == "name_taken"
    assert await refused(client.conversations_create(name="Case 1")) == "invalid_name_specials"
    await client.conversations_invite(channel=made, users=[max_.id, daria.id])
    assert max_.id in channel.members and daria.id in channel.members
    assert await refused(client.conversations_invite(channel=made, users=max_.id)) == "already_in_channel"
    strange, guest = fake.world.add_user("Petra", stranger=True), fake.world.add_user("Guest", guest=True)
    assert (
        await refused(client.conversations_invite(channel=made, users=strange.id)) == "org_user_not_in_team"
    )
    assert await refused(client.conversations_invite(channel=made, users=guest.id)) == "user_is_restricted"
    assert (
        await refused(client.conversations_invite(channel=made, users=fake.world.bot.id))
        == "cant_invite_self"
    )
    members = await client.conversations_members(channel=made)
    assert members["members"] == [fake.world.bot.id, max_.id, daria.id]
    await client.conversations_archive(channel=made)
    assert await refused(client.conversations_archive(channel=made)) == "already_archived"
    # Its name stays taken.
    assert await refused(client.conversations_create(name="case-1-a7", is_private=True)) == "name_taken"


async def test_lists_come_in_pages(fake: FakeSlack, client: AsyncWebClient, max_: User) -> None:
    for number in range(5):
        fake.world.add_channel(f"room-{number}", max_, bot=number % 2 == 0)
    fake.world.add_channel("secret", max_, private=True, bot=False)
    mine = fake.world.add_channel("cellar", max_, private=True)
    seen, cursor = [], ""
    while True:
        page = await client.conversations_list(types="public_channel,private_channel", limit=2, cursor=cursor)
        seen += [each["name"] for each in page["channels"]]
        if not (cursor := page["response_metadata"]["next_cursor"]):
            break
    assert seen == [*(f"room-{number}" for number in range(5)), "cellar"]
    there = (await client.users_conversations(types="public_channel,private_channel"))["channels"]
    assert [each["id"] for each in there][-1] == mine.id and len(there) == 4
    assert await refused(client.conversations_list(cursor="2")) == "invalid_cursor"
    assert await refused(client.conversations_list(types="rooms")) == "invalid_types"
    info = (await client.conversations_info(channel=mine.id, include_num_members=True))["channel"]
    assert info["is_private"] and info["is_member"] and info["num_members"] == 2


async def test_people_and_groups_are_told(
    fake: FakeSlack, client: AsyncWebClient, max_: User, daria: User
) -> None:
    told = (await client.users_info(user=daria.id, include_locale=True))["user"]
    assert told["is_admin"] and told["locale"] == "ro-RO" and told["tz"] == "Europe/Bucharest"
    assert not (await client.users_info(user=max_.id))["user"]["is_admin"]
    assert await refused(client.users_info(user="U0NOBODY")) == "user_not_found"
    assert {max_.id, daria.id} <= {each["id"] for each in (await client.users_list())["members"]}
    group = fake.world.add_group("helpers", daria)
    listed = (await client.usergroups_list(include_users=True))["usergroups"]
    assert listed[0]["handle"] == "helpers" and listed[0]["users"] == [daria.id]
    assert (await client.usergroups_users_list(usergroup=group.id))["users"] == [daria.id]
    assert await refused(client.usergroups_users_list(usergroup="S0")) == "no_such_subteam"
    assert (await client.team_info())["team"]["name"] == fake.world.team_name


async def test_reactions_and_pins_are_there_once(
    fake: FakeSlack, client: AsyncWebClient, support: Channel, max_: User
) -> None:
    said = fake.world.posts(max_, support, "The bread is stale")
    mark = {"channel": support.id, "timestamp": said.ts}
    await client.reactions_add(name="eyes", **mark)
    assert said.reactions == {"eyes": [fake.world.bot.id]}
    assert await refused(client.reactions_add(name="eyes", **mark)) == "already_reacted"
    assert await refused(client.reactions_add(name="👀", **mark)) == "invalid_name"
    await client.pins_add(**mark)
    assert said.pinned
    assert await refused(client.pins_add(**mark)) == "already_pinned"
    nowhere = client.pins_add(channel=support.id, timestamp="1.000001")
    assert await refused(nowhere) == "message_not_found"


async def test_a_file_is_uploaded_into_a_thread(
    fake: FakeSlack, client: AsyncWebClient, support: Channel, max_: User
) -> None:
    root = fake.world.posts(max_, support, "The bread is stale")
    await client.files_upload_v2(
        channel=support.id,
        thread_ts=root.ts,
        filename="case.txt",
        content="All of it",
        initial_comment="Whole",
    )
    shared = fake.world.thread(root)[0]
    assert shared.text == "Whole" and shared.files[0].content == b"All of it" and "All of it" in shared.says
    assert fake.requests.methods[-3:] == [
        "files.getUploadURLExternal",
        "upload",
        "files.completeUploadExternal",
    ]
    never = client.files_completeUploadExternal(files=[{"id": "F0", "title": "x"}])
    assert await refused(never) == "file_not_found"


async def test_files_come_to_a_message_and_go(
    fake: FakeSlack, client: AsyncWebClient, support: Channel, max_: User
) -> None:
    posted = await client.chat_postMessage(channel=support.id, text="Case 1")
    message = support.messages[posted["ts"]]
    told = await client.files_getUploadURLExternal(filename="case.txt", length=9)
    update: Json = {"channel": support.id, "ts": message.ts, "text": "Case 1", "file_ids": [told["file_id"]]}
    assert await refused(client.chat_update(**update)) == "file_not_found"
    async with aiohttp.ClientSession() as session:
        for status in (200, 404):
            async with session.post(told["upload_url"], data=b"All of it") as answer:
                assert answer.status == status
    await client.files_completeUploadExternal(files=[{"id": told["file_id"], "title": "Case"}])
    await client.chat_update(**update)
    assert "All of it" in message.says
    info = (await client.files_info(file=told["file_id"]))["file"]
    assert info["shares"]["public"][support.id][0]["ts"] == message.ts
    await client.files_delete(file=told["file_id"])
    assert message.says == "Case 1"
    assert await refused(client.files_delete(file=told["file_id"])) == "file_deleted"
    theirs = fake.world.posts(max_, support, files={"mine.txt": b"Mine"}).files[0]
    assert await refused(client.files_delete(file=theirs.id)) == "cant_delete_file"


async def test_tokens_and_scopes_are_asked_for(
    fake: FakeSlack, client: AsyncWebClient, support: Channel
) -> None:
    wrong = AsyncWebClient("xoxb-wrong", base_url=fake.api_url)
    assert await refused(wrong.auth_test()) == "invalid_auth"
    assert await refused(client.apps_connections_open(app_token=fake.bot_token)) == "not_allowed_token_type"
    of_app = AsyncWebClient(fake.app_token, base_url=fake.api_url)
    assert await refused(of_app.auth_test()) == "not_allowed_token_type"
    fake.granted -= {"pins:write", "groups:write"}
    with pytest.raises(SlackApiError) as caught:
        await client.pins_add(channel=support.id, timestamp="1.000001")
    answer = caught.value.response
    assert answer["error"] == "missing_scope" and answer["needed"] == "pins:write"
    assert "chat:write" in answer["provided"]
    assert await refused(client.conversations_create(name="a", is_private=True)) == "missing_scope"
    fake.faults.revoke_token()
    assert await refused(client.auth_test()) == "token_revoked"
    fake.faults.restore_token()
    assert (await client.auth_test())["ok"]


async def test_what_slack_has_not_it_says_so(
    fake: FakeSlack, client: AsyncWebClient, support: Channel
) -> None:
    assert await refused(client.api_call("chat.shout")) == "unknown_method"
    as_json = client.api_call("conversations.info", json={"channel": support.id})
    assert await refused(as_json) == "invalid_arguments"
    async with aiohttp.ClientSession() as session, session.post(f"{fake.api_url}auth.test") as answer:
        assert (await answer.json())["error"] == "not_authed"


async def test_every_call_is_on_record(fake: FakeSlack, client: AsyncWebClient, support: Channel) -> None:
    await client.chat_postMessage(channel=support.id, text="Case 1", blocks=[SECTION])
    await refused(client.conversations_info(channel="C0"))
    posted, asked = fake.requests
    assert posted.method == "chat.postMessage" and posted.sent_as == "json" and posted.ok
    assert posted.arguments["blocks"] == [SECTION] and posted.token == fake.bot_token
    assert asked.sent_as == "form" and asked.error == "channel_not_found" and asked.status == 200
