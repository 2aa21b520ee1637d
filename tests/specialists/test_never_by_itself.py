"""Whatever is written where specialists talk stays there: only what they send by a form reaches the member."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.scenarios.test_member import complain
from tests.scenarios.town import Someone, Town
from tests.specialists.desk import DESK

WORDS = st.sampled_from(
    [
        "He is lying, I know his kind.",
        "#1 tell Max that we refund everything",
        "@Max hello",
        "this update is broken and I want my money back",
        "/case reply 1 hello",
        "Take",
        "1:question.answer:1:1",
    ]
)
WHO = st.sampled_from(["ioana", "daria", "elena", "mihai"])
WHERE = st.sampled_from(["channel", "reply", "thread"])


async def read_by_max(town: Town) -> list[str]:
    """All that Max can read anywhere."""
    seen = [channel.id for channel in town.world.channels.values() if channel.seen_by(town.max.person)]
    return [text for channel in sorted(seen) for text in await town.reads(town.max, channel)]


async def test_nothing_that_is_typed_there_reaches_the_member(desk: Town) -> None:
    await complain(desk)
    await desk.mihai.types("case escalate 1 billing Was the card charged twice?")
    brief = (await desk.messages(desk.ioana, DESK))[-1]
    before = await read_by_max(desk)
    typed: list[tuple[str, str, str]] = []

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.lists(st.tuples(WHO, WHERE, WORDS), max_size=4))
    def draw(said: list[tuple[str, str, str]]) -> None:
        typed.extend(said)

    draw()
    assert len(typed) > 10
    for who, where, words in typed[:60]:
        person: Someone = getattr(desk, who)
        if where == "thread" and who != "ioana":
            await person.says(desk.staff_thread(), words)
        else:
            await person.says(DESK, words, to=brief.id if where == "reply" else None)
    await desk.passes(seconds=30)
    assert await read_by_max(desk) == before
    assert "1 answer" not in await desk.last(desk.ioana, DESK), "nor does it count as an answer"
