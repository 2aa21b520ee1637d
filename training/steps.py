"""The steps that need more than the corpus: what each reads, what it does, what it writes."""

import json
from argparse import Namespace
from pathlib import Path

from bot.detection.learned import DATA, read
from bot.understanding import assess_together
from training import lexical as stage1
from training.corpus import LANGUAGES, for_calibration, load, plain
from training.expecting import expecting
from training.limits import limits
from training.looking import looks
from training.sources import public
from training.sparing import spare
from training.weighing import evidence, weigh

LANGUAGE_COLUMNS = "languages.npz"
ROUNDS = 7
ALONE = -1.5
"""Log-odds taken off a complaint where the encoder is not asked: most plain talk is never weighed against it."""
NEUTRAL = {"rules": 4.0, "against": 0.5, "words": 0.3, "meaning": 0.0, "bias": {"other": -1.0}}
"""Until it is weighed."""


def lexical(order: Namespace) -> None:
    """Labels and languages in one file; the latter as `training.languages` left them in the working folder."""
    own = [*(sample for sample in load() if not sample.held_out and not for_calibration(sample)), *plain()]
    parts = [stage1.learn(own, public(order.data))]
    languages = order.work / LANGUAGE_COLUMNS
    if languages.exists():
        parts.append(stage1.languages(languages))
    stage1.write(DATA / "lexical.bin", parts)
    if not (DATA / "weighing.json").exists():
        rough = dict.fromkeys(("complaint", "abuse", "spam", "question", "praise"), NEUTRAL)
        _write(DATA / "weighing.json", {"alone": rough, "with_meaning": rough, "asks": {}, "dangers": {}})


def encoder(order: Namespace) -> None:
    """Teach the encoder. The only step that needs PyTorch."""
    from training.meaning import lessons
    from training.teaching import teach
    from training.tuning import Plan

    taught = lessons([*load(), *plain()], public(order.data), ROUNDS)
    teach(order.wheel, taught, Plan())


def weighing(order: Namespace) -> None:
    """Weights and limits, from the calibration part."""
    from bot.detection.encoder.network import Encoder

    samples = [sample for sample in load() if for_calibration(sample)]
    knows = read(DATA)
    seen = looks(samples, knows)
    meanings = Encoder.load().read([look.passages[0] for look in seen])
    found = [evidence(*one[:2], [one[2]]) for one in zip(samples, seen, meanings, strict=True)]
    alone = weigh(found, LANGUAGES, with_meaning=False)
    biases = alone["complaint"]["bias"]
    alone["complaint"]["bias"] = {name: round(bias + ALONE, 4) for name, bias in biases.items()}
    together = weigh(found, LANGUAGES, with_meaning=True)
    lowered = spare(together, [one for one in public(order.data) if one.source == "ro-offense"], knows)
    print(f"abuse in Romanian: {lowered} taken off")
    asks, dangers = limits(found, alone)
    _write(
        DATA / "weighing.json", {"alone": alone, "with_meaning": together, "asks": asks, "dangers": dangers}
    )


def expected(_: Namespace) -> None:
    """What to expect of each sensitivity, from the test part."""
    from bot.detection.encoder.network import Encoder

    samples = [sample for sample in load() if sample.held_out]
    seen = assess_together([(sample.text, sample.context) for sample in samples], Encoder.load())
    _write(DATA / "expected.json", expecting(samples, seen))


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1) + "\n", "utf-8")
