"""The card of a proposal: what was said, what speaks for it, what came before, and what can be done now."""

from collections.abc import Sequence

from bot.context import Context
from bot.infractions.model import LADDER, Infraction, Step
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Command,
    Fields,
    Heading,
    Link,
    Message,
    Name,
    Paragraph,
    Part,
    Quotation,
    Row,
    Runs,
    Text,
)
from cogs.warnings.ladder import Way, way_of
from cogs.warnings.model import Proposal, Said, state_of

QUOTED, SHOWN = 500, 3
RULES = 700
PAST = 5
ENDS = frozenset({"gone", "complaint", "urgent"})
"""Where no step was taken before and none can be: it can only be no abuse."""


async def proposal_card(ctx: Context, proposal: Proposal) -> Message:
    """Undecided: with every button that makes sense now."""
    voice, way = ctx.voice(), await way_of(ctx, proposal, proposal.nth)
    rows = [
        Row(voice.text("warnings.card.who"), (Name(proposal.member_name),)),
        Row(voice.text("warnings.card.where"), _links(proposal, voice)),
    ]
    rows += await _reasons(ctx, proposal, voice)
    rows += [Row(voice.text("warnings.card.past"), (Text(voice.text("warnings.card.none")),))]
    past = await ctx.infractions.of_member(proposal.member_id)
    if past:
        rows[-1:] = [measure_row(ctx, one, voice) for one in past[-PAST:]]
    rows += [Row(voice.text("warnings.card.next"), _next(ctx, way, voice)), _rules(ctx, voice)]
    parts: list[Part] = [Heading(voice.text("warnings.card.title")), *_quotes(proposal, voice)]
    parts.append(Fields(tuple(rows)))
    if proposal.asked is not None:
        told = voice.say("warnings.card.asked", name=Name(proposal.asked.by_name))
        parts += [Paragraph(told), Quotation(proposal.asked.reason)]
    return Message(tuple(parts), tuple(_buttons(ctx, proposal, way, voice)))


def _quotes(proposal: Proposal, voice: Voice) -> list[Part]:
    """The latest; of what was taken back only that it was."""
    parts: list[Part] = []
    for said in proposal.said[-SHOWN:]:
        if said.text is not None:
            parts.append(Quotation(shorten(said.text, QUOTED)))
        elif said.lost is not None:
            parts.append(Paragraph(voice.say(f"warnings.card.{said.lost}")))
    more = len(proposal.said) - SHOWN
    return [*parts, Paragraph(voice.count("warnings.card.more", more))] if more > 0 else parts


def _links(proposal: Proposal, voice: Voice) -> Runs:
    there = [said for said in proposal.said if said.text is not None] or proposal.said
    links = [Link(voice.text("warnings.link"), message=said.message) for said in there[-SHOWN:]]
    return tuple(run for link in links for run in (Text(", "), link))[1:]


async def _reasons(ctx: Context, proposal: Proposal, voice: Voice) -> list[Row]:
    """How sure detection is, by what, who reported it, and the case that it belongs to."""
    rows = []
    if proposal.nth is not None:
        worst = proposal.said[proposal.nth]
        rows.append(Row(voice.text("warnings.card.chance"), (Text(f"{worst.abuse:.0%}"),)))
        rows.append(Row(voice.text("warnings.card.reasons"), (Text(_told(worst, voice)),)))
    if proposal.reported:
        rows.append(Row(voice.text("warnings.card.by"), (Text(voice.text("warnings.card.reported")),)))
    if proposal.case_id is not None:
        case = await ctx.cases.get(proposal.case_id)
        if case.about is not None:
            return rows  # It has left the staff room since.
        rows.append(Row(voice.text("warnings.card.case"), (Text(f"#{case.number}"),)))
    return rows


def _told(said: Said, voice: Voice) -> str:
    return "; ".join(voice.text(f"reason.{rule}", match=match) for rule, match in said.reasons) or "–"


def _next(ctx: Context, way: Way, voice: Voice) -> Runs:
    if way.shut is not None:
        return voice.say(f"warnings.shut.{way.shut}")
    asks = way.step is Step.REMOVAL and not ctx.removes
    return voice.say("warnings.next.ask" if asks else f"warnings.next.{way.step}")


def _rules(ctx: Context, voice: Voice) -> Row:
    """By number: that is what the form asks for."""
    rules, label = ctx.community.settings.rules, voice.text("warnings.card.rules")
    if not rules:
        return Row(label, voice.say("warnings.no_rules"))
    each = max(20, RULES // len(rules))
    return Row(label, (Text("; ".join(f"{n}: {shorten(rule, each)}" for n, rule in enumerate(rules, 1))),))


def _buttons(ctx: Context, proposal: Proposal, way: Way, voice: Voice) -> Sequence[Button]:
    numbers = (proposal.id,)
    not_abuse = Button(voice.text("warnings.label.abuse_not"), "abuse not", numbers)
    later = Button(voice.text("warnings.label.abuse_later"), "abuse later", numbers)
    if way.shut in ENDS:
        return (not_abuse, later)
    if way.shut is not None:
        seen = Button(voice.text("warnings.label.abuse_seen"), "abuse seen", numbers)
        return (seen, not_abuse, later)
    return (_step(ctx, proposal, way, voice), not_abuse, later)


def _step(ctx: Context, proposal: Proposal, way: Way, voice: Voice) -> Button:
    numbers = (proposal.id, proposal.nth or 0)
    if way.step is not Step.REMOVAL:
        label = voice.text(f"warnings.do.{way.step}")
        return Button(label, "warning take", (*numbers, LADDER.index(way.step)), ButtonStyle.PRIMARY)
    action = "message remove" if ctx.removes else "message ask"
    if proposal.asked is not None:
        return Button(
            voice.text("warnings.label.removal_agree"), "removal agree", numbers[:1], ButtonStyle.DANGER
        )
    label = voice.text(f"warnings.label.{action.replace(' ', '_')}")
    return Button(label, action, numbers, ButtonStyle.DANGER if ctx.removes else ButtonStyle.PRIMARY)


def measure_row(ctx: Context, measure: Infraction, voice: Voice) -> Row:
    """One measure and what became of it."""
    asks = measure.step is Step.REMOVAL and not ctx.removes
    label = voice.text("warnings.step.ask" if asks else f"warnings.step.{measure.step}", no=measure.id)
    told = state(ctx, measure, voice)
    if measure.weight is not measure.step:
        told = (*told, Text(" "), *voice.say(f"warnings.weighs.{measure.weight}"))
    return Row(label, told)


def state(ctx: Context, measure: Infraction, voice: Voice) -> Runs:
    """What became of it so far, as a sentence."""
    now = ctx.now
    key = state_of(measure, now, removes=ctx.removes)
    at = {
        "delivered": measure.delivered_at,
        "read": measure.read_at(now),
        "removed": measure.removed_at,
        "pardoned": measure.undone_at,
        "overturned": measure.undone_at,
        "expired": measure.expires_at,
    }.get(key) or measure.taken_at
    until = measure.expires_at or measure.taken_at
    return voice.say(f"warnings.state.{key}", at=ctx.moment(at), until=ctx.moment(until))


async def decided_card(ctx: Context, measure: Infraction) -> Message:
    """Decided: who did what, and what became of it; the words are in the measure's own record."""
    voice = ctx.voice()
    rows = [
        Row(voice.text("warnings.card.who"), (Name(measure.member_name),)),
        measure_row(ctx, measure, voice),
        Row(voice.text("warnings.card.decided"), (Name(measure.by_name),)),
    ]
    look = Paragraph(voice.say("warnings.card.look", command=Command("warning show", str(measure.id))))
    again = Button(voice.text("warnings.label.warning_again"), "warning again", (measure.id,))
    lost = measure.lost_at is not None and measure.undone is None
    tries = lost and (measure.step is not Step.REMOVAL or not ctx.removes or measure.removed_at is not None)
    title = Heading(voice.text("warnings.card.title_decided"))
    parts: list[Part] = [title, Fields(tuple(rows))]
    if measure.removed_at is not None and measure.lost_at is not None:
        # It is removed, and its author could not be told of it.
        parts.append(Paragraph(voice.say("warnings.log.lost", at=ctx.moment(measure.lost_at))))
    return Message((*parts, look), (again,) if tries else ())
