"""When somebody may be in danger, a named person is told at once, in the staff room."""

import structlog

from bot.catalogue.declare import on
from bot.context import Context
from bot.detection import PRESSING, Safety
from bot.durable.outbox import Priority
from bot.vocabulary.facts import CaseOpened
from bot.vocabulary.places import StaffRoom
from bot.vocabulary.replies import Mention, Text, say
from bot.vocabulary.signals import MaybeRaised, SafetyRaised

REPORTED = frozenset({Safety.THREAT, Safety.DOXXING, Safety.MINOR})
"""What platforms have tools of their own for: it is never warned, and nothing here removes it."""

log = structlog.get_logger(__name__)


class Watchful:
    """Calls the safety contact and the stand-in."""

    @on(CaseOpened, SafetyRaised)
    async def case_of_safety(self, ctx: Context, fact: CaseOpened | SafetyRaised) -> None:
        """Once for a case, be it by its first words or by later ones; again if it is said again after that."""
        again = fact.again if isinstance(fact, SafetyRaised) else None
        await _call(ctx, fact.safety, f"case:{fact.case}" + (f":{again}" if again is not None else ""))

    @on(MaybeRaised)
    async def card_of_safety(self, ctx: Context, fact: MaybeRaised) -> None:
        await _call(ctx, fact.safety, f"card:{fact.thought}:{fact.message.message}")


async def _call(ctx: Context, flags: tuple[str, ...], about: str) -> None:
    """Both by name: whoever reads it first goes. The card just above or below says what it is about."""
    settings, voice = ctx.community.settings, ctx.voice()
    called = [person for person in (settings.safety_contact, settings.safety_stand_in) if person]
    pressing = [flag for flag in flags if flag in PRESSING]
    if not called or not pressing:
        return
    people = [Mention(person.id, person.name) for person in called]
    mentions = tuple(run for person in people for run in (person, Text(" ")))
    told = voice.say("setup.safety.call", flags=", ".join(voice.text(f"safety.{flag}") for flag in pressing))
    if REPORTED.intersection(pressing):
        told = (*told, Text(" "), *voice.say("setup.safety.tools"))
    # On record: that somebody was called, and what for; the words are where they were said.
    log.info("safety.called", community=ctx.community.id, flags=",".join(pressing))
    key = f"setup.safety:{about}"
    await ctx.outbox.say(StaffRoom(), say(*mentions, *told), key, priority=Priority.ACKNOWLEDGEMENT)
