"""What docs/replay.md says in figures is what the code does."""

from pathlib import Path

import pytest

from adapters.archive.case_table import OF_EACH_DECISION
from adapters.archive.figures import FEW
from adapters.archive.model import PATIENCE
from adapters.archive.readers.ledger import KEPT
from bot.community import CommunitySettings

MANUAL = Path(__file__).parents[2] / "docs" / "replay.md"
WORDS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
DEFAULT = CommunitySettings()
SENTENCES = (
    f"after {WORDS[PATIENCE.days]} days without that it counts as **never answered**",
    f"said in the last {WORDS[PATIENCE.days]} days of the export",
    f"did nobody answer within {WORDS[PATIENCE.days]} days",
    f"a case ends after {WORDS[DEFAULT.join_hours]} hours",
    f"waits {DEFAULT.thought_seconds} seconds for further words",
    f"of the member, {DEFAULT.thought_longest_seconds} at most",
    f"of each kind of decision it lists at most {OF_EACH_DECISION}",
    f"given from {FEW} cases and cards on",
    f"the first {KEPT:,} |",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_manual_says_what_the_code_does(sentence: str) -> None:
    assert sentence in " ".join(MANUAL.read_text("utf-8").split())
