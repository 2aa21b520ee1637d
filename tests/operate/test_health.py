"""Whoever looks after the program asks it how it is, over HTTP."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Table, insert, text

from adapters.sandbox.seeds import STAFF_ROOM
from bot.durable.tables import inbox, outbox, timers
from tests.fixtures.postgres import PostgresServer
from tests.operate.program import Program, program

COMPLAINT = "My parcel hasn't arrived for nine days and nobody answers me!"
PASSWORD = "a-password-nobody-guesses"
AGES_AGO = datetime(2020, 1, 1, tzinfo=UTC)


class TestWell:
    async def test_a_quiet_community(self, ombud: Program) -> None:
        answer = await ombud.health()
        assert answer.status == 200
        assert answer.json["status"] == "ok" and answer.json["reasons"] == []
        assert answer.json["platforms"] == [{"name": "sandbox", "condition": "unknown"}]
        assert answer.json["outbox"] == {"waiting": 0, "lag_seconds": 0.0, "dead": 0}

    async def test_the_database_is_named_with_its_version_and_what_is_known_of_it(
        self, ombud: Program
    ) -> None:
        database = (await ombud.health()).json["database"]
        assert database["kind"] == "sqlite" and database["version"].startswith("SQLite 3.")
        assert database["wal_reset_bug"] is ombud.database.has_wal_reset_bug
        assert database["reachable"] and database["writable"]

    async def test_a_platform_that_took_something_is_up(self, ombud: Program) -> None:
        await ombud.complaint(COMPLAINT)
        await ombud.town.settled()
        answer = await ombud.health()
        assert answer.json["platforms"] == [{"name": "sandbox", "condition": "up"}]
        assert answer.is_well

    async def test_the_answer_is_never_kept_by_anybody_on_the_way(self, ombud: Program) -> None:
        async with ombud.client.get(f"{ombud.url}/healthz") as answer:
            assert answer.headers["Cache-Control"] == "no-store"

    async def test_there_is_nothing_else_to_see(self, ombud: Program) -> None:
        async with ombud.client.get(ombud.url) as answer:
            assert answer.status == 404


class TestDegraded:
    async def test_a_platform_that_is_down_until_it_is_back(self, ombud: Program) -> None:
        await ombud.platform_goes(down=True)
        await ombud.complaint(COMPLAINT)
        answer = await ombud.becomes(lambda it: it.json["outbox"]["lag_seconds"] > 0.5)
        assert answer.status == 200, "a restart would not bring the platform back"
        assert answer.json["status"] == "degraded"
        assert answer.json["reasons"] == ["platform.down:sandbox"]
        assert answer.json["outbox"]["waiting"] > 0
        await ombud.platform_goes(down=False)
        await ombud.becomes(lambda it: it.is_well)

    async def test_a_timer_nobody_knows_any_more(self, ombud: Program) -> None:
        row = {"name": "gone.feature", "subject": 1, "due_at": AGES_AGO, "attempts": 0, "dead": False}
        await put(ombud, timers, row)
        assert (await ombud.health()).json["reasons"] == ["timers.late"]
        for _ in range(5):
            await ombud.running.app.tick()
        answer = await ombud.health()
        assert answer.json["reasons"] == ["timers.dead"]
        assert answer.json["timers"] == {"waiting": 0, "lag_seconds": 0.0, "dead": 1}
        # The program's own tick may have tried it meanwhile, too.
        assert (await ombud.metric("errors_total", event="timer.failed") or 0) >= 5
        assert await ombud.metric("rows_dead", queue="timers") == 1

    async def test_a_letter_nobody_can_read_any_more(self, tmp_path: Path, sqlite_url: str) -> None:
        """Left by an earlier version, say. It is tried five times, and then holds up nothing."""
        async with program(tmp_path, database_url=sqlite_url) as before:
            await put(before, inbox, letter("new", datetime.now(UTC)))
        async with program(tmp_path, database_url=sqlite_url) as ombud:
            answer = await ombud.becomes(lambda it: it.json["inbox"]["dead"] == 1)
            assert answer.json["reasons"] == ["inbox.dead"]
            assert await ombud.metric("errors_total", event="inbox.failed") == 5

    async def test_what_came_in_and_is_not_handled(self, ombud: Program) -> None:
        await put(ombud, inbox, letter("new", datetime.now(UTC) - timedelta(minutes=10)))
        answer = await ombud.health()
        assert answer.json["reasons"] == ["inbox.late"]
        assert answer.json["inbox"]["lag_seconds"] == pytest.approx(600, abs=5)

    async def test_what_could_not_go_out_and_was_set_aside(self, ombud: Program) -> None:
        await put(ombud, outbox, effect("dead"))
        answer = await ombud.health()
        assert answer.json["reasons"] == ["outbox.dead"]
        assert answer.json["outbox"] == {"waiting": 0, "lag_seconds": 0.0, "dead": 1}


class TestStaffHear:
    async def test_that_something_was_set_aside(self, ombud: Program) -> None:
        await self.breaks(ombud, subject=1)
        staff = ombud.town.mihai
        assert "set aside" in await ombud.town.last(staff, STAFF_ROOM)

    async def test_it_once_though_much_is(self, ombud: Program) -> None:
        for subject in range(3):
            await self.breaks(ombud, subject=subject)
        said = await ombud.town.reads(ombud.town.mihai, STAFF_ROOM)
        assert len([line for line in said if "set aside" in line]) == 1

    async def breaks(self, ombud: Program, subject: int) -> None:
        """A timer that no feature knows is tried until it is given up."""
        row = {"name": "gone.feature", "subject": subject, "due_at": AGES_AGO, "attempts": 4, "dead": False}
        await put(ombud, timers, row)
        await ombud.running.app.tick()
        await ombud.town.settled()


class TestFailing:
    async def test_a_full_disk_until_there_is_room(self, ombud: Program) -> None:
        async with ombud.database.transaction("test.fill") as tx:
            pages = await tx.scalar(text("PRAGMA page_count"))
            await tx.execute(text(f"PRAGMA max_page_count = {pages}"))
        said = await ombud.town.ana.types("complain " + "It never works. " * 1000)
        assert "nu mai e loc" in said.text
        answer = await ombud.health()
        assert (answer.status, answer.json["status"]) == (503, "failing")
        assert answer.json["reasons"] == ["database.not_writable"]
        assert await ombud.metric("status", status="failing") == 1
        assert await ombud.metric("database_writable") == 0
        async with ombud.database.transaction("test.make_room") as tx:
            await tx.execute(text("PRAGMA max_page_count = 1000000"))
        await ombud.becomes(lambda it: it.is_well)

    async def test_a_database_that_went_away_until_it_is_back(
        self, tmp_path: Path, postgres_server: PostgresServer, migrated_postgres_url: str
    ) -> None:
        name = migrated_postgres_url.partition("@/")[2].partition("?")[0]
        async with program(tmp_path, database_url=migrated_postgres_url) as ombud:
            assert (answer := await ombud.health()).is_well and answer.json["database"][
                "kind"
            ] == "postgresql"
            postgres_server.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
            others = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
            postgres_server.execute(others)
            answer = await ombud.health()
            assert (answer.status, answer.json["status"]) == (503, "failing")
            assert answer.json["reasons"] == ["database.unreachable"]
            assert answer.json["inbox"] is None
            assert await ombud.metric("rows_dead", queue="inbox") is None
            assert await ombud.metric("messages_received_total") == 0, "what is counted here is still told"
            postgres_server.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
            await ombud.becomes(lambda it: it.is_well)


@pytest.mark.parametrize("path", ["/healthz", "/metrics"])
async def test_nobody_reads_there_what_was_said_or_by_whom(
    tmp_path: Path, sqlite_url: str, path: str
) -> None:
    async with program(tmp_path, database_url=sqlite_url, sandbox_password=PASSWORD) as ombud:
        await ombud.complaint(COMPLAINT)
        await ombud.town.settled()
        seen = await ombud.text(path)
        assert "sandbox" in seen
        private = ["parcel", "nine days", PASSWORD, str(tmp_path)]
        assert [word for word in private if word in seen] == []
        people = ombud.running.world.people.values()
        who = {name for person in people for name in (person.id, person.name)}
        assert who & set(re.findall(r"\w+", seen)) == set()


def letter(state: str, at: datetime) -> dict[str, object]:
    return {"key": "k", "lane": "ana", "payload": {}, "state": state, "attempts": 0, "received_at": at}


def effect(state: str) -> dict[str, object]:
    times = {"created_at": AGES_AGO, "not_before": AGES_AGO}
    counts = {"priority": 10, "attempts": 10, "generation": 1}
    return {"place": "staff_room", "effect": "say", "key": "k", "state": state, **counts, **times}


async def put(ombud: Program, table: Table, row: dict[str, object]) -> None:
    """A row as some earlier trouble has left it."""
    async with ombud.database.transaction("test.put") as tx:
        await tx.execute(insert(table).values(community_id=ombud.town.row, **row))
