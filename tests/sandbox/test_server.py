"""The page's protocol over a real socket."""

import json
from datetime import timedelta
from typing import Any

import pytest

from adapters.sandbox import deeds
from adapters.sandbox.model import COMMUNITY
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.server import SandboxServer
from adapters.sandbox.world import World
from bot.errors import StartError
from bot.language import Translations
from bot.ports import Chosen, Destination, Interaction, Pressed, Responder, Submitted, Typed
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Button, Text, say
from tests.sandbox.client import eventually, page_of
from tests.sandbox.conftest import Serve
from tests.sandbox.fakes import FakeCore
from tests.sandbox.stage import looks, reply_form

SUPPORT = Destination("support")
CLAIM = Button("Claim", "case claim", (7,))


def answering(reply: Any, *, private: bool = True, defer: bool = False) -> FakeCore:
    async def answer(interaction: Interaction, responder: Responder) -> None:
        if defer:
            await responder.defer()
        await responder.respond(reply, private=private)

    return FakeCore(answer=answer)


async def card(platform: SandboxPlatform, channel: str = "support") -> str:
    sent = await platform.send(
        COMMUNITY, Destination(channel), say(Text("#7"), buttons=(CLAIM,)), f"card:{channel}"
    )
    return sent.message


async def test_everybody_in_the_channel_sees_what_is_written(serve: Serve, core: FakeCore) -> None:
    async with serve() as server, page_of(server.url, "ana") as ana, page_of(server.url, "max") as max_:
        done = await ana.ask("post", channel="support", text="Day nine")
        assert done["type"] == "done"
        seen = await max_.until("message")
        assert (seen["message"]["author"], seen["message"]["text"], seen["fresh"]) == (
            "ana",
            "Day nine",
            True,
        )
        await eventually(lambda: len(core.events) == 1)


async def test_a_page_is_welcomed_in_its_own_language(serve: Serve) -> None:
    async with serve() as server:
        words = {}
        for person in ("max", "ana", "vera"):
            async with page_of(server.url, person) as page:
                words[person] = (await page.until("welcome"))["words"]["channels"]
        assert words == {"max": "Channels", "ana": "Canale", "vera": "Каналы"}


async def test_a_page_gets_only_what_its_person_sees(serve: Serve, platform: SandboxPlatform) -> None:
    async with serve() as server, page_of(server.url, "ana") as ana, page_of(server.url, "daria") as daria:
        await card(platform, "staff-room")
        await platform.send(COMMUNITY, SUPPORT, say(Text("for all")), "ack")
        assert (await daria.until("message"))["message"]["channel"] == "staff-room"
        assert (await ana.until("message"))["message"]["channel"] == "support"
        assert (await ana.ask("look", channel="staff-room"))["code"] == "channel"
        assert "staff-room" not in json.dumps(ana.lines)


async def test_history_comes_by_the_page(serve: Serve, world: World) -> None:
    for number in range(60):
        await deeds.post(world, world.people["ana"], "general", f"{number}")
    async with serve() as server, page_of(server.url, "max") as page:
        last = await page.ask("look", channel="general")
        assert [message["text"] for message in last["messages"]] == [str(n) for n in range(10, 60)]
        assert last["more"]
        first = await page.ask("look", channel="general", before=int(last["messages"][0]["id"]))
        assert [message["text"] for message in first["messages"]] == [str(n) for n in range(10)]
        assert not first["more"]


async def test_a_long_message_is_sent_cut_and_whole_on_request(serve: Serve) -> None:
    text = "слово " * 16_000
    async with serve() as server, page_of(server.url, "vera") as vera, page_of(server.url, "max") as max_:
        await vera.ask("post", channel="support", text=text)
        seen = (await max_.until("message"))["message"]
        assert (len(seen["text"]), seen["length"]) == (2000, len(text))
        whole = await max_.ask("full", message=seen["id"])
        assert whole["text"] == text
        assert (await max_.ask("post", channel="support", text="x" * 100_001))["code"] == "long"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"type": "nothing"}',
        '{"type": "post", "channel": 5, "text": []}',
        '{"type": "read", "channel": "support"}',
        "[" * 100_000,
        '{"type": "advance", "seconds": "NaN"}',
    ],
)
async def test_a_line_that_makes_no_sense_is_refused(serve: Serve, line: str) -> None:
    async with serve() as server, page_of(server.url, "ana") as page:
        await page.tell(line)
        assert (await page.until("refused"))["code"] in {"line", "leap"}
        assert (await page.ask("post", channel="support", text="still here"))["type"] == "done"


async def test_strange_characters_pass_through_the_socket(serve: Serve) -> None:
    async with serve() as server, page_of(server.url, "ana") as page:
        await page.tell(r'{"type": "post", "channel": "support", "text": "a\u0000b \ud800 \ud83d\ude00"}')
        seen = (await page.until("message"))["message"]
        assert seen["text"] == "a\0b \ufffd 😀"


async def test_own_messages_are_edited_and_deleted(serve: Serve) -> None:
    async with serve() as server, page_of(server.url, "ana") as ana, page_of(server.url, "max") as max_:
        await ana.ask("post", channel="support", text="Day nine")
        message = (await ana.until("message"))["message"]["id"]
        assert (await max_.ask("edit", message=message, text="no"))["code"] == "not_yours"
        await ana.ask("edit", message=message, text="Day ten")
        edited = await max_.until("message", lambda line: line["message"]["edited"])
        assert (edited["message"]["text"], edited["fresh"]) == ("Day ten", False)
        await ana.ask("delete", message=message)
        deleted = await max_.until("message", lambda line: line["message"]["deleted"])
        assert deleted["message"]["text"] == ""


async def test_a_pressed_button_is_answered_for_that_person_alone(
    serve: Serve, platform: SandboxPlatform
) -> None:
    core = answering(say(Text("It is yours.")), defer=True)
    message = await card(platform)
    async with (
        serve(core) as server,
        page_of(server.url, "mihai") as mihai,
        page_of(server.url, "mihai") as beside,
        page_of(server.url, "daria") as daria,
    ):
        state = await mihai.ask("press", channel="support", button="1:case.claim:1:7", message=message)
        assert state["state"] == "answered"
        assert mihai.states == ["waiting", "deferred", "answered"]
        for page in (mihai, beside):
            shown = await page.until("private")
            assert shown["body"]["parts"][0]["runs"][0]["text"] == "It is yours."
        await daria.ask("post", channel="general", text="later")
        await daria.until("message")
        assert [line for line in daria.lines if line["type"] == "private"] == []
    pressed = core.interactions[0]
    assert isinstance(pressed, Pressed)
    assert (pressed.author, pressed.button, pressed.channel) == ("mihai", "1:case.claim:1:7", "support")


async def test_a_public_answer_is_a_message(serve: Serve) -> None:
    core = answering(say(Text("Settled.")), private=False)
    async with serve(core) as server, page_of(server.url, "mihai") as page, page_of(server.url, "ana") as ana:
        await page.ask("command", channel="general", line="case close 7")
        assert (await ana.until("message"))["message"]["body"]["parts"][0]["runs"][0]["text"] == "Settled."
    typed = core.interactions[0]
    assert isinstance(typed, Typed)
    assert typed.line == "case close 7"


async def test_forged_and_stale_buttons_are_refused(serve: Serve, platform: SandboxPlatform) -> None:
    message = await card(platform)
    core = FakeCore()
    async with serve(core) as server, page_of(server.url, "ana") as page:
        forged = {"button": "1:case.solve:1:7", "message": message}
        assert (await page.ask("press", channel="support", **forged))["code"] == "button"
        elsewhere = {"button": "1:case.claim:1:7", "message": message}
        assert (await page.ask("press", channel="general", **elsewhere))["code"] == "button"
        assert (await page.ask("press", channel="support", button="nonsense"))["code"] == "button"
        staff = await card(platform, "staff-room")
        hidden = {"button": "1:case.claim:1:7", "message": staff}
        assert (await page.ask("press", channel="staff-room", **hidden))["code"] == "channel"
    assert core.interactions == []


async def test_nobody_answers_a_press(serve: Serve, platform: SandboxPlatform) -> None:
    message = await card(platform)
    async with serve() as server, page_of(server.url, "mihai") as page:
        state = await page.ask("press", channel="support", button="1:case.claim:1:7", message=message)
        assert state["state"] == "failed"


async def test_a_form_is_opened_and_its_words_come_back(serve: Serve, platform: SandboxPlatform) -> None:
    core = answering(reply_form())
    message = await card(platform)
    async with serve(core) as server, page_of(server.url, "mihai") as page:
        await page.ask("press", channel="support", button="1:case.claim:1:7", message=message)
        form = (await page.until("form"))["form"]
        assert [field["name"] for field in form["fields"]] == ["text", "tone"]
        await page.ask("submit", channel="support", form=form["id"], values={"text": "Hello \ud800"})
        assert (await page.ask("submit", channel="staff", form=form["id"], values={}))["code"] == "channel"
    sent = core.interactions[1]
    assert isinstance(sent, Submitted)
    assert (sent.form, sent.values) == ("1:case.reply:1:42", {"text": "Hello \ufffd"})


async def test_a_message_menu_brings_the_message_along(serve: Serve, world: World) -> None:
    posted = await deeds.post(world, world.people["ana"], "support", "Day nine")
    core = answering(say(Text("Opened.")))
    async with serve(core) as server, page_of(server.url, "daria") as page:
        assert (await page.ask("menus"))["menus"] == [{"name": "open case", "label": "Open a case"}]
        await page.ask("choose", menu="open case", message=posted.id)
        assert (await page.ask("choose", menu="open case", message="999"))["code"] == "message"
    chosen = core.interactions[0]
    assert isinstance(chosen, Chosen)
    assert (chosen.message_author, chosen.author_name, chosen.text) == ("ana", "Ana", "Day nine")


async def test_commands_complete(serve: Serve) -> None:
    async with serve() as server, page_of(server.url, "mihai") as page:
        offered = (await page.ask("commands"))["commands"]
        assert offered[1] == {"name": "case claim", "usage": "case claim <case>", "help": "Take a case"}
        found = (await page.ask("complete", line="case claim 4"))["completions"]
        assert [choice["value"] for choice in found] == ["case claim 42", "case claim 43"]


async def test_the_clock_is_moved_and_the_core_ticks(serve: Serve, world: World, core: FakeCore) -> None:
    before = world.now()
    async with serve() as server, page_of(server.url, "ana") as page:
        assert (await page.ask("advance", seconds=3 * 86_400))["type"] == "done"
        assert core.ticks == 1
        assert world.now() - before >= timedelta(days=3)
        assert await page.until("clock")
        for seconds in (-1, 0, 1e12, 1e300):
            assert (await page.ask("advance", seconds=seconds))["code"] == "leap"
        assert core.ticks == 1


async def test_the_weather_is_made_on_the_page(serve: Serve, world: World) -> None:
    async with serve() as server, page_of(server.url, "ana") as page:
        await page.ask("weather", name="down", on=True)
        await page.ask("weather", name="dms", subject="max", on=False)
        await page.ask("weather", name="private_threads", subject="support", on=False)
        assert (await page.until("weather"))["weather"] == {"down": True, "slow": False}
        assert not world.people["max"].dms_open
        assert not world.channels["support"].private_threads
        for name, subject in (("dms", "ombud"), ("dms", "x"), ("private_threads", "staff-room")):
            answer = await page.ask("weather", name=name, subject=subject, on=False)
            assert answer["type"] == "refused"


async def test_what_happens_inside_is_shown_without_words_for_other_eyes(
    serve: Serve, platform: SandboxPlatform, world: World
) -> None:
    posted = await deeds.post(world, world.people["mihai"], "staff-room", "Day nine")
    core = FakeCore(looks=looks(MessageRef(posted.channel, posted.id), world.now()))
    async with (
        serve(core) as server,
        page_of(server.url, "ana") as ana,
        page_of(server.url, "daria") as daria,
    ):
        for page, text in ((ana, None), (daria, "Day nine")):
            await page.tell('{"type": "inside", "open": true}')
            inside = (await page.until("inside"))["inside"]
            assert inside["assessments"][0]["text"] == text
            assert inside["cases"][0]["number"] == 42


async def test_what_breaks_inside_gets_a_reference(serve: Serve) -> None:
    class Broken(FakeCore):
        async def commands(self, community: str, author: str) -> Any:
            raise RuntimeError("secret words")

    async with serve(Broken()) as server, page_of(server.url, "max") as page:
        refused = await page.ask("commands")
        assert refused["code"] == "failed"
        assert "Reference" in refused["text"]
        assert "secret" not in json.dumps(refused)


async def test_a_port_that_is_taken_is_said_plainly(
    platform: SandboxPlatform, core: FakeCore, translations: Translations, serve: Serve
) -> None:
    async with serve() as server:
        port = int(server.url.rpartition(":")[2])
        second = SandboxServer(platform, core, core, translations, port=port)
        with pytest.raises(StartError, match=str(port)):
            async with second:
                pass
