"""The file of a SQLite database: made for its owner alone, and locked against a second process."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import AlreadyRunning, BadDatabaseUrl, StorageFull

OWNER_ONLY = 0o600


@contextmanager
def owned(name: str) -> Iterator[Path]:
    """The absolute path of this database, which is this process's alone until the end of the block.

    `:memory:` is a file in a temporary folder that goes with the block: it then behaves like any other.

    Raises:
        AlreadyRunning: another process holds it, or this one does already.
        BadDatabaseUrl: the file or its folder can't be made.
        StorageFull: there is no space for it.
    """
    if name == ":memory:":
        temporary = TemporaryDirectory(prefix="ombud-", ignore_cleanup_errors=True)
        with temporary as folder, owned(str(Path(folder, "ombud.db"))) as path:
            yield path
        return
    # Resolved, so that a link and what it points to have one lock.
    path = Path(name).resolve()
    with _locked(path):
        yield path


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Even kill -9 lets go of it. Its file stays, or two processes could lock two files of one name."""
    with ExitStack() as stack:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = _open(path.with_name(path.name + ".lock"))
            stack.callback(os.close, handle)
            _take(handle, path)
            # SQLite gives its -wal and -shm the permissions of the file itself.
            os.close(_open(path))
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise StorageFull(f"the disk is full: {path} can't be opened") from error
            raise BadDatabaseUrl(f"{path} can't be opened: {error.strerror}. See DATABASE_URL.") from error
        yield


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, OWNER_ONLY)


def _take(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
        raise AlreadyRunning(
            f"{path} is in use by another Ombud (process {holder}). "
            "Stop that one first, or give this one a database of its own with DATABASE_URL."
        ) from None
    os.ftruncate(handle, 0)
    os.pwrite(handle, f"{os.getpid()}\n".encode("ascii"), 0)
