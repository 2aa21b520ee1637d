"""What is counted while an export is replayed. Memory grows with alarms, days and people, not with messages."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from adapters.archive.model import Alarm, ArchivedMessage, Findings
from adapters.archive.witness import Raised
from bot.text import first_line

QUOTE = 160
PATIENCE = timedelta(days=7)
"""After so long without another voice, a message counts as never answered."""


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
    _waiting: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def ignore(self) -> None:
        """A message that is nobody's words: a system line, or a program's."""
        self.ignored += 1

    def hear(self, message: ArchivedMessage, *, staff: bool) -> None:
        """Count a message, and let it answer those who wait for one."""
        self.messages += 1
        self.first, self.last = self.first or message.at, message.at
        self._channels.add(message.channel)
        (self._staff if staff else self._members).add(message.author)
        self._days[self._day(message.at)][0] += 1
        self._answer(message, staff=staff)

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
        self._waiting[message.channel].append(index)
        self.alarms.append(
            Alarm(
                number=index + 1,
                decision=what.decision,
                at=message.at,
                channel=message.channel_name,
                message=message.id,
                author=message.author,
                topic=seen.topic,
                severity=seen.severity,
                language=seen.language,
                probability=round(seen.complaint, 3),
                reasons=tuple(dict.fromkeys(reason.rule for reason in seen.reasons if reason.weight > 0)),
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
            alarms=tuple(self.alarms),
            languages=dict(self.languages.most_common()),
            per_day={day: (m, c, y) for day, (m, c, y) in sorted(self._days.items())},
            hours=tuple(self.hours),
            weekdays=tuple(self.weekdays),
            problems=(),
            problem_count=0,
            seconds=seconds,
        )

    def _day(self, at: datetime) -> str:
        return at.astimezone(self.zone).date().isoformat()

    def _answer(self, message: ArchivedMessage, *, staff: bool) -> None:
        """Somebody else's words answer what waits in the channel: what they reply to, else all of it."""
        waiting = self._waiting.get(message.channel)
        if not waiting:
            return
        left = []
        for index in waiting:
            alarm = self.alarms[index]
            if message.at - alarm.at > PATIENCE:
                continue
            if message.author == alarm.author or not _speaks_to(message, alarm):
                left.append(index)
                continue
            after = (message.at - alarm.at).total_seconds()
            self.alarms[index] = replace(alarm, answered_after=after, answered_by_staff=staff)
        self._waiting[message.channel] = left


def _speaks_to(message: ArchivedMessage, alarm: Alarm) -> bool:
    """In the thread or reply of another message it speaks to that one; else to the channel."""
    named = message.reply_to or message.thread
    return named is None or named == alarm.message
