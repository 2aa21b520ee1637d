"""Before words go out to members: features may have something to say about them, to their author alone.

Nothing is held back: whoever has read it decides, and the words are kept as a draft meanwhile.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.calls import Call
from bot.cases.model import Case
from bot.context import Context
from bot.durable.drafts import Draft
from bot.vocabulary.replies import Message

TEXT = "text"
"""The value of a draft that members would read."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Words on their way to members, as the `draft` that sends them, in `case` if they answer one.

    `number` is the draft's where it is kept and shown to its author already. One that is `timed` is told with a time.
    """

    draft: Draft
    case: Case | None
    number: int | None = None
    timed: bool = False

    @property
    def text(self) -> str:
        return self.draft.values[TEXT]


async def advice_on(ctx: Context, call: Call, arguments: Mapping[str, Any]) -> Message | None:
    """What the author of these words should read first, with a button that sends them; None if nothing."""
    if not call.action.mark.goes_out or not arguments.get(TEXT):
        return None
    case = next((value for value in arguments.values() if isinstance(value, Case)), None)
    timed = any(isinstance(value, timedelta) for value in arguments.values())
    return await advised(ctx, Outgoing(Draft(call.action.name, dict(call.values)), case, timed=timed))


async def advised(ctx: Context, outgoing: Outgoing) -> Message | None:
    """The first thing that a feature has to say."""
    for advise in ctx.catalogue.every("advises"):
        said: Message | None = await advise(ctx, outgoing)
        if said is not None:
            return said
    return None
