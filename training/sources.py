"""Public texts that may be trained on, with what their labels tell of ours. Their licences: docs/detection.md.

Nothing of them is in the project: `--data` names the folder in which they lie.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from training.corpus import Sample

INFORMATION = frozenset({
    "activate_my_card", "age_limit", "apple_pay_or_google_pay", "atm_support", "automatic_top_up",
    "card_acceptance", "card_about_to_expire", "card_delivery_estimate", "card_linking", "change_pin",
    "country_support", "disposable_card_limits", "edit_personal_details", "exchange_charge",
    "exchange_rate", "exchange_via_app", "fiat_currency_support", "get_disposable_virtual_card",
    "get_physical_card", "getting_spare_card", "getting_virtual_card", "order_physical_card",
    "passcode_forgotten", "receiving_money", "supported_cards_and_currencies",
    "top_up_by_bank_transfer_charge", "top_up_by_card_charge", "top_up_by_cash_or_cheque", "top_up_limits",
    "topping_up_by_card", "transfer_into_account", "transfer_timing", "verify_my_identity",
    "verify_source_of_funds", "verify_top_up", "visa_or_mastercard", "why_verify_identity",
})  # fmt: skip
"""Intents of banking77 in which nothing has gone wrong."""
BREACH = frozenset({
    "Refund_not_showing_up", "card_swallowed", "cash_withdrawal_not_recognised",
    "extra_charge_on_statement", "transaction_charged_twice", "transfer_not_received_by_recipient",
    "wrong_amount_of_cash_received", "wrong_exchange_rate_for_cash_withdrawal", "card_payment_fee_charged",
    "card_payment_not_recognised",
})  # fmt: skip
"""Intents in which something has. The rest may be either, and is left out."""
OFFENCE = {
    "OTHER": (frozenset[str](), frozenset({"abuse", "profanity", "spam"})),
    "PROFANITY": (frozenset({"profanity"}), frozenset({"abuse", "profanity", "spam"})),
    "INSULT": (frozenset({"abuse"}), frozenset({"abuse", "spam"})),
    "ABUSE": (frozenset({"abuse"}), frozenset({"abuse", "spam"})),
}
"""RO-Offense: (labels, those it tells anything of). What it calls profanity has no target."""


def public(data: Path) -> list[Sample]:
    """All of them, in a fixed order."""
    return [*ro_offense(data, "train"), *banking(data), *clinc(data), *sms(data)]


def ro_offense(data: Path, part: str) -> Iterator[Sample]:
    """RO-Offense (Apache-2.0): comments below sports news; `part` is train or test."""
    with (data / "ro-offense" / f"{part}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            labels, known = OFFENCE[row["label"]]
            yield Sample(row["text"], "ro", labels, known, row["label"].lower(), source="ro-offense")


def banking(data: Path) -> Iterator[Sample]:
    """banking77 (CC BY 4.0): questions to a bank; where something went wrong they are complaints."""
    known = frozenset({"abuse", "profanity", "spam", "praise", "complaint"})
    with (data / "banking77" / "train.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            intent = row["category"]
            if intent in INFORMATION or intent in BREACH:
                asked = frozenset({"question"} if "?" in row["text"] else ())
                breach = frozenset({"complaint"} if intent in BREACH else ())
                yield Sample(row["text"], "en", asked | breach, known | asked, intent, source="banking77")


def clinc(data: Path) -> Iterator[Sample]:
    """clinc150 (CC BY 3.0): short requests to an assistant."""
    known = frozenset({"abuse", "profanity", "spam", "praise", "complaint"})
    parts = json.loads((data / "clinc150" / "data_small.json").read_text("utf-8"))
    for text, intent in parts["train"]:
        if intent not in {
            "report_fraud",
            "report_lost_card",
            "damaged_card",
            "card_declined",
            "account_blocked",
        }:
            yield Sample(text, "en", frozenset(), known, intent, source="clinc150")


def sms(data: Path) -> Iterator[Sample]:
    """SMS Spam Collection (CC BY 4.0): what is no spam tells nothing else for sure."""
    for line in (data / "sms-spam" / "SMSSpamCollection.tsv").read_text("utf-8").splitlines():
        kind, _, text = line.partition("\t")
        spam = frozenset({"spam"}) if kind == "spam" else frozenset[str]()
        known = frozenset({"spam", "complaint", "abuse"}) if spam else frozenset({"spam"})
        yield Sample(text, "en", spam, known, kind, source="sms-spam")
