"""Alarms of every kind, with words that somebody hostile or careless could have put into an export."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from adapters.archive.figures import DECISIONS, SEVERITIES
from adapters.archive.model import Alarm
from bot.detection import Topic

# Lone surrogates, NULs, escapes and right-to-left marks among letters of every block and the signs of markup.
WORDS = st.text(
    st.one_of(
        st.sampled_from("<>&\"'{}$%[]\\\N{RIGHT-TO-LEFT OVERRIDE}\0\x1b\x9b\ud83d"),
        st.characters(exclude_categories=()),
    ),
    max_size=40,
)
MOMENTS = st.datetimes(datetime(2015, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def alarms(draw: st.DrawFn) -> list[Alarm]:
    """A few dozen at most, numbered in order of time."""
    moments = sorted(draw(st.lists(MOMENTS, max_size=30)))
    return [
        Alarm(
            number=number,
            decision=draw(st.sampled_from(DECISIONS)),
            at=at,
            channel=draw(WORDS),
            message=draw(WORDS),
            author=draw(WORDS),
            topic=draw(st.sampled_from(Topic)).value,
            severity=draw(st.sampled_from(SEVERITIES)),
            language=draw(st.sampled_from(["en", "ro", "ru", "uk", "und"])),
            probability=draw(st.floats(0, 1)),
            reasons=tuple(draw(st.lists(st.sampled_from(["broken", "price", "unheard_of"]), unique=True))),
            quote=draw(st.none() | WORDS),
            answered_after=draw(st.none() | st.integers(0, 7 * 86_400).map(float)),
            answered_by_staff=draw(st.booleans()),
            joined=draw(st.integers(0, 3)),
        )
        for number, at in enumerate(moments, start=1)
    ]
