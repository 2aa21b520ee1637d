"""What lies beside a case, as its card shows it: who is writing just now, its incident, and the cases it belongs to."""

from collections.abc import Iterable
from dataclasses import replace

from bot.cases.model import Case
from bot.context import Context
from bot.language import Voice
from bot.vocabulary.places import CaseStaff
from bot.vocabulary.replies import Button, Link, Name, Row, Run, Text
from cogs.cases.store import Store


async def beside(ctx: Context, case: Case, voice: Voice) -> list[Row]:
    """A row for each that there is."""
    store = Store(ctx.tx, ctx.community.id)
    into = await store.goes_on_in(case.id)
    cases = {
        "goes_on_in": [] if into is None else [into],
        "absorbed": await store.merged_into(case.id),
        "linked": await store.linked_to(case.id),
    }
    rows = [
        Row(voice.text(f"cases.card.{key}"), _listed(ways))
        for key, found in cases.items()
        if (ways := [_way(other) for other in await _known(ctx, case, found)])
    ]
    incident = await ctx.incidents.of_case(case.id)
    if incident is not None:
        topic = Text(voice.text(f"topic.{incident.topic}"))
        rows.insert(0, Row(voice.text("cases.card.incident"), (topic,)))
    names = [Name(writer.name) for writer in await store.writers(case.id, ctx.now)]
    return [Row(voice.text("cases.card.writing"), _listed(names)), *rows] if names else rows


async def way_on(ctx: Context, case: Case, voice: Voice) -> tuple[Button, ...]:
    """Under a merged case: the other one."""
    into = await Store(ctx.tx, ctx.community.id).goes_on_in(case.id)
    if into is None:
        return ()
    number = (await ctx.cases.get(into)).number
    return (Button(voice.text("cases.queue.do.show", number=number), "case show", (number,)),)


async def _known(ctx: Context, case: Case, ids: Iterable[int]) -> list[Case]:
    """Of one about somebody of staff, no card speaks that they can read."""
    everybodys = replace(ctx, reader=None)
    found = [await everybodys.cases.get(one) for one in ids]
    return [other for other in found if may_name(case, other)]


def may_name(case: Case, other: Case) -> bool:
    """Whether everybody who reads of the case may know of the other, too."""
    if other.about is None or other.about == case.about:
        return True
    return case.about is not None and not other.about_manager


def _way(case: Case) -> Link:
    return Link(f"#{case.number}", CaseStaff(case.id))


def _listed(runs: Iterable[Run]) -> tuple[Run, ...]:
    parted = [part for run in runs for part in (Text(", "), run)]
    return tuple(parted[1:])
