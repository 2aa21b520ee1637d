"""docs/discord.md names what is there: variables, commands, buttons, permissions, limits, and what the bot says."""

from adapters.common import refusals
from adapters.discord import backfill, direct, forms, limits, pacing, surface, threads
from adapters.discord.permissions import NEEDED
from bot.commandline import Invite, read_command_line
from bot.community import CommunitySettings
from bot.detection import assess
from bot.language import Translations
from cogs.intake.model import worth_hearing
from tests.docs.guides import guide, labels, offers, unlogged, unsaid

GUIDE = guide("discord.md")

EXAMPLE = "I paid for the premium plan two weeks ago and it still isn't active. Nobody answers my emails."

# Bold for its own sake, and what Discord says rather than the bot.
EMPHASIS = {
    "token",
    "set-up card",
    "Ask a friend without a staff role",
    "Slash commands.",
    "Message menus.",
    "Buttons",
    "Direct messages",
}
SAID_BY_OTHERS = {
    "This interaction failed",
    EXAMPLE,
}


def test_every_variable_is_a_setting() -> None:
    assert {"DISCORD_TOKEN", "DISCORD_SHARD_IDS"} <= set(GUIDE.codes("DISCORD_"))
    assert GUIDE.unknown_variables == []


def test_every_order_can_be_typed() -> None:
    assert GUIDE.orders == {"invite", "doctor"}
    for order in GUIDE.orders:
        assert type(read_command_line([order])).__name__.lower() == order
    assert read_command_line(["invite", "--with-removal"]) == Invite(with_removal=True)


def test_every_command_is_offered() -> None:
    there = {offer.name for offer in offers().commands}
    named = {code.removeprefix("/") for code in GUIDE.codes("/[a-z]")} - {"case"}
    assert len(named) > 15
    assert sorted(named - there) == []


def test_every_button_and_menu_has_this_name() -> None:
    assert GUIDE.bold >= EMPHASIS
    bold = GUIDE.bold - EMPHASIS
    assert {offer.label["en"] for offer in offers().menus} <= bold
    assert sorted(bold - labels()) == []


def test_the_permissions_are_those_that_are_asked_for() -> None:
    voice = Translations.load().voice("en")
    told = GUIDE.table("permission")
    asked = {voice.text(f"permission.{code}") for needed in NEEDED.values() for code in needed}
    assert set(told) == asked and len(told) == len(asked)


def test_what_it_is_quoted_with_it_says() -> None:
    quoted = GUIDE.quoted - SAID_BY_OTHERS
    assert len(quoted) > 5
    assert unsaid(quoted) == []


def test_the_example_is_heard_as_it_comes() -> None:
    assert EXAMPLE in " ".join(GUIDE.text.split())
    assert worth_hearing(assess(EXAMPLE), CommunitySettings())


def test_every_event_of_the_log_is_in_the_manual() -> None:
    named = set(GUIDE.codes(r"discord\.[a-z_]+$"))
    assert len(named) > 3
    assert unlogged(named) == []


def test_the_limits_are_those_of_the_code() -> None:
    days = threads.ARCHIVED_AFTER // (24 * 60)
    for told in (
        f"| a message | {limits.CONTENT:,} characters |",
        f"| a card | {limits.LAYOUT_TEXT:,} characters |",
        f"| a form's field | {forms.TYPED:,} characters |",
        f"| completions | {surface.CHOICES} at a time |",
        f"| {pacing.PACE.rate:.0f} a second for the whole bot",
        f"| one is opened every {direct.INTERVAL:.0f} seconds |",
        f"who refused is tried again after {refusals.REMEMBERED.days} days",
        f"| go to the archive after {days} days of silence |",
        f"| {backfill.FURTHEST.days} days back, {backfill.MOST:,} messages a channel |",
    ):
        assert told in GUIDE.text, told
