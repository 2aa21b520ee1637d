"""Every open page, for what concerns several of them."""

from collections.abc import Iterator
from contextlib import contextmanager

from adapters.sandbox.model import Change, Json
from adapters.sandbox.session import Session


class Hub:
    """Passes on the world's changes, and private answers to all windows of one person."""

    def __init__(self) -> None:
        self._sessions: set[Session] = set()

    @contextmanager
    def holding(self, session: Session) -> Iterator[None]:
        self._sessions.add(session)
        try:
            yield
        finally:
            self._sessions.discard(session)

    def notice(self, change: Change) -> None:
        for session in tuple(self._sessions):
            session.notice(change)

    def tell(self, person: str, line: Json) -> None:
        for session in tuple(self._sessions):
            if session.person.id == person:
                session.send(line)
