"""docs/operate.md tells an operator everything the program can show, and nothing it can't."""

import ast
import configparser
import json
import re

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.health.report import Status
from tests.house.source import PACKAGES, ROOT, dotted, modules
from tests.operate.program import Program


@pytest.fixture(scope="module")
def manual() -> str:
    return (ROOT / "docs" / "operate.md").read_text("utf-8")


async def test_it_lists_every_metric_and_no_other(ombud: Program, manual: str) -> None:
    families = list(text_string_to_metric_families(await ombud.text("/metrics")))
    ours = {
        each.name + "_total" * (each.type == "counter") for each in families if each.name.startswith("ombud_")
    }
    shown = {name for name in ours if not name.endswith("_created")}
    assert len(shown) > 10
    assert shown == set(re.findall(r"^\| `(ombud_\w+)` \|", manual, re.MULTILINE))


def test_it_lists_every_event_of_the_log_and_no_other(manual: str) -> None:
    written = {
        node.args[0].value
        for module in modules(*PACKAGES)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and re.search(r"\b_?log\.(debug|info|warning|error)$", dotted(node.func))
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(written) > 10
    rows = re.findall(r"^\| (.+?) \| (?:debug|info|warning|error) \|", manual, re.MULTILINE)
    assert written == {event for row in rows for event in re.findall(r"`([^`]+)`", row)}


async def test_its_example_has_the_shape_of_what_is_answered(ombud: Program, manual: str) -> None:
    found = re.search(r"```json\n(.+?)```", manual, re.DOTALL)
    assert found is not None
    assert shape(json.loads(found[1])) == shape((await ombud.health()).json)


def shape(value: object) -> object:
    """The names in a piece of JSON, without the values."""
    return {name: shape(each) for name, each in value.items()} if isinstance(value, dict) else None


def test_it_explains_every_status(manual: str) -> None:
    assert [status for status in Status if f"| `{status}` |" not in manual] == []


def test_the_service_starts_what_it_says(manual: str) -> None:
    """The unit is one that systemd's format reads, and starts the program from the folder of its data."""
    found = re.search(r"```ini\n(.+?)```", manual, re.DOTALL)
    assert found is not None
    unit = configparser.ConfigParser(strict=True, interpolation=None)
    unit.read_string(found[1])
    assert unit["Service"]["ExecStart"].endswith("/python -m bot")
    assert unit["Service"]["WorkingDirectory"] == f"/var/lib/{unit['Service']['StateDirectory']}"
