"""The brief: all that a specialist needs to answer, in their own channel, as things are now."""

from collections.abc import Sequence

from bot.cases.model import Case, Status
from bot.cases.store import FORGOTTEN
from bot.cases.timeline import Entry
from bot.catalogue.declare import view
from bot.context import Context
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.facts import MemberWrote, StaffReplied
from bot.vocabulary.questions import CaseEscalated
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Fields,
    Heading,
    Mention,
    Message,
    Name,
    Paragraph,
    Part,
    Quotation,
    Row,
    Runs,
    Text,
)
from cogs.specialists.desk import BRIEF, errands_of, teams_of
from cogs.specialists.model import Errand, State, Team

QUOTED = 500
LATEST = 3
"""What was said since the question was asked: so much of it."""


class Brief:
    """The view."""

    @view(BRIEF)
    async def brief(self, ctx: Context, number: int) -> Message | None:
        errand = await errands_of(ctx).get(number)
        if errand is None:
            return None
        case, team = await ctx.cases.get(errand.case_id), await teams_of(ctx).named(errand.team)
        if case.about is not None:
            return None
        voice = ctx.voice(team.language if team else None)
        title = Heading(voice.text("specialists.brief.title", number=case.number))
        state = Paragraph(_state(ctx, errand, team, voice))
        if case.status is Status.CLOSED or case.member_id == FORGOTTEN:
            return Message((title, state))
        entries = await ctx.timeline.of_case(case.id)
        parts = (title, state, *_asked(errand, entries, voice), *_facts(ctx, case, entries, voice))
        return Message((*parts, *_words(case, entries, voice)), _buttons(errand, voice))


def _state(ctx: Context, errand: Errand, team: Team | None, voice: Voice) -> Runs:
    """Who has it and by when; whoever is to take it is called, but not outside the hours of the team."""
    person: Name | Mention = Name(errand.person.name)
    open_now = team is not None and team.hours(ctx.community.settings.hours).open_at(ctx.now)
    if open_now and errand.state in (State.CALLED, State.TAKEN):
        person = Mention(errand.person.id, errand.person.name)
    values = {
        "name": person,
        "watcher": Name(errand.watcher.name),
        "due": ctx.moment(errand.due_at or ctx.now),
    }
    return voice.say(f"specialists.brief.{errand.state}", **values)


def _asked(errand: Errand, entries: Sequence[Entry], voice: Voice) -> Sequence[Part]:
    found = [e.fact for e in entries if e.id == errand.entry_id and isinstance(e.fact, CaseEscalated)]
    if not found or found[0].text is None:
        return ()
    question = Paragraph(voice.say("specialists.brief.asks", watcher=Name(errand.watcher.name)))
    return (question, Quotation(shorten(found[0].text, QUOTED)))


def _facts(ctx: Context, case: Case, entries: Sequence[Entry], voice: Voice) -> Sequence[Part]:
    def row(key: str, *value: Text | Name) -> Row:
        return Row(voice.text(f"specialists.brief.{key}"), value)

    answers = [e.fact for e in entries if isinstance(e.fact, StaffReplied)]
    tried = voice.say("specialists.brief.nothing")
    if answers:
        tried = voice.count("specialists.brief.answers", len(answers))
    if case.reopened:
        tried = (*tried, Text(" "), *voice.count("specialists.brief.reopened", case.reopened))
    rows = (
        row("member", Name(case.member_name)),
        Row(voice.text("specialists.brief.since"), (ctx.moment(case.opened_at),)),
        row("topic", Text(voice.text(f"topic.{case.topic}"))),
        Row(voice.text("cases.card.severity"), (Text(voice.text(f"severity.{case.severity}")),)),
        row("language", Text(voice.text(f"language.{case.language}"))),
        Row(voice.text("specialists.brief.tried"), tried),
    )
    return (Fields(rows),)


def _words(case: Case, entries: Sequence[Entry], voice: Voice) -> Sequence[Part]:
    """How it began, and what was said last."""
    said = [(e, e.fact) for e in entries if isinstance(e.fact, MemberWrote | StaffReplied)]
    first = [entry for entry, fact in said if isinstance(fact, MemberWrote)][:1]
    last = [entry for entry, _ in said if entry not in first][-LATEST:]
    return [part for entry in (*first, *last) for part in _quoted(case, entry, voice)]


def _quoted(case: Case, entry: Entry, voice: Voice) -> Sequence[Part]:
    fact = entry.fact
    name = fact.name if isinstance(fact, StaffReplied) else case.member_name
    text = fact.text if isinstance(fact, StaffReplied | MemberWrote) else None
    if text is None:
        return ()
    return (Paragraph(voice.say("specialists.brief.said", name=Name(name))), Quotation(shorten(text, QUOTED)))


def _buttons(errand: Errand, voice: Voice) -> tuple[Button, ...]:
    """What can be done with it now."""

    def press(action: str, style: ButtonStyle = ButtonStyle.PLAIN) -> Button:
        key = action.replace(" ", "_").replace("-", "_")
        return Button(voice.text(f"specialists.label.{key}"), action, (errand.id,), style)

    if not errand.is_open:
        return ()
    take = (press("question take", ButtonStyle.PRIMARY),) if errand.state is State.CALLED else ()
    others = ("question ask-back", "question hand-on", "question decline")
    return (*take, press("question answer"), *(press(action) for action in others))
