"""Actions that carry somebody's own words: kept in the inbox first, so that a crash loses none of them.

Whoever still waits for the answer gets it after the commit. Words that were refused become a draft.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from bot.advice import advice_on
from bot.answers import note_refusal, sorry
from bot.calls import Call, bind, read_call
from bot.catalogue.arguments import LONGEST_TYPED
from bot.community import Community
from bot.context import Context
from bot.durable.drafts import Draft, keep_draft
from bot.errors import UserError
from bot.finding import Found
from bot.house import House
from bot.language import Voice
from bot.ports import Interaction, Responder
from bot.sensing import Delivery
from bot.vocabulary.events import ActionTaken
from bot.vocabulary.people import Member
from bot.vocabulary.replies import Button, File, Message, Paragraph, say

EDIT_DRAFT = "draft edit"

Keep = Callable[[Community, Delivery, Callable[[], Awaitable[None]]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Request:
    """One interaction: who, where, in which voice they are answered, and where the answer goes."""

    community: Community
    actor: Member
    voice: Voice
    interaction: Interaction
    responder: Responder


@dataclass(slots=True)
class _Waiting:
    request: Request
    answer: Message | None = None


class Submitting:
    """Keeps, handles and answers them. `keep` stores a delivery, acknowledges it, then has it handled."""

    def __init__(self, house: House, keep: Keep) -> None:
        self._house = house
        self._keep = keep
        self._waiting: dict[tuple[str, str], _Waiting] = {}

    async def keep(self, request: Request, call: Call) -> None:
        """Store the words, with the members they name; the answer follows."""
        asked, community = request.interaction, request.community
        action, values = call.action, dict(call.values)
        taken = ActionTaken(
            community.key, asked.id, request.actor.id, action.name, values, asked.channel, asked.at
        )
        words = "\n".join(values[argument.name] for argument in action.typed if argument.name in values)
        self._waiting.setdefault((taken.community, taken.key), _Waiting(request))
        seen = (await self._house.understanding.assess(words)).to_json()
        delivery = Delivery(taken, request.actor, seen, people=dict(call.found.people))
        await self._keep(community, delivery, request.responder.defer)

    async def handle(self, ctx: Context, taken: ActionTaken, people: Mapping[str, Member]) -> None:
        """An action from the inbox, in its transaction. A refusal is an answer too."""
        ctx = await as_actor(ctx, ctx.doer)
        await note_staff(ctx)
        try:
            call = read_call(self._house.catalogue, ctx.community, taken)
            async with ctx.tx.begin_nested():
                arguments = await bind(ctx, replace(call, found=Found(people)))
                answer = await advice_on(ctx, call, arguments)
                if answer is None:
                    answer = await call.action.handler(ctx, **arguments)
        except UserError as error:
            note_refusal(ctx.community.id, error)
            answer = await _refused(ctx, taken, error)
        waiting = self._waiting.get((taken.community, taken.key))
        if waiting is not None:
            waiting.answer = answer

    async def settled(self, taken: ActionTaken, reference: str | None) -> None:
        """After the commit: answer whoever is still waiting."""
        waiting = self._waiting.pop((taken.community, taken.key), None)
        if waiting is None:
            return
        sorry_for = waiting.request.voice.say("error.internal", reference=reference or "-")
        private = self._house.catalogue.actions[taken.action].mark.private
        await waiting.request.responder.respond(waiting.answer or say(*sorry_for), private=private)


async def as_actor(ctx: Context, actor: Member) -> Context:
    """The context of what this person does.

    Staff read the community's language; a member the one they use with us, else their client's.
    """
    if actor.is_staff:
        return replace(ctx, actor=actor, reader=actor, language=ctx.community.settings.language)
    language = await ctx.members.language_of(actor.id) or actor.locale
    return replace(ctx, actor=actor, reader=actor, language=language)


async def note_staff(ctx: Context) -> None:
    """Somebody of staff is here and at work: another one could decide an appeal against what one of them does."""
    if ctx.doer.is_staff:
        await ctx.deciders.seen(ctx.doer.id, ctx.now)


async def _refused(ctx: Context, taken: ActionTaken, error: UserError) -> Message:
    """Why, and the words again behind a button; what no form can hold comes back as a file."""
    voice, draft = ctx.own_voice, Draft(taken.action, taken.values)
    number = await keep_draft(ctx.tx, ctx.community.id, ctx.doer.id, draft, ctx.now)
    edit = Button(voice.text("button.edit"), EDIT_DRAFT, (number,))
    longest = max(taken.values.values(), key=len, default="")
    whole = (File("draft.txt", "text/plain", longest),) if len(longest) > LONGEST_TYPED else ()
    return Message((*sorry(voice, error).parts, Paragraph(voice.say("error.draft_kept")), *whole), (edit,))
