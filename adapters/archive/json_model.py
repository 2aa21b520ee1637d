"""The words of the JSON report, version 1; docs/replay.schema.json is made from them.

A field may be added within a version; one that is taken away or changes its meaning makes the next.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.detection import Topic

VERSION: Literal[1] = 1

Count = Annotated[int, Field(ge=0)]
Seconds = Annotated[float, Field(ge=0)]
Moment = Annotated[datetime, Field(description="ISO 8601, in UTC.")]
Decision = Literal["acknowledged", "quiet", "private", "maybe"]
Severity = Literal["low", "medium", "high"]


class Words(BaseModel):
    model_config = ConfigDict(frozen=True)


class Period(Words):
    first: Moment | None
    last: Moment | None


class Totals(Words):
    """Counts over the whole export."""

    messages: Count = Field(description="Messages of people, staff included.")
    ignored: Count = Field(description="Messages of programs and of the platform, and those without words.")
    members: Count = Field(description="Different authors who are not staff.")
    staff: Count = Field(description="Different authors who are staff.")
    channels: Count
    alarms: Count = Field(description="Cases and cards together.")
    cases: Count
    maybes: Count = Field(description="Cards for staff: is this one?")
    problems: Count


class Decisions(Words):
    """How many alarms ended in each decision."""

    acknowledged: Count = Field(description="A case, acknowledged by a reply in public.")
    quiet: Count = Field(description="A case, acknowledged by a reaction and in private.")
    private: Count = Field(description="A case, acknowledged in private only.")
    maybe: Count = Field(description="A card for staff, and nothing said to anybody.")


class WaitTimes(Words):
    """Seconds until the first answer. `p90` is interpolated between the two nearest values."""

    answered: Count
    median_seconds: Seconds | None
    p90_seconds: Seconds | None


class Waiting(Words):
    """How long the alarms waited in reality for the first words of somebody else."""

    anybody: WaitTimes
    staff: WaitTimes = Field(description="Only those whose first answer came from staff.")
    never_answered: Count = Field(description="Nobody else spoke to it, and the time for that was over.")
    too_early: Count = Field(
        description="Nobody else spoke to it, and the export ends before that time was over."
    )


class Day(Words):
    day: date = Field(description="In the zone of the report. Days without a message are left out.")
    messages: Count
    cases: Count
    maybes: Count


class TopicRow(Words):
    topic: Topic
    cases: Count
    maybes: Count


class HourRow(Words):
    hour: Annotated[int, Field(ge=0, le=23)]
    alarms: Count


class WeekdayRow(Words):
    weekday: Annotated[int, Field(ge=1, le=7, description="ISO 8601: Monday is 1.")]
    alarms: Count


class LanguageRow(Words):
    language: str = Field(description='ISO 639-1, or "und" where it is not clear.')
    alarms: Count


class ReasonRow(Words):
    rule: str = Field(description="The name of a rule of detection.")
    alarms: Count = Field(description="Alarms in which it had a part.")


class AlarmRow(Words):
    """One case, or one card for staff."""

    number: Annotated[int, Field(ge=1, description="In order of time.")]
    decision: Decision
    at: Moment
    channel: str = Field(description="The channel's name.")
    message: str = Field(description="The message's id in the export.")
    author: str = Field(description="The author's id in the export.")
    topic: Topic
    severity: Severity
    language: str
    probability: Annotated[float, Field(ge=0, le=1, description="That the message is a complaint.")]
    reasons: tuple[str, ...] = Field(description="The names of the rules that spoke for it.")
    joined: Count = Field(description="Further messages that went to the same case.")
    answered_after_seconds: Seconds | None = Field(description="Null: nobody did, or not yet.")
    answered_by_staff: bool = Field(description="Whether the first answer came from staff.")
    too_early: bool = Field(description="Nobody did, and the export ends before the time for it was over.")
    quote: str | None = Field(
        default=None,
        exclude_if=lambda quote: quote is None,
        description="The message's first line, where quotes were asked for.",
    )


class ProblemRow(Words):
    """Something in the export that could not be read."""

    file: str
    entry: Count | None = Field(description="The line or entry; null where the whole file is meant.")
    code: str


class Report(Words):
    """What Ombud would have done in an exported community. Counts, unless a name says otherwise."""

    version: Literal[1]
    source: str
    zone: str = Field(description="The time zone of days, hours and weekdays.")
    sensitivity: str
    seconds: Seconds = Field(description="How long the replay took.")
    period: Period
    totals: Totals
    decisions: Decisions
    alarms_per_1000: Annotated[float, Field(ge=0)] | None = Field(
        description="Alarms per 1,000 messages; null without messages."
    )
    waiting: Waiting
    per_day: tuple[Day, ...]
    per_topic: tuple[TopicRow, ...] = Field(description="The most frequent first.")
    per_hour: tuple[HourRow, ...] = Field(description="All 24.")
    per_weekday: tuple[WeekdayRow, ...] = Field(description="All 7.")
    languages: tuple[LanguageRow, ...] = Field(description="The languages of the alarms.")
    reasons: tuple[ReasonRow, ...] = Field(description="The most frequent first.")
    alarms: tuple[AlarmRow, ...]
    problems: tuple[ProblemRow, ...] = Field(description="The first ones; `totals.problems` counts all.")


def schema() -> dict[str, Any]:
    """The JSON Schema of a report."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return dialect | Report.model_json_schema(mode="serialization")
