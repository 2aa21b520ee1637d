"""Whoever answers a complaint, or a notice, with "same here" is affected too: a sign, and a word when it is over."""

from bot.attention import Glance
from bot.cases.belonging import case_of_message
from bot.cases.incidents import Stage
from bot.cases.model import Case
from bot.catalogue.declare import button, matters, on
from bot.context import Context
from bot.detection import Assessment, thresholds
from bot.detection.agreeing import Agreement, agreement
from bot.durable.outbox import Priority
from bot.vocabulary.events import MessageEvent, MessagePosted
from bot.vocabulary.facts import CaseClosed, CaseSolved, CaseWithdrawn
from bot.vocabulary.people import EVERYONE
from bot.vocabulary.places import MemberDM, MessageRef, Public
from bot.vocabulary.replies import Message, say
from cogs.incidents.spreading import tell_button
from cogs.incidents.words import stale, store_of

SEEN = "👀"


class SameHere:
    """Joins them, and tells them once."""

    @matters
    def agrees(self, glance: Glance, event: MessageEvent) -> bool:
        """A short answer in a watched channel; whom it answers is looked at later."""
        if not isinstance(event, MessagePosted) or event.reply_to is None or event.direct:
            return False
        settings, staff = glance.settings, glance.actor is not None and glance.actor.is_staff
        if staff or event.author in settings.left_alone or not settings.watches(event):
            return False
        return agreement(event.text) is not Agreement.NONE

    @on(MessagePosted)
    async def joined(self, ctx: Context, event: MessagePosted) -> None:
        if event.reply_to is None or event.direct or ctx.place is not None or ctx.doer.is_staff:
            return
        settings, said = ctx.community.settings, agreement(event.text)
        if not settings.watches(event) or said is Agreement.NONE or _own_matter(ctx, said, ctx.assessment):
            return
        if await self._join(ctx, event, event.reply_to):
            key = f"same_here:{event.message.channel}:{event.message.message}"
            await ctx.outbox.react(event.message, SEEN, Public(event.message), key)

    @button("incident me-too", roles=EVERYONE)
    async def me_too(self, ctx: Context, incident: int) -> Message:
        """The same under the notice, with one press."""
        found, voice = await ctx.incidents.get(incident), ctx.own_voice
        if found is None or found.state is not Stage.OPEN:
            return say(*voice.say("incidents.me_too.over"), buttons=(tell_button(ctx, voice.language),))
        language = ctx.language or ctx.community.settings.language
        if not await store_of(ctx).has_case(incident, ctx.doer.id):
            await store_of(ctx).join(ctx.doer.id, language, incident=incident, case=None)
            await stale(ctx, incident)
        return say(*voice.say("incidents.me_too.done"))

    async def _join(self, ctx: Context, event: MessagePosted, answered: MessageRef) -> bool:
        """Whether there is something to join: the incident of the notice or of the case, else the case."""
        store = store_of(ctx)
        notice = await store.notice_at(answered)
        case = None if notice is not None else await _case(ctx, answered)
        if notice is not None:
            incident = await ctx.incidents.get(notice.incident_id)
        elif case is None or case.member_id == event.author:
            return False
        else:
            incident = await ctx.incidents.of_case(case.id)
        language = await ctx.members.language_of(event.author) or ctx.doer.locale
        spoken = language or (case.language if case else ctx.community.settings.language)
        if incident is not None and incident.is_live and incident.state is not Stage.SOLVING:
            await store.join(event.author, spoken, incident=incident.id, case=None)
            await stale(ctx, incident.id)
            return True
        if case is None:
            return False
        await store.join(event.author, spoken, incident=None, case=case.id)
        return True

    @on(CaseSolved)
    async def over(self, ctx: Context, fact: CaseSolved) -> None:
        """They hear that it is settled, and nothing of what was said to the other member."""
        store = store_of(ctx)
        for one in await store.untold(case=fact.case):
            await store.told(one.id)
            told = ctx.voice(one.language).say("incidents.over.case")
            message = say(*told, buttons=(tell_button(ctx, one.language),))
            key = f"same_here_over:{fact.case}:{one.id}"
            await ctx.outbox.say(MemberDM(one.member_id), message, key, priority=Priority.REMINDER)

    @on(CaseWithdrawn, CaseClosed)
    async def nothing_more(self, ctx: Context, fact: CaseWithdrawn | CaseClosed) -> None:
        await store_of(ctx).drop(fact.case)


def _own_matter(ctx: Context, said: Agreement, assessment: Assessment | None) -> bool:
    """With so many words of their own it is heard as what it is: a complaint, which becomes a case."""
    if said is Agreement.SAME or assessment is None:
        return False
    return assessment.complaint >= thresholds(ctx.community.settings.sensitivity).maybe


async def _case(ctx: Context, message: MessageRef) -> Case | None:
    """The open case whose words, or whose acknowledgement, the message is."""
    found = await case_of_message(ctx.timeline, message)
    case = await ctx.cases.get(found) if found is not None else None
    return case if case is not None and case.is_open and case.about is None else None
