"""The report in a terminal: in the reader's language, safe with anybody's words, at any width."""

import io

import pytest
from rich.console import Console

from adapters.archive.model import Findings, Problem
from adapters.archive.summary import print_summary, progress
from bot.language import Translations
from tests.archive.report.making import alarm, findings, told

TRANSLATIONS = Translations.load()
ENGLISH = TRANSLATIONS.voice("en")


def printed(found: Findings, language: str = "en", width: int = 90) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=False)
    print_summary(found, TRANSLATIONS.voice(language), console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_it_says_what_it_would_have_done() -> None:
    lines = {" ".join(line.split()) for line in printed(told()).splitlines()}
    assert {
        "Messages 7",
        "Acknowledged in public 2",
        "Quietly or in private 2",
        "Cards for staff 1",
        "Alarms per 1,000 messages 714.3",
        "First answered by staff: 1, median wait 1 hr 30 mins",
        "general/2026-03-04.json: breaks off before its end",
        "More: 1",
    } <= lines


@pytest.mark.parametrize("language", TRANSLATIONS.languages)
def test_it_speaks_the_readers_language(language: str) -> None:
    voice = TRANSLATIONS.voice(language)
    shown = printed(told(), language)
    for key in ("archive.title", "archive.acknowledged.aloud", "archive.why", "archive.problems"):
        assert voice.text(key) in shown


def test_nobodys_words_are_printed() -> None:
    assert "parcel" not in printed(told())


def test_names_cannot_steer_the_terminal_nor_be_taken_for_markup() -> None:
    wicked = "\x1b]0;owned\x07[red]:boom:[/red] \u202egnorw\x9b2J"
    found = findings(
        [alarm(channel=wicked)], source=wicked, problems=(Problem(wicked, 1, "no_id"),), problem_count=1
    )
    shown = printed(found)
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
    assert shown.count("[red]:boom:[/red] gnorw") == 2


@pytest.mark.parametrize("width", [20, 60, 200])
def test_it_keeps_within_the_window(width: int) -> None:
    assert max(len(line) for line in printed(told(), width=width).splitlines()) <= width


@pytest.mark.parametrize("found", [findings(), findings(messages=3, per_day={"2026-03-02": (3, 0, 0)})])
def test_there_may_be_nothing_to_tell(found: Findings) -> None:
    assert "What Ombud would have done" in printed(found)


def test_the_bar_shows_how_far_the_reading_is_and_goes_away() -> None:
    console = Console(file=io.StringIO(), width=80, force_terminal=True, legacy_windows=False)
    with progress(1000, ENGLISH, console) as moved:
        moved(500)
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert "Reading" in shown
    assert "50%" in shown
    assert "left:" in shown
    assert shown.endswith("\x1b[2K"), "the line is erased"


def test_where_there_is_no_terminal_there_is_no_bar() -> None:
    console = Console(file=io.StringIO(), width=80, force_terminal=False)
    with progress(1000, ENGLISH, console) as moved:
        moved(500)
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().strip() == ""
