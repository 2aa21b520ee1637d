"""What no real platform would take is a mistake in the program, and found here."""

import pytest

from adapters.sandbox.limits import check_form, check_message
from adapters.sandbox.model import COMMUNITY
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.world import World
from bot.ports import Destination
from bot.vocabulary.replies import Button, Form, FormField, Message, Text, say

SUPPORT = Destination("support")


def form(title: str = "Reply", fields: int = 1, label: str = "Words") -> Form:
    return Form("case reply", (1,), title, tuple(FormField(f"f{n}", label) for n in range(fields)), "Send")


def test_the_longest_message_and_the_most_buttons_pass() -> None:
    check_message(say(Text("x" * 2000), buttons=(Button("Yes", "a", (1,)),) * 25))


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (say(Text("x" * 2001)), "2001 characters"),
        (say(Text("Yes"), buttons=(Button("Yes", "a"),) * 26), "26 buttons"),
        (say(Text("Yes"), buttons=(Button("", "a"),)), "a button has 1 to 75"),
        (say(Text("Yes"), buttons=(Button("x" * 76, "a"),)), "a button has 1 to 75"),
        (say(Text("  ")), "needs words"),
        (Message(()), "needs words"),
    ],
)
def test_a_message_beyond_the_limits_is_refused(message: Message, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        check_message(message)


async def test_a_button_id_has_100_bytes(world: World, platform: SandboxPlatform) -> None:
    fits = Button("Yes", "x" * 93, (1,))
    await platform.send(COMMUNITY, SUPPORT, say(Text("?"), buttons=(fits,)), "1")
    long = Button("Yes", "x" * 93, (12345,))
    with pytest.raises(ValueError, match="100 bytes"):
        await platform.send(COMMUNITY, SUPPORT, say(Text("?"), buttons=(long,)), "2")
    assert len(await world.history("support")) == 1


async def test_a_message_is_refused_before_it_is_sent_or_edited(
    world: World, platform: SandboxPlatform
) -> None:
    with pytest.raises(ValueError, match="2001"):
        await platform.send(COMMUNITY, SUPPORT, say(Text("x" * 2001)), "1")
    sent = await platform.send(COMMUNITY, SUPPORT, say(Text("short")), "2")
    with pytest.raises(ValueError, match="2001"):
        await platform.edit(COMMUNITY, sent, say(Text("x" * 2001)))
    assert [message.text for message in await world.history("support")] == ["short"]


def test_the_largest_form_passes() -> None:
    check_form(form("x" * 24, 5, "x" * 45))


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        (form("x" * 25), "title has 1 to 24"),
        (form(""), "title has 1 to 24"),
        (form(fields=6), "6 fields"),
        (form(fields=0), "needs a field"),
        (form(label="x" * 46), "the label of field 'f0' has 1 to 45"),
        (Form("a", (), "t", (FormField("f", "l", "xxx", max_length=2),), "Send"), "3 characters in field"),
        (Form("a", (), "t", (FormField("f", "l", options=(("v", "l"),) * 26),), "Send"), "26 options"),
        (Form("a", (), "t", (FormField("f", "l"),), "x" * 25), "button has 1 to 24"),
    ],
)
def test_a_form_beyond_the_limits_is_refused(form: Form, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        check_form(form)
