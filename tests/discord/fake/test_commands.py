"""Application commands: which lists Discord takes, and what it keeps of them."""

import pytest

from tests.discord.fake.conftest import Raw
from tests.fakes.discord.model import Guild, Json
from tests.fakes.discord.server import FakeDiscord

CLAIM = {"name": "claim", "description": "Take a case", "type": 1}


@pytest.fixture
def route(fake: FakeDiscord) -> str:
    return f"/applications/{fake.world.bot.id}/commands"


async def test_a_list_replaces_the_one_before_and_names_keep_their_ids(
    fake: FakeDiscord, route: str, raw: Raw
) -> None:
    _status, _headers, first = await raw("PUT", route, [CLAIM, {"name": "Get help", "type": 3}])
    _status, _headers, second = await raw("PUT", route, [CLAIM | {"description": "Take it"}])
    assert [each["id"] for each in second] == [first[0]["id"]]
    assert second[0]["version"] != first[0]["version"]
    assert (await raw("GET", route))[2] == second
    assert fake.world.command_creates == 2


async def test_those_of_a_guild_are_apart(fake: FakeDiscord, guild: Guild, route: str, raw: Raw) -> None:
    of_guild = route.replace("/commands", f"/guilds/{guild.id}/commands")
    assert (await raw("PUT", of_guild, [CLAIM]))[2][0]["guild_id"] == str(guild.id)
    assert (await raw("GET", route))[2] == []


async def test_one_is_added_changed_and_deleted(route: str, raw: Raw) -> None:
    status, _headers, made = await raw("POST", route, CLAIM)
    assert status == 201
    assert (await raw("POST", route, CLAIM))[0] == 200, "the same name is the same command"
    changed = (await raw("PATCH", f"{route}/{made['id']}", {"description": "Take it"}))[2]
    assert (await raw("GET", f"{route}/{made['id']}"))[2] == changed
    assert (await raw("DELETE", f"{route}/{made['id']}"))[0] == 204
    assert (await raw("GET", f"{route}/{made['id']}"))[2]["code"] == 10063


async def test_permissions_are_told_as_text(route: str, raw: Raw) -> None:
    made = (await raw("PUT", route, [CLAIM | {"default_member_permissions": 1 << 34}]))[2]
    assert made[0]["default_member_permissions"] == str(1 << 34)


def option(**changes: object) -> Json:
    return {"name": "case", "description": "Which", "type": 4, **changes}


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "Claim"},
        {"name": "claim it"},
        {"name": "x" * 33},
        {"name": ""},
        {"description": ""},
        {"description": "x" * 101},
        {"description_localizations": {"rom": "Preia"}},
        {"description_localizations": {"ro": "x" * 101}},
        {"type": 3},
        {"options": [option(name="Case")]},
        {"options": [option(), option()]},
        {"options": [option(required=False), option(name="other", required=True)]},
        {"options": [option(name=f"o{n}") for n in range(26)]},
        {"options": [option(type=3, choices=[{"name": f"{n}", "value": f"{n}"} for n in range(26)])]},
        {"options": [option(type=3, choices=[{"name": "x", "value": "x" * 101}])]},
        {"options": [option(), option(name="sub", type=1)]},
        {"options": [option(name="a", type=2, options=[option(name="b", type=2, options=[])])]},
    ],
)
async def test_what_breaks_a_rule_is_refused(fake: FakeDiscord, route: str, raw: Raw, wrong: Json) -> None:
    status, _headers, answer = await raw("PUT", route, [CLAIM | wrong])
    assert (status, answer["code"]) == (400, 50035)
    assert fake.world.commands == {}


async def test_a_hundred_fit(route: str, raw: Raw) -> None:
    def listed(count: int) -> list[Json]:
        return [CLAIM | {"name": f"claim{n}"} for n in range(count)]

    assert (await raw("PUT", route, listed(100)))[0] == 200
    assert (await raw("PUT", route, listed(101)))[0] == 400
    assert (await raw("PUT", route, [CLAIM, CLAIM]))[0] == 400


async def test_creations_are_counted_by_the_day(fake: FakeDiscord, route: str, raw: Raw) -> None:
    fake.settings.command_creates = 3
    assert (await raw("PUT", route, [CLAIM | {"name": f"claim{n}"} for n in range(3)]))[0] == 200
    status, _headers, answer = await raw("PUT", route, [CLAIM | {"name": "another"}])
    assert (status, answer["code"]) == (429, 30034)
    assert (await raw("PUT", route, [CLAIM | {"name": "claim0"}]))[0] == 200
