"""What is proposed, what is missing, when it goes quiet and when it may be louder."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.community import CommunitySettings, Contact, Mode
from bot.language import Translations
from bot.ports import Channel, ChannelKind
from cogs.setup.model import (
    Language,
    Score,
    State,
    Step,
    days_in,
    louder,
    missing,
    proposed,
    rules_in,
    state_of,
    too_often_wrong,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
GOOD = Score("en", 30, 26)


@pytest.mark.parametrize(
    "name",
    [
        "general", "support", "help-desk", "bug-reports", "trading", "modding-talk", "общий", "поддержка", "ajutor",
        "inventory", "commerce", "events", "restaurant", "changelog", "свидетели",
    ],
)  # fmt: skip
def test_where_people_talk_is_proposed(name: str) -> None:
    assert proposed([Channel("1", name)])[0]


@pytest.mark.parametrize(
    "name",
    [
        "staff-lounge", "mod-log", "mods", "admin", "venting", "rant_zone", "memes", "support-group", "teens-only",
        "mental health", "announcements", "rules", "bot-commands", "мемы", "модераторы", "дети", "glume", "anunțuri",
    ],
)  # fmt: skip
def test_where_a_bot_has_no_business_is_left_out(name: str) -> None:
    assert proposed([Channel("1", name)]) == ((), (Channel("1", name),))


def test_what_members_do_not_see_and_where_nobody_writes_is_not_proposed() -> None:
    hidden, voice = Channel("1", "general", staff_only=True), Channel("2", "Lounge", ChannelKind.VOICE)
    assert proposed([hidden, voice]) == ((), (hidden,))


def test_the_next_step_is_the_first_that_is_needed() -> None:
    settings = CommunitySettings()
    told = []
    changes: list[dict[str, object]] = [
        {"staff_room": "staff"},
        {"moderators": ["mods"]},
        {"watched": ["support"]},
        {"safety_contact": Contact("1", "Ioana"), "safety_stand_in": Contact("2", "Mihai")},
        {"notice": False},
    ]
    for change in changes:
        told.append(missing(settings))
        settings = settings.model_copy(update={n: _typed(n, v) for n, v in change.items()})
    assert told == [Step.STAFF_ROOM, Step.STAFF, Step.WATCHED, Step.SAFETY, Step.NOTICE]
    assert missing(settings) is None
    assert state_of(Step.RULES, settings) is State.TO_DO, "it can wait"


def _typed(name: str, value: object) -> object:
    return getattr(CommunitySettings(**{name: value}), name)  # type: ignore[arg-type]


def test_what_has_a_usual_answer_is_never_to_do() -> None:
    usual = CommunitySettings()
    with_hours = CommunitySettings(zone="Europe/Bucharest")
    steps = (Step.DOORS, Step.LANGUAGE, Step.HOURS, Step.CHECK_IN, Step.SENSITIVITY)
    assert {state_of(step, usual) for step in steps} == {State.USUAL}
    assert state_of(Step.HOURS, with_hours) is State.DONE


@pytest.mark.parametrize(
    ("last", "pulled"),
    [
        ([False, False, False], True),
        ([False, None, False, True, None], False),
        ([False, True, True, False, True, True, True, True, True, False], True),
        ([False, True, True, False, True, True, True, True, True, True, False], False),
        ([], False),
    ],
)
def test_the_brake_looks_at_the_last_ten(last: list[bool | None], pulled: bool) -> None:
    assert too_often_wrong(last, CommunitySettings()) is pulled


def test_the_brake_can_be_more_and_less_patient() -> None:
    two = [False, False]
    assert too_often_wrong(two, CommunitySettings(brake_after_wrong=2))
    assert not too_often_wrong([False] * 9, CommunitySettings(brake_after_wrong=10))


def test_it_is_not_louder_by_itself_too_early_or_on_bad_figures() -> None:
    week_ago = NOW - timedelta(days=7)
    assert louder(Mode.WATCH_ONLY, [GOOD], week_ago, NOW) is Mode.QUIET
    assert louder(Mode.QUIET, [GOOD], week_ago, NOW) is Mode.FULL
    assert louder(Mode.FULL, [GOOD], week_ago, NOW) is None
    assert louder(Mode.WATCH_ONLY, [GOOD], week_ago + timedelta(seconds=1), NOW) is None
    for poor in (Score("en", 29, 29), Score("en", 100, 84)):
        assert louder(Mode.WATCH_ONLY, [poor], week_ago, NOW) is None
        assert louder(Mode.WATCH_ONLY, [poor, Score("ro", 30, 30)], week_ago, NOW) is Mode.QUIET


def test_rules_are_lines_without_their_numbers() -> None:
    assert rules_in(" 1. Be kind\n\n2) No spam\n- 3 posts a day\n• On topic\n") == (
        "Be kind",
        "No spam",
        "3 posts a day",
        "On topic",
    )


def test_days_are_rounded_up() -> None:
    assert [days_in(timedelta(hours=hours)) for hours in (0, 1, 24, 25, 48)] == [0, 1, 1, 2, 2]


def test_every_language_there_is_can_be_chosen() -> None:
    assert {language.value for language in Language} == set(Translations.load().languages)
