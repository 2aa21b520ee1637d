"""What the report calls things, in the reader's language: names, numbers, moments, and words of people made safe."""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, get_day_names
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from adapters.archive.figures import FEW, Span
from adapters.archive.model import Problem
from bot.language import Voice
from bot.language.moments import format_number, locale_of
from bot.text import clean

# Written into somebody else's line these turn it around; a terminal has nothing to isolate them with.
TURNS = {chr(code): None for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
SPAN_FORMATS = {Span.DAY: "yMMMd", Span.WEEK: "yMMMd", Span.MONTH: "yMMM", Span.YEAR: "y"}
TICK_FORMATS = SPAN_FORMATS | {Span.DAY: "MMMd", Span.WEEK: "yMMM"}
# A unit, its seconds, and the one that is worth telling beside it.
UNITS = (
    ("day", 86_400, ("hour", 3600)),
    ("hour", 3600, ("minute", 60)),
    ("minute", 60, None),
    ("second", 1, None),
)


def harmless(text: str) -> str:
    """Words of an export without anything that steers a terminal or turns the lines around it."""
    return "".join(
        " " if unicodedata.category(letter) == "Cc" else letter
        for letter in clean(text)
        if letter not in TURNS
    )


@dataclass(frozen=True, slots=True)
class Labels:
    """Everything that is shown passes through here. `zone` is that of the findings."""

    voice: Voice
    zone: ZoneInfo

    def number(self, count: int) -> str:
        return format_number(count, self.voice.language)

    def rate(self, value: float | None) -> str:
        """With one decimal; a dash for none."""
        return "–" if value is None else format_decimal(value, "#,##0.0", locale=self._locale)

    def part(self, count: int, whole: int) -> str:
        """The percentage, where there are cases enough for one and it isn't nought."""
        if whole < FEW or round(100 * count / whole) == 0:
            return ""
        return format_percent(count / whole, locale=self._locale)

    def duration(self, seconds: float | None) -> str:
        """Days and hours, hours and minutes, minutes, or seconds, rounded down; a dash for none."""
        if seconds is None:
            return "–"
        unit, size, below = next((each for each in UNITS if seconds >= each[1]), UNITS[-1])
        count, rest = divmod(int(seconds), size)
        words = [self._unit(unit, count)]
        if below is not None and rest >= below[1]:
            words.append(self._unit(below[0], rest // below[1]))
        return " ".join(words)

    def days(self, count: int) -> str:
        """ "7 days", to stand after a preposition that leaves it as it is."""
        return format_unit(count, "duration-day", length="long", locale=self._locale)

    def moment(self, at: datetime) -> str:
        local = at.astimezone(self.zone)
        return f"{format_date(local, 'medium', self._locale)}, {local:%H:%M}"

    def period(self, first: datetime | None, last: datetime | None) -> str:
        if first is None or last is None:
            return "–"
        start, end = first.astimezone(self.zone).date(), last.astimezone(self.zone).date()
        return format_interval(start, end, "yMMMd", locale=self._locale)

    def column(self, span: Span, start: date) -> str:
        return format_skeleton(SPAN_FORMATS[span], start, locale=self._locale)

    def tick(self, span: Span, start: date) -> str:
        """A column's name where there is little room."""
        return format_skeleton(TICK_FORMATS[span], start, locale=self._locale)

    def weekday(self, index: int, *, short: bool = False) -> str:
        """Monday is 0."""
        return str(get_day_names("abbreviated" if short else "wide", "stand-alone", self._locale)[index])

    def language(self, code: str) -> str:
        name = self._locale.languages.get(code)
        return name if name and code != "und" else self.voice.text("archive.language.unknown")

    def channel(self, name: str) -> str:
        return f"#{harmless(name).strip().removeprefix('#')}"

    def topic(self, topic: str) -> str:
        return self.voice.text(f"topic.{topic}")

    def severity(self, severity: str) -> str:
        return self.voice.text(f"severity.{severity}")

    def decision(self, decision: str) -> str:
        return self.voice.text(f"archive.decision.{decision}")

    def step(self, step: str) -> str:
        return self.voice.text(f"archive.wait.{step}")

    def reason(self, rule: str) -> str:
        """What the rule says, without the words that it matched; its name if it has no sentence."""
        key = f"reason.{rule}"
        return self.voice.text(key, match="").rstrip(" :") if self.voice.has(key) else rule

    def problem(self, problem: Problem) -> str:
        key = f"archive.problem.{problem.code}"
        return self.voice.text(key) if self.voice.has(key) else problem.code

    def where(self, problem: Problem) -> str:
        file = harmless(problem.file)
        if problem.entry is None:
            return file
        return self.voice.text("archive.problem.place", file=file, entry=problem.entry)

    def _unit(self, unit: str, count: int) -> str:
        return format_unit(count, f"duration-{unit}", length="short", locale=self._locale)

    @property
    def _locale(self) -> Locale:
        return locale_of(self.voice.language)
