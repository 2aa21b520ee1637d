"""docs/slack.md names what is there: variables, commands, buttons, scopes, limits, and what the bot says."""

from adapters.slack import limits, responder
from adapters.slack.manifest import SCOPES
from bot.commandline import Manifest, read_command_line
from tests.docs.guides import guide, labels, offers, unlogged, unsaid
from tests.docs.test_discord import EXAMPLE

GUIDE = guide("slack.md")

# Bold for its own sake, and what Slack says rather than the bot.
EMPHASIS = {
    "set-up card",
    "Ask somebody who is not in the staff channel",
    "People of other organisations",
    "In threads slash commands don't work",
    "The app's Home",
    "asks the author",
    "Buttons",
}
SAID_BY_OTHERS = {"did not respond", "operation_timeout", EXAMPLE}


def test_every_variable_is_a_setting() -> None:
    assert {"SLACK_SIGNING_SECRET", "SLACK_HTTP_PORT"} <= set(GUIDE.codes("SLACK_"))
    assert GUIDE.unknown_variables == []


def test_every_order_can_be_typed() -> None:
    assert GUIDE.orders == {"manifest", "doctor"}
    for order in GUIDE.orders:
        assert type(read_command_line([order])).__name__.lower() == order
    assert read_command_line(["manifest", "--with-removal"]) == Manifest(None, with_removal=True)


def test_every_command_is_offered() -> None:
    there = {offer.name for offer in offers().commands}
    named = {code.removeprefix("/ombud ") for code in GUIDE.codes("/ombud [a-z]")}
    named = {" ".join(words.split()[:2]) if words not in there else words for words in named}
    assert len(named) > 15
    assert sorted(named - there) == []


def test_every_button_and_menu_has_this_name() -> None:
    assert GUIDE.bold >= EMPHASIS
    bold = GUIDE.bold - EMPHASIS
    assert {offer.label["en"] for offer in offers().menus} <= bold
    assert sorted(bold - labels()) == []


def test_the_scopes_are_those_that_are_asked_for() -> None:
    told = [scope.strip("` ") for row in GUIDE.table("scope") for scope in row.split(",")]
    assert sorted(told) == sorted(SCOPES)


def test_what_it_is_quoted_with_it_says() -> None:
    quoted = GUIDE.quoted - SAID_BY_OTHERS
    assert len(quoted) > 5
    assert unsaid(quoted) == []


def test_every_event_of_the_log_is_in_the_manual() -> None:
    named = set(GUIDE.codes(r"slack\.[a-z_]+$"))
    assert named
    assert unlogged(named) == []


def test_the_limits_are_those_of_the_code() -> None:
    for told in (
        f"| a message | {limits.TEXT:,} characters of text, {limits.BLOCKS} blocks |",
        f"| messages in one channel | about {limits.MESSAGES_A_SECOND:.0f} a second |".replace(
            "1 a", "one a"
        ),
        f"{min(limits.A_MINUTE.values()):.0f} to {max(limits.A_MINUTE.values()):.0f} a minute",
    ):
        assert told in GUIDE.text, told
    assert responder.OPENS < 3.0
