"""Clicks, commands and forms: acknowledged first, then done in one transaction, then answered.

What carries a person's words goes through the inbox (`submitting`). A form opener only reads and is answered at
once.
"""

import asyncio
from contextlib import suppress
from dataclasses import replace

import structlog

from bot.answers import note_refusal, sorry
from bot.calls import Call, askable, bind, form_for, read_call
from bot.cases.model import Case
from bot.catalogue.button_ids import read_button_id
from bot.community import Community
from bot.durable.drafts import find_draft
from bot.errors import StorageFull, UserError
from bot.finding import find
from bot.house import House
from bot.ports import Chosen, Interaction, PortError, Pressed, Responder
from bot.submitting import EDIT_DRAFT, Request, Submitting, as_actor, note_staff
from bot.telemetry import new_reference
from bot.text import clean
from bot.vocabulary.people import Member
from bot.vocabulary.places import CasePrivate, CaseStaff
from bot.vocabulary.replies import Message, say
from bot.vocabulary.signals import FormOpened

log = structlog.get_logger(__name__)

PATIENCE = 2.0
"""Seconds in which a platform may say who wrote the message that a menu was opened on."""


class Acting:
    """Runs what people do on purpose."""

    def __init__(self, house: House, submitting: Submitting) -> None:
        self._house = house
        self._submitting = submitting

    async def act(self, interaction: Interaction, responder: Responder) -> None:
        """Run it and answer: the person always hears something. Raises only what the responder raises."""
        community = await self._house.community(interaction.community)
        if community is None:
            log.warning("interaction.of_unknown_community")
            return
        voice = self._house.translations.voice(community.settings.language, community.settings.registers)
        try:
            request = await self._request(community, interaction, responder)
            voice = request.voice
            await self._run(request)
        except UserError as error:
            note_refusal(community.id, error)
            await responder.respond(sorry(voice, error), private=True)
        except StorageFull:
            log.error("storage.full", what="interaction")
            await responder.respond(say(*voice.say("error.storage_full")), private=True)
        except Exception as error:  # an edge: the person gets a reference, the log the trace
            reference = new_reference()
            log.error("interaction.failed", reference=reference, exc_info=error)
            await responder.respond(say(*voice.say("error.internal", reference=reference)), private=True)

    async def _request(self, community: Community, interaction: Interaction, responder: Responder) -> Request:
        directory = self._house.adapter(community).directory
        actor = await directory.member(community.key, interaction.author)
        if actor is None:
            raise UserError("error.not_allowed")
        async with self._house.database.reading() as tx:
            voice = (await as_actor(self._house.context(tx, community), actor)).own_voice
        return Request(community, actor, voice, interaction, responder)

    async def _run(self, request: Request) -> None:
        draft = await self._draft(request.community, request.actor, request.interaction)
        call = draft or await self._here(
            request, read_call(self._house.catalogue, request.community, request.interaction)
        )
        if draft or call.wants_form:
            await self._open_form(request, call)
            return
        directory = self._house.adapter(request.community).directory
        call = replace(call, found=await find(directory, request.community, call.action, call.values))
        if call.has_words:
            await self._submitting.keep(request, call)
            return
        await request.responder.defer()
        answer = await self._do(request, call)
        await request.responder.respond(answer, private=call.action.mark.private)

    async def _here(self, request: Request, call: Call) -> Call:
        """Where a case has its place, that case is meant by whoever names none."""
        lacking = call.lacks_case
        if lacking is None:
            return call
        async with self._house.database.reading() as tx:
            ctx = self._house.context(tx, request.community)
            places = await ctx.places.of_channel(request.interaction.channel)
            cases = {place.case for place in places if isinstance(place, CasePrivate | CaseStaff)}
            if len(cases) != 1:
                return call
            number = (await ctx.cases.get(cases.pop())).number
        return replace(call, values={**call.values, lacking.name: str(number)})

    async def _open_form(self, request: Request, call: Call) -> None:
        async with self._house.database.reading() as tx:
            ctx = await as_actor(self._house.context(tx, request.community), request.actor)
            bound = await bind(ctx, call, for_form=True)
            suggests = self._house.catalogue.suggests(call.action.name)
            if suggests is not None:
                call = replace(call, values={**await suggests(ctx), **call.values})
        await request.responder.respond(form_for(call, request.voice), private=True)
        case = next((value for value in bound.values() if isinstance(value, Case)), None)
        if case is not None and request.actor.is_staff:
            await self._tell_opened(
                request, FormOpened(case.id, call.action.name, request.actor.id, request.actor.name)
            )

    async def _tell_opened(self, request: Request, opened: FormOpened) -> None:
        """The form is open already: that others hear of it is not worth an error."""
        with suppress(StorageFull):
            async with self._house.database.transaction("form.opened") as tx:
                ctx = self._house.context(tx, request.community)
                await ctx.dispatch(ctx, opened)
            self._house.wake_relay()

    async def _do(self, request: Request, call: Call) -> Message:
        community, actor, asked = request.community, request.actor, request.interaction
        chosen = await self._chosen(community, asked) if isinstance(asked, Chosen) else None
        seen = await self._house.understanding.assess(chosen.text) if chosen else None
        async with self._house.database.transaction(call.action.name.replace(" ", ".")) as tx:
            await self._house.database.advisory(tx, f"lane:{community.id}:{actor.id}")
            ctx = await as_actor(replace(self._house.context(tx, community), assessment=seen), actor)
            await note_staff(ctx)
            arguments = await bind(ctx, call)
            if chosen is not None:
                arguments["chosen"] = chosen
            answer: Message = await call.action.handler(ctx, **arguments)
        self._house.wake_relay()
        return answer

    async def _chosen(self, community: Community, chosen: Chosen) -> Chosen:
        """Its words cleaned, and with whoever wrote it, if that can be said now."""
        directory, writer = self._house.adapter(community).directory, None
        with suppress(PortError, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                writer = await directory.member(community.key, chosen.message_author)
        return replace(chosen, text=clean(chosen.text), writer=writer)

    async def _draft(self, community: Community, actor: Member, interaction: Interaction) -> Call | None:
        """The call behind a draft's Edit button, with the words typed before."""
        read = read_button_id(interaction.button) if isinstance(interaction, Pressed) else None
        if read is None or read.action != EDIT_DRAFT or read.community != community.id or not read.numbers:
            return None
        async with self._house.database.reading() as tx:
            now = self._house.clock.now()
            draft = await find_draft(tx, community.id, actor.id, read.numbers[0], now)
            if draft is None:
                raise UserError("error.too_late")
            ctx = await as_actor(self._house.context(tx, community), actor)
            return await askable(ctx, Call(self._house.catalogue.actions[draft.action], draft.values))
