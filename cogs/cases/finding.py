"""Looking for a case: by its number, the member, the topic, or words that were said in it."""

from bot.cases.model import Case
from bot.cases.search import MOST_WORDS, Search, Wanted
from bot.catalogue.arguments import Words
from bot.catalogue.declare import command
from bot.context import Context
from bot.detection import Topic
from bot.text import shorten
from bot.vocabulary.replies import Button, Fields, Heading, Message, Paragraph, Row, Text
from cogs.cases.card import summary

LISTED = 8


class Finding:
    """A command of the staff room."""

    @command("case find")
    async def find(self, ctx: Context, text: Words) -> Message:
        voice = ctx.own_voice
        wanted = _wanted(ctx, text)
        search = Search(ctx.cases)
        seen = [await ctx.cases.get(case) for case in await search.find(wanted, LISTED + 1)]
        title = Heading(voice.text("cases.find.title", words=shorten(text, 60)))
        if not seen:
            return Message((title, Paragraph(voice.say("cases.find.nothing"))))
        rows = tuple([await _row(ctx, search, case, wanted) for case in seen[:LISTED]])
        more = (Paragraph(voice.say("cases.find.more")),) if len(seen) > LISTED else ()
        return Message((title, Fields(rows), *more), tuple(_look(ctx, case) for case in seen[:LISTED]))


def _wanted(ctx: Context, text: str) -> list[Wanted]:
    """The words, each with the topics that it may mean."""
    named = {topic: ctx.own_voice.text(f"topic.{topic}").casefold() for topic in Topic}
    return [
        Wanted(word, frozenset(t for t, name in named.items() if word.casefold() in (t.value, *name.split())))
        for word in dict.fromkeys(text.split()[:MOST_WORDS])
    ]


async def _row(ctx: Context, search: Search, case: Case, wanted: list[Wanted]) -> Row:
    """Which case, how it stands, and where the words were found."""
    voice = ctx.own_voice
    topic = Text(f"; {voice.text(f'topic.{case.topic}')}")
    said = await search.quote(case.id, wanted)
    quoted = (Text("; "), *voice.say("cases.find.said", words=said)) if said else ()
    return Row(f"#{case.number} {shorten(case.member_name, 30)}", (*summary(ctx, case), topic, *quoted))


def _look(ctx: Context, case: Case) -> Button:
    return Button(ctx.own_voice.text("cases.queue.do.show", number=case.number), "case show", (case.number,))
