"""Which case a message belongs to: in public by what it replies to, in a shared conversation by what was said last."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.cases.model import Case
from bot.cases.timeline import Timeline
from bot.durable.tables import outbox
from bot.vocabulary.places import MessageRef

LATELY = timedelta(minutes=30)
"""So long after their last words a member goes on with what those were about."""


async def meant(
    timeline: Timeline, candidates: Sequence[Case], channel: str, now: datetime
) -> tuple[Case, bool]:
    """The case of one member that words in this channel are about, and whether that is a guess.

    `candidates` are the open ones first, latest first; at least one.
    """
    last = await timeline.last_words(candidates[0].member_id, channel)
    if last is not None and now - last.at < LATELY:
        for case in candidates:
            if case.id == last.fact.case and case.is_open:
                return case, False
    several = sum(case.is_open for case in candidates) > 1
    return candidates[0], several


async def case_of_message(timeline: Timeline, message: MessageRef) -> int | None:
    """The id of the case whose words stand in the message, or that one of our own messages is about."""
    for entry in await timeline.about_message(message):
        return entry.fact.case
    ours = select(outbox.c.case_id).where(
        outbox.c.community_id == timeline.community,
        outbox.c.channel == message.channel,
        outbox.c.message == message.message,
        outbox.c.case_id.is_not(None),
    )
    case: int | None = (await timeline.tx.execute(ours.limit(1))).scalar_one_or_none()
    return case
