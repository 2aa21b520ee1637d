"""The one way in which what people write is assessed: rules and words at once, the encoder where these leave doubt."""

from types import TracebackType
from typing import Self

from bot.detection import Assessment, Context, first_look
from bot.understanding.worker import EncoderWorker

NOTHING = Context()


class Understanding:
    """`async with Understanding(worker)`; without a worker it does with rules and words."""

    def __init__(self, worker: EncoderWorker | None = None) -> None:
        """Take the worker; it runs as long as the block lasts."""
        self.worker = worker
        # What was learned is read now, in some tenths of a second, and not while somebody's first message waits.
        first_look("")

    async def __aenter__(self) -> Self:
        if self.worker is not None:
            await self.worker.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.worker is not None:
            await self.worker.__aexit__(kind, error, trace)

    async def assess(self, text: str, context: Context = NOTHING) -> Assessment:
        """What the text is and why. Never waits longer than the worker's patience."""
        look = first_look(text, context)
        if self.worker is None or not look.unsure:
            return look.conclude()
        return look.conclude(await self.worker.meanings(look.passages))
