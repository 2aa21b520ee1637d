"""Times, ages and numbers in a reader's language, through Babel's locale data.

Only for adapters and pages that can't show a moment in the reader's own zone by themselves. Never a weekday:
after a preposition it would need a case ending.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_skeleton, format_timedelta
from babel.numbers import format_decimal

from bot.vocabulary.replies import MomentStyle


def moment_style(at: datetime, now: datetime, zone: ZoneInfo) -> MomentStyle:
    """The time alone when `at` falls on the reader's present day, else date and time."""
    same_day = at.astimezone(zone).date() == now.astimezone(zone).date()
    return MomentStyle.TIME if same_day else MomentStyle.BOTH


def format_moment(
    at: datetime, style: MomentStyle, language: str, zone: ZoneInfo, now: datetime | None = None
) -> str:
    """An aware time as words, such as "24 November, 14:00"; the year only when it differs from that of `now`.

    `language` is a language or locale code; the clock has 24 hours unless the locale is en-US. Raises
    ValueError for a naive time.
    """
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    local = at.astimezone(zone)
    with_year = now is not None and local.year != now.astimezone(zone).year
    if style is MomentStyle.TIME:
        return _time(local, language)
    if style is MomentStyle.DATE:
        return _date(local, language, with_year)
    return f"{_date(local, language, with_year)}, {_time(local, language)}"


def format_age(age: timedelta, language: str) -> str:
    """How long ago something was, rounded: "3 hours". For ages only; a promise must not be rounded."""
    return format_timedelta(age, threshold=1, locale=locale_of(language))


def format_number(number: int, language: str) -> str:
    """A count with the separators of the language: 12,345, 12.345 or 12 345 (no-break space)."""
    return format_decimal(number, locale=locale_of(language))


def locale_of(code: str) -> Locale:
    """The locale of a code; of its language, else English, when Babel doesn't know the code.

    Plain "en" is British: the day comes first, the clock has 24 hours.
    """
    for candidate in (code.replace("-", "_"), primary(code)):
        try:
            return Locale.parse("en_GB" if candidate == "en" else candidate)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en_GB")


def primary(code: str) -> str:
    """The language of a locale code: "ro" of "ro-RO", "ro_MD" and "RO"."""
    return code.replace("_", "-").partition("-")[0].lower()


def _time(local: datetime, language: str) -> str:
    locale = locale_of(language)
    twelve_hours = locale.language == "en" and locale.territory == "US"
    return format_datetime(local, "h:mm a" if twelve_hours else "HH:mm", locale=locale)


def _date(local: datetime, language: str, with_year: bool) -> str:
    locale = locale_of(language)
    return format_date(local, "long", locale) if with_year else format_skeleton("MMMMd", local, locale=locale)
