"""Names of people stay within their own bounds, in every platform's sentences."""

from collections.abc import Callable

import pytest

from adapters.discord.markup import runs_atoms
from adapters.slack.markup import Words, name_pieces
from bot.vocabulary.replies import Name

WICKED = "Max\u2069\u202e nimdA"


def on_discord(name: str) -> str:
    return "".join(runs_atoms((Name(name),), lambda channel, message: f"{channel}/{message}"))


def on_slack(name: str) -> str:
    return "".join(piece.text for piece in name_pieces(name) if isinstance(piece, Words))


@pytest.mark.parametrize("shown", [on_discord, on_slack])
def test_a_name_cannot_turn_what_is_said_after_it(shown: Callable[[str], str]) -> None:
    assert shown(WICKED) == "\u2068Max nimdA\u2069"
