"""What Slack refuses: which door is shut, what comes back later, and when no more is asked."""

import asyncio
import time
from collections.abc import Coroutine
from types import SimpleNamespace

import pytest
from slack_sdk.errors import SlackApiError

from adapters.common.breaker import REFUSALS
from adapters.slack.errors import port_error
from adapters.slack.limits import MESSAGES_AT_ONCE
from adapters.slack.platform import SlackPlatform
from adapters.slack.web import IN_LINE, TRIES, UNDER_WAY, Web, connected
from bot.ports import Destination, Door, DoorShut, Gone, PortError, Queued, Transient
from bot.relay import SIDE_BY_SIDE
from bot.telemetry import start_logging
from bot.vocabulary.replies import Text, say
from tests.fakes.slack.faults import ANY, CUT
from tests.slack.outbound.conftest import Stage

POST = "chat.postMessage"
HELLO = say(Text("Hello."))
NOT_UNFOLDED = {"unfurl_links": False, "unfurl_media": False}


async def greet(stage: Stage, key: str = "1:x") -> None:
    await stage.platform.send(stage.community, Destination(stage.support.id), HELLO, key)


@pytest.mark.parametrize(
    ("code", "kind", "reason"),
    [
        ("is_archived", DoorShut, "channel_archived"),
        ("channel_not_found", Gone, "channel_not_found"),
        ("internal_error", Transient, "platform_down"),
    ],
)
async def test_a_refusal_is_told_in_the_words_of_the_port(
    stage: Stage, code: str, kind: type[Exception], reason: str
) -> None:
    stage.fake.faults.refuse(POST, code)
    with pytest.raises(kind, match=reason):
        await greet(stage)


@pytest.mark.parametrize(
    ("code", "kind", "reason"),
    [
        ("not_in_channel", DoorShut, "missing_access"),
        ("restricted_action", DoorShut, "missing_permission"),
        ("restricted_action_non_threadable_channel", DoorShut, "no_threads"),
        ("cannot_dm_bot", DoorShut, "dm_closed"),
        ("user_disabled", DoorShut, "user_disabled"),
        ("something_new", DoorShut, "refused_something_new"),
        ("thread_not_found", Gone, "thread_not_found"),
        ("ratelimited", Transient, "rate_limited"),
        ("fatal_error", Transient, "platform_down"),
        ("account_inactive", Transient, "token_refused"),
        ("invalid_blocks", ValueError, "invalid_blocks"),
        ("msg_too_long", ValueError, "msg_too_long"),
        ("no_text", ValueError, "no_text"),
    ],
)
def test_every_refusal_has_its_word(code: str, kind: type[Exception], reason: str) -> None:
    answer = SimpleNamespace(status_code=200, data={"ok": False, "error": code}, headers={})
    told = port_error(SlackApiError("?", answer))  # type: ignore[no-untyped-call]  # the SDK's
    assert isinstance(told, kind) and reason in str(told)


async def test_without_a_scope_the_door_is_shut(stage: Stage) -> None:
    stage.fake.granted = stage.fake.granted - {"pins:write"}
    sent = await stage.platform.send(stage.community, Destination(stage.support.id), HELLO, "1:x")
    with pytest.raises(DoorShut, match="missing_permission"):
        await stage.platform.pin(stage.community, sent)


async def test_after_some_refusals_nothing_more_is_asked_there(stage: Stage) -> None:
    stage.world.leaves(stage.world.bot, stage.support)
    for number in range(REFUSALS + 5):
        with pytest.raises(DoorShut, match="missing"):
            await greet(stage, f"1:{number}")
    assert len(stage.fake.requests.to(POST)) == REFUSALS
    await stage.platform.send(stage.community, Destination(stage.room.id), HELLO, "1:elsewhere")


@pytest.mark.parametrize("how", ["503", "refuse"])
async def test_a_slack_that_is_down_is_asked_again_later(stage: Stage, how: str) -> None:
    stage.fake.faults.outage(60.0, how)
    for attempt in (
        greet(stage),
        stage.platform.open(stage.community, stage.private()),
        stage.platform.open(stage.community, stage.private(Door.PRIVATE_CHANNEL)),
        stage.platform.edit(stage.community, stage.beside, HELLO),
        stage.platform.retract(stage.community, stage.beside),
        stage.platform.react(stage.community, stage.beside, "👀"),
    ):
        with pytest.raises(Transient):
            await attempt
    stage.fake.faults.clear()
    await greet(stage)
    assert [message.says for message in stage.world.by_bot()] == ["Hello."]


async def test_nothing_is_asked_twice_by_the_client_itself(stage: Stage) -> None:
    """The SDK's own repetition after a broken connection would post a second message."""
    stage.fake.faults.after(POST, CUT, times=None)
    with pytest.raises(Transient, match="unreachable"):
        await greet(stage)
    assert len(stage.world.by_bot()) == 1


async def test_a_short_rate_limit_is_waited_for(stage: Stage) -> None:
    stage.fake.faults.storm(POST, retry_after=1, times=1)
    await greet(stage)
    assert [request.status for request in stage.fake.requests.to(POST)] == [429, 200]


async def test_a_long_rate_limit_is_told_and_nobody_asks_until_it_is_over(stage: Stage) -> None:
    stage.fake.faults.storm(POST, retry_after=100, times=1)
    for _ in range(3):
        with pytest.raises(Transient, match="rate_limited") as told:
            await greet(stage)
        assert told.value.retry_after is not None and 80 < told.value.retry_after <= 100
    assert len(stage.fake.requests.to(POST)) == 1
    await stage.platform.send(stage.community, Destination(stage.room.id), HELLO, "1:elsewhere")


async def test_a_storm_of_rate_limits_ends(stage: Stage) -> None:
    stage.fake.faults.storm(POST, retry_after=1, times=None)
    with pytest.raises(Transient, match="rate_limited"):
        await greet(stage)
    assert len(stage.fake.requests.to(POST)) == TRIES


@pytest.mark.parametrize("error", ["token_revoked", "invalid_auth", "account_inactive"])
async def test_a_token_that_is_refused_is_told_in_the_log_and_spared(
    stage: Stage, error: str, capsys: pytest.CaptureFixture[str]
) -> None:
    start_logging("warning", as_json=False)
    stage.fake.faults.revoke_token(error)
    for attempt in (greet(stage), greet(stage), stage.directory.groups(stage.community)):
        with pytest.raises(Transient, match="token_refused") as told:
            await attempt
        assert told.value.retry_after is not None and told.value.retry_after > 3
    assert len(stage.fake.requests) == 1
    assert "slack.token_refused" in capsys.readouterr().err


async def test_messages_keep_the_pace_of_their_channel(stage: Stage) -> None:
    began = time.monotonic()
    await asyncio.gather(*(greet(stage, f"1:{number}") for number in range(MESSAGES_AT_ONCE + 1)))
    assert time.monotonic() - began > 0.9
    assert stage.fake.limits.refused == []


async def test_too_many_in_line_are_sent_away_and_no_other_channel_waits(stage: Stage) -> None:
    def post(number: int) -> Coroutine[None, None, object]:
        there = stage.support.id
        return stage.office.web.call(POST, place=there, channel=there, text=f"{number}", **NOT_UNFOLDED)

    busy = [asyncio.create_task(post(number)) for number in range(IN_LINE + 4)]
    await stage.platform.send(stage.community, Destination(stage.room.id), HELLO, "1:elsewhere")
    away = [task.exception() for task in busy[IN_LINE:] if task.done()]
    assert [(type(told), str(told)) for told in away] == [(Queued, "paced")] * 4
    waiting = [task for task in busy if not task.done()]
    assert len(waiting) >= IN_LINE - MESSAGES_AT_ONCE
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)


async def test_edits_keep_the_pace_of_their_method(stage: Stage) -> None:
    sent = await stage.platform.send(stage.community, Destination(stage.support.id), HELLO, "1:x")
    for number in range(25):
        await stage.platform.edit(stage.community, sent, say(Text(f"{number}")))
    assert stage.fake.limits.refused == []


async def test_an_old_message_that_takes_no_more_edits_is_taken_down(stage: Stage) -> None:
    sent = await stage.platform.send(stage.community, Destination(stage.support.id), HELLO, "1:x")
    stage.fake.faults.refuse("chat.update", "edit_window_closed")
    with pytest.raises(Gone, match="edits_capped"):
        await stage.platform.edit(stage.community, sent, say(Text("Hello again.")))
    assert stage.world.by_bot() == []


async def test_no_proxy_stands_between_us_and_this_machine(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    async with connected(stage.fake.bot_token, stage.fake.api_url) as here:
        await Web(here, stage.database, "U0BOT").call("auth.test")
    async with connected(stage.fake.bot_token, "https://slack.com/api/") as there:
        assert there.proxy == "http://127.0.0.1:9"


async def test_a_slow_slack_is_not_waited_for_for_ever(stage: Stage) -> None:
    stage.fake.faults.slow(ANY, 5.0)
    hasty = SlackPlatform(
        stage.office, {stage.community: stage.row}.__getitem__, stage.database, patience=0.2
    )
    with pytest.raises(Transient, match="unreachable"):
        await hasty.send(stage.community, Destination(stage.support.id), HELLO, "1:x")
    stage.fake.faults.clear()


async def test_a_slack_that_hangs_takes_no_more_than_its_share_of_what_is_sent_side_by_side(
    stage: Stage,
) -> None:
    stage.fake.faults.slow(ANY, 60.0)
    asked = [asyncio.create_task(stage.office.web.call("auth.test")) for _ in range(SIDE_BY_SIDE)]
    await asyncio.sleep(1.0)
    away = [task.exception() for task in asked if task.done()]
    assert len(away) == SIDE_BY_SIDE - UNDER_WAY
    assert all(isinstance(told, Queued) for told in away), "nothing was asked, so it was no attempt"
    stage.fake.faults.clear()
    for task in asked:
        task.cancel()
    await asyncio.gather(*asked, return_exceptions=True)


@pytest.mark.parametrize("answer", [None, {}, "<html>", {"ok": False}])
def test_an_answer_that_nobody_understands_comes_from_a_slack_that_is_down(answer: object) -> None:
    told = port_error(SlackApiError("?", answer))  # type: ignore[no-untyped-call]
    assert isinstance(told, PortError) and str(told) == "platform_down"
