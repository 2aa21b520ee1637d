"""A core that plays the whole loop on the page, with words of its own."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from adapters.sandbox.model import COMMUNITY
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.seeds import STAFF_ROOM
from bot.inspection import AssessedMessage, CaseRow, Inside, OutboxRow, Score, TimerRow
from bot.ports import Chosen, Destination, Door, Interaction, Opening, Pressed, Responder, Submitted, Typed
from bot.vocabulary.events import MessagePosted, PlatformEvent
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
from tests.sandbox.fakes import FakeCore


@dataclass
class StageCore(FakeCore):
    """Plays the loop well enough to look at: a complaint gets an answer, a private place and a card."""

    platform: SandboxPlatform | None = None

    async def receive(self, event: PlatformEvent) -> None:
        await super().receive(event)
        if isinstance(event, MessagePosted) and event.message.channel == "support" and self.platform:
            await self._acknowledge(self.platform, event)

    async def _acknowledge(self, platform: SandboxPlatform, event: MessagePosted) -> None:
        about = event.message
        private = Opening(CasePrivate(1), "#42 delivery", "open:1", Door.PRIVATE_THREAD, event.author, about)
        thread = await platform.open(COMMUNITY, private)
        await platform.send(COMMUNITY, Destination(thread), opener(), "opener:1")
        reply = Destination(about.channel, about.message)
        await platform.send(COMMUNITY, reply, acknowledgement(event, thread), "ack:1")
        posted = await platform.send(COMMUNITY, Destination(STAFF_ROOM), card("new", event.text), "card:1")
        staff = Opening(CaseStaff(1), "#42 Ana: delivery", "staff:1", beside=posted)
        beside = await platform.open(COMMUNITY, staff)
        await platform.send(COMMUNITY, Destination(beside), mirrored(event.text), "mirror:1")
        await platform.react(COMMUNITY, posted, "👀")
        self.looks = looks(about, event.at)

    async def act(self, interaction: Interaction, responder: Responder) -> None:
        self.interactions.append(interaction)
        match interaction:
            case Pressed(button=button) if ":case.reply:" in button:
                await responder.respond(reply_form(), private=True)
            case Pressed():
                await responder.defer()
                await _whisper(responder, "Case #42 is yours. First reply due by 14:00.")
            case Submitted(values=values):
                await _whisper(responder, f"Sent: {values['text']}")
            case Typed(line="help"):
                await responder.respond(transcript(), private=True)
            case Typed(line=line):
                await _whisper(responder, f"I don't know “{line}”. /help lists what I can do.")
            case Chosen(author_name=name):
                opened = say(Text("Opened as #43 for "), Name(name), Text("."))
                await responder.respond(opened, private=False)


async def _whisper(responder: Responder, words: str) -> None:
    await responder.respond(say(Text(words)), private=True)


def acknowledgement(event: MessagePosted, thread: str) -> Message:
    due = Moment(event.at + timedelta(hours=2))
    link = Link("your private thread", channel=thread)
    text = Text(", here or in "), link, Text(". Whichever you prefer.")
    return say(Text("The team has your message (#42). A person will reply by "), due, *text)


def opener() -> Message:
    words = (
        "This is your private thread about delivery (#42). The moderators of this community can read it; "
        "other members can't. If you have the order number, leave it here. I'm a program; the answers come "
        "from people."
    )
    buttons = (
        Button("I'd rather stay in public", "intake public", (42,)),
        Button("No help needed", "intake withdraw", (42,)),
        Button("What is kept?", "intake kept", (42,)),
    )
    return say(Text(words), buttons=buttons)


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
    return Message(
        (Paragraph((Text("The transcript of #42."),)), File("case-42.txt", "text/plain", "Ana: day 9"))
    )


def reply_form() -> Form:
    tones = (("calm", "calm"), ("brief", "brief"))
    text = FormField("text", "Words for the member", max_length=2000)
    tone = FormField("tone", "Tone", long=False, required=False, options=tones)
    return Form("case reply", (42,), "Reply to #42", (text, tone), "Send")


def looks(message: MessageRef, at: datetime) -> Inside:
    due = at + timedelta(hours=2)
    assessed = AssessedMessage(
        message=message,
        at=at,
        scores=(Score("complaint", 0.94), Score("question", 0.22), Score("abuse", 0.03), Score("spam", 0.01)),
        severity="medium",
        topic="delivery",
        language="en",
        reasons=("says how long it has waited: “nine days”", "says that nobody answers"),
        decision="acknowledged, case #42",
    )
    return Inside(
        assessments=[assessed],
        outbox=[
            OutboxRow("staffroom", "show", "delivered", 1, 3.0),
            OutboxRow("private:1", "say", "waiting", 2, 12.0),
        ],
        timers=[TimerRow("case.overdue", "#42", due)],
        cases=[CaseRow(42, "new", "front desk", "first reply", due)],
    )
