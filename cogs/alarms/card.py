"""What managers see of a matter: why, who, their words, since when, who has it, and whose turn it is to take it."""

from collections.abc import Sequence
from datetime import datetime

from bot.cases.model import Case
from bot.context import Context
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.facts import MemberWrote
from bot.vocabulary.places import CaseStaff
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Command,
    Fields,
    Heading,
    Link,
    Mention,
    Message,
    Name,
    Paragraph,
    Part,
    Quotation,
    Row,
    Run,
    Runs,
    Text,
)
from cogs.alarms.model import Alarm, Reason, State, names, next_of

QUOTED = 600
LISTED = 10


async def alarm_card(ctx: Context, case: Case, alarm: Alarm, goes_on: datetime | None) -> Message:
    """As things are now; `goes_on` is when the next one is called. Over, it has no words any more.

    Nor has it those of a member who took them back, though it may still have to be taken.
    """
    voice = ctx.voice()
    title = Heading(voice.text("alarms.card.title", number=case.number))
    if alarm.state is State.OVER or not (case.is_open or alarm.waits_for_a_person):
        return Message((title, Paragraph(voice.say("alarms.state.over"))))
    entries = await ctx.timeline.of_case(case.id)
    words = [entry.fact.text for entry in entries if isinstance(entry.fact, MemberWrote)][-1:]
    quoted = [Quotation(shorten(text, QUOTED)) for text in words if text and case.is_open]
    state = Paragraph(_state(ctx, case, alarm, goes_on or ctx.now, voice))
    parts: tuple[Part, ...] = (title, state, *quoted, Fields(_rows(ctx, case, alarm, voice)))
    return Message(parts, _buttons(case, alarm, voice))


def _state(ctx: Context, case: Case, alarm: Alarm, goes_on: datetime, voice: Voice) -> Runs:
    settings, at = ctx.community.settings, ctx.moment(goes_on)
    match alarm.state:
        case State.DONE if alarm.now is None:
            return voice.say("alarms.state.over")
        case State.TAKEN | State.DONE if alarm.now:
            return voice.say(f"alarms.state.{alarm.state}", name=Name(alarm.now.name))
        case State.CALLED if alarm.now:
            name = Mention(alarm.now.id, alarm.now.name)
            last = next_of(names(settings, case.about), alarm.called) is None
            key = "alarms.state.called_last" if last else "alarms.state.called"
            return voice.say(key, name=name, at=at)
        case State.CALLED:
            return voice.say("alarms.state.safety", names=_contacts(ctx), at=at)
    if not names(settings, case.about):
        return voice.say("alarms.state.unnamed", command=Command("alarm people"))
    return voice.say("alarms.state.unclaimed")


def _contacts(ctx: Context) -> str:
    settings = ctx.community.settings
    people = [person for person in (settings.safety_contact, settings.safety_stand_in) if person]
    return ", ".join(person.name for person in people)


def _rows(ctx: Context, case: Case, alarm: Alarm, voice: Voice) -> tuple[Row, ...]:
    def row(key: str, *value: Run) -> Row:
        return Row(voice.text(f"alarms.card.{key}"), value)

    has = Name(case.assignee_name) if case.assignee_name else Text(voice.text("alarms.card.nobody"))
    rows = [
        row("why", Text(because(alarm, voice))),
        row("who", Name(case.member_name)),
        row("since", ctx.moment(case.opened_at)),
        row("has", has),
    ]
    if case.next_step is not None and case.due_at is not None:
        step = voice.text(f"next_step.{case.next_step}")
        rows.append(row("next", Text(f"{step}, "), ctx.moment(case.due_at)))
    rows.append(row("where", Link(voice.text("alarms.card.link"), place=CaseStaff(case.id))))
    return tuple(rows)


def because(alarm: Alarm, voice: Voice) -> str:
    """Why managers are called."""
    return "; ".join(voice.text(f"alarms.reason.{Reason(reason)}") for reason in alarm.reasons)


def _buttons(case: Case, alarm: Alarm, voice: Voice) -> tuple[Button, ...]:
    def press(action: str, style: ButtonStyle = ButtonStyle.PLAIN) -> Button:
        label = voice.text(f"alarms.label.{action.replace(' ', '_')}")
        return Button(label, action, (case.number,), style)

    match alarm.state:
        case State.DONE:
            return ()
        case State.TAKEN:
            return (press("alarm done", ButtonStyle.PRIMARY), press("alarm pass"))
        case State.CALLED:
            return (press("alarm take", ButtonStyle.PRIMARY), press("alarm pass"), press("alarm done"))
    return (press("alarm take", ButtonStyle.PRIMARY), press("alarm done"))


async def alarm_list(ctx: Context, found: Sequence[Alarm], title: str, voice: Voice) -> tuple[Part, ...]:
    """A line a matter: why, since when, who has taken it, the way there. No words of anybody."""
    lines = [_line(await ctx.cases.get(alarm.case_id), alarm, ctx, voice) for alarm in found[:LISTED]]
    rows, rest = tuple(lines), len(found) - LISTED
    more = (Paragraph(voice.count("alarms.more", rest)),) if rest > 0 else ()
    return (Heading(voice.text(title)), Fields(rows), *more)


def _line(case: Case, alarm: Alarm, ctx: Context, voice: Voice) -> Row:
    name = Name(alarm.now.name) if alarm.now else Text(voice.text("alarms.card.nobody"))
    told = voice.say(
        f"alarms.line.{alarm.state}", why=because(alarm, voice), since=ctx.moment(alarm.since), name=name
    )
    link = Link(voice.text("alarms.card.link"), place=CaseStaff(case.id))
    return Row(f"#{case.number}", (*told, Text(" "), link))
