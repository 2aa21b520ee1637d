"""What members read of a measure is short, in every language and register, whatever is filled in."""

import pytest

from bot.infractions.model import WARNINGS, Step
from bot.language import Register
from bot.vocabulary.replies import runs_text
from tests.fakes.sentences import translations

LONGEST = 700
VALUES: dict[str, str | int] = {
    "at": "24 September, 14:00",
    "until": "24 September 2026",
    "link": "the message",
    "rule": "r" * 120,
    "no": 12,
}


def words(step: Step, language: str, register: Register) -> str:
    """The whole message without the quote."""
    voice = translations().voice(language, {"ro": register, "ru": register})
    told = [voice.say(f"warnings.told.{step}.{part}", **VALUES) for part in ("begins", "says")]
    told.append(
        voice.say(f"warnings.told.{step}.next" + (".remove" if step is Step.SECOND_WARNING else ""), **VALUES)
    )
    if step is Step.FIRST_WARNING:
        told.append(voice.say("warnings.told.first_warning.then.ask"))
    told.append(voice.say("warnings.told.case", number=1234))
    told.append(voice.count("warnings.told.appeal", 10, **VALUES))
    return "\n".join(runs_text(runs) for runs in told)


@pytest.mark.parametrize("register", list(Register))
@pytest.mark.parametrize("language", ["en", "ro", "ru"])
def test_a_measure_is_told_in_700_characters(language: str, register: Register) -> None:
    told = {step: len(words(step, language, register)) for step in (Step.NOTICE, *WARNINGS)}
    assert max(told.values()) <= LONGEST, told
