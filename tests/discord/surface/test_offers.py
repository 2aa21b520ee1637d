"""The catalogue as application commands: what Discord is told, without asking it."""

import discord
import pytest
from discord.app_commands import locale_str

from adapters.discord.surface import default_permissions, text
from bot.catalogue.arguments import Kind
from bot.catalogue.collect import Catalogue
from bot.composition.features import cogs
from bot.help import Help
from bot.language import Translations
from bot.surface import Offer, Offers, offers_of
from bot.vocabulary.people import EVERYONE, STAFF, Role


@pytest.fixture(scope="module")
def offers() -> Offers:
    return offers_of(Catalogue([Help(), *cogs()]), Translations.load())


def offer(roles: frozenset[Role], *, parties: bool = False) -> Offer:
    return Offer("case claim", "cases", {"en": "Claim"}, {"en": "Take it"}, (), roles, parties)


def test_every_command_says_what_it_does_in_every_language(offers: Offers) -> None:
    assert offers.commands
    for each in offers.commands:
        assert {"en", "ro", "ru"} == each.help.keys() == each.label.keys()
        assert all(each.help.values())


def test_words_are_never_demanded_because_a_form_asks_for_them(offers: Offers) -> None:
    words = (argument for each in offers.commands for argument in each.arguments)
    arguments = [argument for argument in words if argument.kind is Kind.WORDS]
    assert arguments
    assert not any(argument.demanded for argument in arguments)


def test_cases_and_members_are_completed(offers: Offers) -> None:
    (transfer,) = (each for each in offers.commands if each.name == "case transfer")
    assert [(a.name, a.suggested, a.demanded) for a in transfer.arguments] == [
        ("case", True, True),
        ("member", True, True),
    ]


def test_what_everybody_may_do_is_shown_to_everybody() -> None:
    for shown in (offer(EVERYONE), offer(STAFF, parties=True), offer(frozenset({Role.SPECIALIST}))):
        assert default_permissions([shown, offer(STAFF)]) is None


def test_what_staff_may_do_is_hidden_from_others() -> None:
    managers = offer(frozenset({Role.MANAGER}))
    assert default_permissions([offer(STAFF), managers]) == discord.Permissions(manage_messages=True)
    assert default_permissions([managers]) == discord.Permissions(manage_guild=True)


def test_a_long_help_is_cut_to_what_discord_shows() -> None:
    cut = text({"en": "x" * 200, "ro": "y" * 200}, 100)
    assert isinstance(cut, locale_str)
    assert len(cut.message) <= 100 and len(cut.extras["ro"]) <= 100
