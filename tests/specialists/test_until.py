"""Until when somebody is away, in the words in which people say it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.hours import WorkingHours
from bot.catalogue.arguments import arguments_of, read_until, split_line
from bot.catalogue.until import Until
from bot.errors import UserError
from cogs.specialists import Specialists
from tests.scenarios.town import Town

BUCHAREST = ZoneInfo("Europe/Bucharest")
OFFICE = WorkingHours(frozenset(range(5)), 9 * 60, 18 * 60, BUCHAREST)
NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
"""A Wednesday."""


def back(words: str) -> str:
    """When that is, in the community's own time."""
    return read_until(words).at(NOW, OFFICE).astimezone(BUCHAREST).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    "words", ["friday", "Fri", "until Friday", "vineri", "până vineri", "пятница", "до пятницы", "пятницу"]
)
def test_a_day_is_said_by_its_name(words: str) -> None:
    assert back(words) == "2026-11-20 09:00"


@pytest.mark.parametrize(
    "words", ["2026-12-01", "until 2026-12-01", "1.12.2026", "1.12", "01.12.", "până pe 1.12", "до 1.12"]
)
def test_or_by_its_date(words: str) -> None:
    assert back(words) == "2026-12-01 09:00"


def test_the_same_day_of_the_week_is_the_next_one() -> None:
    assert back("wednesday") == "2026-11-25 09:00"


def test_a_day_on_which_nobody_works_is_the_next_on_which_somebody_does() -> None:
    assert back("sambata") == "2026-11-23 09:00"


def test_a_date_without_a_year_is_the_next_one() -> None:
    assert back("1.2") == "2027-02-01 09:00"


def test_so_long_is_still_so_long() -> None:
    assert read_until("3d").at(NOW, OFFICE) == NOW + timedelta(days=3)


@pytest.mark.parametrize("words", ["2025-12-01", "2026-11-18"])
def test_what_is_over_is_now(words: str) -> None:
    assert read_until(words).at(NOW, OFFICE) == NOW


@pytest.mark.parametrize("words", ["", "until", "fr", "march", "31.2", "2026-13-01", "friday monday", "soon"])
def test_what_is_no_time_is_refused(words: str) -> None:
    with pytest.raises(UserError):
        read_until(words)


@given(
    minutes=st.integers(0, 20 * 365 * 24 * 60),
    zone=st.sampled_from(["Europe/Bucharest", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Pago_Pago"]),
    weekday=st.integers(0, 6),
)
def test_a_day_of_the_week_lies_within_eight_days(minutes: int, zone: str, weekday: int) -> None:
    now = NOW + timedelta(minutes=minutes)
    hours = WorkingHours(frozenset(range(7)), 9 * 60, 18 * 60, ZoneInfo(zone))
    at = Until(weekday=weekday).at(now, hours)
    assert now < at <= now + timedelta(days=8)
    assert at.astimezone(hours.zone).weekday() == weekday


@pytest.mark.parametrize(
    ("line", "until", "stand_in"),
    [
        ("3d Daria", "3d", "Daria"),
        ("until Friday Daria", "until Friday", "Daria"),
        ("până pe 1.12 Daria", "până pe 1.12", "Daria"),
        ("friday", "friday", None),
        ("until", "until", None),
    ],
)
def test_a_line_says_both(line: str, until: str, stand_in: str | None) -> None:
    arguments = arguments_of(Specialists.away)
    values = split_line(arguments, line)
    assert (values.get("until"), values.get("stand_in")) == (until, stand_in)


async def test_somebody_is_away_until_a_day(desk: Town) -> None:
    answer = (await desk.mihai.types("away until friday Daria")).text
    assert "Stand-in: Daria" in answer
    refused = (await desk.mihai.types("away someday")).text
    assert "neither a duration nor a day" in refused
    assert "30 minutes" in (await desk.mihai.types("away 2020-01-01")).text
