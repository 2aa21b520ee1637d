"""A core of a few lines, for tests of the sandbox without the real one."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from adapters.sandbox.model import COMMUNITY
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.seeds import STAFF_ROOM
from bot.inspection import AssessedMessage, CaseRow, Inside, OutboxRow, Score, TimerRow
from bot.ports import ActionHelp, Choice, Chosen, Destination, Door, Interaction, Opening, Pressed, Responder, Typed
from bot.vocabulary.events import ActionTaken, MessageEvent, MessagePosted
from bot.vocabulary.places import CasePrivate, CaseStaff, MessageRef
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Fields,
    File,
    Form,
    FormField,
    Heading,
    Link,
    Message,
    Moment,
    Name,
    Paragraph,
    Quotation,
    Row,
    Text,
    say,
)

Answer = Callable[[Interaction, Responder], Awaitable[None]]


@dataclass
class FakeCore:
    """Remembers what it was told; `answer` says what it does with an interaction, `fail` makes it stumble."""

    events: list[MessageEvent] = field(default_factory=list)
    interactions: list[Interaction] = field(default_factory=list)
    ticks: int = 0
    fail: int = 0
    answer: Answer | None = None
    looks: Inside = field(default_factory=Inside)

    async def receive(self, event: MessageEvent) -> None:
        if self.fail:
            self.fail -= 1
            raise OSError("the disk is full")
        self.events.append(event)

    async def act(self, interaction: Interaction, responder: Responder) -> None:
        self.interactions.append(interaction)
        if self.answer is not None:
            await self.answer(interaction, responder)

    async def complete(self, community: str, author: str, line: str) -> Sequence[Choice]:
        if line.startswith("case claim "):
            return [Choice("case claim 42", "#42 Ana, new"), Choice("case claim 43", "#43 Max, open")]
        return [Choice(c.name, c.help) for c in await self.commands(community, author) if c.name.startswith(line)]

    async def commands(self, community: str, author: str) -> Sequence[ActionHelp]:
        return [
            ActionHelp("help", "help", "What I can do", ()),
            ActionHelp("case claim", "case claim <case>", "Take a case", ("case",)),
            ActionHelp("case reply", "case reply <case> <text>", "Answer the member", ("case", "text")),
        ]

    async def menus(self, community: str, author: str) -> Sequence[Choice]:
        return [Choice("open case", "Open a case")]

    async def tick(self) -> None:
        self.ticks += 1

    async def inside(self, community: str, language: str) -> Inside:
        return self.looks


@dataclass
class StageCore(FakeCore):
    """Plays the loop well enough to look at: a complaint gets an answer, a private place, a card and a thread."""

    platform: SandboxPlatform | None = None

    async def receive(self, event: MessageEvent) -> None:
        await super().receive(event)
        if isinstance(event, MessagePosted) and event.message.channel == "support" and self.platform:
            await self._acknowledge(self.platform, event)

    async def _acknowledge(self, platform: SandboxPlatform, event: MessagePosted) -> None:
        private = Opening(CasePrivate(1), "#42 delivery", "open:1", Door.PRIVATE_THREAD, event.author, event.message)
        thread = await platform.open(COMMUNITY, private)
        await platform.send(COMMUNITY, Destination(thread), opener(), "opener:1")
        reply = Destination(event.message.channel, event.message.message)
        await platform.send(COMMUNITY, reply, acknowledgement(event, thread), "ack:1")
        posted = await platform.send(COMMUNITY, Destination(STAFF_ROOM), card("new", event.text), "card:1")
        staff = Opening(CaseStaff(1), "#42 Ana: delivery", "staff:1", beside=posted)
        beside = await platform.open(COMMUNITY, staff)
        await platform.send(COMMUNITY, Destination(beside), mirrored(event.text), "mirror:1")
        await platform.react(COMMUNITY, posted, "👀")
        self.looks = looks(event.message, event.at)

    async def act(self, interaction: Interaction, responder: Responder) -> None:
        self.interactions.append(interaction)
        match interaction:
            case Pressed(button=button) if ":case.reply:" in button:
                await responder.respond(reply_form(), private=True)
            case Pressed():
                await responder.defer()
                await responder.respond(say(Text("Case #42 is yours. First reply due by 14:00.")), private=True)
            case ActionTaken(values=values):
                await responder.respond(say(Text(f"Sent: {values['text']}")), private=True)
            case Typed(line="help"):
                await responder.respond(transcript(), private=True)
            case Typed(line=line):
                await responder.respond(say(Text(f"I don't know “{line}”. /help lists what I can do.")), private=True)
            case Chosen(message_author=author):
                await responder.respond(say(Text("Opened as #43 for "), Name(author), Text(".")), private=False)


def acknowledgement(event: MessagePosted, thread: str) -> Message:
    due = Moment(event.at + timedelta(hours=2))
    link = Link("your private thread", channel=thread)
    text = Text(", here or in "), link, Text(". Whichever you prefer.")
    return say(Text("The team has your message (#42). A person will reply by "), due, *text)


def opener() -> Message:
    return say(
        Text("This is your private thread about delivery (#42). The moderators of this community can read it; other members "
             "can't. If you have the order number, leave it here. I'm a program; the answers come from people."),
        buttons=(
            Button("I'd rather stay in public", "intake public", (42,)),
            Button("No help needed", "intake withdraw", (42,)),
            Button("What is kept?", "intake kept", (42,)),
        ),
    )  # fmt: skip


def card(status: str, words: str) -> Message:
    due = Moment(datetime(2026, 11, 24, 12, 0, tzinfo=UTC))
    rows = (
        Row("Member", (Name("Ana"),)),
        Row("Status", (Text(status),)),
        Row("Severity", (Text("medium"),)),
        Row("Topic", (Text("delivery"),)),
        Row("Owner", (Text("front desk"),)),
        Row("First reply due", (due,)),
    )
    buttons = (
        Button("Claim", "case claim", (42,), ButtonStyle.PRIMARY),
        Button("Reply", "case reply", (42,)),
        Button("Solve", "case solve", (42,)),
        Button("Not a complaint", "case dismiss", (42,), ButtonStyle.DANGER),
    )
    return Message((Heading("#42 · delivery"), Quotation(words[:300], "Ana"), Fields(rows)), buttons)


def mirrored(words: str) -> Message:
    return Message((Paragraph((Name("Ana"), Text(" wrote:"))), Quotation(words[:300])))


def transcript() -> Message:
    return Message((Paragraph((Text("The transcript of #42."),)), File("case-42.txt", "text/plain", "Ana: day 9")))


def reply_form() -> Form:
    tones = (("calm", "calm"), ("brief", "brief"))
    text = FormField("text", "Words for the member", max_length=2000)
    tone = FormField("tone", "Tone", long=False, required=False, options=tones)
    return Form("case reply", (42,), "Reply to #42", (text, tone), "Send")


def looks(message: MessageRef, at: datetime) -> Inside:
    scores = [Score("complaint", 0.94), Score("abuse", 0.03), Score("spam", 0.01), Score("question", 0.22)]
    reasons = ("says how long it has waited: “nine days”", "says that nobody answers")
    return Inside(
        assessments=[
            AssessedMessage(message, at, tuple(scores), "medium", "delivery", "en", reasons, "acknowledged, case #42")
        ],
        outbox=[
            OutboxRow("staffroom", "show", "delivered", 1, 3.0),
            OutboxRow("private:1", "say", "waiting", 2, 12.0),
        ],
        timers=[TimerRow("case.overdue", "#42", at + timedelta(hours=2))],
        cases=[CaseRow(42, "new", "front desk", "first reply", at + timedelta(hours=2))],
    )
