"""Who waits for somebody else's words, and which words those are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from adapters.archive.model import PATIENCE, ArchivedMessage


@dataclass(frozen=True, slots=True)
class _Waiter:
    """An alarm by its place in the list, and the message it came of."""

    index: int
    message: ArchivedMessage


@dataclass(slots=True)
class Waiting:
    """Alarms that nobody has answered yet. Memory grows with alarms."""

    _by_channel: dict[str, list[_Waiter]] = field(default_factory=lambda: defaultdict(list))
    _channel_of: dict[str, str] = field(default_factory=dict)

    def add(self, index: int, message: ArchivedMessage) -> None:
        self._by_channel[message.channel].append(_Waiter(index, replace(message, text="")))
        self._channel_of[message.id] = message.channel

    def answered_by(self, message: ArchivedMessage) -> Sequence[int]:
        """The alarms that this message answers; they wait no more, nor do those that waited too long."""
        found = self._in(message.channel, message)
        if message.thread == message.channel:
            # Discord's threads are channels, named after the message that they hang on.
            found += self._in(self._channel_of.get(message.channel), message)
        return found

    def _in(self, channel: str | None, message: ArchivedMessage) -> list[int]:
        waiters = self._by_channel.get(channel) if channel is not None else None
        if channel is None or not waiters:
            return []
        patient = [waiter for waiter in waiters if message.at - waiter.message.at <= PATIENCE]
        found = [waiter.index for waiter in patient if _answers(message, waiter.message)]
        self._by_channel[channel] = [waiter for waiter in patient if waiter.index not in found]
        return found


def _answers(message: ArchivedMessage, to: ArchivedMessage) -> bool:
    """Somebody else's words, not earlier (files may be out of order), to the message, its thread or its channel."""
    if message.author == to.author or message.at < to.at:
        return False
    if message.reply_to is not None and message.reply_to != message.thread:
        return message.reply_to == to.id
    if message.thread is not None:
        return message.thread in (to.id, to.thread)
    return to.thread is None
