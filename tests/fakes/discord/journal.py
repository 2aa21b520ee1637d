"""What was asked of the server, in order, with what it answered."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class Request:
    """One request. `route` is its path as the API's description writes it, `json` the body, also of multipart ones.

    `reason` is what the server's audit log is to have of it.
    `status` is None until it is answered, and stays so if the connection was cut.
    """

    method: str
    path: str
    template: str
    params: Mapping[str, str]
    query: Mapping[str, str]
    json: Any = None
    files: dict[str, int] = field(default_factory=dict)
    reason: str | None = None
    at: float = field(default_factory=time.monotonic)
    status: int | None = None
    answer: Any = None

    @property
    def route(self) -> str:
        """Method and template, such as `POST /channels/{channel_id}/messages`."""
        return f"{self.method} {self.template}"


class Journal(list[Request]):
    """All requests so far."""

    def to(self, route: str) -> list[Request]:
        """Those to one route."""
        return [request for request in self if request.route == route]

    @property
    def routes(self) -> list[str]:
        """The routes asked for, in order."""
        return [request.route for request in self]
