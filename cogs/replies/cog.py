"""The library of saved replies, and under which name the team answers."""

from bot.catalogue.arguments import Word, Words
from bot.catalogue.declare import button, command
from bot.community import Signature
from bot.context import Context
from bot.durable.drafts import Draft, keep_draft
from bot.errors import UserError
from bot.submitting import EDIT_DRAFT
from bot.text import first_line, shorten
from bot.vocabulary.people import STAFF, Role
from bot.vocabulary.replies import (
    Button,
    Fields,
    Heading,
    Message,
    Paragraph,
    Part,
    Quotation,
    Row,
    Text,
    say,
)
from cogs.replies.model import Language, SavedReply, Variable, unknown_variables
from cogs.replies.store import MOST, Store
from cogs.replies.using import Using

MANAGERS = frozenset({Role.MANAGER})
LISTED = 10
LINE = 80


class Replies(Using):
    """What everybody of staff can use, add and edit, and managers can remove."""

    name = "replies"

    @command("reply add", goes_out=True)
    async def add(self, ctx: Context, reply: Word, language: Language, text: Words) -> Message:
        known = await _store(ctx).named(reply)
        if known is not None and language in known.texts:
            raise UserError("replies.there_already", word=known.name)
        if known is None and await _store(ctx).count() >= MOST:
            raise UserError("replies.too_many", most=MOST)
        return await _keep(ctx, reply, language, text)

    @command("reply edit", goes_out=True)
    async def edit(self, ctx: Context, reply: Word, language: Language, text: Words) -> Message:
        return await _keep(ctx, (await _named(ctx, reply)).name, language, text)

    @command("reply remove", roles=MANAGERS)
    async def remove(self, ctx: Context, reply: Word, language: Language | None = None) -> Message:
        """One language of it, or all."""
        found = await _named(ctx, reply)
        if language is not None and language not in found.texts:
            raise UserError("replies.unknown", word=f"{found.name}, {language}")
        await _store(ctx).remove(found, language)
        return say(*ctx.own_voice.say("replies.removed", reply=found.name))

    @command("reply list")
    async def list(self, ctx: Context) -> Message:
        voice, saved = ctx.own_voice, await _store(ctx).all()
        title = Heading(voice.text("replies.list.title"))
        if not saved:
            return Message((title, Paragraph(voice.say("replies.none"))))
        rows = tuple(Row(one.name, (Text(_summary(one)),)) for one in saved[:LISTED])
        rest = ", ".join(one.name for one in saved[LISTED:])
        more = (Paragraph(voice.say("replies.list.more", names=shorten(rest, 600))),) if rest else ()
        look = (Button(shorten(one.name, 40), "reply look", (one.id,)) for one in saved[:LISTED])
        return Message((title, Fields(rows), *more), tuple(look))

    @command("reply show")
    async def show(self, ctx: Context, reply: Word) -> Message:
        return await _shown(ctx, await _named(ctx, reply))

    @button("reply look", roles=STAFF)
    async def look(self, ctx: Context, saved: int) -> Message:
        found = await _store(ctx).get(saved)
        if found is None:
            raise UserError("error.too_late")
        return await _shown(ctx, found)

    @command("set signature", roles=MANAGERS)
    async def signature(self, ctx: Context, signature: Signature) -> Message:
        """Whose name members read over an answer."""
        await ctx.set("signature", signature)
        return say(*ctx.own_voice.say(f"replies.signature.{signature}"))


async def _keep(ctx: Context, name: str, language: Language, text: str) -> Message:
    unknown = unknown_variables(text)
    if unknown:
        known = ", ".join(f"{{{variable}}}" for variable in Variable)
        raise UserError("replies.unknown_variable", word=f"{{{shorten(unknown[0], 40)}}}", known=known)
    saved = await _store(ctx).keep(name, language, text)
    return say(*ctx.own_voice.say("replies.kept", reply=saved.name, languages=", ".join(sorted(saved.texts))))


async def _named(ctx: Context, name: str) -> SavedReply:
    found = await _store(ctx).named(name)
    if found is None:
        raise UserError("replies.unknown", word=shorten(name, 40))
    return found


async def _shown(ctx: Context, saved: SavedReply) -> Message:
    """The texts, and each of them behind a button to be changed."""
    voice, parts, buttons = ctx.own_voice, list[Part]([Heading(saved.name)]), []
    for language, text in saved.texts.items():
        called = voice.text(f"language.{language}")
        draft = Draft("reply edit", {"reply": saved.name, "language": language, "text": text})
        number = await keep_draft(ctx.tx, ctx.community.id, ctx.doer.id, draft, ctx.now)
        parts += [Paragraph((Text(called),)), Quotation(text)]
        buttons.append(Button(voice.text("replies.edit_one", language=called), EDIT_DRAFT, (number,)))
    return Message(tuple(parts), tuple(buttons))


def _summary(saved: SavedReply) -> str:
    languages = ", ".join(sorted(saved.texts))
    return f"{languages}: {first_line(next(iter(saved.texts.values()), ''), LINE)}"


def _store(ctx: Context) -> Store:
    return Store(ctx.tx, ctx.community.id)
