"""An interaction waits 3 seconds for the first sign and 15 minutes for the rest; a form comes first."""

import asyncio

import pytest

from adapters.sandbox.responder import SandboxResponder, Stage, State
from bot.vocabulary.replies import Form, FormField, Message, Text, plain_text, say

FORM = Form("case reply", (1,), "Reply", (FormField("text", "Words"),), "Send")


class Seen:
    """What the person sees, in order."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    def stage(self) -> Stage:
        async def aloud(message: Message) -> None:
            self.shown.append(f"public: {plain_text(message)}")

        return Stage(
            whisper=lambda message: self.shown.append(f"private: {plain_text(message)}"),
            ask=lambda form: self.shown.append(f"form: {form.title}"),
            say=aloud,
            turn=lambda state: self.shown.append(state.value),
        )


async def test_an_answer_is_private_or_public() -> None:
    seen = Seen()
    responder = SandboxResponder(seen.stage())
    await responder.defer()
    await responder.respond(say(Text("yours")), private=True)
    await responder.respond(say(Text("done")), private=False)
    assert seen.shown == ["deferred", "answered", "private: yours", "public: done"]


async def test_nobody_answers_in_time() -> None:
    seen = Seen()
    responder = SandboxResponder(seen.stage(), first=0.01)
    await asyncio.sleep(0.05)
    assert seen.shown == ["failed"]
    await responder.defer()
    await responder.respond(say(Text("too late")), private=True)
    await responder.respond(FORM, private=True)
    assert seen.shown == ["failed"]


async def test_a_deferred_answer_may_take_longer_than_the_first_sign() -> None:
    seen = Seen()
    responder = SandboxResponder(seen.stage(), first=0.01)
    await responder.defer()
    await asyncio.sleep(0.05)
    await responder.respond(say(Text("done")), private=True)
    assert seen.shown == ["deferred", "answered", "private: done"]


async def test_after_the_last_minute_answers_are_dropped() -> None:
    seen = Seen()
    responder = SandboxResponder(seen.stage(), rest=0.01)
    await responder.defer()
    await asyncio.sleep(0.05)
    await responder.respond(say(Text("done")), private=True)
    assert seen.shown == ["deferred"]


async def test_a_form_is_the_first_answer_or_none() -> None:
    seen = Seen()
    await SandboxResponder(seen.stage()).respond(FORM, private=True)
    assert seen.shown == ["answered", "form: Reply"]
    deferred = SandboxResponder(Seen().stage())
    await deferred.defer()
    with pytest.raises(ValueError, match="first answer"):
        await deferred.respond(FORM, private=True)
    answered = SandboxResponder(Seen().stage())
    await answered.respond(say(Text("done")), private=True)
    with pytest.raises(ValueError, match="first answer"):
        await answered.respond(FORM, private=True)
    with pytest.raises(ValueError, match="answered interaction"):
        await answered.defer()


async def test_answers_keep_the_platforms_limits() -> None:
    responder = SandboxResponder(Seen().stage())
    with pytest.raises(ValueError, match="2001"):
        await responder.respond(say(Text("x" * 2001)), private=True)
    assert responder.state is State.WAITING
    await responder.respond(say(Text("short")), private=True)
