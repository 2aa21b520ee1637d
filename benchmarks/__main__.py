"""Run every benchmark on an empty database and on one with a million cases, and write one table.

    python -m benchmarks [--cases N] [--only NAME]...

The table is printed, and written to `build/bench.md` and `build/bench.json`. Each benchmark runs in a process of its
own (`--run`), so that none pays for another's garbage. The last column is full to empty: 1.0 means that a million
cases change nothing. Nothing else should run meanwhile; two shared cores say different things at different hours,
which is why ratios are taken within one process wherever there is something to compare with.
"""

import argparse
import importlib
import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.past import give_a_past
from benchmarks.stage import Stage
from bot.telemetry import start_logging

NAMES = ("plain", "walk", "effects", "timers", "memory", "discord", "slack", "outage")
ONCE = frozenset({"discord", "slack", "outage"})
"""What has nothing to do with how many cases there are."""

CASES = 1_000_000
BUILD = Path("build")

Figures = dict[str, dict[str, float]]


def main() -> None:
    order = _read()
    start_logging("error", as_json=True)
    if order.run:
        print(json.dumps(_measure(order.run, Stage(Path(order.database), order.cases))))
        return
    names = order.only or NAMES
    with tempfile.TemporaryDirectory() as folder:
        empty = {name: _in_a_process(name, Path(folder) / f"{name}.db", 0) for name in names}
        full: Figures = {}
        if order.cases:
            database = Path(folder) / "full.db"
            print(f"making {order.cases:,} cases ...", file=sys.stderr, flush=True)
            give_a_past(database, order.cases)
            again = [name for name in names if name not in ONCE]
            full = {name: _in_a_process(name, database, order.cases) for name in again}
    _write(names, empty, full, order.cases)


def _read() -> Any:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--cases", type=int, default=CASES, help="how many cases there are from before")
    parser.add_argument("--only", action="append", choices=NAMES, help="this benchmark alone")
    parser.add_argument("--run", choices=NAMES, help=argparse.SUPPRESS)
    parser.add_argument("--database", help=argparse.SUPPRESS)
    return parser.parse_args()


def _measure(name: str, stage: Stage) -> dict[str, float]:
    figures: dict[str, float] = importlib.import_module(f"benchmarks.{name}").measure(stage)
    return figures


def _in_a_process(name: str, database: Path, cases: int) -> dict[str, float]:
    print(f"{name}, {cases:,} cases ...", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "benchmarks", "--run", name, "--database", str(database)]
    done = subprocess.run([*command, "--cases", str(cases)], check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    print(figures, file=sys.stderr, flush=True)
    return figures


def _write(names: tuple[str, ...], empty: Figures, full: Figures, cases: int) -> None:
    BUILD.mkdir(exist_ok=True)
    lines = [
        f"| benchmark | figure | empty | {cases:,} cases | full to empty |",
        "|---|---|---:|---:|---:|",
    ]
    for name in names:
        for figure, value in empty[name].items():
            there = full.get(name, {}).get(figure)
            ratio = f"{there / value:.2f}" if there is not None and value else ""
            shown = "" if there is None else f"{there:,.2f}"
            lines.append(f"| {name} | {figure} | {value:,.2f} | {shown} | {ratio} |")
    table = "\n".join(lines)
    about = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "cores": os.cpu_count(),
        "cases": cases,
    }
    (BUILD / "bench.md").write_text(f"{table}\n", "utf-8")
    report = {"about": about, "empty": empty, "full": full}
    (BUILD / "bench.json").write_text(f"{json.dumps(report, indent=2)}\n", "utf-8")
    print(table)


if __name__ == "__main__":
    main()
