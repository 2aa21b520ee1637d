"""How fast: a stream of chat with 3 % complaints in it, through the quick stage alone and through everything."""

import os
import time

import numpy as np

from bot.text import clean
from training.evaluate import houston, memory, robustness
from training.evaluate.asking import Item, Judge, sample
from training.evaluate.figures import Figure, Part, Table, number
from training.evaluate.intervals import SEED
from training.evaluate.sources import Sources
from training.evaluate.stream import Helpers, everywhere, read

COMPLAINTS = 0.03
AT_ONCE = 32
WARM = 50
NOTE = (
    "Plain chat of the Slack export with its context, and complaints of the corpus' test part in 3 % of the places, "
    f"shuffled with a fixed seed. In batches of {AT_ONCE} for the speed, one after the other for the time of each."
)
WEIGHED = (
    "MB resident in a process of its own: the bare interpreter; with all that measures and all that is loaded at once; "
    "after the first message; 2,000 messages later. The last is an upper limit of what detection adds to the bot."
)


def measure(sources: Sources) -> Part:
    """Speed, memory, robustness."""
    items = stream(sources)
    judges = {"everything": (sources.judge, sources.judge_name)}
    if sources.quick is not None:
        judges = {"quick stage": (sources.quick, sources.quick_name), **judges}
    rows = {name: _timed(judge, items) for name, (judge, _) in judges.items()}
    load = f" The machine's load was {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors."
    tables = [Table(f"Speed, {len(items):,} messages", rows, NOTE + load)]
    weighed = {name: _weighed(known, sources) for name, (_, known) in judges.items() if known}
    if weighed:
        tables.append(Table("Memory", weighed, WEIGHED))
    return Part("speed", "Speed, memory and robustness", [*tables, robustness.table(sources.judge)])


def stream(sources: Sources) -> list[Item]:
    """As many messages as the limit says, always the same ones."""
    folder = sources.data / houston.FOLDER
    chat = [(clean(one.text), one.context) for one in read(folder, Helpers(after=0), everywhere)]
    complaints = [(one.text, one.context) for one in sources.own.samples if "complaint" in one.labels]
    rng = np.random.default_rng(SEED)
    wanted = round(COMPLAINTS * sources.limits.stream)
    plain = [chat[at] for at in rng.integers(0, len(chat), sources.limits.stream - wanted).tolist()]
    items = plain + sample(complaints, wanted)[:wanted]
    return [items[at] for at in rng.permutation(len(items)).tolist()]


def _timed(judge: Judge, items: list[Item]) -> dict[str, Figure]:
    judge(items[:WARM])
    start = time.perf_counter()
    for at in range(0, len(items), AT_ONCE):
        judge(items[at : at + AT_ONCE])
    whole = time.perf_counter() - start
    p50, p99, longest = np.percentile([_seconds(judge, item) for item in items], (50, 99, 100)).tolist()
    return {
        "messages per second": number(len(items) / whole, "per second"),
        "p50": number(1000 * p50, "ms"),
        "p99": number(1000 * p99, "ms"),
        "longest": number(1000 * longest, "ms"),
    }


def _seconds(judge: Judge, item: Item) -> float:
    start = time.perf_counter()
    judge([item])
    return time.perf_counter() - start


def _weighed(judge_name: str, sources: Sources) -> dict[str, Figure]:
    return {step: number(value, "MB") for step, value in memory.taken(judge_name, sources.corpus).items()}
