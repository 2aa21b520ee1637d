"""Log lines say what happened and where it broke; never what somebody wrote, nor who they are."""

import gc
from collections import Counter

import pytest

from bot.catalogue.declare import due, on
from bot.community import CommunitySettings, Mode
from bot.composition.features import cogs
from bot.context import Context
from bot.durable.database import Database
from bot.telemetry import start_logging
from bot.vocabulary.events import MessagePosted
from bot.vocabulary.facts import CaseOpened, StaffReplied
from bot.vocabulary.people import Member, Role
from bot.vocabulary.signals import EffectSettled
from tests.fakes.platform import FakePlatform
from tests.fakes.running import Running, running
from tests.fakes.village import STAFF_ROOM

COMPLAINT = (
    "The app keeps crashing since the update and I lost my saved game. This is unacceptable. "
    "Even my landlord Ioachim laughs."
)
REPLY = "Dear Zenobia, we found your parrot in the backup."
NAMES = ("Zenobia", "Hieronymus")
TELLING = ("landlord", "Ioachim", "parrot", "crashing", "backup", *NAMES)
SEEDS = CommunitySettings(mode=Mode.FULL, watched=frozenset({"support"}), staff_room=STAFF_ROOM)


class Clumsy:
    """Stumbles over everything once, and quotes it as it falls."""

    name = "clumsy"

    def __init__(self) -> None:
        self.fell: Counter[str] = Counter()

    def _fall(self, over: str, words: str) -> None:
        self.fell[over] += 1
        if self.fell[over] == 1:
            raise ValueError(f"{over}: {words}") from LookupError(words)

    @on(MessagePosted)
    async def posted(self, ctx: Context, event: MessagePosted) -> None:
        await ctx.timers.set("clumsy.due", 1, ctx.now)
        self._fall("posted", f"{ctx.doer.name} wrote {event.text}")

    @on(CaseOpened)
    async def opened(self, ctx: Context, fact: CaseOpened) -> None:
        self._fall("opened", f"{COMPLAINT} {NAMES}")

    @on(StaffReplied)
    async def replied(self, ctx: Context, fact: StaffReplied) -> None:
        self._fall("replied", f"{fact.name} wrote {fact.text}")

    @on(EffectSettled)
    async def settled(self, ctx: Context, settled: EffectSettled) -> None:
        self._fall("settled", f"{COMPLAINT} {NAMES}")

    @due("clumsy.due")
    async def due(self, ctx: Context, subject: int) -> None:
        self._fall("due", f"{COMPLAINT} {NAMES}")


class ClumsyPlatform(FakePlatform):
    """Quotes what it was given in an error that no adapter should raise: once in each channel."""

    def __init__(self) -> None:
        super().__init__()
        self.fell: set[str] = set()
        self.error = self._fall

    def _fall(self, _method: str, channel: str) -> Exception | None:
        if channel in self.fell:
            return None
        self.fell.add(channel)
        return ValueError(f"{COMPLAINT} {REPLY}")


@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
async def test_a_complaint_and_everything_that_breaks_around_it(
    sqlite_database: Database,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    as_json: bool,
) -> None:
    start_logging("debug", as_json=as_json)
    clumsy, platform = Clumsy(), ClumsyPlatform()
    async with running(sqlite_database, *cogs(), clumsy, platform=platform, seeds=SEEDS) as core:
        await _complain_and_answer(core)
        said = "\n".join(post.text for post in platform.posts)
    gc.collect()  # so that a task that failed unseen is told of now
    captured = capsys.readouterr()
    log = captured.out + captured.err + caplog.text
    assert all(word in said for word in ("landlord", "parrot", "Hieronymus")), "it was all said"
    assert set(clumsy.fell) == {"posted", "opened", "replied", "settled", "due"}
    for line in ("inbox.failed", "timer.failed", "outbox.failed", "outcome.failed", "transaction"):
        assert line in log
    assert "test_no_words_in_logs.py" in log, "the trace says where"
    assert [word for word in TELLING if word in log] == []


async def _complain_and_answer(core: Running) -> None:
    core.directory.people = {
        "u1": Member("u1", "Zenobia"),
        "u2": Member("u2", "Hieronymus", Role.MODERATOR),
    }
    await core.says("u1", COMPLAINT)
    await core.settled()
    core.clock.move(seconds=9)
    for _ in range(3):
        await core.app.tick()
    await core.settled()
    answer = await core.types("u2", f"case reply 1 {REPLY}")
    await core.settled()
    assert "parrot" not in answer.text
    await core.types("u2", "case fnord Zenobia parrot")
    await core.types("u2", 'case transfer 1 "Zenobia parrot"')
    await core.settled()
