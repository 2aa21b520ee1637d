"""Every sentence that the code asks for exists, and every sentence that exists is asked for."""

import ast
from collections.abc import Iterator
from enum import StrEnum

import pytest

from bot.cases.model import Ending, NextStep, Priority, Status
from bot.catalogue.arguments import Kind
from bot.detection import Label, Safety, Severity, Topic
from bot.vocabulary.people import Role
from tests.language.actions_in_code import actions_in
from tests.language.entries import all_entries, by_key
from tests.language.keys_in_code import ROOT, Named, code, keys_in, spoken

KEYS = frozenset(by_key("en"))
COGS = frozenset(path.name for path in (ROOT / "cogs").iterdir() if (path / "__init__.py").is_file())
DOMAINS = frozenset(key.partition(".")[0] for key in KEYS) | COGS

FAMILIES: dict[str, type[StrEnum]] = {
    "status": Status,
    "priority": Priority,
    "ending": Ending,
    "next_step": NextStep,
    "role": Role,
    "label": Label,
    "severity": Severity,
    "topic": Topic,
    "safety": Safety,
}
# Families of which the code takes only a part. f"error.{kind}" says what is wrong with an argument; which
# arguments there are is read from the handlers.
PARTS = {"error.*": frozenset(f"error.{kind}" for kind in Kind), "argument.*": frozenset[str]()}
SPEAKERS = {"say", "text", "count", "UserError", "NotAllowed", "Conflict"}


def named_keys() -> Iterator[Named]:
    for where, tree in code().items():
        yield from keys_in(tree, DOMAINS, where)
    yield from actions_in(code())


def test_every_sentence_that_is_asked_for_exists() -> None:
    missing = [f"{named.where}: {named.key}" for named in named_keys() if not named.matches(KEYS)]
    assert missing == []


def test_every_sentence_that_exists_is_asked_for() -> None:
    used = set[str]().union(*(named.matches(PARTS.get(named.key, KEYS)) for named in named_keys()))
    assert sorted(KEYS - used) == []


@pytest.mark.parametrize("family", sorted(FAMILIES.keys() & DOMAINS))
def test_a_family_of_sentences_has_one_for_each_value_and_no_other(family: str) -> None:
    members = {key.partition(".")[2] for key in KEYS if key.startswith(f"{family}.")}
    assert members == {value.value for value in FAMILIES[family]}


def test_whoever_speaks_gives_the_values_that_the_sentence_needs() -> None:
    needs = {entry.key: entry.placeholders for entry in all_entries()}
    calls = [call for where, tree in code().items() for call in spoken(tree, where, SPEAKERS)]
    assert calls
    lacking = {f"{call.where} {call.key}": needs.get(call.key, frozenset()) - call.values for call in calls}
    assert {call: sorted(values) for call, values in lacking.items() if values} == {}


CODE = '''
"""core.docstring is only mentioned."""
voice.say("core.yes")
voice.say(f"status.{case.status}")
choose(voice, "intake.ack.ordinary")
voice.text(f"intake.ack.{kind}.{i}")
database.transaction("core.store")
log.info("core.started", key="core.event")
ctx.timers.set("core.late", 3, at)
raise UserError("error.gone")
url = "https://core.example.org"
'''


def test_keys_are_told_from_other_dotted_words() -> None:
    found = [named.key for named in keys_in(ast.parse(CODE), {"core", "status", "intake", "error"}, "code")]
    assert found == ["core.yes", "status.*", "intake.ack.ordinary", "intake.ack.*.*", "error.gone"]


def test_a_literal_and_a_family_use_the_keys_they_can_become() -> None:
    keys = {
        "core.yes",
        "core.yes_please",
        "intake.ack.ordinary.1",
        "intake.ack.ordinary.2",
        "intake.ack.late.1",
    }
    literal, chosen, family = keys_in(
        ast.parse('("core.yes", "intake.ack.ordinary", f"intake.ack.{kind}.1")'), {"core", "intake"}, "code"
    )
    assert literal.matches(keys) == {"core.yes"}
    assert chosen.matches(keys) == {"intake.ack.ordinary.1", "intake.ack.ordinary.2"}
    assert family.matches(keys) == {"intake.ack.ordinary.1", "intake.ack.late.1"}


COG = """
class Speed(StrEnum):
    SLOW = "slow"
    FAST = "fast"

class Parcels(Aftermath):
    name = "parcels"

    @command("parcel send")
    async def send(self, ctx: Context, case: Case, speed: Speed = Speed.SLOW) -> Message: ...

    @message_menu("parcel-this")
    async def this(self, ctx: Context, chosen: Chosen) -> Message: ...

    @due("parcel.late")
    async def late(self, ctx: Context, subject: int) -> None: ...
"""
AFTERMATH = """
class Aftermath:
    @button("parcel seen")
    async def seen(self, ctx: Context, case: Case) -> Message: ...
"""


def test_an_action_needs_its_label_its_help_and_the_names_of_its_arguments_and_choices() -> None:
    trees = {"cogs/parcels/aftermath.py": ast.parse(AFTERMATH), "cogs/parcels/cog.py": ast.parse(COG)}
    assert {named.key for named in actions_in(trees)} == {
        "parcels.label.parcel_send",
        "parcels.help.parcel_send",
        "parcels.label.parcel_seen",
        "parcels.label.parcel_this",
        "argument.case",
        "argument.speed",
        "speed.slow",
        "speed.fast",
    }


def test_the_values_given_to_a_sentence_are_read_from_the_call() -> None:
    tree = ast.parse('v.say("a.b", x=1)\nv.count("a.c", 2, y=1)\nv.say("a.d", **rest)\nv.say(key, z=1)')
    calls = {call.key: call.values for call in spoken(tree, "code", SPEAKERS)}
    assert calls == {"a.b": {"x"}, "a.c": {"n", "y"}}
