"""What was asked of the server, in order, with what it answered."""

import time
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class Request:
    """One call. `method` is Slack's name of it, or `response_url` or `upload` for those two kinds of address.

    `arguments` are decoded (blocks, views and metadata are objects, whatever they travelled as) and without the
    token; `sent_as` is "json", "form" or "none". `status` is None until it is answered, and stays so if the
    connection was cut; `answer` is what was decided, even then.
    """

    method: str
    arguments: dict[str, Any]
    sent_as: str = "none"
    token: str = ""
    about: str = ""
    at: float = field(default_factory=time.monotonic)
    status: int | None = None
    answer: Any = None

    @property
    def ok(self) -> bool:
        """Whether it was carried out and the caller knows."""
        return self.status == 200 and (not isinstance(self.answer, dict) or bool(self.answer.get("ok")))

    @property
    def error(self) -> str | None:
        """The error's name if it was refused."""
        return self.answer.get("error") if isinstance(self.answer, dict) else None


class Journal(list[Request]):
    """All calls so far."""

    def to(self, method: str) -> list[Request]:
        """Those of one method."""
        return [request for request in self if request.method == method]

    @property
    def methods(self) -> list[str]:
        """The methods called, in order."""
        return [request.method for request in self]
