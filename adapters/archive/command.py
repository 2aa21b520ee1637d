"""`python -m bot replay PATH`: read, replay, report."""

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from rich.console import Console

from adapters.archive.json_report import to_json
from adapters.archive.model import Findings
from adapters.archive.readers import Archive, open_archive
from adapters.archive.replay import Replay
from adapters.archive.report import to_html
from adapters.archive.summary import print_summary, progress
from adapters.archive.tally import Tally
from bot.catalogue.collect import Cog
from bot.commandline import Replay as Order
from bot.durable.database import Database
from bot.errors import StartError
from bot.language import Translations
from bot.understanding import Understanding


async def replay(
    order: Order, cogs: Sequence[Cog], console: Console, understanding: Understanding | None = None
) -> Findings:
    """Do what was ordered. Raises UnknownArchive for a path that holds no export."""
    voice = Translations.load().voice(order.language)
    archive = open_archive(order.path, zone=order.zone)
    with progress(archive.total_bytes, voice, console) as advance:
        findings = await find(archive, order, cogs, lambda: advance(archive.bytes_read), understanding)
    if order.html is not None:
        _write(order.html, to_html(findings, voice))
    if order.json is not None:
        _write(order.json, json.dumps(to_json(findings), ensure_ascii=False, indent=1))
    print_summary(findings, voice, console)
    return findings


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, "utf-8")
    except OSError as error:
        raise StartError(f"{file} can't be written: {error.strerror}.") from None


async def find(
    archive: Archive,
    order: Order,
    cogs: Sequence[Cog],
    advance: Callable[[], None],
    understanding: Understanding | None,
) -> Findings:
    """Every message through the core, in a database that is thrown away."""
    tally = Tally(order.zone, quotes=order.quotes)
    began = perf_counter()
    with tempfile.TemporaryDirectory(prefix="ombud-replay-") as folder:
        async with Database.open(f"sqlite:///{Path(folder) / 'replay.db'}") as database:
            reading = understanding or Understanding()
            rehearsal = Replay(
                database,
                cogs,
                tally,
                staff=order.staff,
                sensitivity=order.sensitivity,
                understanding=reading,
            )
            async with reading:
                await rehearsal.run(archive.messages(), advance)
    findings = tally.findings(order.path.name, order.sensitivity, perf_counter() - began)
    return replace(findings, problems=tuple(archive.problems), problem_count=archive.problem_count)
