"""Messages as Discord shows them: within its limits, with no ping but those that were meant."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord import limits
from adapters.discord.drawing import Drawn, draw, is_card
from bot.text import clean
from bot.vocabulary.places import CasePrivate, MessageRef
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Fields,
    File,
    Heading,
    Link,
    Mention,
    Message,
    Moment,
    MomentStyle,
    Name,
    Paragraph,
    Quotation,
    Row,
    Text,
    plain_text,
    say,
)

AT = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)


def address(channel: str, message: str | None) -> str:
    return f"https://discord.com/channels/1/{channel}" + (f"/{message}" if message else "")


def components(drawn: Drawn) -> list[dict[str, Any]]:
    """All of them, also those in others."""
    found: list[dict[str, Any]] = []
    waiting: list[dict[str, Any]] = drawn.view.to_components() if drawn.view else []
    while waiting:
        component = waiting.pop(0)
        found.append(component)
        waiting[:0] = component.get("components", [])
    return found


def texts(drawn: Drawn) -> list[str]:
    return [drawn.content or "", *(c["content"] for c in components(drawn) if c["type"] == 10)]


words = st.text(max_size=300)
long_words = st.builds(
    lambda text, times: text * times, st.text(min_size=1, max_size=40), st.integers(1, 400)
)
snowflakes = st.integers(1, 2**63).map(str)
runs = st.lists(
    st.one_of(
        st.builds(Text, st.one_of(words, long_words)),
        st.builds(Name, words),
        st.builds(Mention, st.one_of(snowflakes, words), words),
        st.builds(Moment, st.datetimes(timezones=st.just(UTC)), st.sampled_from(MomentStyle)),
        st.builds(Link, words, message=st.builds(MessageRef, st.one_of(snowflakes, words), snowflakes)),
        st.builds(Link, words, place=st.just(CasePrivate(1)), channel=st.none() | snowflakes),
    ),
    max_size=6,
).map(tuple)
parts = st.one_of(
    st.builds(Heading, words),
    st.builds(Paragraph, runs),
    st.builds(Quotation, st.one_of(words, long_words), st.none() | words),
    st.builds(Fields, st.lists(st.builds(Row, words, runs), max_size=12).map(tuple)),
)
files = st.builds(File, words, st.just("text/plain"), words)
buttons = st.builds(
    Button,
    st.text(min_size=1, max_size=75).filter(lambda label: bool(clean(label).strip())),
    st.sampled_from(["case claim", "case solve", "help"]),
    st.lists(st.integers(0, 10**6), max_size=3).map(tuple),
    st.sampled_from(ButtonStyle),
)
messages = st.builds(
    Message,
    st.tuples(st.lists(parts, min_size=1, max_size=6), st.lists(files, max_size=2)).map(
        lambda both: (*both[0], *both[1])
    ),
    st.lists(buttons, max_size=25).map(tuple),
).filter(lambda message: bool(plain_text(message).strip()))


@settings(deadline=None)
@given(messages)
def test_any_message_is_within_the_limits(message: Message) -> None:
    drawn = draw(message, 1, address, mark=7)
    shown = components(drawn)
    assert limits.units(drawn.content or "") <= limits.CONTENT
    assert sum(limits.units(text) for text in texts(drawn)[1:]) <= limits.LAYOUT_TEXT
    assert len(shown) <= limits.COMPONENTS and len(drawn.files) <= 10
    rows = [component for component in shown if component["type"] == 1]
    assert len(rows) <= limits.ROWS
    assert all(1 <= len(row["components"]) <= limits.BUTTONS_IN_A_ROW for row in rows)
    pressed = [component for component in shown if component["type"] == 2]
    assert len(pressed) == len(message.buttons)
    assert all(limits.units(button["label"]) <= limits.BUTTON_LABEL for button in pressed)
    assert all(len(button["custom_id"]) <= 100 for button in pressed)
    ids = [component["id"] for component in shown if component.get("id")]
    assert len(ids) == len(set(ids))
    assert drawn.content is None or drawn.content.strip() or drawn.files


@settings(deadline=None)
@given(messages)
def test_no_message_pings_anybody_who_is_not_typed(message: Message) -> None:
    drawn = draw(message, 1, address)
    meant = {run.member for part in message.parts for run in all_runs(part) if isinstance(run, Mention)}
    written = {found for text in texts(drawn) for found in re.findall(r"(?<!\\)<@[!&]?(\d+)>", text)}
    assert written <= meant
    assert not any(re.search(r"@(everyone|here)|@&\d", text) for text in texts(drawn))
    allowed = drawn.mentions.to_dict()
    assert allowed.get("parse") == [] and not allowed.get("replied_user")
    assert {str(user) for user in allowed.get("users", [])} <= meant


def all_runs(part: Any) -> Any:
    match part:
        case Paragraph(runs):
            return runs
        case Fields(rows):
            return [run for row in rows for run in row.value]
    return ()


async def test_a_short_answer_is_plain_text_that_a_notification_can_show() -> None:
    message = say(
        Text("#42: a person answers by "),
        Moment(AT, MomentStyle.TIME),
        Text(". "),
        Link("In private", channel="5"),
        buttons=(Button("No help needed", "case decline", (42,)),),
    )
    drawn = draw(message, 3, address)
    assert (
        drawn.content
        == f"#42: a person answers by <t:{int(AT.timestamp())}:t>. [In private](https://discord.com/channels/1/5)"
    )
    assert [button["custom_id"] for button in components(drawn) if button["type"] == 2] == [
        "1:case.decline:3:42"
    ]


async def test_a_card_is_made_of_components() -> None:
    message = Message(
        (
            Heading("#42 · open"),
            Quotation("It *ate* my save.\nTwice."),
            Fields((Row("Member", (Name("Max"),)), Row("Due", (Moment(AT),)))),
        ),
        (Button("Claim", "case claim", (42,), ButtonStyle.PRIMARY), Button("Note", "case note", (42,))),
    )
    drawn = draw(message, 3, address, mark=99)
    assert drawn.content is None
    above, below = texts(drawn)[1:]
    assert above == "### #42 · open\n> It \\*ate\\* my save.\n> Twice."
    assert below == f"**Member:** \u2068Max\u2069\n**Due:** <t:{int(AT.timestamp())}:f>"
    assert [component["type"] for component in components(drawn)] == [17, 10, 14, 10, 1, 2, 2]
    assert components(drawn)[0]["id"] == 99


def test_a_message_is_of_one_kind_whatever_it_says() -> None:
    assert not is_card(say(Text("x" * 10_000)))
    assert is_card(Message((Heading("x"),)))


async def test_what_is_too_long_is_cut_and_attached_whole() -> None:
    words = "not a parcel, " * 300
    drawn = draw(say(Text(words)), 1, address)
    assert drawn.content is not None and drawn.content.endswith("…")
    assert [file.filename for file in drawn.files] == ["message.txt"]
    assert drawn.files[0].fp.read().decode() == words


async def test_a_long_quotation_leaves_room_for_the_facts() -> None:
    message = Message((Heading("#1"), Quotation("*" * 5000), Fields((Row("Due", (Text("today"),)),))))
    assert texts(draw(message, 1, address))[2] == "**Due:** today"


async def test_a_file_keeps_a_name_that_discord_takes() -> None:
    message = Message((Paragraph((Text("Here."),)), File("../Transkript №1.txt", "text/plain", "a\ud800")))
    drawn = draw(message, 1, address)
    assert [file.filename for file in drawn.files] == ["Transkript-1.txt"]
    assert drawn.files[0].fp.read() == b"a?"


async def test_a_file_is_shown_on_a_card_too() -> None:
    drawn = draw(Message((Heading("#1"), File("a.txt", "text/plain", "b"))), 1, address)
    assert [c["file"]["url"] for c in components(drawn) if c["type"] == 13] == ["attachment://a.txt"]


async def test_a_link_to_a_place_that_is_not_open_is_words() -> None:
    assert draw(say(Link("In private", place=CasePrivate(1))), 1, address).content == "In private"


async def test_an_edit_takes_away_what_is_no_longer_there() -> None:
    editing = draw(say(Text("Done.")), 1, address).editing()
    assert (editing["content"], editing["view"], editing["attachments"]) == ("Done.", None, [])


async def test_a_view_is_not_kept_by_the_library() -> None:
    drawn = draw(say(Text("?"), buttons=(Button("Yes", "case solved", (1,)),)), 1, address)
    assert drawn.view is not None and drawn.view.is_finished()


@pytest.mark.parametrize(
    "message",
    [
        say(Text(" \n")),
        say(Text("x"), buttons=(Button("x", "case claim"),) * 26),
        say(Text("x"), buttons=(Button(" ", "case claim"),)),
        say(Text("x"), buttons=(Button("x", "case " + "claim" * 20),)),
        Message((Paragraph((Text("x"),)), *(File("a", "text/plain", ""),) * 11)),
        Message((Heading("x"), *(File("a", "text/plain", ""),) * 4)),
    ],
)
async def test_a_mistake_in_the_program_is_told(message: Message) -> None:
    with pytest.raises(ValueError, match=r"words|buttons|label|longer|files"):
        draw(message, 1, address)
