"""What is counted while an export is replayed. Memory grows with alarms, days and people, not with messages."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from adapters.archive.model import PATIENCE, Alarm, ArchivedMessage, Findings
from adapters.archive.waiting import Waiting
from adapters.archive.witness import Raised
from bot.detection import Assessment, Label
from bot.text import first_line

QUOTE = 160


@dataclass(slots=True)
class Tally:
    """`quotes` says whether alarms keep the words they are about."""

    zone: ZoneInfo
    quotes: bool = False
    messages: int = 0
    ignored: int = 0
    staff_messages: int = 0
    first: datetime | None = None
    last: datetime | None = None
    alarms: list[Alarm] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)
    hours: list[int] = field(default_factory=lambda: [0] * 24)
    weekdays: list[int] = field(default_factory=lambda: [0] * 7)
    _days: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    _members: set[str] = field(default_factory=set)
    _staff: set[str] = field(default_factory=set)
    _channels: set[str] = field(default_factory=set)
    _by_case: dict[int, int] = field(default_factory=dict)
    _waiting: Waiting = field(default_factory=Waiting)

    def ignore(self) -> None:
        """A message that is nobody's words: a system line, or a program's."""
        self.ignored += 1

    def hear(self, message: ArchivedMessage, *, staff: bool) -> None:
        """Count a message, and let it answer those who wait for one."""
        self.messages += 1
        self.first = min(self.first or message.at, message.at)
        self.last = max(self.last or message.at, message.at)
        self._channels.add(message.channel)
        (self._staff if staff else self._members).add(message.author)
        self._days[self._day(message.at)][0] += 1
        for index in self._waiting.answered_by(message):
            alarm = self.alarms[index]
            after = (message.at - alarm.at).total_seconds()
            self.alarms[index] = replace(alarm, answered_after=after, answered_by_staff=staff)

    def raised(self, message: ArchivedMessage, what: Raised) -> None:
        """A case or a card came of this message."""
        local = message.at.astimezone(self.zone)
        self._days[self._day(message.at)][2 if what.decision == "maybe" else 1] += 1
        self.hours[local.hour] += 1
        self.weekdays[local.weekday()] += 1
        seen = what.assessment
        self.languages[seen.language] += 1
        index = len(self.alarms)
        if what.case is not None:
            self._by_case[what.case] = index
        self._waiting.add(index, message)
        self.alarms.append(
            Alarm(
                number=index + 1,
                decision=what.decision,
                at=message.at,
                channel=message.channel_name,
                message=message.id,
                author=message.author,
                topic=str(seen.topic),
                severity=str(seen.severity),
                language=seen.language,
                probability=round(seen.complaint, 3),
                reasons=_why(seen),
                quote=first_line(message.text, QUOTE) if self.quotes else None,
            )
        )

    def joined(self, case: int) -> None:
        """Further words went to a case."""
        index = self._by_case.get(case)
        if index is not None:
            self.alarms[index] = replace(self.alarms[index], joined=self.alarms[index].joined + 1)

    def findings(self, source: str, sensitivity: str, seconds: float) -> Findings:
        """The whole; the reader's problems are added by whoever read."""
        return Findings(
            source=source,
            zone=str(self.zone),
            sensitivity=sensitivity,
            messages=self.messages,
            members=len(self._members - self._staff),
            channels=len(self._channels),
            staff=len(self._staff),
            ignored=self.ignored,
            first=self.first,
            last=self.last,
            alarms=tuple(map(self._closed, self.alarms)),
            languages=dict(self.languages.most_common()),
            per_day={day: (m, c, y) for day, (m, c, y) in sorted(self._days.items())},
            hours=tuple(self.hours),
            weekdays=tuple(self.weekdays),
            problems=(),
            problem_count=0,
            seconds=seconds,
        )

    def _closed(self, alarm: Alarm) -> Alarm:
        """Who was not answered may still have been, after the export's end."""
        waits = alarm.answered_after is None and self.last is not None and self.last - alarm.at <= PATIENCE
        return replace(alarm, too_early=waits)

    def _day(self, at: datetime) -> str:
        return at.astimezone(self.zone).date().isoformat()


def _why(seen: Assessment) -> tuple[str, ...]:
    """The rules that spoke for it: for a complaint, or about somebody's safety; not what else it is as well."""
    labels = {Label.COMPLAINT, Label.ABUSE} if seen.safety else {Label.COMPLAINT}
    return tuple(
        dict.fromkeys(
            reason.rule
            for reason in seen.reasons
            if (reason.label in labels and reason.weight > 0)
            # Whoever tells of harassment harasses nobody: the rule speaks for a case and against abuse.
            or (reason.label is None or reason.rule in seen.safety)
        )
    )
