"""Files beside words: what staff send with an answer, and who hears of those that were not carried."""

from datetime import timedelta

from bot.attachments import Refusal, listed, named, readable, sort
from bot.cases.doors import MIRROR, member_place
from bot.cases.model import Act, Case
from bot.catalogue.arguments import Words
from bot.catalogue.declare import command, due, offers, on
from bot.context import Context
from bot.durable.outbox import Priority
from bot.errors import UserError
from bot.replying import reply
from bot.vocabulary.facts import MemberWrote, NoteAdded, StaffReplied
from bot.vocabulary.files import Attachment
from bot.vocabulary.people import Role
from bot.vocabulary.places import CaseStaff, Place
from bot.vocabulary.replies import Button, Message, Paragraph, Runs, say
from bot.vocabulary.signals import EffectSettled
from cogs.cases.conversation import card_changed

MANAGERS = frozenset({Role.MANAGER})
LARGEST_MB = 25

LATELY = timedelta(days=1)
"""Files that were put into the thread before are not meant any more."""

TELL_REFUSED = "cases.refused_files"
AFTER_THE_OPENER = timedelta(seconds=30)
"""Of a complaint in public: the bot first says who it is."""


class Files:
    """A part of the cases cog."""

    @command("case attach", goes_out=True)
    async def attach(self, ctx: Context, case: Case, text: Words) -> Message:
        """An answer, with the files of one's last message in the case's thread."""
        found = (await _waiting(ctx, case)).get(ctx.doer.id)
        if not found:
            raise UserError("cases.attach.none", number=case.number)
        sorted_ = sort(found, ctx.largest_file, text)
        if not sorted_.kept:
            file, why = sorted_.refused[0]
            raise UserError(f"cases.files.left_{why}", file=named(file))
        await reply(ctx, case, text, files=sorted_.kept)
        voice = ctx.own_voice
        done = voice.say("cases.attach.done", number=case.number, files=listed(sorted_.kept))
        left = [voice.say(f"cases.files.left_{why}", file=named(file)) for file, why in sorted_.refused]
        return Message(tuple(Paragraph(each) for each in (done, *left)))

    @command("set files", roles=MANAGERS)
    async def set_files(self, ctx: Context, megabytes: int) -> Message:
        """How large a file may be that is carried; none are with 0."""
        if megabytes > LARGEST_MB:
            raise UserError("cases.files.range", longest=LARGEST_MB)
        changed = await ctx.set("file_mb", megabytes)
        if not changed.largest_file:
            return say(*ctx.own_voice.say("cases.files.set_none"))
        return say(*ctx.own_voice.say("cases.files.set", limit=readable(changed.largest_file)))

    @offers
    async def with_files(self, ctx: Context, case: Case) -> tuple[Button, ...]:
        """Where somebody of staff has put files into the thread that the member does not have yet."""
        if not case.can(Act.ANSWER) or not await _waiting(ctx, case):
            return ()
        return (Button(ctx.voice().text("cases.label.case_attach"), "case attach", (case.number,)),)

    @on(NoteAdded)
    async def files_noted(self, ctx: Context, note: NoteAdded) -> None:
        if note.files:
            await card_changed(ctx, note.case)

    @on(MemberWrote)
    async def some_refused(self, ctx: Context, wrote: MemberWrote) -> None:
        """The member hears which of their files staff don't get."""
        if not sort(wrote.files, ctx.largest_file, wrote.text).refused:
            return
        if wrote.in_public:
            await ctx.timers.set(TELL_REFUSED, ctx.told, ctx.now + AFTER_THE_OPENER)
        else:
            await self.tell_refused(ctx, ctx.told)

    @due(TELL_REFUSED)
    async def tell_refused(self, ctx: Context, entry: int) -> None:
        found = await ctx.timeline.entry(entry)
        if found is None or not isinstance(found.fact, MemberWrote):
            return
        refused = sort(found.fact.files, ctx.largest_file, found.fact.text).refused
        case = await ctx.cases.get(found.fact.case)
        voice, limit = ctx.voice(case.language), readable(ctx.largest_file)
        for why in Refusal:
            files = listed([file for file, reason in refused if reason is why])
            if files:
                told = voice.say(f"cases.files.refused_{why}", files=files, limit=limit)
                await _tell(ctx, case, member_place(case), told, f"refused:{entry}:{why}")

    @on(EffectSettled)
    async def some_lost(self, ctx: Context, settled: EffectSettled) -> None:
        """The words have gone without these files: both sides hear of it, once."""
        kind, _, number = settled.key.partition(":")
        if settled.outcome != "delivered" and kind == "reply" and settled.case is not None:
            await _nothing_but_words(ctx, settled.case, int(number))
        if not settled.lost or settled.case is None:
            return
        entry = settled.subject if settled.name == MIRROR else int(number) if kind == "reply" else None
        found = await ctx.timeline.entry(entry) if entry is not None else None
        if found is None:
            return
        case, files = await ctx.cases.get(found.fact.case), ", ".join(settled.lost)
        theirs, key = isinstance(found.fact, MemberWrote), f"lost:{found.id}"
        told = ctx.voice().say(
            "cases.files.lost_from_member" if theirs or kind != "reply" else "cases.files.lost_in_reply",
            files=files,
        )
        await _tell(ctx, case, CaseStaff(case.id), told, f"{key}:staff")
        if theirs or kind == "reply":
            sentence = "cases.files.lost_for_team" if theirs else "cases.files.lost_for_member"
            told = ctx.voice(case.language).say(sentence, files=files)
            await _tell(ctx, case, member_place(case), told, f"{key}:member")


async def _nothing_but_words(ctx: Context, number: int, entry: int) -> None:
    """Where no private place is open the member is shown the answer another way, which has no files."""
    found, case = await ctx.timeline.entry(entry), await ctx.cases.get(number)
    if found is not None and isinstance(found.fact, StaffReplied) and found.fact.files:
        told = ctx.voice().say("cases.files.no_place", files=listed(found.fact.files))
        await _tell(ctx, case, CaseStaff(case.id), told, f"lost:{entry}:staff")


async def _tell(ctx: Context, case: Case, place: Place, told: Runs, key: str) -> None:
    await ctx.outbox.say(place, say(*told), key, priority=Priority.STAFF, case=case.id)


async def _waiting(ctx: Context, case: Case) -> dict[str, tuple[Attachment, ...]]:
    """By person: the files of their last note with files, where the member does not have them yet."""
    entries = await ctx.timeline.of_case(case.id)
    sent = {file.id for e in entries if isinstance(e.fact, StaffReplied) for file in e.fact.files}
    found: dict[str, tuple[Attachment, ...]] = {}
    for entry in entries:
        fact = entry.fact
        if isinstance(fact, NoteAdded) and fact.files and entry.at > ctx.now - LATELY:
            found[fact.by] = fact.files
    return {by: files for by, files in found.items() if not sent & {file.id for file in files}}
