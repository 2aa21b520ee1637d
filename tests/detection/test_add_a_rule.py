"""The example in docs/add-a-rule.md works as it stands there."""

import re
from pathlib import Path

import pytest

from bot.detection import Detector, Severity
from bot.detection.model import Label
from bot.detection.rules import EVIDENCE
from bot.detection.rules.base import PhraseRule
from bot.detection.weighing import BIAS

PAGE = (Path(__file__).parents[2] / "docs" / "add-a-rule.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def detector() -> Detector:
    """A detector with the page's rule added."""
    space: dict[str, object] = {}
    exec(compile(BLOCKS[0], "docs/add-a-rule.md", "exec"), space)
    rule = space["RULE"]
    assert isinstance(rule, PhraseRule)
    return Detector(evidence=(*EVIDENCE, rule))


@pytest.mark.parametrize(
    "text", ["I have called your hotline 7 times", "am sunat la voi de 7 ori", "звонила вам 7 раз"]
)
def test_the_rule_hears_what_it_should(detector: Detector, text: str) -> None:
    seen = detector.assess(text)
    assert "counted_calls" in {reason.rule for reason in seen.reasons}
    assert seen.complaint >= 0.7
    assert seen.severity is Severity.MEDIUM


def test_it_is_silent_otherwise(detector: Detector) -> None:
    assert detector.assess("he called me at 7").reasons == ()


@pytest.mark.parametrize(("weight", "chance"), re.findall(r"^\| (\d\.\d) \| (\.\d\d) \|", PAGE, re.MULTILINE))
def test_the_weights_give_what_the_page_says(weight: str, chance: str) -> None:
    odds = 2.718281828 ** (float(weight) + BIAS[Label.COMPLAINT])
    assert round(odds / (1 + odds), 2) == float(chance)


def test_the_last_lines_of_the_page_run(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(BLOCKS[1], "docs/add-a-rule.md", "exec"), {})
    assert "counted_calls" not in capsys.readouterr().out
