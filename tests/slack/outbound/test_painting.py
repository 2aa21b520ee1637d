"""Messages as Slack shows them: within its limits, with no ping but those that were meant."""

import html
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block

from adapters.slack import limits
from adapters.slack.drawing import Drawn, blocks_of, draw
from adapters.slack.painting import Painter
from adapters.slack.workspace import Workspace
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
WORKSPACE = Workspace("T1", "Bakery", "https://bakery.slack.com/", "UBOT", "BBOT")
address = Painter(WORKSPACE, {"slack:T1": 3}.__getitem__).address


def values(thing: Any) -> Iterator[tuple[str, Any]]:
    """Everything in the blocks, by its name, however deep."""
    if isinstance(thing, dict):
        for name, value in thing.items():
            yield name, value
            yield from values(value)
    elif isinstance(thing, list | tuple):
        for each in thing:
            yield from values(each)


def elements(drawn: Drawn, kind: str) -> list[dict[str, Any]]:
    """Those of this type, wherever they stand."""
    found: list[dict[str, Any]] = []
    waiting: list[Any] = list(drawn.blocks)
    while waiting:
        thing = waiting.pop(0)
        if isinstance(thing, dict):
            found += [thing] if thing.get("type") == kind else []
            waiting[:0] = list(thing.values())
        elif isinstance(thing, list):
            waiting[:0] = thing
    return found


def words_of(drawn: Drawn) -> str:
    return "".join(text["text"] for text in elements(drawn, "text"))


dangers = st.sampled_from(
    [
        "<!here>",
        "<!channel>",
        "<@U0EVIL>",
        "<!subteam^S1>",
        "<#C1>",
        "<!date^1^{time}|x>",
        "&lt;!here&gt;",
        "@here",
    ]
)
words = st.one_of(
    st.text(max_size=300), st.lists(st.one_of(dangers, st.text(max_size=20)), max_size=9).map("".join)
)
long_words = st.builds(
    lambda text, times: text * times,
    st.one_of(dangers, st.text(min_size=1, max_size=40)),
    st.integers(1, 300),
)
addresses = st.sampled_from(
    ["https://example.com/a?b=c&d=<e>", "http://x.example", "HTTPS://evil.example|here"]
)
users = st.integers(0, 10**9).map(lambda number: f"U{number}")
stamps = st.integers(10**9, 2 * 10**9).map(lambda number: f"{number}.000100")
channels = st.sampled_from(["C1", "D1", "C1/1700000000.000100", "D1/1700000000.000200"])
times = st.integers(0, 2**33).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
runs = st.lists(
    st.one_of(
        st.builds(Text, st.one_of(words, long_words, addresses)),
        st.builds(Name, words),
        st.builds(Mention, st.one_of(users, words), words),
        st.builds(Moment, times, st.sampled_from(MomentStyle)),
        st.builds(Link, words, message=st.builds(MessageRef, st.one_of(channels, words), stamps)),
        st.builds(Link, words, place=st.just(CasePrivate(1)), channel=st.none() | channels),
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
    st.one_of(st.text(min_size=1, max_size=90), dangers).filter(
        lambda label: bool(re.sub(r"[\x00-\x1f\x7f]", "", label).strip())
    ),
    st.sampled_from(["case claim", "case solve", "help"]),
    st.lists(st.integers(0, 10**6), max_size=3).map(tuple),
    st.sampled_from(ButtonStyle),
)
messages = st.builds(
    Message,
    st.tuples(st.lists(parts, min_size=1, max_size=6), st.lists(files, max_size=2)).map(
        lambda both: (*both[0], *both[1])
    ),
    st.lists(buttons, max_size=25, unique_by=lambda button: (button.action, button.numbers)).map(tuple),
).filter(lambda message: bool(plain_text(message).strip()))


@settings(deadline=None, max_examples=60)
@given(messages)
def test_any_message_is_within_the_limits(message: Message) -> None:
    drawn = draw(message, 1, address)
    for block in Block.parse_all(list(drawn.blocks)):
        block.validate_json()
    assert 0 < limits.units(drawn.text) <= limits.TEXT and drawn.text.strip()
    assert 1 <= len(drawn.blocks) <= limits.BLOCKS and len(drawn.files) <= limits.FILES
    assert limits.units(json.dumps(drawn.blocks, ensure_ascii=False)) <= 13_200
    assert all(
        value for name, value in values(drawn.blocks) if name in {"text", "elements", "url", "user_id"}
    )
    pressed = elements(drawn, "button")
    assert len(pressed) == len(message.buttons)
    assert all(len(row["elements"]) <= limits.BUTTONS_IN_A_ROW for row in elements(drawn, "actions"))
    assert all(limits.units(button["text"]["text"]) <= limits.BUTTON_LABEL for button in pressed)
    assert all(len(button["action_id"]) <= 100 for button in pressed)
    assert all(
        limits.units(heading["text"]["text"]) <= limits.HEADING for heading in elements(drawn, "header")
    )
    for ids in ("block_id", "action_id"):
        written = [value for name, value in values(drawn.blocks) if name == ids]
        assert len(written) == len(set(written))


@settings(deadline=None, max_examples=60)
@given(messages)
def test_no_message_says_more_to_slack_than_is_typed(message: Message) -> None:
    """No mention of anybody or of everybody, and nothing else between angle brackets that the bot didn't type."""
    drawn = draw(message, 1, address)
    meant = {run.member for run in all_runs(message) if isinstance(run, Mention)}
    moments = [run for run in all_runs(message) if isinstance(run, Moment)]
    for special in re.findall(r"<([^>]*)>?", drawn.text):
        assert (
            special.removeprefix("@") in meant
            or re.fullmatch(
                r"!date\^-?\d+\^(\{time\}|\{date_num\}|\{date_num\} \{time\})\|[-\d: UTC]+", special
            )
            or special.startswith("https://bakery.slack.com/archives/")
        )
    assert drawn.text.count("<!date^") <= len(moments)
    written = [value for name, value in values(drawn.blocks) if isinstance(value, str) and name != "type"]
    assert not any(re.search(r"<[!@#]\S", value) for value in written)
    assert {user["user_id"] for user in elements(drawn, "user")} <= meant
    kinds = {value for name, value in values(drawn.blocks) if name == "type"}
    assert not kinds & {"broadcast", "usergroup", "channel", "team", "mrkdwn"}


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_people_read_what_was_typed(first: str, second: str) -> None:
    """Letter by letter, but for the signs that nobody sees."""
    typed = re.sub(
        r"[\x00-\x08\x0b-\x1f\x7f]", "", f"x{first}<!{second}".replace("\r\n", "\n").replace("\r", "\n")
    )
    drawn = draw(say(Text(f"x{first}<!{second}")), 1, address)
    shown = "".join(e.get("text", e.get("url", "")) for e in drawn.blocks[0]["elements"][0]["elements"])
    assert shown == typed
    assert html.unescape(drawn.text).strip() == typed.strip() or "&" in typed


def all_runs(message: Message) -> Iterator[Any]:
    for part in message.parts:
        match part:
            case Paragraph(runs):
                yield from runs
            case Fields(rows):
                for row in rows:
                    yield from row.value


def test_a_short_answer_is_one_line_and_its_buttons() -> None:
    message = say(
        Text("#42: a person answers by "),
        Moment(AT, MomentStyle.TIME),
        Text(". "),
        Link("In private", channel="D5/1700000000.000100"),
        buttons=(Button("No help needed", "case decline", (42,)),),
    )
    drawn = draw(message, 3, address)
    at, link = int(AT.timestamp()), "https://bakery.slack.com/archives/D5/p1700000000000100"
    assert drawn.text == (
        f"#42: a person answers by <!date^{at}^{{time}}|14:00 UTC>. "
        f"<{link}?thread_ts=1700000000.000100&amp;cid=D5|In private>"
    )
    [date] = elements(drawn, "date")
    assert date == {"type": "date", "timestamp": at, "format": "{time}", "fallback": "14:00 UTC"}
    [button] = elements(drawn, "button")
    assert (button["action_id"], button["text"]["text"]) == ("1:case.decline:3:42", "No help needed")
    assert "style" not in button


def test_a_card_has_a_heading_a_quotation_and_facts() -> None:
    message = Message(
        (
            Heading("#42 · open"),
            Quotation("It *ate* my save.\nTwice.", "Ana"),
            Fields((Row("Member", (Name("Max"),)), Row("Due", (Moment(AT),)))),
        ),
        (
            Button("Claim", "case claim", (42,), ButtonStyle.PRIMARY),
            Button("Drop", "case drop", (42,), ButtonStyle.DANGER),
        ),
    )
    drawn = draw(message, 3, address)
    assert [block["type"] for block in drawn.blocks] == [
        "header",
        "rich_text",
        "divider",
        "rich_text",
        "actions",
    ]
    [quotation] = elements(drawn, "rich_text_quote")
    assert (
        "".join(text["text"] for text in quotation["elements"])
        == "It *ate* my save.\nTwice.\n– \u2068Ana\u2069"
    )
    facts = drawn.blocks[3]["elements"][0]["elements"]
    assert [text.get("text") for text in facts] == ["Member: ", "\u2068Max\u2069", "\n", "Due: ", None]
    assert [button["style"] for button in elements(drawn, "button")] == ["primary", "danger"]
    assert drawn.text.splitlines()[:2] == ["#42 · open", "It *ate* my save."]


def test_times_have_no_words_that_would_need_an_ending() -> None:
    drawn = draw(say(*(Moment(AT, style) for style in MomentStyle)), 1, address)
    assert [date["format"] for date in elements(drawn, "date")] == [
        "{time}",
        "{date_num}",
        "{date_num} {time}",
    ]


def test_addresses_in_peoples_words_can_be_clicked_on() -> None:
    drawn = draw(say(Text("See https://example.com/a_b?c=d&e=f, please (http://x.example).")), 1, address)
    assert [link["url"] for link in elements(drawn, "link")] == [
        "https://example.com/a_b?c=d&e=f",
        "http://x.example",
    ]
    assert all("text" not in link for link in elements(drawn, "link"))
    assert "https://example.com/a_b?c=d&amp;e=f, please" in drawn.text


def test_what_is_too_long_is_cut_and_attached_whole() -> None:
    words = "not a parcel, " * 1000
    drawn = draw(say(Text(words)), 1, address)
    assert words_of(drawn).endswith("…") and drawn.text.endswith("…")
    assert [(file.name, file.content) for file in drawn.files] == [("message.txt", words)]


def test_a_long_quotation_leaves_room_for_the_facts() -> None:
    message = Message((Heading("#1"), Quotation('"' * 9000), Fields((Row("Due", (Text("today"),)),))))
    drawn = draw(message, 1, address)
    assert words_of(drawn).endswith("…Due: today")


def test_a_notification_is_never_cut_inside_of_a_link() -> None:
    message = say(*(Link("In private", channel="C1/1700000000.000100") for _ in range(60)))
    assert draw(message, 1, address).text.rstrip("…").endswith("|In private>")


def test_files_keep_names_that_slack_takes() -> None:
    same = File("../Transkript №1.txt", "text/plain", "a\ud800")
    drawn = draw(Message((Paragraph((Text("Here."),)), same, same)), 1, address)
    assert [file.name for file in drawn.files] == ["Transkript-1.txt", "2-Transkript-1.txt"]
    assert drawn.files[0].content == "a?"


def test_a_link_to_a_place_that_is_not_open_is_words() -> None:
    drawn = draw(say(Link("In private", place=CasePrivate(1))), 1, address)
    assert (words_of(drawn), drawn.text) == ("In private", "In private")


@pytest.mark.parametrize(
    ("channel", "message", "found"),
    [
        ("C1", None, "archives/C1"),
        ("C1", "1700000000.000100", "archives/C1/p1700000000000100"),
        ("C1/1700000000.000100", None, "archives/C1/p1700000000000100?thread_ts=1700000000.000100&cid=C1"),
        (
            "C1/1700000000.000100",
            "1700000001.000200",
            "archives/C1/p1700000001000200?thread_ts=1700000000.000100&cid=C1",
        ),
    ],
)
def test_every_place_has_an_address(channel: str, message: str | None, found: str) -> None:
    assert address(channel, message) == f"https://bakery.slack.com/{found}"


@pytest.mark.parametrize(("channel", "message"), [("general", None), ("C1", "nowhere"), ("", None)])
def test_what_is_not_on_slack_has_none(channel: str, message: str | None) -> None:
    assert address(channel, message) is None


def test_home_has_the_same_blocks_without_files() -> None:
    message = say(Text("Nothing waits."), buttons=(Button("Help", "help"),))
    assert blocks_of(message, 1, address) == list(draw(message, 1, address).blocks)


def test_a_name_turns_around_nothing_but_itself() -> None:
    """It may hold the sign that ends what it is put in, and one that turns the rest of the sentence around."""
    drawn = draw(say(Name("Max\u2069\u202e"), Text(" has #12.")), 1, address)
    assert words_of(drawn) == "\u2068Max\u2069 has #12."


@pytest.mark.parametrize(
    "message",
    [
        say(Text(" \n")),
        say(Text("x"), buttons=tuple(Button("x", "case claim", (number,)) for number in range(26))),
        say(Text("x"), buttons=(Button("x", "case claim"), Button("y", "case claim"))),
        say(Text("x"), buttons=(Button(" \x01", "case claim"),)),
        say(Text("x"), buttons=(Button("x", "case " + "claim" * 20),)),
        Message((Paragraph((Text("x"),)),) * 50),
        Message((Paragraph((Text("x"),)), *(File("a", "text/plain", ""),) * 11)),
    ],
)
def test_a_mistake_in_the_program_is_told(message: Message) -> None:
    with pytest.raises(ValueError, match=r"words|buttons|label|longer|files|parts"):
        draw(message, 1, address)
