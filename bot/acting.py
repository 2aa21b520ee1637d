"""Clicks, commands and forms: acknowledged first, then done in one transaction, then answered.

What carries a person's words goes through the inbox, so it survives a crash; its answer is given if somebody is
still waiting. A form opener only reads and is answered at once.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

import structlog

from bot.answers import sorry
from bot.calls import Call, bind, find_people, form_for, read_call
from bot.catalogue.arguments import LONGEST_TYPED
from bot.catalogue.button_ids import LIMIT, read_button_id
from bot.catalogue.declare import Surface
from bot.community import Community
from bot.context import Context
from bot.detection import assess
from bot.durable.drafts import Draft, find_draft, keep_draft
from bot.errors import StorageFull, UserError
from bot.house import House
from bot.language import Voice
from bot.ports import Chosen, Interaction, Pressed, Responder
from bot.receiving import Delivery
from bot.telemetry import new_reference
from bot.text import clean
from bot.vocabulary.events import ActionTaken
from bot.vocabulary.people import Member
from bot.vocabulary.replies import Button, File, Message, Paragraph, say

EDIT_DRAFT = "draft edit"

Keep = Callable[[Community, Delivery], Awaitable[bool]]

log = structlog.get_logger(__name__)


class Acting:
    """Runs what people do on purpose."""

    def __init__(self, house: House, keep: Keep) -> None:
        self._house = house
        self._keep_delivery = keep
        self._waiting: dict[tuple[str, str], Responder] = {}
        self._answers: dict[tuple[str, str], Message] = {}

    async def act(self, interaction: Interaction, responder: Responder) -> None:
        """Run it and answer. Never raises: the person always hears something."""
        community = await self._house.community(interaction.community)
        if community is None or len(interaction.id) > LIMIT:
            log.warning("interaction.of_unknown_community")
            return
        voice = self._house.translations.voice(community.settings.language, community.settings.registers)
        try:
            actor = await self._actor(community, interaction.author)
            voice = await self._voice_of(community, actor)
            await self._run(community, actor, voice, interaction, responder)
        except UserError as error:
            await responder.respond(sorry(voice, error), private=True)
        except StorageFull:
            log.error("storage.full", what="interaction")
            await responder.respond(say(*voice.say("error.storage_full")), private=True)
        except (
            Exception
        ) as error:  # an edge: whatever broke, the person gets a reference and the log the trace
            reference = new_reference()
            log.error("interaction.failed", reference=reference, exc_info=error)
            await responder.respond(say(*voice.say("error.internal", reference=reference)), private=True)

    async def _run(
        self,
        community: Community,
        actor: Member,
        voice: Voice,
        interaction: Interaction,
        responder: Responder,
    ) -> None:
        draft = await self._draft(community, actor, interaction)
        call = draft or read_call(self._house.catalogue, community, interaction)
        if draft or call.wants_form:
            await self._open_form(community, actor, voice, call, responder)
        elif call.has_words:
            await self._keep(community, actor, call, interaction, responder)
        else:
            await responder.defer()
            answer = await self._do(community, actor, call, interaction)
            await responder.respond(answer, private=call.action.mark.private)

    async def _open_form(
        self, community: Community, actor: Member, voice: Voice, call: Call, responder: Responder
    ) -> None:
        async with self._house.database.reading() as tx:
            ctx = await as_actor(self._house.context(tx, community), actor)
            await bind(ctx, call, for_form=True)
        await responder.respond(form_for(call, voice), private=True)

    async def _keep(
        self, community: Community, actor: Member, call: Call, interaction: Interaction, responder: Responder
    ) -> None:
        people = await find_people(self._house.adapter(community).directory, community, call)
        taken = ActionTaken(
            community.key,
            interaction.id,
            actor.id,
            call.action.name,
            dict(call.values),
            interaction.channel,
            interaction.at,
        )
        await responder.defer()
        self._waiting[community.key, taken.key] = responder
        seen = assess("\n".join(call.values[a.name] for a in call.action.typed if a.name in call.values))
        if not await self._keep_delivery(community, Delivery(taken, actor, seen.to_json(), people=people)):
            self._waiting.pop((community.key, taken.key), None)

    async def _do(self, community: Community, actor: Member, call: Call, interaction: Interaction) -> Message:
        people = await find_people(self._house.adapter(community).directory, community, call)
        seen = assess(clean(interaction.text)) if isinstance(interaction, Chosen) else None
        async with self._house.database.transaction(call.action.name.replace(" ", ".")) as tx:
            await self._house.database.advisory(tx, f"lane:{community.id}:{actor.id}")
            ctx = await as_actor(replace(self._house.context(tx, community), assessment=seen), actor)
            answer = await self._call(ctx, replace(call, people=people), interaction)
        self._house.wake_relay()
        return answer

    async def _call(self, ctx: Context, call: Call, interaction: Interaction | None) -> Message:
        arguments = await bind(ctx, call)
        if isinstance(interaction, Chosen) and call.action.mark.surface is Surface.MENU:
            arguments["chosen"] = replace(interaction, text=clean(interaction.text))
        answer: Message = await call.action.handler(ctx, **arguments)
        return answer

    async def handle(self, ctx: Context, taken: ActionTaken, people: Mapping[str, Member]) -> None:
        """An action from the inbox, in its transaction. A refusal is an answer too: the words become a draft."""
        ctx = await as_actor(ctx, ctx.doer)
        voice = ctx.own_voice
        key = (taken.community, taken.key)
        try:
            call = read_call(self._house.catalogue, ctx.community, taken)
            async with ctx.tx.begin_nested():
                answer = await self._call(ctx, replace(call, people=people), None)
        except UserError as error:
            draft = Draft(taken.action, taken.values)
            number = await keep_draft(ctx.tx, ctx.community.id, ctx.doer.id, draft, ctx.now)
            edit = Button(voice.text("button.edit"), EDIT_DRAFT, (number,))
            kept = Paragraph(voice.say("error.draft_kept"))
            answer = Message((*sorry(voice, error).parts, kept, *_whole(taken)), (edit,))
        if key in self._waiting:
            self._answers[key] = answer

    async def settled(self, taken: ActionTaken, reference: str | None) -> None:
        """After the commit: answer whoever is still waiting."""
        key = (taken.community, taken.key)
        responder, answer = self._waiting.pop(key, None), self._answers.pop(key, None)
        if responder is None:
            return
        if answer is None:
            community = await self._house.community(taken.community)
            settings = community.settings if community else None
            voice = self._house.translations.voice(settings.language if settings else "en")
            answer = say(*voice.say("error.internal", reference=reference or "-"))
        private = self._house.catalogue.actions[taken.action].mark.private
        await responder.respond(answer, private=private)

    async def _draft(self, community: Community, actor: Member, interaction: Interaction) -> Call | None:
        """The call behind a draft's Edit button, with the words typed before."""
        if not isinstance(interaction, Pressed):
            return None
        read = read_button_id(interaction.button)
        if read is None or read.action != EDIT_DRAFT or read.community != community.id or not read.numbers:
            return None
        async with self._house.database.reading() as tx:
            now = self._house.clock.now()
            draft = await find_draft(tx, community.id, actor.id, read.numbers[0], now)
        if draft is None:
            raise UserError("error.too_late")
        return Call(self._house.catalogue.actions[draft.action], draft.values)

    async def _actor(self, community: Community, author: str) -> Member:
        known = await self._house.adapter(community).directory.member(community.key, author)
        if known is None:
            raise UserError("error.not_allowed")
        return known

    async def _voice_of(self, community: Community, actor: Member) -> Voice:
        async with self._house.database.reading() as tx:
            return (await as_actor(self._house.context(tx, community), actor)).own_voice


async def as_actor(ctx: Context, actor: Member) -> Context:
    """The context of what this person does. Staff read the community's language; a member the one they use with
    us, else their client's.
    """
    if actor.is_staff:
        return replace(ctx, actor=actor, language=ctx.community.settings.language)
    language = await ctx.members.language_of(actor.id) or actor.locale
    return replace(ctx, actor=actor, language=language)


def _whole(taken: ActionTaken) -> tuple[File, ...]:
    """What a form can't hold comes back as a file: nobody loses what they wrote."""
    longest = max(taken.values.values(), key=len, default="")
    return (File("draft.txt", "text/plain", longest),) if len(longest) > LONGEST_TYPED else ()
