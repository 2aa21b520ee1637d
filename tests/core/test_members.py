"""What the core remembers of a member: a name, and the language they use with us."""

from bot.durable.database import Database
from bot.members import Members
from bot.vocabulary.people import Member
from tests.fakes.communities import met
from tests.fakes.directory import ANA, MAX


async def test_the_language_last_used_is_remembered_until_the_member_is_forgotten(database: Database) -> None:
    community = await met(database)
    async with database.transaction("test.members") as tx:
        members = Members(tx, community)
        assert await members.language_of("ana") is None
        for language in ("ro", "ru"):
            await members.remember(ANA, language)
            assert await members.language_of("ana") == language
        await members.remember(MAX, "en")
        await members.forget("ana")
        assert await members.language_of("ana") is None
        assert await members.language_of("max") == "en"


async def test_one_id_in_two_communities_is_two_people(database: Database) -> None:
    here, there = await met(database), await met(database, "fake:other")
    async with database.transaction("test.members") as tx:
        await Members(tx, here).remember(Member("1", "Ana"), "ro")
        await Members(tx, there).remember(Member("1", "Vera"), "ru")
        await Members(tx, there).forget("1")
        assert await Members(tx, here).language_of("1") == "ro"
        assert await Members(tx, there).language_of("1") is None
