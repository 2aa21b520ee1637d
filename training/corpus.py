"""The project's own labelled messages, read from `corpus/detection/`; its README tells the format.

The split is by scenario, so that no two messages about one situation lie on both sides of it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.detection import Context, Said, Speaker

FOLDER = Path(__file__).parent / "corpus" / "detection"
FROZEN = FOLDER / "test.sha256"
PLAIN = Path(__file__).parents[1] / "tests" / "detection"
LABELS = ("complaint", "abuse", "profanity", "spam", "question", "praise")
SAFETY = ("self_harm", "threat", "doxxing", "minor")
LANGUAGES = ("en", "ro", "ru", "es", "de", "fr", "uk")
TEST_OF_TEN = 3
"""Scenarios of ten that are held out."""
CALIBRATION_OF_TEN = 2
"""Of the others, scenarios of ten that nothing is learned from: on them, what was learned is weighed."""
WHO = {"self": Speaker.MEMBER, "member": Speaker.MEMBER, "helper": Speaker.HELPER, "staff": Speaker.STAFF}


NOTHING = Context()


@dataclass(frozen=True, slots=True)
class Sample:
    """A labelled message. A label that is not in `known` was never judged: nothing is learned from its absence."""

    text: str
    language: str
    labels: frozenset[str]
    known: frozenset[str] = frozenset(LABELS)
    kind: str = ""
    scenario: str = ""
    context: Context = NOTHING
    held_out: bool = False
    source: str = "corpus"

    def has(self, label: str) -> bool | None:
        """Whether the label holds; None if nobody has said."""
        return label in self.labels if label in self.known else None


def load(languages: Iterable[str] = LANGUAGES, folder: Path = FOLDER) -> list[Sample]:
    """Every message of these languages, in the order of the files. Raises ValueError for a line that can't be read."""
    files = [path for language in languages for path in sorted(folder.glob(f"{language}_*.tsv"))]
    return [sample for path in files for sample in read(path)]


def read(path: Path) -> Iterator[Sample]:
    """The messages of one file, whose name begins with the language."""
    language, scenario, before = path.name[:2], "", list[Said]()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("# "):
            continue
        if line.startswith("== "):
            scenario = f"{path.stem}/{line[3:].strip()}"
        elif line.startswith("> "):
            who, _, text = line[2:].partition(":")
            if who not in WHO:
                raise ValueError(f"{path.name}:{number}: said by one of {', '.join(WHO)}, not by {who!r}")
            before.append(Said(WHO[who], who == "self", _text(text)))
        else:
            yield _sample(line, language, scenario, before, f"{path.name}:{number}")
            before = []


def _sample(line: str, language: str, scenario: str, before: Sequence[Said], where: str) -> Sample:
    cells = line.split("\t")
    if len(cells) != 3 or not scenario:
        raise ValueError(f"{where}: write kind<TAB>labels<TAB>text below a line '== scenario'")
    kind, named, text = cells
    names = frozenset(named.split()) - {"-"}
    speakers = {Speaker(name[3:]) for name in names if name.startswith("by:")}
    open_ = frozenset(name[1:] for name in names if name.startswith("?"))
    labels = frozenset(name for name in names if not name.startswith(("by:", "?")))
    if unknown := (labels | open_) - {*LABELS, *SAFETY}:
        raise ValueError(f"{where}: no such label: {', '.join(sorted(unknown))}")
    context = Context(speaker=speakers.pop() if speakers else Speaker.MEMBER, before=tuple(before))
    known = frozenset((*LABELS, *SAFETY)) - open_
    return Sample(_text(text), language, labels, known, kind, scenario, context, held_out(scenario))


PLAIN_KINDS = {
    "complaint": {"complaint"}, "profane": {"complaint", "profanity"}, "both": {"complaint", "abuse"},
    "abuse": {"abuse"},
    "spam": {"spam"}, "question": {"question"}, "praise": {"praise"}, "thanks": {"praise"}, "chatter": set[str](),
    "banter": set[str](), "wish": set[str](), "victim": set[str](), "solved": set[str](), "third_party": set[str](),
    "helper": set[str](),
}  # fmt: skip
"""What the tables of the tests call a message, and the labels that it then has."""


def plain() -> list[Sample]:
    """The plain messages that the tests guard detection with: they may be learned from, and are never reported on."""
    found = []
    for language in ("en", "ro", "ru"):
        for line in (PLAIN / f"cases_{language}.tsv").read_text("utf-8").splitlines():
            kind, _, text = line.partition("\t")
            if kind in PLAIN_KINDS and text:
                labels = frozenset(PLAIN_KINDS[kind])
                known = frozenset({"complaint", "abuse", "spam"}) | labels
                found.append(Sample(text, language, labels, known, kind, f"plain/{language}", source="plain"))
    return found


def held_out(scenario: str) -> bool:
    """Whether the scenario is in the test part."""
    return int(sha256(scenario.encode()).hexdigest(), 16) % 10 < TEST_OF_TEN


def for_calibration(sample: Sample) -> bool:
    """Whether the message is kept for weighing."""
    drawn = int(sha256(f"calibration {sample.scenario}".encode()).hexdigest(), 16) % 10
    return not sample.held_out and sample.source == "corpus" and drawn < CALIBRATION_OF_TEN


def _text(written: str) -> str:
    return written.strip().replace("\\n", "\n")


def digest(samples: Iterable[Sample]) -> str:
    """The hash that freezes a part: what is said, in which context, and what it is called."""
    rows = sorted(
        "\t".join(
            (s.scenario, s.text, *sorted(s.labels), s.context.speaker, *(b.text for b in s.context.before))
        )
        for s in samples
    )
    return sha256("\n".join(rows).encode()).hexdigest()


def frozen() -> Mapping[str, str]:
    """Language -> the hash of its test part, as it was when it was frozen."""
    lines = FROZEN.read_text("utf-8").splitlines()
    return {language: known for known, language in (line.split() for line in lines)}


def freeze(samples: Iterable[Sample]) -> None:
    """Write the hashes down. Done once: figures of before and after can't be compared."""
    samples = list(samples)
    lines = []
    for language in LANGUAGES:
        part = [s for s in samples if s.language == language and s.held_out]
        lines.append(f"{digest(part)} {language}\n")
    FROZEN.write_text("".join(lines), "utf-8")
