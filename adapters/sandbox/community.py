"""How the bot is set up in the sandbox: everything on, so that a newcomer sees the whole loop in minutes."""

from adapters.sandbox.seeds import PUBLIC, STAFF_ROOM
from bot.community import CommunitySettings, Mode
from bot.detection import Sensitivity

NAME = "Sandbox"
WHOLE_DAY = 24 * 60
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
RULES = ("Criticise things as you like, not people", "No threats", "No private data of others")


def community_settings() -> CommunitySettings:
    """A real community starts in watch only; this one is for trying, so it speaks from the first minute.

    Check-ins come three days after solving at any hour, and as often as somebody tries.
    """
    return CommunitySettings(
        mode=Mode.FULL,
        sensitivity=Sensitivity.BALANCED,
        watched=frozenset(PUBLIC),
        staff_room=STAFF_ROOM,
        zone="Europe/Bucharest",
        working_days=EVERY_DAY,
        day_starts=10 * 60,
        day_ends=22 * 60,
        acks_a_day_per_member=5,
        rules=RULES,
        check_in_days_low=3,
        check_in_days_high=3,
        check_in_days_by_topic={},
        check_in_days_of_week=EVERY_DAY,
        check_in_starts=0,
        check_in_ends=WHOLE_DAY,
        check_in_every_days=0,
    )
