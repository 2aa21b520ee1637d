"""How people correct the bot: what they say of a message, and why."""

from enum import StrEnum


class NotOne(StrEnum):
    """Why an angry message is no complaint, as staff say who were asked."""

    BANTER = "banter"
    OTHER_PRODUCT = "other_product"
    ALREADY_SOLVED = "already_solved"
    NOT_TO_US = "not_to_us"
    OTHER = "other"


class How(StrEnum):
    """How it came to be said what a message is.

    `card_opened`, `card_dismissed`: on the card that asks. `case_opened`: by the menu of a message that the bot had not
    taken up. `case_dismissed`: its case was none. `no_help_needed`: the member said so, nobody of staff.
    `said_abuse`: staff called it abuse. `decided`: what was put to staff as abuse was decided. `appeal_won`: whoever
    heard both sides said that it was none.
    """

    CARD_OPENED = "card_opened"
    CARD_DISMISSED = "card_dismissed"
    CASE_OPENED = "case_opened"
    CASE_DISMISSED = "case_dismissed"
    NO_HELP_NEEDED = "no_help_needed"
    SAID_ABUSE = "said_abuse"
    DECIDED = "decided"
    APPEAL_WON = "appeal_won"
