"""An interaction that waits for its answer, under the rules of the real platforms.

The first sign must come within 3 seconds; a form must be that first sign; answers are taken for 15 minutes.
What comes too late is dropped, and the person sees that nobody answered.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from adapters.sandbox.limits import check_form, check_message
from bot.ports import Responder
from bot.vocabulary.replies import Form, Message, Reply

FIRST = 3.0
"""Seconds for the first sign."""

REST = 15 * 60.0
"""Seconds for all answers."""


class State(StrEnum):
    """How far an interaction has come, in the words of the page's protocol."""

    WAITING = "waiting"
    DEFERRED = "deferred"
    ANSWERED = "answered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Stage:
    """Where answers are shown: to the person alone, as a form, in the channel; `turn` tells of each state."""

    whisper: Callable[[Message], None]
    ask: Callable[[Form], None]
    say: Callable[[Message], Awaitable[None]]
    turn: Callable[[State], None]


class SandboxResponder(Responder):
    """Answers one interaction. Must be made inside a running loop: its time begins at once."""

    def __init__(self, stage: Stage, *, first: float = FIRST, rest: float = REST) -> None:
        self.state = State.WAITING
        self._stage = stage
        self._loop = asyncio.get_running_loop()
        self._ends = self._loop.time() + rest
        self._alarm = self._loop.call_later(first, self._give_up)

    async def defer(self) -> None:
        """Say that the answer takes a moment. Raises ValueError when it is answered already."""
        if self.state is State.ANSWERED:
            raise ValueError("an answered interaction can't be deferred")
        if self.state is State.WAITING:
            self._turn(State.DEFERRED)

    async def respond(self, reply: Reply, *, private: bool) -> None:
        """Show the answer; a later one follows it. Raises ValueError for a form that isn't the first sign."""
        if isinstance(reply, Form):
            self._ask(reply)
            return
        check_message(reply)
        if self.state is State.FAILED or self._loop.time() > self._ends:
            return
        self._turn(State.ANSWERED)
        if private:
            self._stage.whisper(reply)
        else:
            await self._stage.say(reply)

    def _ask(self, form: Form) -> None:
        check_form(form)
        if self.state in (State.DEFERRED, State.ANSWERED):
            raise ValueError(f"a form must be the first answer, and this interaction is {self.state}")
        if self.state is State.WAITING:
            self._turn(State.ANSWERED)
            self._stage.ask(form)

    def _turn(self, state: State) -> None:
        self._alarm.cancel()
        if state is not self.state:
            self.state = state
            self._stage.turn(state)

    def _give_up(self) -> None:
        if self.state is State.WAITING:
            self._turn(State.FAILED)
