"""How grave it is, and what it is about."""

import pytest

from bot.detection import Severity, Topic, assess


@pytest.mark.parametrize(
    ("severity", "text"),
    [
        (Severity.HIGH, "You charged me twice"),
        (Severity.HIGH, "My lawyer will write to you"),
        (Severity.HIGH, "someone from your team leaked my phone number"),
        (Severity.HIGH, "I'm cancelling my subscription and going to a competitor"),
        (Severity.HIGH, "mi-ați luat banii de două ori"),
        (Severity.HIGH, "подаю в суд"),
        (Severity.MEDIUM, "the game doesn't start anymore"),
        (Severity.MEDIUM, "nobody has answered me for a week"),
        (Severity.MEDIUM, "nu răspunde nimeni de o săptămână"),
        (Severity.LOW, "the new menu is so annoying"),
        (Severity.LOW, "pretty disappointed with the colours"),
        (Severity.LOW, "good morning"),
    ],
)
def test_severity(severity: Severity, text: str) -> None:
    assert assess(text).severity is severity


def test_severities_have_an_order() -> None:
    assert Severity.LOW.rank < Severity.MEDIUM.rank < Severity.HIGH.rank


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        (Topic.DELIVERY, "my parcel never arrived, the courier didn't come"),
        (Topic.BILLING, "you billed me twice for the same invoice"),
        (Topic.REFUND, "still waiting for my refund"),
        (Topic.ACCOUNT, "can't log in to my account, the password reset fails"),
        (Topic.BUG, "the game crashes after the update"),
        (Topic.OUTAGE, "servers are down again"),
        (Topic.SERVICE, "support never answered my ticket"),
        (Topic.MODERATION, "the mods banned me for nothing"),
        (Topic.PRIVACY, "my personal data was leaked"),
        (Topic.DELIVERY, "coletul n-a ajuns, curierul n-a sunat"),
        (Topic.BILLING, "mi-ati trimis o factura gresita"),
        (Topic.REFUND, "верните мне деньги, где возврат"),
        (Topic.OUTAGE, "сервер опять лежит"),
        (Topic.OTHER, "this is unacceptable"),
    ],
)
def test_topic(topic: Topic, text: str) -> None:
    assert assess(text).topic is topic
