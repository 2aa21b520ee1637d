"""One life of the program, in a process of its own."""

import asyncio
from multiprocessing import get_context

from tests.kill.page import PATIENCE, Died
from tests.kill.runner import Order, run


class Process:
    """Forked from a server that has imported everything: a start takes a tenth of the time."""

    def __init__(self, order: Order) -> None:
        context = get_context("forkserver")
        context.set_forkserver_preload(["tests.kill.runner"])
        self._line, far_end = context.Pipe()
        self._process = context.Process(target=run, args=(order, far_end), daemon=True)
        self._process.start()
        far_end.close()

    async def url(self) -> str:
        """Where it serves. Raises Died when it did not get so far."""
        try:
            url: str = await asyncio.to_thread(self._line.recv)
        except EOFError as error:
            raise Died from error
        return url

    def kill(self) -> None:
        """Send it SIGKILL."""
        self._process.kill()

    async def end(self) -> int:
        """Ask it to end if it has not; its exit code, negative for a signal."""
        self._line.close()
        await asyncio.to_thread(self._process.join, PATIENCE)
        code = self._process.exitcode
        assert code is not None, "the program does not end"
        self._process.close()
        return code
