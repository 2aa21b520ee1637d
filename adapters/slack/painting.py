"""Draws messages for a community: says where links lead, and leaves the rest to `drawing`."""

from collections.abc import Callable

from adapters.slack.address import is_ts, split
from adapters.slack.drawing import Drawn, draw
from adapters.slack.workspace import Workspace
from bot.vocabulary.replies import Message


class Painter:
    """`rows` gives the row id of a community by its key, for the ids of buttons."""

    def __init__(self, workspace: Workspace, rows: Callable[[str], int]) -> None:
        self._workspace = workspace
        self._rows = rows

    def draw(self, community: str, message: Message) -> Drawn:
        """Raises ValueError for a message that Slack would not take."""
        return draw(message, self._rows(community), self.address)

    def address(self, channel: str, message: str | None) -> str | None:
        """Where a channel, a thread or a message is found in the browser or the app; None for no address of Slack."""
        try:
            place, thread = split(channel)
        except ValueError:
            return None
        here = f"{self._workspace.url}archives/{place}"
        ts = message or thread
        if ts is None:
            return here
        if not is_ts(ts):
            return None
        link = f"{here}/p{ts.replace('.', '')}"
        return f"{link}?thread_ts={thread}&cid={place}" if thread else link
