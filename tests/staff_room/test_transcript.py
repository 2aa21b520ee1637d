"""A transcript as text, as a page and as data; the member's has no notes."""

import json
from datetime import UTC, datetime
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.vocabulary.replies import File
from cogs.cases.pages import Line, Said, as_html, as_json, as_text
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.town import Someone, Town

NOTE = "he shouts a lot, <b>call</b> the bank"
ANSWER = 'Bread & "butter" <script>alert(1)</script>'


async def file(who: Someone, line: str) -> File:
    parts = (await who.types(line)).messages[0].parts
    return next(part for part in parts if isinstance(part, File))


async def test_staff_read_the_notes_and_the_member_does_not(room: Town) -> None:
    await complain(room)
    await room.daria.types(f"case note 1 {NOTE}")
    await room.daria.types(f"case reply 1 {ANSWER}")
    for wanted, name, media_type in (
        ("", "case-1.txt", "text/plain"),
        ("text", "case-1.txt", "text/plain"),
        ("html", "case-1.html", "text/html"),
        ("json", "case-1.json", "application/json"),
    ):
        staff = await file(room.daria, f"case transcript 1 {wanted}")
        member = await file(room.max, f"case transcript 1 {wanted}")
        assert (staff.name, staff.media_type) == (member.name, member.media_type) == (name, media_type)
        for kept in (staff, member):
            assert BROKEN in kept.content and "butter" in kept.content
        assert "shouts" in staff.content and "shouts" not in member.content


async def test_others_get_none(room: Town) -> None:
    await complain(room)
    assert not [
        p
        for m in (await room.ana.types("case transcript 1")).messages
        for p in m.parts
        if isinstance(p, File)
    ]


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))
lines = st.lists(
    st.builds(
        Line,
        st.datetimes(timezones=st.just(UTC)),
        st.just("24 November, 14:00"),
        st.sampled_from(Said),
        words,
        words,
        st.integers(1, 99),
    ),
    max_size=4,
)


class Reader(HTMLParser):
    """What a browser would make of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(words, lines)
def test_no_words_become_a_tag(title: str, said: list[Line]) -> None:
    reader = Reader()
    reader.feed(as_html(title, said, "en"))
    assert set(reader.tags) <= {"html", "meta", "title", "style", "h1", "article", "header", "time", "p"}
    assert reader.tags.count("article") == len(said)
    for line in said:
        assert line.text in reader.text and line.who in reader.text


@given(words, lines)
def test_data_holds_exactly_what_was_said(title: str, said: list[Line]) -> None:
    read = json.loads(as_json(title, said, 7))
    assert read["case"] == 7
    assert [(one["who"], one["text"], one["said"]) for one in read["said"]] == [
        (line.who, line.text, line.said) for line in said
    ]
    assert [datetime.fromisoformat(one["at"]) for one in read["said"]] == [line.at for line in said]


def test_plain_text_is_indented_under_its_author() -> None:
    line = Line(datetime(2026, 3, 2, tzinfo=UTC), "2 March, 10:00", Said.MEMBER, "Max", "one\ntwo", 1)
    assert as_text("#1, Main", [line]) == "#1, Main\n\n2 March, 10:00  Max\n    one\n    two\n"
