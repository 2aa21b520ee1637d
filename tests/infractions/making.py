"""Measures as they would be after a while, for the pure rules."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.infractions.model import Infraction, Step, Terms
from bot.vocabulary.places import MessageRef
from tests.fakes.clock import MONDAY_NOON

NOW = MONDAY_NOON
BURST = timedelta(minutes=15)
TERMS = Terms("fake:main", enabled=True, staff=2, threshold=0.8, burst=BURST)
LASTS = {
    Step.NOTICE: timedelta(days=14),
    Step.FIRST_WARNING: timedelta(days=30),
    Step.SECOND_WARNING: timedelta(days=60),
}


def taken(step: Step, said_at: datetime = NOW, number: int = 1) -> Infraction:
    """A measure five minutes after the message, on its way."""
    return Infraction(
        id=number,
        member_id="max",
        member_name="Max",
        step=step,
        message=MessageRef("support", f"m{number}"),
        said_at=said_at,
        text="You are an idiot, Ana.",
        context=(),
        rule="Be kind",
        number=1,
        by="mihai",
        by_name="Mihai",
        reason="It insults Ana.",
        language="en",
        taken_at=said_at + timedelta(minutes=5),
        abuse=0.95,
        complaint=0.05,
    )


def told(infraction: Infraction, *, read_after: timedelta | None = timedelta(hours=1)) -> Infraction:
    """Delivered a minute after it was taken, and read if at all by the button."""
    at = infraction.taken_at + timedelta(minutes=1)
    lasts = LASTS.get(infraction.step)
    return replace(
        infraction,
        delivered_at=at,
        expires_at=at + lasts if lasts else None,
        acknowledged_at=at + read_after if read_after is not None else None,
    )


def warned_twice() -> Sequence[Infraction]:
    """A notice and two warnings, a day after another, each delivered and read; the last was read a day ago."""
    steps = (Step.NOTICE, Step.FIRST_WARNING, Step.SECOND_WARNING)
    days = (timedelta(days=4), timedelta(days=3), timedelta(days=2))
    return [told(taken(step, NOW - ago, i)) for i, (step, ago) in enumerate(zip(steps, days, strict=True), 1)]
