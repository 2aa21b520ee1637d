"""Slack's markup, read as people see it."""

import pytest

from adapters.slack.forms import typed as typed_into
from adapters.slack.words import people_in, plain, typed, words_of


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("Fish &amp; chips &lt;3", "Fish & chips <3"),
        ("<@U0DARIA> is here", "@Daria is here"),
        ("<@U0DARIA|daria> is here", "@Daria is here"),
        ("<@U0NOBODY> is gone", "<@U0NOBODY> is gone"),
        ("in <#C0SUPPORT|support>", "in #support"),
        ("in <#C0SUPPORT>", "in <#C0SUPPORT>"),
        ("<!here> <!channel|@channel>", "@here @channel"),
        ("<!subteam^S0TEAM|@bakers>", "@bakers"),
        ("<!date^1700000000^{date}|14 November>", "14 November"),
        ("<https://example.org>", "https://example.org"),
        ("<https://example.org|example.org>", "example.org"),
        ("<https://example.org.evil.net|example.org>", "example.org (https://example.org.evil.net)"),
        ("<https://example.org/help|the help>", "the help (https://example.org/help)"),
        ("<mailto:max@example.org|max@example.org>", "max@example.org"),
        ("&lt;@U0DARIA&gt; typed by hand", "<@U0DARIA> typed by hand"),
        ("&amp;lt; is written so", "&lt; is written so"),
        ("great, it broke :joy::joy:", "great, it broke 😂😂"),
        (":+1::skin-tone-2: :man-shrugging::skin-tone-6: :flag-ro:", "👍🏻 🤷🏿\u200d♂️ 🇷🇴"),
        (":party-parrot: is our own, 10:30:45 is a time, 1:100:2 a ratio", None),
        ("<https://example.org/:joy:|:joy: here>", ":joy: here (https://example.org/:joy:)"),
    ],
)
def test_it_reads_as_it_looks(marked: str, read: str | None) -> None:
    assert plain(marked, {"U0DARIA": "Daria"}) == (marked if read is None else read)


def test_a_name_is_no_markup() -> None:
    assert plain("<@U0BOBBY>", {"U0BOBBY": "<!here> &amp;"}) == "@<!here> &amp;"


def test_who_is_mentioned_is_found_once_and_in_order() -> None:
    assert people_in("<@U2> and <@U1|one> and <@U2>, not &lt;@U3&gt; or <#C1>") == ["U2", "U1"]


def test_a_command_says_for_certain_who_is_meant() -> None:
    line = (
        " case transfer 42 <@U0DARIA|daria> in <#C0SUPPORT|support> &amp; <https://example.org|example.org> "
    )
    assert typed(line) == "case transfer 42 <@U0DARIA|daria> in <#C0SUPPORT|support> & example.org"
    assert typed("set staff <!subteam^S0TEAM|@bakers>") == "set staff <!subteam^S0TEAM|@bakers>"
    assert typed("<!channel>") == "@channel"
    assert typed("complain it broke :rage:") == "complain it broke 😡"


def test_a_shared_message_is_read_with_what_was_said_of_it() -> None:
    shared = {"text": "look", "attachments": [{"is_share": True, "text": "It broke"}, {"text": "A preview"}]}
    assert words_of(shared) == "look\nIt broke"
    assert words_of({}) == ""


def test_what_was_typed_into_a_form_reads_as_it_looked_and_a_choice_stays_what_it_is() -> None:
    values = {
        "text": {"text": {"type": "plain_text_input", "value": "It broke :sob:"}},
        "what": {"what": {"type": "static_select", "selected_option": {"value": ":joy:"}}},
    }
    assert typed_into({"state": {"values": values}}) == {"text": "It broke 😭", "what": ":joy:"}
