"""The whole command in this process: an export in, its report out."""

import asyncio
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console

from adapters.archive.command import replay
from adapters.archive.model import Findings
from bot.commandline import Replay
from bot.composition.features import rehearsed
from bot.detection import Sensitivity


@dataclass(frozen=True, slots=True)
class Told:
    """What one reads: the JSON report, the page, and what the terminal showed; and what they were made from."""

    findings: Findings
    report: dict[str, Any]
    page: str
    terminal: str


def replayed(path: Path, into: Path, *, staff: Sequence[str] = (), zone: str = "UTC") -> Told:
    """Replay the export at `path` with quotes and write its reports into a folder. Raises UnknownArchive."""
    page, report, terminal = into / "report.html", into / "report.json", io.StringIO()
    order = Replay(path, tuple(staff), page, report, "en", Sensitivity.CAREFUL, ZoneInfo(zone), quotes=True)
    findings = asyncio.run(replay(order, rehearsed(), Console(file=terminal, width=120)))
    return Told(findings, json.loads(report.read_text("utf-8")), page.read_text("utf-8"), terminal.getvalue())
