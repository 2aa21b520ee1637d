"""Slack's events in the words of the core."""

from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.slack.events import by_a_person, deleted, edited, is_gone, left, posted, time_of
from bot.vocabulary.events import MemberLeft, MessageDeleted, MessageEdited, MessagePosted
from bot.vocabulary.places import MessageRef

KEY = "slack:T1"
ROOT, REPLY, EDIT = "1700000000.000100", "1700000060.000200", "1700000090.000300"
AT = datetime(2023, 11, 14, 22, 13, 20, 100, UTC)


def said(**more: Any) -> dict[str, Any]:
    usual = {"type": "message", "channel": "C1", "channel_type": "channel", "user": "U1", "ts": ROOT}
    return usual | {"text": "Hello"} | more


def changed(message: dict[str, Any], **more: Any) -> dict[str, Any]:
    return said(subtype="message_changed", message=message, **more)


def test_a_time_is_read_to_the_microsecond() -> None:
    assert time_of(ROOT) == AT
    assert time_of("1700000000") == AT.replace(microsecond=0)
    with pytest.raises(ValueError, match="invalid literal"):
        time_of("yesterday")


def test_a_message_stands_in_its_channel() -> None:
    assert posted(KEY, said(), "Hello") == MessagePosted(KEY, MessageRef("C1", ROOT), "U1", "Hello", AT)


def test_a_message_with_answers_still_stands_in_its_channel() -> None:
    assert posted(KEY, said(thread_ts=ROOT), "Hello").message == MessageRef("C1", ROOT)


@pytest.mark.parametrize("subtype", [None, "thread_broadcast", "file_share"])
def test_an_answer_stands_in_a_thread(subtype: str | None) -> None:
    event = said(ts=REPLY, thread_ts=ROOT, subtype=subtype)
    told = posted(KEY, event, "Hello")
    assert by_a_person(event)
    assert told.message == MessageRef(f"C1/{ROOT}", REPLY)
    assert (told.within, told.reply_to) == ("C1", MessageRef("C1", ROOT))


def test_what_is_said_to_the_bot_alone_is_direct() -> None:
    assert posted(KEY, said(channel="D1", channel_type="im"), "Hello").direct
    assert not posted(KEY, said(channel="G1", channel_type="group"), "Hello").direct


def test_a_thread_with_the_bot_alone_is_direct_too() -> None:
    told = posted(KEY, said(channel="D1", channel_type="im", ts=REPLY, thread_ts=ROOT), "Hello")
    assert told.direct
    assert told.message == MessageRef(f"D1/{ROOT}", REPLY)


@pytest.mark.parametrize(
    "message",
    [
        said(subtype="bot_message", bot_id="B1"),
        said(bot_id="B1", app_id="A1"),
        said(subtype="channel_join"),
        said(subtype="channel_topic"),
        said(user="USLACKBOT"),
        said(user=None),
    ],
)
def test_programs_and_notices_are_no_people(message: dict[str, Any]) -> None:
    assert not by_a_person(message)


def test_an_edit_is_known_by_its_time() -> None:
    event = changed({"user": "U1", "ts": REPLY, "thread_ts": ROOT, "edited": {"user": "U1", "ts": EDIT}})
    told = edited(KEY, event, "Hello, all")
    ref = MessageRef(f"C1/{ROOT}", REPLY)
    assert told == MessageEdited(KEY, ref, "U1", "Hello, all", time_of(EDIT), EDIT, within="C1")


def test_a_preview_is_no_edit() -> None:
    assert edited(KEY, changed({"user": "U1", "ts": ROOT}), "Hello") is None


def test_a_deletion_says_whose_it_was() -> None:
    before = {"user": "U1", "ts": REPLY, "thread_ts": ROOT, "text": "Hello"}
    event = said(subtype="message_deleted", deleted_ts=REPLY, previous_message=before, event_ts=EDIT)
    assert is_gone(event)
    assert deleted(KEY, event) == MessageDeleted(KEY, MessageRef(f"C1/{ROOT}", REPLY), time_of(EDIT), "U1")


def test_a_gravestone_is_a_deletion() -> None:
    event = changed(
        {"subtype": "tombstone", "user": "USLACKBOT", "ts": ROOT, "thread_ts": ROOT},
        previous_message={"user": "U1", "ts": ROOT, "thread_ts": ROOT},
        event_ts=EDIT,
    )
    assert is_gone(event)
    assert deleted(KEY, event) == MessageDeleted(KEY, MessageRef("C1", ROOT), time_of(EDIT), "U1")


def test_of_what_slack_has_forgotten_it_tells_the_time() -> None:
    event = said(subtype="message_deleted", deleted_ts=ROOT, event_ts=EDIT)
    assert deleted(KEY, event) == MessageDeleted(KEY, MessageRef("C1", ROOT), time_of(EDIT))


def test_a_programs_message_that_goes_is_nothing_to_us() -> None:
    before = {"bot_id": "B1", "ts": ROOT}
    assert deleted(KEY, said(subtype="message_deleted", deleted_ts=ROOT, previous_message=before)) is None


def test_whoever_is_deactivated_has_left() -> None:
    gone = {"type": "user_change", "user": {"id": "U1", "deleted": True, "updated": 1700000000}}
    assert left(KEY, gone) == MemberLeft(KEY, "U1", AT.replace(microsecond=0))
    assert left(KEY, {"user": {"id": "U1", "deleted": False}}) is None
    assert left(KEY, {"user": {"id": "U1", "deleted": True, "is_bot": True}}) is None
