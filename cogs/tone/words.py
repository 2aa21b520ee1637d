"""What the author of a reply sees: what could hurt, why, and the ways on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.advice import TEXT, Outgoing
from bot.cases.timeline import Entry
from bot.context import Context
from bot.durable.drafts import Draft, keep_draft
from bot.submitting import EDIT_DRAFT
from bot.tone import Advice, Remark
from bot.vocabulary.facts import CaseSolved, MemberWrote, StaffReplied
from bot.vocabulary.replies import Button, ButtonStyle, Message, Paragraph, Part, Quotation, Runs
from bot.vocabulary.times import TimeGiven

KEPT = timedelta(days=1)
"""So long a reply waits for its author's decision."""

ANSWERS = (StaffReplied, TimeGiven, CaseSolved)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reply that waits: its draft, the draft of the gentler one (0: none), the last entry of the case it knew of."""

    draft: int
    instead: int = 0
    seen: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        return self.draft, self.instead, self.seen


def last_words(entries: Sequence[Entry]) -> str | None:
    """What the member has written since the last answer, if anything: that is what a reply answers."""
    words: list[str] = []
    for entry in entries:
        match entry.fact:
            case MemberWrote(text=str(text)):
                words.append(text)
            case StaffReplied() | TimeGiven():
                words.clear()
    return "\n".join(words) or None


def answered_since(entries: Sequence[Entry], person: str, seen: int) -> bool:
    """Whether they have answered in the case after this entry."""
    return any(
        entry.id > seen and isinstance(entry.fact, ANSWERS) and entry.fact.by == person for entry in entries
    )


async def asked(
    ctx: Context, outgoing: Outgoing, advice: Advice, entries: Sequence[Entry]
) -> tuple[Message, Waiting]:
    """The remarks, and the reply's way on; where it is kept and shown already, its own buttons are there too."""
    voice = ctx.own_voice
    kept = outgoing.number or await _keep(ctx, outgoing.draft)
    instead = advice.instead and Draft(outgoing.draft.action, {**outgoing.draft.values, TEXT: advice.instead})
    waiting = Waiting(kept, await _keep(ctx, instead) if instead else 0, entries[-1].id if entries else 0)
    parts: list[Part] = [Paragraph(voice.say("tone.before"))]
    parts += [Paragraph(_remark(ctx, remark)) for remark in advice.remarks]
    if advice.instead:
        parts += [Paragraph(voice.say("tone.instead")), Quotation(advice.instead)]
    buttons = [] if outgoing.number else [*ways_on(ctx, waiting)]
    if waiting.instead:
        numbers = (waiting.instead, waiting.draft, waiting.seen)
        buttons.append(Button(voice.text("tone.use_instead"), "tone send", numbers))
    rest = () if outgoing.number else waiting.numbers
    buttons.append(Button(voice.text("tone.label.tone_rest"), "tone rest", rest))
    return Message(tuple(parts), tuple(buttons)), waiting


def ways_on(ctx: Context, waiting: Waiting) -> tuple[Button, ...]:
    """As it is, or in other words of its author's."""
    voice = ctx.own_voice
    return (
        Button(voice.text("tone.label.tone_send"), "tone send", waiting.numbers, ButtonStyle.PRIMARY),
        Button(voice.text("tone.change"), EDIT_DRAFT, (waiting.draft,)),
    )


def _remark(ctx: Context, remark: Remark) -> Runs:
    if remark.rule == "unanswered":
        return ctx.own_voice.say("tone.remark.unanswered")
    return ctx.own_voice.say(f"tone.remark.{remark.rule}", match=remark.match)


async def _keep(ctx: Context, draft: Draft) -> int:
    return await keep_draft(ctx.tx, ctx.community.id, ctx.doer.id, draft, ctx.now, KEPT)
