"""What goes wrong on demand, and what an unmodified client makes of it."""

import asyncio
import time

import aiohttp
import discord
import pytest

from tests.discord.fake.conftest import Listener, Raw
from tests.fakes.discord.faults import ANY, CUT
from tests.fakes.discord.model import Channel, Member
from tests.fakes.discord.server import FakeDiscord

MESSAGES = "POST /channels/{channel_id}/messages"
THREADS = "POST /channels/{channel_id}/threads"
PRIVATE = discord.ChannelType.private_thread


async def test_an_error_before_anything_happened_is_tried_again(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    fake.faults.before(MESSAGES, 502)
    await client.text_channel(support).send("Once")
    assert [each.status for each in fake.requests.to(MESSAGES)] == [502, 200]
    assert support.texts == ["Once"]


async def test_a_message_applied_before_the_error_is_one_by_its_nonce(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    fake.faults.after(MESSAGES, 502)
    await client.text_channel(support).send("Once")
    assert len(fake.requests.to(MESSAGES)) == 2
    assert support.texts == ["Once"]


async def test_a_thread_applied_before_the_error_is_two(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    fake.faults.after(THREADS, 502)
    await client.text_channel(support).create_thread(name="Case 1", type=PRIVATE)
    assert [each.name for each in fake.world.threads_of(support)] == ["Case 1", "Case 1"]


async def test_a_cut_connection_is_not_tried_again_although_it_was_applied(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    fake.faults.after(MESSAGES, CUT)
    with pytest.raises((aiohttp.ClientError, ConnectionError)):
        await client.text_channel(support).send("Once")
    assert support.texts == ["Once"]
    assert [each.status for each in fake.requests.to(MESSAGES)] == [None]
    assert fake.requests.to(MESSAGES)[0].answer["content"] == "Once"


async def test_a_connection_cut_before_leaves_nothing(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    fake.faults.before(MESSAGES, CUT)
    with pytest.raises((aiohttp.ClientError, ConnectionError)):
        await client.text_channel(support).send("Once")
    assert support.texts == []


async def test_a_refusal_can_be_forced_and_narrowed(
    fake: FakeDiscord, support: Channel, room: Channel, client: Listener
) -> None:
    fault = fake.faults.forbid(MESSAGES, 50013, times=None)
    fault.where = lambda request: request.params["channel_id"] == str(support.id)
    for _ in range(2):
        with pytest.raises(discord.Forbidden) as refused:
            await client.text_channel(support).send("Hello")
        assert refused.value.code == 50013
    await client.text_channel(room).send("Hello")
    assert fault.hits == 2
    fake.faults.clear()
    await client.text_channel(support).send("Hello")


@pytest.mark.parametrize("is_global", [False, True])
async def test_too_many_is_waited_for(
    fake: FakeDiscord, support: Channel, client: Listener, is_global: bool
) -> None:
    fake.faults.too_many(MESSAGES, 0.3, is_global=is_global)
    began = time.monotonic()
    await client.text_channel(support).send("Once")
    assert time.monotonic() - began >= 0.3
    assert [each.status for each in fake.requests.to(MESSAGES)] == [429, 200]


async def test_an_outage_ends(fake: FakeDiscord, support: Channel, raw: Raw, client: Listener) -> None:
    fake.faults.outage(0.4)
    with pytest.raises(discord.DiscordServerError):
        await client.text_channel(support).send("Hello")
    assert (await raw("GET", f"/channels/{support.id}"))[0] == 503
    await asyncio.sleep(0.4)
    assert (await raw("GET", f"/channels/{support.id}"))[0] == 200
    fake.faults.outage(10.0, "refuse")
    with pytest.raises(aiohttp.ClientError):
        await raw("GET", f"/channels/{support.id}")
    assert support.texts == []
    fake.faults.clear()
    await client.text_channel(support).send("Hello")


async def test_a_request_is_held_once_it_was_applied(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    hold = fake.faults.hold_after(THREADS)
    opening = asyncio.create_task(client.text_channel(support).create_thread(name="Case 1", type=PRIVATE))
    await hold.reached()
    assert len(fake.world.threads_of(support)) == 1
    await asyncio.sleep(0.05)
    assert not opening.done()
    hold.release()
    assert (await opening).name == "Case 1"


async def test_a_request_is_held_before_it_is_applied(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    hold = fake.faults.hold_before(MESSAGES)
    sending = asyncio.create_task(client.text_channel(support).send("Hello"))
    await hold.reached()
    assert support.texts == []
    hold.release()
    await sending
    assert support.texts == ["Hello"]


async def test_everything_can_be_slow(fake: FakeDiscord, support: Channel, raw: Raw) -> None:
    fake.faults.slow(ANY, 0.2)
    began = time.monotonic()
    await raw("GET", f"/channels/{support.id}")
    assert time.monotonic() - began >= 0.2


async def test_requests_are_noted_with_their_answers(
    fake: FakeDiscord, support: Channel, ana: Member, raw: Raw
) -> None:
    await raw("POST", f"/channels/{support.id}/messages", {"content": "Hello"})
    noted = fake.requests[-1]
    assert (noted.route, noted.status, noted.json) == (MESSAGES, 200, {"content": "Hello"})
    assert noted.path == f"/api/v10/channels/{support.id}/messages"
    assert noted.answer["content"] == "Hello"


async def test_there_is_no_other_route(raw: Raw) -> None:
    status, _headers, body = await raw("GET", "/nothing/here")
    assert (status, body) == (404, {"message": "404: Not Found", "code": 0})
