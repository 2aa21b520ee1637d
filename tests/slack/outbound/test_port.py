"""What the core may rely on when it speaks through the port: the same sentences as for the other platforms."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from adapters.slack.address import threaded
from adapters.slack.admin import ADMIN_TOKEN, Admin
from adapters.slack.platform import SlackPlatform
from adapters.slack.server import SlackServer, Socket
from adapters.slack.web import Web, connected
from adapters.slack.workspace import meet
from bot.ports import Destination, Door, DoorShut, Gone, Opening
from bot.vocabulary.places import Aside, CasePrivate, CaseStaff, MemberDM, MessageRef, Public
from bot.vocabulary.replies import Button, Fields, File, Heading, Mention, Message, Paragraph, Row, Text, say
from tests.fakes.discord.interactions import eventually
from tests.fakes.sentences import translations
from tests.slack.outbound.conftest import Stage, ref

CARD = Message(
    (Heading("#1 · new"), Fields((Row("Member", (Text("Ana"),)),))), (Button("Claim", "case claim", (1,)),)
)
SEEN = say(Text("Seen."))


def answering(stage: Stage) -> Destination:
    return Destination(stage.beside.channel, stage.beside.message)


@asynccontextmanager
async def lending(stage: Stage, token: str) -> AsyncIterator[SlackPlatform]:
    """The platform where somebody has lent it this token."""
    rows = {stage.community: stage.row}.__getitem__
    async with connected(token, stage.fake.api_url) as client:
        admin = Admin(Web(client, stage.database, "admin", token=ADMIN_TOKEN))
        yield SlackPlatform(stage.office, rows, stage.database, admin=admin)


async def test_an_answer_stands_in_the_thread_of_what_it_answers(stage: Stage) -> None:
    sent = await stage.platform.send(stage.community, answering(stage), SEEN, "1:ack:1")
    [said] = stage.world.thread(stage.complaint)
    assert sent == MessageRef(threaded(stage.support.id, stage.complaint.ts), said.ts)
    assert said.says == "Seen."
    [request] = stage.fake.requests.to("chat.postMessage")
    assert request.arguments["text"] == "Seen."
    assert request.arguments["unfurl_links"] == request.arguments["unfurl_media"] == "false"
    assert not request.arguments.keys() & {"link_names", "parse", "reply_broadcast"}


async def test_a_thread_is_written_to_by_its_address(stage: Stage) -> None:
    thread = threaded(stage.support.id, stage.complaint.ts)
    sent = [
        await stage.platform.send(stage.community, Destination(thread, reply_to), SEEN, f"1:{number}")
        for number, reply_to in enumerate((None, stage.complaint.ts))
    ]
    assert [message.ts for message in stage.world.thread(stage.complaint)] == [each.message for each in sent]
    assert {each.channel for each in sent} == {thread}


async def test_what_goes_out_for_the_first_time_costs_one_request(stage: Stage) -> None:
    await stage.platform.send(stage.community, Destination(stage.room.id), CARD, "1:card:1")
    assert stage.fake.requests.methods == ["chat.postMessage"]


async def test_the_mark_of_a_message_says_nothing(stage: Stage) -> None:
    key = "1:view:intake.opener:7:private:7:0"
    await stage.platform.send(stage.community, answering(stage), SEEN, key)
    [said] = stage.world.thread(stage.complaint)
    assert said.metadata is not None
    assert said.metadata["event_payload"].keys() == {"key"}
    assert not any(part in str(said.metadata["event_payload"]) for part in ("view", "intake", "private", key))


async def test_only_who_is_meant_is_pinged(stage: Stage) -> None:
    words = say(Mention(stage.ana.id, "Ana"), Text(f" wrote: {stage.daria.mention} <!channel>"))
    await stage.platform.send(stage.community, Destination(stage.support.id), words, "1:x")
    [request] = stage.fake.requests.to("chat.postMessage")
    assert request.arguments["text"] == f"<@{stage.ana.id}> wrote: &lt;@{stage.daria.id}&gt; &lt;!channel&gt;"
    elements = request.arguments["blocks"][0]["elements"][0]["elements"]
    assert [each["user_id"] for each in elements if each["type"] == "user"] == [stage.ana.id]


@pytest.mark.parametrize("answered", [False, True])
async def test_there_is_no_reply_to_a_message_its_author_took_back(stage: Stage, answered: bool) -> None:
    if answered:
        stage.world.posts(stage.daria, stage.support, "Which one?", thread_ts=stage.complaint)
    stage.world.deletes(stage.complaint)
    with pytest.raises(Gone):
        await stage.platform.send(stage.community, answering(stage), SEEN, "1:ack:1")
    assert stage.world.by_bot() == []


async def test_an_edit_changes_the_message_in_place(stage: Stage) -> None:
    sent = await stage.platform.send(stage.community, Destination(stage.room.id), CARD, "1:card:1")
    open_ = Message((Heading("#1 · open"), *CARD.parts[1:]), (Button("Release", "case release", (1,)),))
    await stage.platform.edit(stage.community, sent, open_)
    [said] = stage.world.by_bot(stage.room)
    assert "#1 · open" in said.says
    assert said.buttons == ["Release"] and said.metadata is not None


async def test_a_message_loses_its_buttons_by_an_edit(stage: Stage) -> None:
    asked = say(Text("Solved?"), buttons=(Button("Yes", "case solved", (1,)),))
    sent = await stage.platform.send(stage.community, answering(stage), asked, "1:q")
    await stage.platform.edit(stage.community, sent, say(Text("Thank you.")))
    [said] = stage.world.thread(stage.complaint)
    assert (said.says, said.buttons, said.text) == ("Thank you.", [], "Thank you.")


async def test_a_message_of_our_own_can_be_taken_down_twice(stage: Stage) -> None:
    sent = await stage.platform.send(stage.community, answering(stage), CARD, "1:card:1")
    for _ in range(2):
        await stage.platform.retract(stage.community, sent)
    assert stage.world.by_bot() == []


async def test_without_an_admins_token_nobody_elses_message_is_removed(stage: Stage) -> None:
    assert not stage.platform.removes
    with pytest.raises(DoorShut, match="may_not_remove"):
        await stage.platform.remove(stage.community, stage.beside)
    assert stage.fake.requests.methods == []


async def test_with_an_admins_token_what_somebody_wrote_is_removed(stage: Stage) -> None:
    elena = stage.world.add_user("Elena", admin=True)
    hidden = stage.world.posts(stage.daria, stage.room, "Only for those in here.")
    async with lending(stage, stage.fake.lends(elena)) as platform:
        assert platform.removes
        await platform.remove(stage.community, stage.beside)
        assert stage.complaint.ts not in stage.support.messages
        with pytest.raises(Gone):
            await platform.remove(stage.community, stage.beside)
        with pytest.raises(DoorShut, match="may_not_remove"):
            await platform.remove(stage.community, ref(hidden))


async def test_the_server_hands_the_token_on(stage: Stage) -> None:
    token = stage.fake.lends(stage.world.add_user("Elena", owner=True))
    async with connected(token, stage.fake.api_url) as lent:
        workspace, way = await meet(stage.client), Socket("xapp-unused")
        server = SlackServer(stage.client, workspace, stage.database, translations(), way, admin=lent)
        assert server.platform.removes
        assert not SlackServer(stage.client, workspace, stage.database, translations(), way).platform.removes


@pytest.mark.parametrize("whose", ["a member's", "nobody's"])
async def test_a_token_that_is_no_admins_removes_nothing(stage: Stage, whose: str) -> None:
    token = stage.fake.lends(stage.daria) if whose == "a member's" else "xoxp-revoked"
    async with lending(stage, token) as platform:
        for _ in range(2):
            with pytest.raises(DoorShut, match="may_not_remove"):
                await platform.remove(stage.community, stage.beside)
    assert stage.complaint.ts in stage.support.messages


async def test_a_measure_has_a_private_place_of_its_own(stage: Stage) -> None:
    for door in (Door.DM, Door.PRIVATE_CHANNEL):
        about = replace(stage.private(door, title="№7"), place=Aside(7))
        opened = [await stage.platform.open(stage.community, about) for _ in range(2)]
        assert opened[0] == opened[1]
    names = [channel.name for channel in stage.world.channels.values() if channel.is_private]
    assert any(name.startswith("note-7-") for name in names)


async def test_a_message_of_somebody_else_is_never_touched(stage: Stage) -> None:
    with pytest.raises(DoorShut, match="not_ours"):
        await stage.platform.retract(stage.community, stage.beside)
    with pytest.raises(DoorShut, match="not_ours"):
        await stage.platform.edit(stage.community, stage.beside, say(Text("All is well.")))
    assert stage.support.texts == ["Day nine, still no parcel."]


async def test_what_is_gone_is_said_to_be_gone(stage: Stage) -> None:
    sent = await stage.platform.send(stage.community, Destination(stage.room.id), CARD, "1:card:1")
    await stage.platform.retract(stage.community, sent)
    with pytest.raises(Gone):
        await stage.platform.edit(stage.community, sent, CARD)
    with pytest.raises(Gone):
        await stage.platform.react(stage.community, sent, "👀")
    for nowhere in ("C0NOWHERE", "nowhere", "C1/nowhere"):
        with pytest.raises(Gone):
            await stage.platform.send(stage.community, Destination(nowhere), SEEN, "1:x")
    for elsewhere in ("sandbox:main", "slack:T0ELSEWHERE"):
        with pytest.raises(Gone):
            await stage.platform.send(elsewhere, Destination(stage.room.id), SEEN, "1:y")


async def test_a_reaction_counts_once(stage: Stage) -> None:
    for _ in range(2):
        await stage.platform.react(stage.community, stage.beside, "👀")
    assert stage.complaint.reactions == {"eyes": [stage.world.bot.id]}
    with pytest.raises(DoorShut, match="unknown_emoji"):
        await stage.platform.react(stage.community, stage.beside, "🦤")


async def test_a_notice_is_pinned_once(stage: Stage) -> None:
    sent = await stage.platform.send(stage.community, Destination(stage.support.id), SEEN, "1:n")
    for _ in range(2):
        await stage.platform.pin(stage.community, sent)
    assert stage.support.pins == [sent.message]


async def test_the_staffs_thread_of_a_case_hangs_on_its_card(stage: Stage) -> None:
    card = await stage.platform.send(stage.community, Destination(stage.room.id), CARD, "1:card:1")
    stage.fake.requests.clear()
    opening = Opening(CaseStaff(1), "#1 Ana", "1:staff:1", beside=card)
    assert await stage.platform.open(stage.community, opening) == threaded(stage.room.id, card.message)
    assert stage.fake.requests.methods == []


async def test_standing_places_are_found(stage: Stage) -> None:
    public = Opening(Public(stage.beside), "", "k")
    assert await stage.platform.open(stage.community, public) == stage.beside.channel
    dm = await stage.platform.open(stage.community, Opening(MemberDM(stage.ana.id), "", "k"))
    await stage.platform.send(stage.community, Destination(dm), say(Text("Hello.")), "1:dm")
    assert [message.says for message in stage.world.dm(stage.ana)] == ["Hello."]


async def test_doors_that_slack_does_not_have_are_shut(stage: Stage) -> None:
    with pytest.raises(DoorShut, match="no_private_threads"):
        await stage.platform.open(stage.community, stage.private(Door.PRIVATE_THREAD))
    with pytest.raises(DoorShut, match="no_such_door"):
        await stage.platform.open(stage.community, stage.private(Door.FORM))
    with pytest.raises(DoorShut, match="no_such_door"):
        await stage.platform.open(
            stage.community, replace(stage.private(), place=CasePrivate(1), member=None)
        )


LONG = say(Text("not a parcel, " * 1000))


async def test_a_long_text_comes_with_the_whole_of_it(stage: Stage) -> None:
    await stage.platform.send(stage.community, answering(stage), LONG, "1:long")
    [said] = stage.world.thread(stage.complaint)
    assert [(file.name, file.content.decode()) for file in said.files] == [
        ("message.txt", "not a parcel, " * 1000)
    ]


async def test_a_file_comes_to_the_message_it_was_handed_over_with(stage: Stage) -> None:
    message = Message(
        (Paragraph((Text("All of it:"),)), File("transcript-1.txt", "text/plain", "Ana: Day nine"))
    )
    await stage.platform.send(stage.community, answering(stage), message, "1:file")
    [said] = stage.world.thread(stage.complaint)
    assert said.says == "All of it:\ntranscript-1.txt\nAna: Day nine"


@pytest.mark.parametrize("how", ["edit", "retract"])
async def test_a_file_that_is_not_shown_any_more_is_deleted(stage: Stage, how: str) -> None:
    sent = await stage.platform.send(stage.community, answering(stage), LONG, "1:long")
    if how == "edit":
        await stage.platform.edit(stage.community, sent, SEEN)
    else:
        await stage.platform.retract(stage.community, sent)
    assert [file for file in stage.world.files.values() if not file.deleted] == []
    left = [file for message in stage.world.by_bot() for file in message.files if not file.deleted]
    assert left == []


async def test_the_file_of_a_long_text_is_replaced_by_an_edit(stage: Stage) -> None:
    sent = await stage.platform.send(stage.community, answering(stage), LONG, "1:long")
    await stage.platform.edit(stage.community, sent, say(Text("still no parcel, " * 1000)))
    kept = [file for file in stage.world.files.values() if not file.deleted]
    assert [file.content.decode() for file in kept] == ["still no parcel, " * 1000]
    assert [file.id for file in stage.world.thread(stage.complaint)[0].files if not file.deleted] == [
        kept[0].id
    ]


async def test_where_no_files_are_taken_the_message_says_that_something_is_missing(stage: Stage) -> None:
    stage.fake.faults.refuse("files.getUploadURLExternal", "file_uploads_disabled")
    await stage.platform.send(stage.community, answering(stage), LONG, "1:long")
    [said] = stage.world.thread(stage.complaint)
    assert said.says.endswith("…") and said.files == []


async def test_many_answers_at_once_do_not_wait_for_each_other(stage: Stage) -> None:
    """Whether the message is still there is looked at for one of them at a time; the others go without."""
    hold = stage.fake.faults.hold_before("conversations.replies")
    asked = [stage.world.posts(stage.ana, stage.support, f"And {number}?") for number in range(3)]
    sent = [
        asyncio.create_task(
            stage.platform.send(stage.community, Destination(stage.support.id, each.ts), SEEN, each.ts)
        )
        for each in asked
    ]
    await eventually(lambda: len(stage.world.by_bot()) == 2)
    hold.release()
    await asyncio.gather(*sent)
    assert [[said.says for said in stage.world.thread(each)] for each in asked] == [["Seen."]] * 3
