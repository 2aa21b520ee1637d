"""Your data is yours: shown whole, forgotten whole, in every table there is."""

import json
from pathlib import Path

from sqlalchemy import text

from adapters.sandbox.model import COMMUNITY
from adapters.sandbox.seeds import STAFF_ROOM
from bot.durable.database import Database
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.town import Town

ABUSE = "Your devs are brain-dead morons"


async def lived(town: Town) -> None:
    """Max has left traces in every feature."""
    private = await complain(town)
    await town.max.says(private, "my order is ZX-4711")
    await town.mihai.types("case reply 1 Sorry, that was our update.")
    await town.mihai.types("case solve 1 solved The save is back.")
    await town.passes(days=3)
    await town.max.presses("Don't ask me", private)
    await town.max.says("support", "Now the whole site is down and nobody answers, this is broken")


async def was_warned(town: Town) -> None:
    """Max attacks somebody, is warned and appeals; Vera has reported him, and something else of his waits."""
    await town.change(rules=("Be kind to people.",))
    await town.mihai.types("help")
    await town.daria.types("help")
    said = await town.max.says("general", ABUSE)
    await town.vera.chooses("abuse report", said)
    form = (await town.mihai.presses("Send notice", STAFF_ROOM)).forms[0]
    await town.mihai.sends(form, rule="1")
    await town.max.says(town.private(town.max), "They were rude first, QX-11")
    await town.max.types("appeal It was meant for the QX-12 update.")
    await town.passes(hours=2)
    await town.max.says("general", f"{ABUSE}, all of you in QX-13")


async def handled(town: Town, kind: str) -> list[object]:
    """What every feature answers to `export` or `forget` for Max."""
    house = town.app.house
    known = await house.community(COMMUNITY)
    assert known is not None
    async with house.database.transaction(f"test.{kind}") as tx:
        ctx = house.context(tx, known)
        answers = [await handler(ctx, "max") for handler in house.catalogue.every(kind)]
    await house.database.checkpoint()
    return answers


async def rows(database: Database) -> str:
    """Every row of every table, as text."""
    async with database.reading() as tx:
        names = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
        tables = [row[0] for row in await tx.execute(text(names))]
        found = {name: (await tx.execute(text(f"select * from {name}"))).all() for name in tables}
    return "\n".join(f"{name}: {row}" for name, kept in found.items() for row in kept)


def on_disk(folder: Path) -> bytes:
    """Every byte of the database's files."""
    return b"".join(file.read_bytes() for file in folder.glob("ombud.db*"))


async def test_show_me_shows_my_words_and_no_notes(community: Town) -> None:
    await lived(community)
    await community.mihai.types("case note 1 he shouts a lot")
    shown = json.dumps(await handled(community, "export"), ensure_ascii=False)
    assert BROKEN in shown and "my order is ZX-4711" in shown and "the whole site is down" in shown
    assert "that was our update" in shown
    assert "he shouts" not in shown


async def test_forget_me_leaves_no_word_and_no_name_in_any_table(community: Town) -> None:
    await lived(community)
    database = community.app.house.database
    assert "ZX-4711" in await rows(database)
    await handled(community, "forget")
    left = await rows(database)
    for trace in ("ZX-4711", "the whole site is down", BROKEN[:20], "'max'", "'Max'", '"max"', "dm:max"):
        assert trace not in left, [line for line in left.splitlines() if trace in line]


async def test_forget_me_leaves_nothing_of_warnings_appeals_and_reports(community: Town) -> None:
    await was_warned(community)
    shown = json.dumps(await handled(community, "export"))
    assert ABUSE in shown and "QX-12" in shown and "QX-13" in shown
    await handled(community, "forget")
    await community.passes(minutes=1)
    left = await rows(community.app.house.database)
    for trace in (ABUSE, "QX-1", "'max'", "'Max'", '"max"', "dm:max"):
        assert trace not in left, [line for line in left.splitlines() if trace in line]
    assert ABUSE not in "".join(await community.reads(community.mihai, STAFF_ROOM)), "nor on a card"


async def test_forgotten_words_are_in_no_file_either(community: Town, tmp_path: Path) -> None:
    await lived(community)
    await handled(community, "forget")
    assert b"my order is ZX-4711" not in on_disk(tmp_path)


async def test_after_thirty_days_the_words_of_a_closed_case_are_gone(community: Town) -> None:
    await complain(community)
    await community.mihai.types("case note 1 seen before")
    await community.mihai.types("case close 1")
    await community.passes(days=29)
    assert BROKEN in await rows(community.app.house.database)
    await community.passes(days=2)
    left = await rows(community.app.house.database)
    assert BROKEN not in left and "seen before" not in left
    assert "'closed'" in left, "the case itself stays, as a count"
