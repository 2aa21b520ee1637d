"""Finding cases by what is known of them: number, member, topic, words. Every word has to be found somewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, false, or_, select

from bot.cases.store import Cases
from bot.cases.tables import cases, timeline
from bot.detection import Topic
from bot.text import shorten

MOST_WORDS = 6
BEFORE, SHOWN = 40, 120
"""Characters of a text that are shown before what was found, and in all."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word that is looked for, and the topics it may name in the language of whoever asks."""

    word: str
    topics: frozenset[Topic] = frozenset()

    @property
    def number(self) -> int | None:
        """The case it is, if it is a number."""
        digits = self.word.removeprefix("#")
        return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= 9 else None


@dataclass(frozen=True, slots=True)
class Search:
    """Looks through the cases of one community, as far as its reader may know of them."""

    cases: Cases

    async def find(self, wanted: Sequence[Wanted], limit: int) -> Sequence[int]:
        """The ids of the cases in which every word is found, latest first."""
        here = [_in_case(one) for one in wanted[:MOST_WORDS]]
        rows = select(cases.c.id).where(
            cases.c.community_id == self.cases.community, self.cases.readable(), *here
        )
        return list((await self.cases.tx.execute(rows.order_by(cases.c.id.desc()).limit(limit))).scalars())

    async def quote(self, case: int, wanted: Sequence[Wanted]) -> str | None:
        """What was said in the case with one of these words in it, the latest; None if they were found elsewhere."""
        said = or_(*(_like(timeline.c.text, one.word) for one in wanted))
        rows = select(timeline.c.text).where(timeline.c.case_id == case, said)
        text: str | None = (
            await self.cases.tx.execute(rows.order_by(timeline.c.id.desc()).limit(1))
        ).scalar_one_or_none()
        return excerpt(text, [one.word for one in wanted]) if text else None


def excerpt(text: str, words: Sequence[str]) -> str:
    """The text around the first of the words, in one line."""
    line = " ".join(text.split())
    places = [at for at in (line.casefold().find(word.casefold()) for word in words) if at >= 0]
    start = max(min(places, default=0) - BEFORE, 0)
    return ("…" if start else "") + shorten(line[start:], SHOWN)


def _in_case(wanted: Wanted) -> ColumnElement[bool]:
    said = select(timeline.c.case_id).where(_like(timeline.c.text, wanted.word))
    number = cases.c.number == wanted.number if wanted.number is not None else false()
    return or_(
        number,
        _like(cases.c.member_name, wanted.word),
        cases.c.topic.in_(wanted.topics),
        cases.c.id.in_(said),
    )


def _like(column: ColumnElement[str | None], word: str) -> ColumnElement[bool]:
    """Anywhere in it, in any case of letters: SQLite knows those of English alone, so the usual ones are named."""
    ways = dict.fromkeys((word, word.lower(), word.upper(), word.capitalize()))
    return or_(*(column.icontains(way, autoescape=True) for way in ways))
