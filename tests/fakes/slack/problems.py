"""Refusals of the Web API."""

from typing import Any

from tests.fakes.slack.model import Json


class Refused(Exception):
    """The answer is `ok: false` with this error's name, and whatever else Slack tells with it."""

    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.error = error
        self.more = more

    @property
    def body(self) -> Json:
        """The answer."""
        return {"ok": False, "error": self.error, **self.more}


def invalid_arguments(*messages: str) -> Refused:
    """Arguments that Slack can't read, with its words about them."""
    return Refused(
        "invalid_arguments", response_metadata={"messages": [f"[ERROR] {each}" for each in messages]}
    )


def invalid_blocks(*messages: str) -> Refused:
    """Blocks that Slack would not show, with its words about them."""
    told = [f"[ERROR] {each}" for each in messages]
    return Refused("invalid_blocks", errors=list(messages), response_metadata={"messages": told})
