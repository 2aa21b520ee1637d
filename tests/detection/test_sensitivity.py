"""A community chooses how certain the bot must be."""

from bot.detection import Sensitivity, thresholds


def test_the_more_careful_the_more_certain() -> None:
    acts = [thresholds(each).act for each in (Sensitivity.CAREFUL, Sensitivity.BALANCED, Sensitivity.EAGER)]
    assert acts == [0.80, 0.70, 0.60]


def test_a_card_for_staff_needs_less_than_a_public_word() -> None:
    assert all(0.3 <= thresholds(each).maybe < thresholds(each).act - 0.2 for each in Sensitivity)
