"""Somebody who waits for the answer to a click or a command."""

from bot.ports import Responder
from bot.vocabulary.replies import Form, Message, Reply, plain_text


class FakeResponder(Responder):
    """Keeps every answer. `hung_up`: nobody is there any more, and answering fails."""

    def __init__(self, *, hung_up: bool = False) -> None:
        self.hung_up = hung_up
        self.deferred = False
        self.replies: list[Reply] = []

    async def defer(self) -> None:
        self.deferred = True

    async def respond(self, reply: Reply, *, private: bool) -> None:
        if self.hung_up:
            raise ConnectionResetError("the interaction is over")
        self.replies.append(reply)

    @property
    def text(self) -> str:
        return "\n".join(plain_text(reply) for reply in self.replies if isinstance(reply, Message))

    @property
    def forms(self) -> list[Form]:
        return [reply for reply in self.replies if isinstance(reply, Form)]
