"""A case as staff see it: the card in the staff room, rendered from what is true now."""

from collections.abc import Sequence

from bot.cases.model import Act, Case, Status
from bot.cases.timeline import Entry
from bot.context import Context
from bot.detection.mood import mood_of
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.facts import (
    CaseOpened,
    CheckInAnswered,
    ComplaintDeleted,
    DoorOpened,
    DoorRefused,
    Fact,
    MemberWrote,
    Undelivered,
)
from bot.vocabulary.questions import CaseEscalated, QuestionMoved
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Fields,
    Heading,
    Link,
    Message,
    Name,
    Part,
    Quotation,
    Row,
    Runs,
    Text,
)
from bot.vocabulary.times import DeadlineBreached, DeadlineCancelled, DeadlineMet
from cogs.cases.beside import beside, way_on

QUOTED = 600

SETTLED = ("answered", "declined", "returned", "cancelled")
"""Turns after which specialists have a question no more."""


async def case_card(ctx: Context, case: Case) -> Message:
    """Who, what, where, how grave, whose, what next and by when, how the member can be reached."""
    voice = ctx.voice()
    entries = await ctx.timeline.of_case(case.id)
    parts: tuple[Part, ...] = (
        Heading(
            voice.text("cases.card.title", number=case.number, status=voice.text(f"status.{case.status}"))
        ),
        *_words(entries, voice),
        Fields((*_rows(ctx, case, entries, voice), *await beside(ctx, case, voice))),
    )
    buttons = (
        *_buttons(case, entries, voice),
        *await _asking(ctx, case, voice),
        *await way_on(ctx, case, voice),
    )
    buttons += tuple(
        [button for offers in ctx.catalogue.every("offers") for button in await offers(ctx, case)]
    )
    return Message(parts, buttons)


async def _asking(ctx: Context, case: Case, voice: Voice) -> tuple[Button, ...]:
    """Specialists can be asked, where there are any; not about somebody of staff."""
    if not case.is_open or case.about is not None or not await ctx.places.any_team():
        return ()
    return (Button(voice.text("cases.label.case_escalate"), "case escalate", (case.number,)),)


def summary(ctx: Context, case: Case) -> Runs:
    """One line: status, who has it, what is next and by when. In the reader's language."""
    voice = ctx.own_voice
    status = voice.text(f"status.{case.status}")
    if case.next_step is None or case.due_at is None:
        return (Text(status),)
    step = voice.text(f"next_step.{case.next_step}")
    return voice.say("cases.summary", status=status, step=step, due=ctx.moment(case.due_at))


def _words(entries: Sequence[Entry], voice: Voice) -> Sequence[Part]:
    written = _last_words(entries)
    return [Quotation(shorten(text, QUOTED) if text else voice.text("cases.erased")) for text in written]


def _last_words(entries: Sequence[Entry]) -> Sequence[str | None]:
    """What the member wrote last, if anything; None if it was erased."""
    return [e.fact.text for e in entries if isinstance(e.fact, MemberWrote)][-1:]


def _rows(ctx: Context, case: Case, entries: Sequence[Entry], voice: Voice) -> Sequence[Row]:
    def row(key: str, *value: Text | Name | Link) -> Row:
        return Row(voice.text(f"cases.card.{key}"), value)

    rows = [row("member", Name(case.member_name))]
    if case.origin:
        rows.append(row("where", Link(voice.text("cases.card.link"), message=case.origin)))
    rows += [
        row("topic", Text(voice.text(f"topic.{case.topic}"))),
        row("severity", Text(voice.text(f"severity.{case.severity}"))),
        row("language", Text(case.language)),
        *[
            row("mood", Text(voice.text(f"cases.mood.{mood_of(text)}")))
            for text in _last_words(entries)
            if text
        ],
        row(
            "assignee",
            Name(case.assignee_name) if case.assignee_name else Text(voice.text("cases.card.nobody")),
        ),
    ]
    flags = [flag for e in entries if isinstance(e.fact, CaseOpened) for flag in e.fact.safety]
    if flags:
        rows.append(row("safety", Text(", ".join(voice.text(f"safety.{flag}") for flag in flags))))
    rows += _next(ctx, case, voice)
    rows += _asked([e.fact for e in entries], voice)
    rows += _deadlines([e.fact for e in entries], voice)
    if case.ending:
        rows.append(row("ending", Text(voice.text(f"ending.{case.ending}"))))
    rows.append(row("reached", Text(_reached(case, [e.fact for e in entries], voice))))
    rows += [_deleted(fact, voice) for fact in _deletions(entries)]
    rows += [row("check_in", Text(voice.text(f"cases.check_in.{f.answer}"))) for f in _answers(entries)]
    return rows


def _next(ctx: Context, case: Case, voice: Voice) -> list[Row]:
    if case.next_step is None or case.due_at is None:
        return []
    late = "cases.card.overdue" if case.due_at <= ctx.now else "cases.card.due"
    step = Text(voice.text(f"next_step.{case.next_step}"))
    return [Row(voice.text("cases.card.next"), (step,)), Row(voice.text(late), (ctx.moment(case.due_at),))]


def open_question(facts: Sequence[Fact]) -> CaseEscalated | QuestionMoved | None:
    """What was told last of the question that specialists have; None if they have none."""
    asked = [fact for fact in facts if isinstance(fact, CaseEscalated | QuestionMoved)][-1:]
    if not asked or (isinstance(asked[0], QuestionMoved) and asked[0].turn in SETTLED):
        return None
    return asked[0]


def _asked(facts: Sequence[Fact], voice: Voice) -> list[Row]:
    """Which specialist has the question that is open, if there is one."""
    asked = open_question(facts)
    if asked is None:
        return []
    return [Row(voice.text("cases.card.asked"), (Name(asked.name), Text(f" ({asked.team})")))]


def _deadlines(facts: Sequence[Fact], voice: Voice) -> list[Row]:
    """What became of the times that were promised: the latest of each step."""
    latest = {
        fact.step: fact
        for fact in facts
        if isinstance(fact, DeadlineMet | DeadlineBreached | DeadlineCancelled)
    }
    if not latest:
        return []
    told = "; ".join(deadline(fact, voice) for fact in latest.values())
    return [Row(voice.text("cases.card.deadlines"), (Text(told),))]


def deadline(fact: DeadlineMet | DeadlineBreached | DeadlineCancelled, voice: Voice) -> str:
    """Which step, and whether it was kept."""
    step = voice.text(f"next_step.{fact.step}")
    outcome = voice.text(f"cases.deadline.{fact.kind.removeprefix('deadline_')}")
    return f"{step}: {outcome}"


def _reached(case: Case, facts: Sequence[Fact], voice: Voice) -> str:
    """Which doors were tried and how it went, latest last."""
    if case.in_public:
        return voice.text("cases.reached.public")
    told = []
    for fact in facts:
        match fact:
            case DoorOpened(door=door):
                told.append(voice.text(f"cases.door_open.{door}"))
            case DoorRefused(door=door):
                told.append(voice.text(f"cases.door_shut.{door}"))
            case Undelivered(what=what):
                told.append(voice.text(f"cases.undelivered.{what}"))
    return "; ".join(told) or voice.text("cases.reached.not_yet")


def _deletions(entries: Sequence[Entry]) -> Sequence[ComplaintDeleted]:
    return [e.fact for e in entries if isinstance(e.fact, ComplaintDeleted)][-1:]


def _deleted(fact: ComplaintDeleted, voice: Voice) -> Row:
    """Who deleted the public message; why stands in the case's thread."""
    told = voice.say("cases.card.deleted_by", name=Name(fact.name))
    return Row(voice.text("cases.card.deleted"), told)


def _answers(entries: Sequence[Entry]) -> Sequence[CheckInAnswered]:
    return [e.fact for e in entries if isinstance(e.fact, CheckInAnswered)][-1:]


def _buttons(case: Case, entries: Sequence[Entry], voice: Voice) -> tuple[Button, ...]:
    """What makes sense now, and no more."""

    def press(action: str, style: ButtonStyle = ButtonStyle.PLAIN) -> Button:
        return Button(voice.text(f"cases.label.{action.replace(' ', '_')}"), action, (case.number,), style)

    if case.status is Status.CLOSED:
        return (press("case transcript"),)
    if case.status is Status.SOLVED:
        return (press("case reopen"), press("case close"), press("case transcript"))
    first = press("case claim", ButtonStyle.PRIMARY) if case.assignee is None else press("case release")
    solve = press("case solve") if case.can(Act.SOLVE) else press("case close")
    style = ButtonStyle.PLAIN if case.assignee is None else ButtonStyle.PRIMARY
    time = () if case.status is Status.PENDING else (press("case time"),)
    begun = (first, press("case reply", style), press("case note"), *time, solve, press("case transcript"))
    return (*begun, _dismiss(case, entries, voice)) if case.answered_at is None else begun


def _dismiss(case: Case, entries: Sequence[Entry], voice: Voice) -> Button:
    """One click; where a reason is needed, to the form that asks for it."""
    angry = any(isinstance(entry.fact, CaseOpened) and entry.fact.angry for entry in entries)
    action = "case reason" if angry else "case dismiss"
    return Button(voice.text("cases.label.case_dismiss"), action, (case.number,))
