"""The adapter's edge: what goes wrong behind it is logged under a reference code and goes no further."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import structlog

from bot.telemetry import new_reference


@dataclass(slots=True)
class Outcome:
    """How the block under the guard ended; `reference` is what the log calls the failure."""

    reference: str | None = None

    @property
    def failed(self) -> bool:
        return self.reference is not None


class Guard:
    """Keeps a listener alive; `failures` counts what it caught."""

    def __init__(self) -> None:
        self.failures = 0
        self._log = structlog.get_logger(__name__)

    @asynccontextmanager
    async def edge(self, doing: str) -> AsyncIterator[Outcome]:
        """Run the block; whatever it raises is logged and counted."""
        outcome = Outcome()
        try:
            yield outcome
        except Exception as error:  # an edge: one failure must not end what listens
            outcome.reference = new_reference()
            self.failures += 1
            self._log.error("sandbox.failed", doing=doing, reference=outcome.reference, exc_info=error)
