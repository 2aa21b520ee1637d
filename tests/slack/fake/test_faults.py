"""What goes wrong on demand, and too much of a good thing."""

import asyncio
import time

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack.faults import CUT
from tests.fakes.slack.model import Channel, Stamps, User
from tests.fakes.slack.server import FakeSlack

POST = "chat.postMessage"


async def post(client: AsyncWebClient, channel: Channel, text: str = "Once") -> object:
    return await client.chat_postMessage(channel=channel.id, text=text)


async def test_an_error_before_anything_happened_leaves_nothing(
    fake: FakeSlack, client: AsyncWebClient, support: Channel
) -> None:
    fake.faults.before(POST, 503)
    with pytest.raises(SlackApiError):
        await post(client, support)
    assert support.texts == [] and fake.requests.to(POST)[0].status == 503


async def test_a_message_applied_before_the_error_is_there(
    fake: FakeSlack, client: AsyncWebClient, support: Channel
) -> None:
    fake.faults.after(POST, 500)
    with pytest.raises(SlackApiError):
        await post(client, support)
    assert support.texts == ["Once"]


async def test_a_cut_connection_may_have_been_applied(
    fake: FakeSlack, client: AsyncWebClient, support: Channel
) -> None:
    client.retry_handlers.clear()
    for fault, there in ((fake.faults.before, []), (fake.faults.after, ["Once"])):
        fault(POST, CUT)
        with pytest.raises(aiohttp.ClientError):
            await post(client, support)
        assert support.texts == there
    assert [each.status for each in fake.requests.to(POST)] == [None, None]


async def test_the_sdk_tries_again_by_itself_and_says_it_twice(
    fake: FakeSlack, client: AsyncWebClient, support: Channel
) -> None:
    fake.faults.after(POST, CUT)
    await post(client, support)
    assert support.texts == ["Once", "Once"]


async def test_a_held_answer_waits_until_it_is_released(
    fake: FakeSlack, client: AsyncWebClient, support: Channel
) -> None:
    hold = fake.faults.hold_after(POST)
    posting = asyncio.create_task(post(client, support))
    await hold.reached()
    assert support.texts == ["Once"] and not posting.done()
    hold.release()
    await posting


async def test_a_named_refusal_comes_as_often_as_told(
    fake: FakeSlack, client: AsyncWebClient, support: Channel
) -> None:
    fault = fake.faults.refuse(POST, "is_archived", times=2)
    for _ in range(2):
        with pytest.raises(SlackApiError, match="is_archived"):
            await post(client, support)
    await post(client, support)
    assert fault.hits == 2 and support.texts == ["Once"]


async def test_a_storm_of_429_says_how_long_to_wait(
    fake: FakeSlack, client: AsyncWebClient, support: Channel
) -> None:
    fake.faults.storm(POST, retry_after=1, times=1)
    with pytest.raises(SlackApiError) as caught:
        await post(client, support)
    answer = caught.value.response
    assert (answer.status_code, answer["error"], answer.headers["Retry-After"]) == (429, "ratelimited", "1")
    fake.faults.storm(POST, retry_after=0, times=1)
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
    await post(client, support)
    assert support.texts == ["Once"]


async def test_nothing_works_for_a_while(fake: FakeSlack, client: AsyncWebClient, support: Channel) -> None:
    fake.faults.outage(0.1)
    with pytest.raises(SlackApiError):
        await post(client, support)
    await asyncio.sleep(0.1)
    await post(client, support)
    assert support.texts == ["Once"]


async def test_slow_answers_are_slow(fake: FakeSlack, client: AsyncWebClient) -> None:
    fake.faults.slow("auth.test", 0.1)
    began = time.monotonic()
    await client.auth_test()
    assert time.monotonic() - began >= 0.1


async def test_a_channel_takes_a_few_messages_at_once_and_then_one_a_second(
    fake: FakeSlack, client: AsyncWebClient, support: Channel, max_: User
) -> None:
    for _ in range(5):
        await post(client, support)
    with pytest.raises(SlackApiError, match="ratelimited"):
        await post(client, support)
    assert fake.limits.refused == [POST]
    # Other channels are not held up by it.
    await post(client, fake.world.add_channel("other", max_))
    fake.limits.off()
    await post(client, support)
    fake.limits.on()
    await post(client, support)


async def test_methods_have_their_own_pace(fake: FakeSlack, client: AsyncWebClient) -> None:
    fake.limits.set("users.info", 2, 10.0)
    for _ in range(2):
        await client.users_info(user=fake.world.bot.id)
    with pytest.raises(SlackApiError, match="ratelimited"):
        await client.users_info(user=fake.world.bot.id)
    await asyncio.sleep(0.12)
    await client.users_info(user=fake.world.bot.id)


async def test_the_clock_of_messages_can_be_moved(fake: FakeSlack, support: Channel, max_: User) -> None:
    class Later(Stamps):
        leap = 0.0

        def now(self) -> float:
            return super().now() + self.leap

    fake.world.stamps = later = Later()
    first = fake.world.posts(max_, support, "Now")
    later.leap = 86_400.0
    second = fake.world.posts(max_, support, "Tomorrow")
    assert 86_400 <= float(second.ts) - float(first.ts) < 86_460
