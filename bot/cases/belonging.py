"""Which case a message belongs to, when somebody replies to it in public."""

from sqlalchemy import select

from bot.cases.timeline import Timeline
from bot.durable.tables import outbox
from bot.vocabulary.places import MessageRef


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
