"""How much memory a judge takes, in a process of its own that runs this file: `memory.py MODULE:FUNCTION CORPUS`.

It prints four numbers, MB resident: of the interpreter; with what measures and what the judge loads at once; with what
it loads for its first message; and after 2,000 of them.
"""

import os
import subprocess
import sys
from pathlib import Path

MESSAGES = 2_000
ROOT = Path(__file__).parents[2]
STEPS = ("interpreter", "loaded", "after one message", "after 2,000 messages")


def resident() -> float:
    """Of this process, in MB. Raises LookupError on a system that doesn't say."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise LookupError("this system does not say how much memory a process has")


def taken(judge_name: str, corpus_folder: Path) -> dict[str, float]:
    """The numbers by name, from a new process. Raises subprocess.CalledProcessError."""
    # -P: the folder of this file is no place to import from.
    command = [sys.executable, "-P", __file__, judge_name, str(corpus_folder)]
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(  # noqa: S603
        command, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=True
    )
    return dict(zip(STEPS, map(float, done.stdout.split()), strict=True))


def main(judge_name: str, corpus_folder: str) -> None:
    """Print them."""
    numbers = [resident()]
    # Loaded only now: what it takes is what is weighed.
    from bot.detection import Context
    from training import corpus
    from training.evaluate.asking import named_judge

    judge = named_judge(judge_name)
    texts = [sample.text for sample in corpus.load(folder=Path(corpus_folder))] or ["it is broken", "thanks"]
    numbers.append(resident())
    judge([(texts[0], Context())])
    numbers.append(resident())
    for at in range(MESSAGES):
        judge([(f"{texts[at % len(texts)]} {at}", Context())])
    print(*numbers, resident())


if __name__ == "__main__":
    main(*sys.argv[1:])
