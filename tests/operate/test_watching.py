"""A platform is known to be up or down by how its calls ended."""

import inspect

import pytest

from bot.health.watching import REMEMBERED, Condition, Ending, Watched
from bot.ports import Destination, DoorShut, Gone, Platform, Transient
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Text, say
from tests.fakes.platform import FakePlatform

HERE = Destination("staff-room")
HELLO = say(Text("Hello."))


class Watch:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def fake() -> FakePlatform:
    return FakePlatform()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def watched(fake: FakePlatform, watch: Watch) -> Watched:
    return Watched(fake, watch)


def test_it_passes_on_every_method_a_platform_has() -> None:
    """A port that grows must grow here too, or its new calls would end in nothing."""
    methods = {name for name, each in vars(Platform).items() if inspect.iscoroutinefunction(each)}
    assert methods
    assert methods <= set(vars(Watched))


def test_it_says_of_itself_what_the_platform_says(fake: FakePlatform) -> None:
    """What the port has a default for would otherwise be the default."""
    fake.largest_file = 7
    again = Watched(fake)
    assert {name: getattr(again, name) for name in inspect.get_annotations(Platform)} == {
        name: getattr(fake, name) for name in inspect.get_annotations(Platform)
    }


def test_before_the_first_call_nothing_is_known(watched: Watched) -> None:
    assert watched.condition is Condition.UNKNOWN


async def test_what_was_sent_has_arrived_and_is_counted(watched: Watched, fake: FakePlatform) -> None:
    ref = await watched.send("fake:1", HERE, HELLO, "key")
    await watched.edit("fake:1", ref, say(Text("Hello again.")))
    await watched.react("fake:1", ref, "👋")
    await watched.retract("fake:1", ref)
    assert fake.posts[0].taken_down and fake.reactions
    assert watched.calls == {(method, Ending.OK): 1 for method in ("send", "edit", "react", "retract")}
    assert watched.condition is Condition.UP


async def test_one_that_refuses_for_now_is_down_until_it_answers(
    watched: Watched, fake: FakePlatform
) -> None:
    fake.goes_down()
    with pytest.raises(Transient):
        await watched.send("fake:1", HERE, HELLO, "key")
    seen = [watched.condition]
    fake.comes_back()
    await watched.send("fake:1", HERE, HELLO, "key")
    assert [*seen, watched.condition] == [Condition.DOWN, Condition.UP]


async def test_a_refusal_of_long_ago_says_nothing_of_now(
    watched: Watched, fake: FakePlatform, watch: Watch
) -> None:
    """What waited may have expired meanwhile, so that nobody asked again."""
    fake.goes_down()
    with pytest.raises(Transient):
        await watched.send("fake:1", HERE, HELLO, "key")
    watch.now += REMEMBERED
    assert watched.condition is Condition.UNKNOWN


async def test_a_shut_door_is_an_answer_too(watched: Watched, fake: FakePlatform) -> None:
    fake.shuts(HERE.channel, "dm_closed")
    with pytest.raises(DoorShut):
        await watched.send("fake:1", HERE, HELLO, "key")
    with pytest.raises(Gone):
        await watched.edit("fake:1", MessageRef("elsewhere", "1"), HELLO)
    assert watched.calls == {("send", Ending.SHUT): 1, ("edit", Ending.GONE): 1}
    assert watched.condition is Condition.UP


async def test_a_mistake_of_ours_says_nothing_of_the_platform(watched: Watched, fake: FakePlatform) -> None:
    fake.error = lambda _method, _channel: ValueError("too long")
    with pytest.raises(ValueError, match="too long"):
        await watched.send("fake:1", HERE, HELLO, "key")
    assert watched.calls == {("send", Ending.FAILED): 1}
    assert watched.condition is Condition.UNKNOWN
