"""What the set-up card says is missing, and what is only advice."""

from bot.community import CommunitySettings
from bot.ports import Purpose
from cogs.setup.card import advised_in, lacks_of
from cogs.setup.store import Lack

MAY_NOT_REMOVE = Lack("support", Purpose.REMOVAL, ("manage_messages",))
MAY_NOT_READ = Lack("support", Purpose.WATCH, ("read_message_history",))
LACKS = (MAY_NOT_REMOVE, MAY_NOT_READ, Lack("elsewhere", Purpose.REMOVAL, ("manage_messages",)))
WATCHED = frozenset({"support"})


def test_that_nothing_could_be_removed_is_advice_and_no_fault() -> None:
    settings = CommunitySettings(watched=WATCHED)
    assert lacks_of(settings, LACKS) == [MAY_NOT_READ]
    assert advised_in(settings, LACKS) == [MAY_NOT_REMOVE]


def test_where_nothing_is_to_be_removed_nothing_is_advised() -> None:
    assert advised_in(CommunitySettings(watched=WATCHED, removal=False), LACKS) == []
