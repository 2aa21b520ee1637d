"""The corpus' frozen test part, per language; intervals draw its scenarios anew."""

from collections.abc import Callable, Mapping

from bot.detection import Label, Safety
from training import corpus
from training.corpus import Sample
from training.evaluate.asking import ACT, MAYBE, flags
from training.evaluate.figures import Figure, Part, Table, number, rate, share
from training.evaluate.scores import found, rated
from training.evaluate.sources import Judged, Sources

Row = Mapping[str, Figure]
ANY = "any of them"


def measure(sources: Sources) -> Part:
    """All tables."""
    languages = sources.own.by_language()
    tables = [
        Table("Complaint at act", {name: _complaint(part, ACT) for name, part in languages.items()}),
        Table("Complaint at maybe", {name: _complaint(part, MAYBE) for name, part in languages.items()}),
        Table("Anger and abuse", {name: _anger(part) for name, part in languages.items()}, ANGER),
        Table("Spam, question, praise: F1 at act", {name: _others(part) for name, part in languages.items()}),
        *_safety(sources.own),
        Table("Complaint by kind, at act", _kinds(sources.own), KINDS),
        Table("Languages told apart", {name: _told(part) for name, part in languages.items()}),
    ]
    return Part("own", f"The corpus' test part ({_frozen(sources)})", tables)


ANGER = (
    "Profane complaints swear and attack nobody (labels complaint and profanity, not abuse). "
    "Abuse is an attack on a person or a group; all at act."
)
KINDS = "A kind has mostly complaints (then recall tells) or mostly none (then false alarms do); F1 is within the kind."


def _complaint(part: Judged, threshold: float) -> Row:
    truth = part.holding("complaint")
    flagged = flags(part.assessments, Label.COMPLAINT, threshold)
    return {
        "messages": number(len(truth)),
        "complaints": number(sum(truth)),
        **rated(truth, flagged, part.scenarios),
    }


def _anger(part: Judged) -> Row:
    profane = part.where(lambda one: {"complaint", "profanity"} <= one.labels and "abuse" not in one.labels)
    abuse = rated(part.holding("abuse"), flags(part.assessments, Label.ABUSE), part.scenarios)
    both = part.where(lambda one: {"complaint", "abuse"} <= one.labels)
    return {
        "profane complaints heard": _found(profane, Label.COMPLAINT, ACT),
        "at maybe": _found(profane, Label.COMPLAINT, MAYBE),
        "flagged as abuse": _found(profane, Label.ABUSE, ACT),
        "abuse recall": _found(part.where(lambda one: "abuse" in one.labels), Label.ABUSE, ACT),
        "abuse precision": abuse["precision"],
        "abuse F1": abuse["F1"],
        "complaints with abuse heard": _found(both, Label.COMPLAINT, ACT),
    }


def _found(part: Judged, label: Label, threshold: float) -> Figure:
    return found(flags(part.assessments, label, threshold), part.scenarios)


def _others(part: Judged) -> Row:
    labels = (Label.SPAM, Label.QUESTION, Label.PRAISE)
    return {
        label.value: rated(part.holding(label), flags(part.assessments, label), part.scenarios)["F1"]
        for label in labels
    }


def _safety(own: Judged) -> list[Table]:
    """By flag over all languages; and any of the flags, by language."""
    wanted: dict[str, frozenset[str]] = {flag: frozenset({flag}) for flag in corpus.SAFETY}
    wanted[ANY] = frozenset(corpus.SAFETY)
    flagged = {name: _flag(own, names) for name, names in wanted.items()}
    spoken = {name: _flag(part, wanted[ANY]) for name, part in own.by_language().items()}
    return [Table("Safety flags", flagged), Table("Any safety flag, by language", spoken)]


def _flag(part: Judged, names: frozenset[str]) -> Row:
    """False flags are those on messages without any safety label."""
    meant = frozenset(map(Safety, names))
    there = part.where(lambda one: bool(names & one.labels))
    quiet = part.where(lambda one: not one.labels & {*corpus.SAFETY})
    false = sum(bool(one.safety & meant) for one in quiet.assessments)
    return {
        "recall": found([bool(one.safety & meant) for one in there.assessments], there.scenarios),
        "false flags per 1,000": rate(false, len(quiet.samples)),
    }


def _kinds(own: Judged) -> dict[str, Row]:
    kinds = dict.fromkeys(sample.kind for sample in own.samples)
    return {kind: _kind(own.where(_of_kind(kind))) for kind in sorted(kinds)}


def _of_kind(kind: str) -> Callable[[Sample], bool]:
    return lambda sample: sample.kind == kind


def _kind(part: Judged) -> Row:
    rest = part.where(lambda one: "complaint" not in one.labels)
    row = _complaint(part, ACT)
    names = ("messages", "complaints", "recall", "F1")
    false = {
        "false alarms": _found(rest, Label.COMPLAINT, ACT),
        "at maybe": _found(rest, Label.COMPLAINT, MAYBE),
    }
    return {**{name: row[name] for name in names}, **false}


def _told(part: Judged) -> Row:
    right = [seen.language == one.language for one, seen in zip(part.samples, part.assessments, strict=True)]
    sure = [seen.sure for seen in part.assessments]
    wrong = sum(certain and not good for certain, good in zip(sure, right, strict=True))
    return {
        "named right": share(sum(right), len(right)),
        "sure": share(sum(sure), len(sure)),
        "wrong where sure": share(wrong, sum(sure)),
    }


def _frozen(sources: Sources) -> str:
    """Whether the texts are those that were frozen."""
    if sources.corpus != corpus.FOLDER:
        return "of another folder than the project's"
    try:
        known = corpus.frozen()
    except OSError:
        return "not frozen yet"
    parts = sources.own.by_language()
    same = all(corpus.digest(parts[one].samples) == known.get(one) for one in parts if one != "all")
    return "as frozen" if same else "NOT as it was frozen"
