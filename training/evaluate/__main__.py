"""`python -m training.evaluate --data FOLDER`: measure the detector and write the figures down.

About five minutes with the whole cascade on one core; `--everything` judges all of each text instead of a sample.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

from training import corpus
from training.evaluate.asking import named_judge
from training.evaluate.report import PARTS, evaluate
from training.evaluate.sources import Limits, Sources
from training.evaluate.stream import SCOPES


def arguments() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of labelled texts")
    parser.add_argument("--corpus", type=Path, default=corpus.FOLDER, help="the project's own messages")
    parser.add_argument("--out", type=Path, help="write the figures here, as JSON")
    parser.add_argument("--markdown", type=Path, help="write the tables here; without it they are printed")
    parser.add_argument("--only", default=",".join(PARTS), help="parts, with commas: %(default)s")
    parser.add_argument(
        "--judge", default="training.evaluate.judges:whole", help="what makes the judge: %(default)s"
    )
    parser.add_argument(
        "--quick", default="", help="what makes the judge of the quick stage alone, for its speed"
    )
    parser.add_argument(
        "--helper-after", type=int, default=3, help="people answered that make a helper; 0: never"
    )
    parser.add_argument("--helper-scope", default="file", choices=SCOPES, help="where helpers are known")
    parser.add_argument("--everything", action="store_true", help="judge all of each text")
    for limit in fields(Limits):
        name = limit.name.replace("_", "-")
        parser.add_argument(f"--{name}", type=int, metavar="N", help=f"messages of {name}; 0: all")
    return parser


def sources_of(said: argparse.Namespace) -> Sources:
    """What is measured with, as was said."""
    named = {limit.name: getattr(said, limit.name) for limit in fields(Limits)}
    limits = replace(
        Limits.none() if said.everything else Limits(),
        **{name: value for name, value in named.items() if value is not None},
    )
    quick = named_judge(said.quick) if said.quick else None
    return Sources(
        named_judge(said.judge),
        said.data,
        said.corpus,
        limits,
        quick,
        judge_name=said.judge,
        quick_name=said.quick,
        helper_after=said.helper_after,
        helper_scope=said.helper_scope,
    )


def main(words: Sequence[str] | None = None) -> None:
    """Measure and write."""
    parser = arguments()
    said = parser.parse_args(words)
    only = [name for name in said.only.split(",") if name]
    if unknown := set(only) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    report = evaluate(sources_of(said), only, lambda line: print(line, file=sys.stderr, flush=True))
    if said.out:
        said.out.write_text(json.dumps(report.to_json(), indent=1) + "\n", "utf-8")
    if said.markdown:
        said.markdown.write_text(report.to_markdown(), "utf-8")
    else:
        print(report.to_markdown())


if __name__ == "__main__":
    main()
