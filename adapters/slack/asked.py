"""What somebody did on purpose, and where the answer can go: read from what Slack sends of it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from adapters.slack.address import split, threaded

Payload = Mapping[str, Any]

HOME = "home"
"""Where to answer, when it was done on the app's Home."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`id` is the same when Slack sends it again. `channel` is as the core numbers it, empty on Home and in modals.

    `trigger` opens a modal within 3 seconds, `view` is the modal it was done in. `since` is of `time.monotonic`.
    """

    id: str
    user: str
    channel: str = ""
    trigger: str | None = None
    response_url: str | None = None
    view: str | None = None
    home: bool = False
    since: float = field(default_factory=time.monotonic)

    @property
    def where(self) -> str:
        """What a form remembers of it, to answer in the same place."""
        return HOME if self.home else self.channel

    @property
    def place(self) -> tuple[str, str | None]:
        """Slack's channel and thread. Raises ValueError on Home, which is neither."""
        return split(self.channel)


def of_command(body: Payload) -> Asked:
    """A slash command. Slack does not take those in threads."""
    return Asked(
        str(body["trigger_id"]), str(body["user_id"]), str(body["channel_id"]), str(body["trigger_id"]),
        body.get("response_url"),
    )  # fmt: skip


def of_button(body: Payload) -> Asked:
    """A button under a message, on Home or in a modal."""
    container: Payload = body.get("container") or {}
    trigger = str(body["trigger_id"])
    if container.get("type") == "view":
        view: Payload = body["view"]
        home = view.get("type") == "home"
        shown = None if home else str(view["id"])
        return Asked(
            trigger,
            _user(body),
            str(view.get("private_metadata") or "").removeprefix(HOME),
            trigger,
            view=shown,
            home=home or view.get("private_metadata") == HOME,
        )
    message: Payload = {**container, **(body.get("message") or {})}
    return Asked(trigger, _user(body), _stands(body, message), trigger, body.get("response_url"))


def of_shortcut(body: Payload) -> Asked:
    """A message shortcut."""
    trigger = str(body["trigger_id"])
    return Asked(trigger, _user(body), _stands(body, body["message"]), trigger, body.get("response_url"))


def of_form(body: Payload) -> Asked:
    """A modal that was sent. It can be sent once, so its own id is the id of what was done."""
    view: Payload = body["view"]
    where = str(view.get("private_metadata") or "")
    return Asked(
        str(view["id"]),
        _user(body),
        where.removeprefix(HOME),
        body.get("trigger_id"),
        view=view.get("previous_view_id"),
        home=where == HOME,
    )


def _user(body: Payload) -> str:
    return str(body["user"]["id"])


def _stands(body: Payload, message: Payload) -> str:
    """The channel or thread of the message. A thread's first message is seen in the channel: so is its answer."""
    channel = str((body.get("channel") or {}).get("id") or message.get("channel_id") or "")
    thread, ts = message.get("thread_ts"), message.get("ts") or message.get("message_ts")
    return threaded(channel, str(thread)) if thread and thread != ts else channel
