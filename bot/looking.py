"""A look inside one community, for people who learn how it works: reads only."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.detection import Assessment, Label
from bot.durable.tables import outbox, timers
from bot.house import House
from bot.inspection import AssessedMessage, CaseRow, Inside, OutboxRow, Score, TimerRow
from bot.language import Voice
from bot.vocabulary.places import MessageRef

LAST = 20


@dataclass(frozen=True, slots=True)
class Seen:
    """What detection said of a message, and whether it mattered to any feature. Kept in memory only."""

    community: int
    message: MessageRef
    at: datetime
    assessment: Assessment
    kept: bool


class Looking:
    """`note` is told of every assessed message; `inside` shows the last ones with what is in the database.

    `also` is told whatever `note` is told.
    """

    def __init__(self, house: House, also: Callable[[Seen], None] | None = None) -> None:
        self._house = house
        self._also = also
        self._seen: deque[Seen] = deque(maxlen=LAST * 5)

    def note(self, seen: Seen) -> None:
        self._seen.append(seen)
        if self._also is not None:
            self._also(seen)

    async def inside(self, community: str, language: str) -> Inside:
        """The last 20 of each; sentences in `language`."""
        known = await self._house.community(community)
        if known is None:
            return Inside()
        voice = self._house.translations.voice(language, known.settings.registers)
        seen = [s for s in reversed(self._seen) if s.community == known.id][:LAST]
        async with self._house.database.reading() as tx:
            cases = await self._house.context(tx, known).cases.latest(LAST)
            rows = [
                CaseRow(c.number, c.status, c.assignee_name or c.team, c.next_step or "", c.due_at)
                for c in cases
            ]
            return Inside(
                tuple(_assessed(s, voice) for s in seen),
                await _outbox(tx, known.id),
                await _timers(tx, known.id, {case.id: case.number for case in cases}),
                tuple(rows),
            )


def _assessed(seen: Seen, voice: Voice) -> AssessedMessage:
    assessment = seen.assessment
    return AssessedMessage(
        seen.message,
        seen.at,
        tuple(Score(voice.text(f"label.{label}"), assessment.probabilities[label]) for label in Label),
        voice.text(f"severity.{assessment.severity}"),
        voice.text(f"topic.{assessment.topic}"),
        assessment.language,
        tuple(voice.text(f"reason.{reason.rule}", match=reason.match) for reason in assessment.reasons),
        voice.text(f"inside.{'kept' if seen.kept else 'passed'}"),
    )


async def _outbox(tx: AsyncConnection, community: int) -> tuple[OutboxRow, ...]:
    rows = select(outbox).where(outbox.c.community_id == community).order_by(outbox.c.id.desc()).limit(LAST)
    now = datetime.now(UTC)
    return tuple(
        OutboxRow(row.place, row.effect, row.state, row.attempts, (now - row.created_at).total_seconds())
        for row in await tx.execute(rows)
    )


async def _timers(tx: AsyncConnection, community: int, numbers: dict[int, int]) -> tuple[TimerRow, ...]:
    rows = select(timers).where(timers.c.community_id == community, ~timers.c.dead)
    found = await tx.execute(rows.order_by(timers.c.due_at).limit(LAST))
    return tuple(TimerRow(row.name, _subject(row.name, row.subject, numbers), row.due_at) for row in found)


def _subject(name: str, subject: int, numbers: dict[int, int]) -> str:
    """Timers of a case are about its number; the others about a row."""
    about_case = name.startswith(("cases.", "followups.", "deadlines.holding", "deadlines.silence"))
    return f"#{numbers[subject]}" if about_case and subject in numbers else str(subject)
