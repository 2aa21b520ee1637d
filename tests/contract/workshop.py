"""A feature for tests that uses everything the catalogue has, and keeps what it was told in memory."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from shutil import copytree
from zoneinfo import ZoneInfo

from bot.attention import Attended, Glance
from bot.catalogue.arguments import TimeOfDay, Words
from bot.catalogue.declare import attends, button, command, due, matters, message_menu, on, suggests, view
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.language import Translations
from bot.ports import Channel, Chosen, Group, Survey
from bot.vocabulary.events import MessageDeleted, MessageEdited, MessageEvent, MessagePosted
from bot.vocabulary.people import EVERYONE, Member, Role
from bot.vocabulary.places import MemberDM, Place, Public, StaffRoom
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Fields,
    File,
    Heading,
    Link,
    Mention,
    Message,
    Moment,
    Name,
    Paragraph,
    Part,
    Quotation,
    Row,
    Text,
    say,
)
from bot.vocabulary.signals import EffectSettled

SHELF = View("workshop.shelf", 1)
SENTENCES = {
    "label.workshop_measure": "Measure",
    "help.workshop_measure": "Say what was measured",
    "asks.workshop_measure": "Remarks",
    "label.workshop_look": "Look around",
    "help.workshop_look": "Look around",
    "label.workshop_press": "Press",
    "label.workshop_pick": "Pick up",
}


class Days(StrEnum):
    WEEKDAYS = "weekdays"
    EVERY_DAY = "every_day"


class Workshop:
    """`tools` are the messages that lie on the shelf, by what they say now; `pressed` counts."""

    name = "workshop"

    def __init__(self) -> None:
        self.tools: dict[str, str] = {}
        self.pressed = 0
        self.settled: list[str] = []
        self._last: MessagePosted | None = None

    @command("workshop measure", roles=EVERYONE)
    async def measure(
        self,
        ctx: Context,
        score: int,
        member: Member,
        days: Days,
        opens: TimeOfDay,
        duration: timedelta = timedelta(days=1),
        text: Words | None = None,
    ) -> Message:
        return say(Name(member.name), Text(f" {score} {days} {opens} {duration} {text or 'without a word'}"))

    @command("workshop look", roles=(Role.MANAGER,), private=False)
    async def look(
        self,
        ctx: Context,
        survey: Survey,
        channel: Channel,
        zone: ZoneInfo | None = None,
        *,
        groups: tuple[Group, ...],
    ) -> Message:
        there = "there" if channel.id in {each.id for each in survey.channels} else "nowhere"
        return say(Text(f"{channel.name} {there} {zone} {'+'.join(group.name for group in groups)}"))

    @suggests("workshop look")
    async def suggest(self, ctx: Context) -> Mapping[str, str]:
        return {"zone": "Europe/Chisinau"}

    @button("workshop press", roles=EVERYONE)
    async def press(self, ctx: Context, score: int) -> Message:
        self.pressed += score
        await ctx.outbox.show(StaffRoom(), SHELF)
        return say(Text(f"Pressed: {self.pressed}"), buttons=(Button("Again", "workshop press", (1,)),))

    @message_menu("workshop pick")
    async def pick(self, ctx: Context, chosen: Chosen) -> Message:
        return say(Name(chosen.author_name), Text(f" wrote {chosen.text}"))

    @matters
    def concerns(self, glance: Glance, event: MessageEvent) -> bool:
        return glance.held or (isinstance(event, MessagePosted) and event.text.startswith("tool"))

    @attends
    async def attends(self, ctx: Context, channel: str) -> Sequence[Attended]:
        return [Attended(messages=tuple(self.tools))]

    @on(MessagePosted)
    async def posted(self, ctx: Context, event: MessagePosted) -> None:
        self.tools[event.message.message], self._last = event.text, event
        ctx.stir(event.message.channel)
        await ctx.outbox.show(StaffRoom(), SHELF)
        await ctx.outbox.react(
            event.message, "👀", Public(event.message), f"workshop:{event.message.message}"
        )
        await ctx.timers.set("workshop.ring", 1, event.at + timedelta(days=2))

    @on(MessageEdited)
    async def edited(self, ctx: Context, event: MessageEdited) -> None:
        self.tools[event.message.message] = event.text
        await ctx.outbox.show(StaffRoom(), SHELF)

    @on(MessageDeleted)
    async def deleted(self, ctx: Context, event: MessageDeleted) -> None:
        self.tools.pop(event.message.message, None)
        ctx.stir(event.message.channel)
        if not self.tools:
            await ctx.outbox.hide(StaffRoom(), SHELF)

    @due("workshop.ring")
    async def ring(self, ctx: Context, subject: int) -> None:
        assert self._last is not None
        author = self._last.author
        told = say(Text("It rings. "), Link("There", message=self._last.message))
        places: tuple[Place, ...] = (Public(self._last.message), MemberDM(author))
        for number, place in enumerate(places):
            key = f"workshop:ring:{number}"
            await ctx.outbox.say(place, told, key, priority=Priority.REMINDER)

    @view("workshop.shelf")
    async def shelf(self, ctx: Context, subject: int) -> Message | None:
        if not self.tools or self._last is None:
            return None
        who = Mention(self._last.author, "the author")
        parts: tuple[Part, ...] = (
            Heading("The shelf"),
            Paragraph((Text("By "), who, Text(", since "), Moment(self._last.at))),
            *(Quotation(text, "somebody") for text in self.tools.values()),
            Fields((Row("Pressed", (Text(str(self.pressed)),)),)),
            File("shelf.txt", "text/plain", "all of it"),
        )
        return Message(parts, (Button("Press", "workshop press", (1,), ButtonStyle.PRIMARY),))

    @on(EffectSettled)
    async def noticed(self, ctx: Context, told: EffectSettled) -> None:
        """What is shown in the staff room is pinned there."""
        self.settled.append(f"{told.effect} {told.outcome}")
        if told.effect == "show" and told.message is not None:
            await ctx.outbox.pin(told.message, StaffRoom(), f"workshop:pin:{told.message.message}")


def sentences(folder: Path) -> Translations:
    """The package's own, and the workshop's."""
    here = Path("bot/language/catalogues")
    root = folder / "catalogues"
    copytree(here, root)
    for language in ("en", "ro", "ru"):
        head = (here / language / "core.po").read_text("utf-8").split("\n\n")[0]
        told = (f'msgid "workshop.{key}"\nmsgstr "{text}"' for key, text in SENTENCES.items())
        (root / language / "workshop.po").write_text("\n\n".join((head, *told)) + "\n", "utf-8")
    return Translations.load(root)
