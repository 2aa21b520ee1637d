"""Processes of the bot that begin at once: forked from one that has imported everything, and done nothing else.

`python -m bot` takes more than a second to import what it needs, and many tests start several. What is forked here has
its own working directory, environment and streams, and calls the same `main`; tests of the start itself use a real one.
"""

import asyncio
import contextlib
import functools
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LONGEST = 1 << 20


@dataclass
class Born:
    """As much of `asyncio.subprocess.Process` as tests need."""

    pid: int
    stdout: asyncio.StreamReader
    stderr: asyncio.StreamReader
    _status: asyncio.StreamReader
    returncode: int | None = None

    def send_signal(self, number: signal.Signals) -> None:
        # Once it has ended its number may be somebody else's.
        if self.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        if self.returncode is None:
            said = await self._status.read()
            # Another task may have waited, too.
            self.returncode = int(said) if said else self.returncode
        assert self.returncode is not None, "the nursery is gone"
        return self.returncode


class Nursery:
    """One for each process that runs tests."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", "tests.fakes.nursery", str(theirs.fileno())]
        with theirs:
            self._process = subprocess.Popen(
                command, cwd=Path(__file__).parents[2], pass_fds=[theirs.fileno()]
            )

    async def bear(self, arguments: Sequence[str], cwd: Path, env: Mapping[str, str]) -> Born:
        """`python -m bot` with these arguments."""
        ends = [os.pipe() for _ in range(3)]
        order = json.dumps({"arguments": list(arguments), "cwd": str(cwd), "env": dict(env)}).encode()
        try:
            socket.send_fds(self._line, [order], [theirs for _, theirs in ends])
        finally:
            for _, theirs in ends:
                os.close(theirs)
        pid = int(await asyncio.get_running_loop().run_in_executor(None, self._line.recv, 64))
        out, err, status = [await _reader(ours) for ours, _ in ends]
        return Born(pid, out, err, status)


@functools.cache
def nursery() -> Nursery:
    """Ends with the process that asked: its end of the line is closed then."""
    return Nursery()


async def _reader(descriptor: int) -> asyncio.StreamReader:
    reader = asyncio.StreamReader(limit=LONGEST)
    pipe = os.fdopen(descriptor, "rb", buffering=0)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
    return reader


def _live(line: socket.socket) -> None:
    """Fork whenever it is asked for, tell how each ended, and end with whoever asks."""
    ended_r, ended_w = socket.socketpair()
    ended_w.setblocking(False)
    signal.set_wakeup_fd(ended_w.fileno())
    signal.signal(signal.SIGCHLD, lambda *_: None)
    children: dict[int, int] = {}
    import select  # noqa: PLC0415 (the parent's own business)

    while True:
        ready, _, _ = select.select([line, ended_r], [], [])
        if ended_r in ready:
            ended_r.recv(4096)
            _reap(children)
        if line in ready:
            order, descriptors, _, _ = socket.recv_fds(line, LONGEST, 3)
            if not order:
                return
            pid = os.fork()
            if pid == 0:
                for descriptor in (line.fileno(), ended_r.fileno(), ended_w.fileno(), *children.values()):
                    with contextlib.suppress(OSError):
                        os.close(descriptor)
                _become(json.loads(order), descriptors)
            children[pid] = descriptors[2]
            for descriptor in descriptors[:2]:
                os.close(descriptor)
            line.send(str(pid).encode())


def _reap(children: dict[int, int]) -> None:
    for pid, status in list(children.items()):
        ended, how = os.waitpid(pid, os.WNOHANG)
        if ended:
            with contextlib.suppress(BrokenPipeError):
                os.write(status, str(os.waitstatus_to_exitcode(how)).encode())
            os.close(status)
            del children[pid]


def _become(order: Mapping[str, object], descriptors: Sequence[int]) -> None:
    """Never returns."""
    from bot.__main__ import main  # noqa: PLC0415 (imported already, by the parent)

    status = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.dup2(descriptors[0], 1)
        os.dup2(descriptors[1], 2)
        for descriptor in descriptors:
            os.close(descriptor)
        os.chdir(str(order["cwd"]))
        os.environ.clear()
        os.environ.update(order["env"])  # type: ignore[call-overload]
        status = main(order["arguments"])  # type: ignore[arg-type]
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    import bot.composition.discord
    import bot.composition.sandbox
    import bot.composition.slack  # noqa: F401 (so that those who are born need not)

    _live(socket.socket(fileno=int(sys.argv[1])))
