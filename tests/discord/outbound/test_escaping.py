"""What people typed is shown as they typed it, and does nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.escaping import UNSEEN, atoms, escape, escape_line

SPECIAL = "\\*_~`|<>[]()@#-+.:!&/ \n0123456789abehrstvy"
TYPED = st.one_of(
    st.text(SPECIAL, max_size=60),
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            ["@everyone", "@here", "<@123>", "<@!9>", "<@&5>", "<#7>", "<:a:1>", "</x:1>", "<t:1:R>", "||", "```",
             "[a](https://b.c)", "https://d.e/f_g*h*", "# ", "> ", "- ", "1. ", "-# ", "\n", " ", "x"]
        ),
        max_size=12,
    ).map("".join),
)  # fmt: skip

LINK = re.compile(r"<https?://[^\s<>\\*~`|\[\]]+>")
ESCAPED = re.compile(r"\\[^0-9A-Za-z\s]")


def live(escaped: str) -> str:
    """What is left for Discord to take as markup, when links and escaped signs are out."""
    return ESCAPED.sub("x", LINK.sub("x", escaped))


def seen(escaped: str) -> str:
    """What a person reads: no backslash in front of a sign, no bracket around a link."""
    plain = re.sub(r"<(https?://[^\s<>]+)>", r"\1", escaped)
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", plain).replace(UNSEEN, "")


@given(TYPED)
def test_nothing_that_people_type_is_markup(text: str) -> None:
    left = live(escape(text))
    assert not set(left) & set("*_~`|<>[]()\\")
    assert not re.search(r"^\s*(#{1,3}|-#|[-+]|\d+\.)(\s|$)", left, re.MULTILINE)


@given(TYPED)
def test_nothing_that_people_type_pings(text: str) -> None:
    assert not re.search(r"@(everyone|here|[!&]?\d)", escape(text))


@given(st.text(SPECIAL.replace("\\", ""), max_size=60).filter(lambda text: "http" not in text))
def test_people_read_what_was_typed(text: str) -> None:
    assert seen(escape(text)) == text


@given(TYPED)
def test_a_text_may_be_cut_between_any_two_atoms(text: str) -> None:
    escaped = escape(text)
    pieces = atoms(escaped)
    assert "".join(pieces) == escaped
    for end in range(len(pieces)):
        left = live("".join(pieces[:end]))
        assert not set(left) & set("*_~`|<>[]()\\")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("the update *ate* my save", r"the update \*ate\* my save"),
        ("hey <@123456789012345678>", rf"hey \<@{UNSEEN}123456789012345678\>"),
        ("@everyone look", f"@{UNSEEN}everyone look"),
        ("1. first\n- second", "1\\. first\n\\- second"),
        ("see https://a.example/x_y_z.", "see <https://a.example/x_y_z>."),
        ("(https://a.example)", r"\(<https://a.example>\)"),
        ("**https://a.example/b**", r"\*\*<https://a.example/b>\*\*"),
        ("[free nitro](https://a.example)", r"\[free nitro\]\(<https://a.example>\)"),
        ("half a pair \ud800", "half a pair ?"),
    ],
)
def test_typed_and_written(typed: str, written: str) -> None:
    assert escape(typed) == written


def test_a_name_stays_on_its_line() -> None:
    assert escape_line("Max\n# loud") == "Max # loud"
