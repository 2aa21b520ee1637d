"""What is shown of an incident: to staff the card with the reason in figures, to everybody the notice."""

from babel.numbers import format_decimal

from bot.cases.incidents import Incident, Stage
from bot.catalogue.declare import on, view
from bot.context import Context
from bot.language import Voice
from bot.language.moments import format_number, locale_of
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Fields,
    Heading,
    Link,
    Message,
    Name,
    Paragraph,
    Row,
    Runs,
    Text,
    say,
)
from bot.vocabulary.signals import EffectSettled
from cogs.incidents.model import tail
from cogs.incidents.spreading import tell_button
from cogs.incidents.words import CARD, NOTICE, button, store_of

RAREST = 1_000_000


class Board:
    """Views, and the list."""

    @view(CARD)
    async def board(self, ctx: Context, number: int) -> Message | None:
        incident = await ctx.incidents.get(number)
        if incident is None:
            return None
        voice = ctx.voice()
        title = voice.text(f"incidents.card.{incident.state}", topic=voice.text(f"topic.{incident.topic}"))
        parts = (Heading(title), Paragraph(why(ctx, incident, voice)), await _facts(ctx, incident, voice))
        return Message(parts, await _buttons(ctx, incident))

    @view(NOTICE)
    async def public_notice(self, ctx: Context, number: int) -> Message | None:
        """What staff wrote, the time of the next word, and what to do if it is something else."""
        hung = await store_of(ctx).notice(number)
        incident = await ctx.incidents.get(hung.incident_id) if hung else None
        word = await store_of(ctx).latest(incident.id, with_text=True) if incident else None
        if incident is None or word is None or incident.state is Stage.DISMISSED:
            return None
        voice = ctx.voice()
        said = Paragraph((Text(word.text or ""),))
        tell = Button(voice.text("incidents.button.differs"), "complain")
        if incident.state is not Stage.OPEN:
            over = Paragraph(voice.say("incidents.notice.over", at=ctx.moment(word.at)))
            return Message((said, over), (tell_button(ctx, voice.language),))
        until = ctx.moment(incident.next_update_at or ctx.now)
        last = await store_of(ctx).latest(incident.id)
        key = (
            "incidents.notice.put_off" if last is not None and last.text is None else "incidents.notice.next"
        )
        return Message(
            (said, Paragraph(voice.say(key, until=until))),
            (button(ctx, "incident me-too", incident.id), tell),
        )

    @on(EffectSettled)
    async def hangs(self, ctx: Context, settled: EffectSettled) -> None:
        """Where it stands: whoever answers it with "same here" is known by that."""
        if settled.name == NOTICE and settled.message is not None:
            await store_of(ctx).stands(settled.subject, settled.message)


async def listed(ctx: Context) -> Message:
    """Those that are not over; of a single one what can be done, too."""
    live, voice = await ctx.incidents.live(), ctx.own_voice
    if not live:
        return say(*voice.say("incidents.list.none"))
    rows = [await _row(ctx, incident, voice) for incident in live]
    buttons = await _buttons(ctx, live[0]) if len(live) == 1 else ()
    return Message((Heading(voice.text("incidents.label.incident_list")), Fields(tuple(rows))), buttons)


def why(ctx: Context, incident: Incident, voice: Voice) -> Runs:
    """The reason in one sentence, with its figures."""
    usual = format_decimal(round(incident.usual, 1), locale=locale_of(voice.language))
    rare = int(min(1 / max(tail(incident.people, incident.usual), 1 / RAREST), RAREST))
    return voice.count(
        "incidents.card.why",
        incident.people,
        usual=usual,
        rare=rare,
        topic=voice.text(f"topic.{incident.topic}"),
        time=ctx.moment(incident.since),
    )


async def _facts(ctx: Context, incident: Incident, voice: Voice) -> Fields:
    counted, store = await ctx.incidents.counted(incident.id), store_of(ctx)
    same = await store.count_affected(incident.id)
    rows = [
        Row(voice.text("incidents.card.cases"), (Text(format_number(counted.cases, voice.language)),)),
        Row(voice.text("incidents.card.people"), (Text(format_number(counted.people, voice.language)),)),
        Row(voice.text("incidents.card.same"), (Text(format_number(same, voice.language)),)),
    ]
    if incident.taken_name:
        rows.append(Row(voice.text("incidents.card.taken"), (Name(incident.taken_name),)))
    if incident.state is Stage.OPEN:
        rows.append(Row(voice.text("incidents.card.next"), _next(ctx, incident, voice)))
    links = _where(
        [MessageRef(n.channel, n.message) for n in await store.notices(incident.id) if n.message], voice
    )
    if links:
        rows.append(Row(voice.text("incidents.card.notices"), links))
    return Fields(tuple(rows))


def _where(notices: list[MessageRef], voice: Voice) -> Runs:
    label = voice.text("incidents.card.notice")
    return tuple(run for ref in notices for run in (Link(label, message=ref), Text(" ")))


def _next(ctx: Context, incident: Incident, voice: Voice) -> Runs:
    """When the next word is promised; before the first there is none."""
    if incident.next_update_at is None:
        return voice.say("incidents.card.no_notice")
    return (ctx.moment(incident.next_update_at),)


async def _row(ctx: Context, incident: Incident, voice: Voice) -> Row:
    counted = await ctx.incidents.counted(incident.id)
    label = voice.text(f"incidents.card.{incident.state}", topic=voice.text(f"topic.{incident.topic}"))
    told = voice.count("incidents.list.line", counted.cases, time=ctx.moment(incident.since))
    return Row(label, (*told, Text(" "), *_next(ctx, incident, voice)))


async def _buttons(ctx: Context, incident: Incident) -> tuple[Button, ...]:
    """What makes sense now."""
    if incident.state is Stage.PROPOSED:
        names: tuple[str, ...] = ("incident take", "incident not")
    elif incident.state is Stage.OPEN:
        said = await store_of(ctx).latest(incident.id) is not None
        names = ("incident tell" if said else "incident notice", "incident end", "incident not")
    else:
        return ()
    styles = (ButtonStyle.PRIMARY, ButtonStyle.PLAIN, ButtonStyle.PLAIN)
    return tuple(button(ctx, name, incident.id, style) for name, style in zip(names, styles, strict=False))
