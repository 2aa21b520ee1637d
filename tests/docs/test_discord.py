"""docs/discord.md names what is there: variables, commands, buttons, permissions, limits, and what the bot says."""

import re
from collections.abc import Iterator, Sequence

import pytest

from adapters.common import refusals
from adapters.discord import backfill, direct, forms, limits, pacing, surface, threads
from adapters.discord.permissions import NEEDED
from bot.__main__ import cogs
from bot.catalogue.collect import Catalogue
from bot.commandline import read_command_line
from bot.community import CommunitySettings
from bot.detection import assess
from bot.help import Help
from bot.language import Translations
from bot.surface import Offers, offers_of
from cogs.intake.model import worth_hearing
from tests.house.source import ROOT, modules
from tests.language.entries import entries_of

GUIDE = (ROOT / "docs" / "discord.md").read_text("utf-8")
BOT = re.compile(r'make run ARGS="([a-z]+)"|python -m bot ([a-z]+)')
CODE = re.compile(r"`([^`\n]+)`")
VARIABLE = re.compile(r"[A-Z]+(?:_[A-Z]+)+")
BOLD = re.compile(r"\*\*([^*`]+?)\*\*")
SAID = re.compile(r"“([^”]+)”")
PERMISSIONS = re.compile(r"^\| permission \|.*?\n\|-+\|-+\|\n(.*?)\n\n", re.MULTILINE | re.DOTALL)
FIRST = re.compile(r"^\| ([^|]+) \|", re.MULTILINE)

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


@pytest.fixture(scope="module")
def offers() -> Offers:
    return offers_of(Catalogue([Help(), *cogs()]), Translations.load())


def labels() -> set[str]:
    return {form for entry in entries_of("en") for form in entry.forms}


def codes(pattern: str) -> Iterator[str]:
    """What stands between backticks and looks like this, from its beginning."""
    return (code for code in CODE.findall(GUIDE) if re.match(pattern, code))


def test_every_variable_is_a_setting() -> None:
    named = set(VARIABLE.findall(" ".join(CODE.findall(GUIDE))))
    example = (ROOT / ".env.example").read_text("utf-8")
    assert {"DISCORD_TOKEN", "DISCORD_SHARD_IDS"} <= named
    assert [name for name in named if not re.search(rf"^(?:# )?{name}=", example, re.MULTILINE)] == []


def test_every_order_can_be_typed() -> None:
    orders = {one or other for one, other in BOT.findall(GUIDE)}
    assert orders == {"invite", "doctor"}
    for order in orders:
        assert type(read_command_line([order])).__name__.lower() == order


def test_every_command_is_offered(offers: Offers) -> None:
    there = {offer.name for offer in offers.commands}
    named = {code.removeprefix("/") for code in codes("/[a-z]")} - {"case"}
    assert len(named) > 15
    assert sorted(named - there) == []


def test_every_button_and_menu_has_this_name(offers: Offers) -> None:
    bold = set(BOLD.findall(GUIDE)) - EMPHASIS
    assert set(BOLD.findall(GUIDE)) >= EMPHASIS
    assert {offer.label["en"] for offer in offers.menus} <= bold
    assert sorted(bold - labels()) == []


def test_the_permissions_are_those_that_are_asked_for() -> None:
    voice = Translations.load().voice("en")
    table = PERMISSIONS.search(GUIDE)
    assert table is not None
    asked = {voice.text(f"permission.{code}") for needed in NEEDED.values() for code in needed}
    assert set(FIRST.findall(table[1])) == asked
    assert len(FIRST.findall(table[1])) == len(asked)


def sources() -> Sequence[str]:
    """What the bot can say: sentences of the catalogues, and those about the start, in the code."""
    return [*labels(), *(re.sub(r'"\s*f?"', "", module.text) for module in modules("bot", "adapters"))]


def test_what_it_is_quoted_with_it_says() -> None:
    said = (" ".join(words.split()) for words in SAID.findall(GUIDE))
    quoted = {words.removesuffix("…").strip() for words in said} - SAID_BY_OTHERS
    assert len(quoted) > 5
    texts = sources()
    assert sorted(words for words in quoted if not any(words in text for text in texts)) == []


def test_the_example_is_heard_as_it_comes() -> None:
    assert EXAMPLE in " ".join(GUIDE.split())
    assert worth_hearing(assess(EXAMPLE), CommunitySettings())


def test_every_event_of_the_log_is_in_the_manual() -> None:
    named = set(codes(r"discord\.[a-z_]+$"))
    manual = (ROOT / "docs" / "operate.md").read_text("utf-8")
    assert len(named) > 3
    assert [event for event in named if f"`{event}`" not in manual] == []


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
        assert told in GUIDE, told
