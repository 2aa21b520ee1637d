"""A cog of the replay's own: sees what the features would have done, and writes it down."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.catalogue.declare import on
from bot.context import Context
from bot.detection import Assessment
from bot.vocabulary.facts import CaseOpened, MemberWrote
from bot.vocabulary.places import MessageRef
from bot.vocabulary.signals import CaseAcknowledged, MaybeRaised


@dataclass(frozen=True, slots=True)
class Raised:
    """A case or a card for staff, at the moment it came about."""

    decision: str
    message: MessageRef
    assessment: Assessment
    case: int | None = None


@dataclass(slots=True)
class Witness:
    """`raised` is called for each case and card, `joined` with the case that further words belong to."""

    raised: Callable[[Raised], None]
    joined: Callable[[int], None]
    name: str = "archive"
    _fresh: set[int] = field(default_factory=set)

    @on(CaseOpened)
    async def opened(self, ctx: Context, fact: CaseOpened) -> None:
        self._fresh.add(fact.case)

    @on(CaseAcknowledged)
    async def acknowledged(self, ctx: Context, fact: CaseAcknowledged) -> None:
        case = await ctx.cases.get(fact.case)
        self._fresh.discard(case.id)
        if case.origin is not None and ctx.assessment is not None:
            decision = "acknowledged" if fact.style == "reply" else str(fact.style)
            self.raised(Raised(decision, case.origin, ctx.assessment, case.id))

    @on(MaybeRaised)
    async def maybe(self, ctx: Context, fact: MaybeRaised) -> None:
        if ctx.assessment is not None:
            self.raised(Raised("maybe", fact.message, ctx.assessment))

    @on(MemberWrote)
    async def wrote(self, ctx: Context, fact: MemberWrote) -> None:
        if fact.case not in self._fresh:
            self.joined(fact.case)
