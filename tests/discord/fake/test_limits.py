"""Rate limits: buckets that a client can keep to, the global one that it can't, and the ban at the end of it."""

import asyncio
import time

import pytest

from tests.discord.fake.conftest import Listener, Raw
from tests.fakes.discord.model import Channel
from tests.fakes.discord.server import FakeDiscord

MESSAGES = "POST /channels/{channel_id}/messages"
GET_CHANNEL = "GET /channels/{channel_id}"


async def test_every_answer_tells_of_its_bucket(support: Channel, room: Channel, raw: Raw) -> None:
    body = {"content": "x"}
    here = [(await raw("POST", f"/channels/{support.id}/messages", body))[1] for _ in range(2)]
    there = (await raw("POST", f"/channels/{room.id}/messages", body))[1]
    assert [each["X-RateLimit-Remaining"] for each in (*here, there)] == ["4", "3", "4"]
    assert here[0]["X-RateLimit-Bucket"] == there["X-RateLimit-Bucket"]
    assert (here[0]["X-RateLimit-Limit"], here[0]["Content-Type"]) == ("5", "application/json")
    assert 4.0 < float(here[0]["X-RateLimit-Reset-After"]) <= 5.0
    assert float(here[0]["X-RateLimit-Reset"]) > time.time() + 4.0
    assert "Via" in here[0]


async def test_too_many_in_one_bucket_are_refused(fake: FakeDiscord, support: Channel, raw: Raw) -> None:
    fake.limits.set(MESSAGES, 2, 0.4)
    answers = [await raw("POST", f"/channels/{support.id}/messages", {"content": f"{n}"}) for n in range(3)]
    assert [status for status, _headers, _body in answers] == [200, 200, 429]
    _status, headers, body = answers[-1]
    assert (body["global"], headers["X-RateLimit-Scope"]) == (False, "user")
    assert 0 < body["retry_after"] <= 0.4 and int(headers["Retry-After"]) >= 1
    assert fake.limits.refused == [MESSAGES]
    await asyncio.sleep(body["retry_after"])
    assert (await raw("POST", f"/channels/{support.id}/messages", {"content": "x"}))[0] == 200
    assert support.texts == ["0", "1", "x"]


async def test_a_client_keeps_to_the_buckets_it_is_told_of(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    fake.limits.set(MESSAGES, 2, 0.3)
    began = time.monotonic()
    for number in range(5):
        await client.text_channel(support).send(f"{number}")
    assert time.monotonic() - began >= 0.6
    assert fake.limits.refused == []


async def test_nothing_tells_a_client_of_the_global_limit_before_it_is_hit(
    fake: FakeDiscord, support: Channel, client: Listener
) -> None:
    fake.limits.set(GET_CHANNEL, 1000, 1.0)
    fake.requests.clear()
    await asyncio.gather(*(client.fetch_channel(support.id) for _ in range(80)))
    refused = [each for each in fake.requests if each.status == 429]
    assert refused and all(each.answer["global"] for each in refused)
    assert len(fake.limits.invalid) == len(refused)


async def test_interactions_do_not_count(fake: FakeDiscord, raw: Raw) -> None:
    fake.limits.per_second = 5
    answers = [await raw("POST", "/interactions/1/token/callback", {"type": 5}) for _ in range(20)]
    assert {body["code"] for _status, _headers, body in answers} == {10062}
    assert all("X-RateLimit-Limit" not in headers for _status, headers, _body in answers)


async def test_too_many_invalid_requests_get_the_address_banned(
    fake: FakeDiscord, support: Channel, raw: Raw
) -> None:
    fake.limits.invalid_allowed = 3
    for _ in range(3):
        assert (await raw("GET", f"/channels/{support.id}", token="wrong"))[0] == 401
    status, headers, body = await raw("GET", f"/channels/{support.id}")
    assert fake.limits.banned and status == 429
    assert "Via" not in headers and "1015" in body


@pytest.mark.parametrize("count", [200])
async def test_limits_can_be_lifted(fake: FakeDiscord, support: Channel, raw: Raw, count: int) -> None:
    fake.limits.off()
    statuses = {
        (await raw("POST", f"/channels/{support.id}/messages", {"content": "x"}))[0] for _ in range(count)
    }
    assert statuses == {200}
