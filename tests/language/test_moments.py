"""Times, ages and numbers as a reader of each language sees them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.language.moments import format_age, format_moment, format_number, moment_style
from bot.vocabulary.replies import MomentStyle

BUCHAREST = ZoneInfo("Europe/Bucharest")
AT = datetime(2026, 11, 24, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "time", "date", "both"),
    [
        ("en", "14:05", "24 November", "24 November, 14:05"),
        ("en-GB", "14:05", "24 November", "24 November, 14:05"),
        ("en-US", "2:05 PM", "November 24", "November 24, 2:05 PM"),
        ("ro", "14:05", "24 noiembrie", "24 noiembrie, 14:05"),
        ("ro-MD", "14:05", "24 noiembrie", "24 noiembrie, 14:05"),
        ("ru", "14:05", "24 ноября", "24 ноября, 14:05"),
        ("ru-RU", "14:05", "24 ноября", "24 ноября, 14:05"),
        ("nonsense", "14:05", "24 November", "24 November, 14:05"),
        ("", "14:05", "24 November", "24 November, 14:05"),
    ],
)
def test_a_moment_is_written_in_the_readers_language_and_zone(
    language: str, time: str, date: str, both: str
) -> None:
    assert format_moment(AT, MomentStyle.TIME, language, BUCHAREST) == time
    assert format_moment(AT, MomentStyle.DATE, language, BUCHAREST) == date
    assert format_moment(AT, MomentStyle.BOTH, language, BUCHAREST) == both


@pytest.mark.parametrize(
    ("language", "both"),
    [
        ("en", "24 November 2026, 14:05"),
        ("ro", "24 noiembrie 2026, 14:05"),
        ("ru", "24 ноября 2026\N{NARROW NO-BREAK SPACE}г., 14:05"),
    ],
)
def test_the_year_is_named_only_when_it_is_another_one(language: str, both: str) -> None:
    next_year, same_year = AT + timedelta(days=60), AT - timedelta(days=60)
    assert format_moment(AT, MomentStyle.BOTH, language, BUCHAREST, next_year) == both
    assert "2026" not in format_moment(AT, MomentStyle.BOTH, language, BUCHAREST, same_year)


def test_the_year_is_the_readers_and_not_that_of_utc() -> None:
    new_year_in_bucharest = datetime(2026, 12, 31, 22, 30, tzinfo=UTC)
    assert format_moment(new_year_in_bucharest, MomentStyle.BOTH, "en", BUCHAREST, AT).startswith(
        "1 January 2027"
    )


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("language", ["en", "ro", "ru"])
def test_no_month_brings_a_weekday_or_an_abbreviation(language: str, month: int) -> None:
    day, name = format_moment(AT.replace(month=month), MomentStyle.DATE, language, BUCHAREST).split(" ")
    assert day == "24"
    assert name.isalpha()
    assert language != "ru" or name[-1] in "ая"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        format_moment(AT.replace(tzinfo=None), MomentStyle.TIME, "en", BUCHAREST)


@pytest.mark.parametrize(
    ("now", "style"),
    [
        (AT - timedelta(hours=3), MomentStyle.TIME),
        (AT + timedelta(hours=3), MomentStyle.TIME),
        (datetime(2026, 11, 23, 22, 30, tzinfo=UTC), MomentStyle.TIME),
        (datetime(2026, 11, 23, 21, 30, tzinfo=UTC), MomentStyle.BOTH),
        (datetime(2026, 11, 24, 22, 30, tzinfo=UTC), MomentStyle.BOTH),
    ],
)
def test_the_time_alone_is_enough_on_the_readers_own_day(now: datetime, style: MomentStyle) -> None:
    assert moment_style(AT, now, BUCHAREST) is style


def test_an_age_is_rounded_and_in_the_right_form() -> None:
    ages = [
        format_age(timedelta(hours=hours), language)
        for language in ("en", "ro", "ru")
        for hours in (1, 21, 48)
    ]
    assert ages == [
        "1 hour", "21 hours", "2 days",
        "1 oră", "21 de ore", "2 zile",
        "1 час", "21 час", "2 дня",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "1,234,567"), ("ro", "1.234.567"), ("ru", "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567")],
)
def test_a_number_has_the_separators_of_the_language(language: str, text: str) -> None:
    assert format_number(1234567, language) == text
