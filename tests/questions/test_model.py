"""What is a question to the team: precision first, in three languages."""

import pytest

from bot.community import CommunitySettings
from bot.detection import assess
from cogs.questions.model import asks_the_team

TO_THE_TEAM = (
    "Hey team, when will you ship to Romania?",
    "Is anyone from the team here?",
    "Question for the devs: will there be a dark mode?",
    "Do you ship to Moldova?",
    "Can someone from support tell me which plan has exports?",
    "When will you release the Linux version?",
    "mods, can I post my stream link here?",
    "Are you guys planning a sale?",
    "Cineva de la echipă, când apare versiunea nouă?",
    "Livrați și în Iași?",
    "Salut echipa, aveți program sâmbăta?",
    "Кто-нибудь из команды подскажет, когда добавите тёмную тему?",
    "Вы доставляете в Кишинёв?",
    "Поддержка, можно поменять адрес?",
    "Вопрос к разработчикам: будет ли версия для Linux?",
)
TO_OTHERS = (
    "which team do you play for?",
    "team is up 2-0, anyone watching?",
    "anyone know how to beat the dragon staff?",
    "Do you play tonight?",
    "does it support Linux?",
    "can you add me on discord?",
    "Can you sell me your sword?",
    "Will you add me?",
    "The dev said it is fixed, right?",
    "Why did they fire the dev team?",
    "Is this your team?",
    "Do they ship fast?",
    "Can anyone help me find the settings?",
    "thanks team!",
    "echipa ta a câștigat?",
    "ce echipă preferi?",
    "Какая команда выиграла?",
    "Кто из вас играет вечером?",
)
COMPLAINTS = (
    "Why is nobody from support answering my ticket?",
    "Team, when will you finally fix the crashes? Three weeks already.",
    "I want to kill myself, is anyone from support here?",
)


def asks(text: str) -> bool:
    return asks_the_team(text, assess(text), CommunitySettings())


@pytest.mark.parametrize("text", TO_THE_TEAM)
def test_it_is_for_the_team(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize("text", TO_OTHERS)
def test_it_is_for_others(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize("text", COMPLAINTS)
def test_what_may_be_a_complaint_is_heard_elsewhere(text: str) -> None:
    assert not asks(text)
