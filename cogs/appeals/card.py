"""What staff see of an appeal: the measure, what was said, what its writer says to it, by when, and who may decide."""

from bot.context import Context
from bot.durable.outbox import View
from bot.infractions.model import Infraction
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.places import parse_place
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Fields,
    Heading,
    Link,
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
from cogs.appeals.model import Appeal, lighter, step_of

CARD = "appeals.card"
QUOTED, REASON, RULE = 600, 300, 150


async def show(ctx: Context, appeal: Appeal, *, anew: bool = False) -> None:
    """The card as things are now; `anew` where staff should see it again."""
    place, view = parse_place(appeal.place), View(CARD, appeal.id)
    await (ctx.outbox.show_anew if anew else ctx.outbox.show)(place, view)


def appeal_card(ctx: Context, appeal: Appeal, infraction: Infraction, *, alone: bool) -> Message:
    """`alone` if nobody is known who could decide."""
    voice = ctx.voice()
    title = Heading(voice.text("appeals.card.title", measure=infraction.id))
    parts: list[Part] = [title, Paragraph(_state(ctx, appeal, voice))]
    if appeal.is_open:
        parts.append(Paragraph(_who_decides(appeal, voice, alone=alone)))
    if infraction.text:
        parts.append(Quotation(shorten(infraction.text, QUOTED), infraction.member_name))
    parts.append(Fields(_rows(ctx, infraction, voice)))
    if appeal.text:
        parts += [Paragraph(voice.say("appeals.card.words")), Quotation(appeal.text, appeal.member_name)]
    if appeal.reason:
        parts += [
            Paragraph(voice.say("appeals.card.reason")),
            Quotation(shorten(appeal.reason, QUOTED), appeal.decided_name),
        ]
    return Message(tuple(parts), _buttons(appeal, infraction, voice))


def _state(ctx: Context, appeal: Appeal, voice: Voice) -> Runs:
    if appeal.is_open:
        key = "appeals.card.late" if appeal.late else "appeals.card.open"
        return voice.say(key, at=ctx.moment(appeal.due_at))
    name = Name(appeal.decided_name) if appeal.decided_name else Text(voice.text("appeals.nobody"))
    told = voice.say(f"appeals.card.{appeal.outcome}", name=name)
    return (*told, Text(" "), *voice.say("appeals.card.untold")) if appeal.untold else told


def _who_decides(appeal: Appeal, voice: Voice, *, alone: bool) -> Runs:
    name = Name(appeal.taken_name) if appeal.taken_name else Text(voice.text("appeals.nobody"))
    return voice.say("appeals.card.alone" if alone else "appeals.card.not_by", name=name)


def _rows(ctx: Context, infraction: Infraction, voice: Voice) -> tuple[Row, ...]:
    def row(key: str, *value: Run) -> Row:
        return Row(voice.text(f"appeals.card.{key}"), value)

    rows = [
        row("measure", Text(voice.text(f"appeals.step.{step_of(infraction, infraction.weight)}"))),
        row("who", Name(infraction.member_name)),
        row("rule", Text(shorten(f"{infraction.number}. {infraction.rule}", RULE))),
        row("taken", Name(infraction.by_name), Text(", "), ctx.moment(infraction.taken_at)),
    ]
    if infraction.reason:
        rows.append(row("why", Text(shorten(infraction.reason, REASON))))
    if infraction.expires_at is not None and infraction.undone is None:
        rows.append(row("counts", ctx.moment(infraction.expires_at)))
    rows.append(row("where", Link(voice.text("appeals.card.link"), message=infraction.message)))
    return tuple(rows)


def _buttons(appeal: Appeal, infraction: Infraction, voice: Voice) -> tuple[Button, ...]:
    if not appeal.is_open:
        return ()
    uphold = Button(voice.text("appeals.label.appeal_uphold"), "appeal uphold", (appeal.id,))
    reduce = Button(voice.text("appeals.label.appeal_reduce"), "appeal reduce", (appeal.id,))
    label, style = voice.text("appeals.label.appeal_overturn"), ButtonStyle.DANGER
    overturn = Button(label, "appeal overturn", (appeal.id,), style)
    return (uphold, reduce, overturn) if lighter(infraction) is not None else (uphold, overturn)
