"""Connections, envelopes and acknowledgements, with the SDK's own Socket Mode client."""

import asyncio
import logging

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.model import Channel, User
from tests.fakes.slack.server import FakeSlack
from tests.slack.fake.conftest import Ear, by_socket


async def test_two_connections_share_what_comes(fake: FakeSlack, support: Channel, max_: User) -> None:
    ear = Ear(fake)
    async with by_socket(fake, ear, 2):
        for number in range(6):
            fake.world.posts(max_, support, str(number))
        await eventually(lambda: len(ear.words) == 6, 5.0)
        assert [each.sent for each in fake.socket.connected] == [3, 3]
        assert sorted(ear.words) == list("012345")


async def test_what_is_not_acknowledged_comes_again_by_another_connection(
    fake: FakeSlack, support: Channel, max_: User
) -> None:
    fake.settings.ack_seconds = 0.1
    fake.faults.lose_acks(1.0)
    ear = Ear(fake)
    async with by_socket(fake, ear, 2):
        fake.world.posts(max_, support, "Again and again")
        await eventually(lambda: fake.delivery.lost, 5.0)
        assert len(ear.bodies) == 4
        assert len({body["event_id"] for body in ear.bodies}) == 1
        assert [each.attempt for each in fake.delivery.attempts] == [0, 1, 2, 3]
        assert fake.delivery.attempts[1].reason == "timeout"
        assert [each.sent for each in fake.socket.connected] == [2, 2]


async def test_a_share_of_acknowledgements_gets_lost_and_nothing_else(
    fake: FakeSlack, support: Channel, max_: User
) -> None:
    share = fake.faults.lose_acks(0.1, seed=7)
    ear = Ear(fake)
    async with by_socket(fake, ear):
        for number in range(20):
            fake.world.posts(max_, support, str(number))
        await fake.delivered()
        assert share.hits > 0 and fake.delivery.lost == []
        assert len(ear.words) >= 20 + share.hits and len(set(ear.words)) == 20


async def test_events_wait_for_a_connection_and_commands_do_not(
    fake: FakeSlack, support: Channel, max_: User
) -> None:
    fake.world.posts(max_, support, "While you were away")
    command = fake.world.slash(max_, support, "/ombud")
    await eventually(lambda: command.failed == "dispatch_failed", 5.0)
    ear = Ear(fake)
    async with by_socket(fake, ear):
        await ear.hears("message")
        assert ear.words == ["While you were away"]
        fake.socket.cut()
        fake.world.posts(max_, support, "While it was cut")
        await fake.ready()
        await eventually(lambda: len(ear.words) == 2, 5.0)
    assert fake.socket.opened == 2


async def test_slack_asks_for_a_new_connection(fake: FakeSlack, support: Channel, max_: User) -> None:
    ear = Ear(fake)
    async with by_socket(fake, ear):
        first = fake.socket.connected[0]
        fake.socket.refresh()
        await eventually(lambda: first not in fake.socket.connected and fake.socket.connected, 5.0)
        fake.world.posts(max_, support, "Still here?")
        await ear.hears("message")


async def test_a_half_open_connection_is_found_out_by_its_missing_pongs(
    fake: FakeSlack, support: Channel, max_: User
) -> None:
    ear = Ear(fake)
    async with by_socket(fake, ear):
        fake.socket.half_open()
        fake.world.posts(max_, support, "Anybody?")
        await eventually(lambda: fake.socket.opened == 2, 10.0, "a new connection")
        await ear.hears("message", seconds=10.0)
        assert ear.words == ["Anybody?"]


async def test_ten_connections_are_enough(fake: FakeSlack) -> None:
    async with aiohttp.ClientSession() as session:

        async def connect() -> aiohttp.ClientWebSocketResponse:
            told = await AsyncWebClient(fake.app_token, base_url=fake.api_url).apps_connections_open(
                app_token=fake.app_token
            )
            return await session.ws_connect(told["url"])

        sockets = [await connect() for _ in range(10)]
        greetings = [await each.receive_json() for each in sockets]
        assert [each["num_connections"] for each in greetings] == list(range(1, 11))
        too_much = await connect()
        assert (await too_much.receive_json())["reason"] == "too_many_websockets"
        assert (await too_much.receive()).type is aiohttp.WSMsgType.CLOSE
        for each in sockets:
            await each.close()


async def test_an_address_is_good_for_one_connection(fake: FakeSlack) -> None:
    url = fake.socket.new_url()
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(url) as ws:
            assert (await ws.receive_json())["type"] == "hello"
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_a_revoked_app_token_opens_nothing(fake: FakeSlack) -> None:
    client = AsyncWebClient("xapp-wrong", base_url=fake.api_url)
    with pytest.raises(SlackApiError, match="invalid_auth"):
        await client.apps_connections_open(app_token="xapp-wrong")


async def test_an_event_is_sent_twice_although_it_was_acknowledged(
    fake: FakeSlack, support: Channel, max_: User
) -> None:
    ear = Ear(fake)
    fake.faults.deliver_twice(1.0)
    async with by_socket(fake, ear):
        fake.world.posts(max_, support, "Twice")
        await fake.delivered()
        assert ear.words == ["Twice", "Twice"]


async def test_events_may_come_in_any_order(fake: FakeSlack, support: Channel, max_: User) -> None:
    ear = Ear(fake)
    fake.faults.delay_events(0.2, seed=3)
    async with by_socket(fake, ear):
        for number in range(10):
            fake.world.posts(max_, support, str(number))
        await fake.delivered()
        await eventually(lambda: len(ear.words) == 10, 5.0)
        assert sorted(ear.words) == list("0123456789") != ear.words


async def test_what_is_dammed_comes_at_once(fake: FakeSlack, support: Channel, max_: User) -> None:
    ear = Ear(fake)
    async with by_socket(fake, ear):
        fake.delivery.paused = True
        for number in range(20):
            fake.world.posts(max_, support, str(number))
        await asyncio.sleep(0.05)
        assert ear.words == []
        fake.delivery.release()
        await fake.delivered()
        assert len(ear.words) == 20


async def test_no_connection_is_let_in_while_the_door_is_closed(
    fake: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    ear = Ear(fake)
    async with by_socket(fake, ear):
        fake.socket.closed = True
        fake.socket.cut()
        await eventually(lambda: fake.socket.refused, 5.0)
        assert fake.socket.connected == []
        fake.socket.closed = False
        await fake.ready()
