"""The page as a file: complete, in three languages, safe with anybody's words, and small enough to open."""

import re
from dataclasses import replace

import pytest
from hypothesis import given

from adapters.archive.case_table import OF_EACH_DECISION
from adapters.archive.figures import DECISIONS
from adapters.archive.model import Alarm, Findings, Problem
from adapters.archive.report import to_html
from bot.language import Translations, Voice
from tests.archive.report.making import STORY, alarm, findings, told
from tests.archive.report.reading import Read, read
from tests.archive.report.strategies import alarms

TRANSLATIONS = Translations.load()
ENGLISH = TRANSLATIONS.voice("en")
HOSTILE = (
    '"><script>alert(1)</script><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}",
    "<!-- --><![CDATA[",
    "&lt;b&gt; &amp;amp; $main ${title} {0} {} %s",
    "javascript:alert(1)",
)


def page(found: Findings | None = None, voice: Voice = ENGLISH) -> Read:
    return read(to_html(found or told(), voice))


def figures(shown: Read) -> dict[str, str]:
    """The key figures by name, out of the page's words."""
    names = [" ".join(text.split()) for text in shown.texts if text.strip()]
    known = ("Acknowledged in public", "Quietly or in private", "Cards for staff", "Never answered")
    return {name: names[names.index(name) + 1] for name in known}


def test_it_says_what_it_would_have_done() -> None:
    assert figures(page()) == {
        "Acknowledged in public": "2",
        "Quietly or in private": "2",
        "Cards for staff": "1",
        "Never answered": "0",
    }
    assert "too early to tell" in page().text, "the last complaint is two days old when the export ends"


def test_it_says_what_was_replayed() -> None:
    text = page().text
    for words in (
        "town-export.zip",
        "2–8 Mar 2026",
        "Messages 7",
        "Members 3",
        "Staff 1",
        "Europe/Bucharest",
    ):
        assert words in text


def test_a_row_has_time_place_decision_topic_severity_wait_words_and_reasons() -> None:
    text = page().text
    assert (
        "2 Mar 2026, 09:00 #support in public service and support medium 1 hr 30 mins by staff "
        "My parcel was due nine days ago and nobody answers. waits without an answer"
    ) in text
    assert "#general quietly further messages: 1 software fault" in text


def test_without_quotes_nobodys_words_are_in_it() -> None:
    shown = to_html(told(quotes=False), ENGLISH)
    assert not [said for _, _, _, said, _ in STORY if said in shown]
    assert "<blockquote" not in shown


def test_what_could_not_be_read_is_named() -> None:
    text = page().text
    assert "Skipped: 3." in text
    assert "support/2026-03-02.json, entry 17 no time, or one that cannot be read" in text
    assert "Not listed here: 1." in text
    assert "could not be read" not in page(replace(told(), problems=(), problem_count=0)).text


def test_a_problem_of_tomorrow_is_shown_by_its_code() -> None:
    found = replace(told(), problems=(Problem("a.json", 1, "eaten_by_dog"),), problem_count=1)
    assert "a.json, entry 1 eaten_by_dog" in page(found).text


@pytest.mark.parametrize("language", TRANSLATIONS.languages)
def test_it_speaks_the_readers_language(language: str) -> None:
    voice = TRANSLATIONS.voice(language)
    shown = page(voice=voice)
    assert shown.named("html")[0].attributes["lang"] == language
    for key in ("archive.title", "archive.waiting", "archive.decision.maybe", "severity.medium"):
        assert voice.text(key) in shown.text
    others = [TRANSLATIONS.voice(code) for code in TRANSLATIONS.languages if code != language]
    assert not [other for other in others if other.text("archive.waiting") in shown.text]


def test_nobody_marked_as_staff_is_told_how_to_mark_them() -> None:
    assert "--staff" in page(told(staff=False)).text
    assert "--staff" not in page().text


def test_from_twenty_on_there_are_percentages() -> None:
    few, many = ([alarm(n) for n in range(1, count + 1)] for count in (19, 20))
    assert "%" not in page(findings(few)).text.replace("Percentages", "")
    assert "100%" in page(findings(many)).text


def test_an_export_without_alarms_or_without_messages_says_so() -> None:
    assert "No case and no card." in page(findings(messages=40, per_day={"2026-03-02": (40, 0, 0)})).text
    assert "no message of a person" in page(findings()).text


def test_a_hundred_thousand_alarms_are_a_page_that_opens() -> None:
    many = [alarm(n, decision=DECISIONS[n % 4], quote="x" * 160) for n in range(1, 100_001)]
    shown = to_html(findings(many), ENGLISH)
    assert shown.count("<blockquote") == 4 * OF_EACH_DECISION
    assert "Not listed here: 99,400." in shown
    assert len(shown) < 1_000_000


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    wicked = alarm(channel=words, message=words, author=words, quote=words, reasons=(words,), language=words)
    found = findings([wicked], source=words, problems=(Problem(words, 1, words),), problem_count=1)
    shown, calm = (
        page(found),
        page(findings([alarm(quote="x")], problems=(Problem("x", 1, "x"),), problem_count=1)),
    )
    assert [tag.name for tag in shown.tags] == [tag.name for tag in calm.tags]
    assert {name for tag in shown.tags for name in tag.attributes} == {
        name for tag in calm.tags for name in tag.attributes
    }
    assert " ".join(words.split()) in shown.text


@given(alarms())
def test_any_words_leave_the_page_whole(many: list[Alarm]) -> None:
    shown = to_html(findings(many), ENGLISH)
    shown.encode("utf-8")
    assert not re.search(r"[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert read(shown).unbalanced == []


def test_it_needs_nothing_from_outside_and_runs_nothing() -> None:
    shown = page()
    assert shown.unbalanced == []
    assert shown.named("script") == []
    assert all(address.startswith("data:image/svg+xml;base64,") for address in shown.addresses)
    assert not [
        name for tag in shown.tags for name in tag.attributes if name.startswith("on") or name == "style"
    ]
    (policy,) = (tag for tag in shown.named("meta") if tag.attributes.get("http-equiv"))
    assert policy.attributes["content"].startswith("default-src 'none';")


def test_every_chart_has_words_and_numbers_beside_it() -> None:
    shown = page()
    charts = [tag for tag in shown.named("svg") if tag.attributes.get("role") == "img"]
    assert [tag.attributes["aria-label"].partition(".")[0] for tag in charts] == [
        "Day by day: Messages",
        "Day by day: Cases, Cards for staff",
        "Hours of the day",
        "Days of the week",
    ]
    assert all("Most: " in tag.attributes["aria-label"] for tag in charts)
    assert len(shown.named("details")) == 3
    hidden = [tag for tag in shown.named("svg") if tag not in charts]
    assert hidden
    assert all(tag.attributes["aria-hidden"] == "true" for tag in hidden)
