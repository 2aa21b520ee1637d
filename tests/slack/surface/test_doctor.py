"""What `doctor` says of Slack: what is well, and what to do about the rest."""

from dataclasses import replace

import pytest

from adapters.slack.doctor import Access, examine
from adapters.slack.manifest import SCOPES
from bot.community import Community, find_community
from bot.durable.database import Database
from bot.errors import StartError
from bot.language import Translations
from tests.slack.bakery import Bakery


async def lines(bakery: Bakery, **changed: object) -> list[str]:
    fake = bakery.fake
    access = Access(fake.bot_token, fake.api_url, True, fake.app_token)
    access = replace(access, **changed)  # type: ignore[arg-type]

    async def settings_of(key: str) -> Community | None:
        async with Database.open(bakery.database) as database, database.reading() as tx:
            return await find_community(tx, key)

    return [str(one) async for one in examine(access, Translations.load().voice("en"), settings_of)]


async def test_everything_is_well(bakery: Bakery) -> None:
    bakery.fake.granted = frozenset(SCOPES)
    await bakery.set_up()
    said = await lines(bakery)
    assert [line for line in said if line.startswith("!!")] == []
    assert any("#staff-room" in line for line in said)
    assert any("#support" in line for line in said)


async def test_whether_messages_can_be_removed_is_advice(bakery: Bakery) -> None:
    await bakery.set_up()
    said = await lines(bakery)
    assert any(line.startswith("   ") and "SLACK_ADMIN_TOKEN" in line for line in said)
    said = await lines(bakery, admin_token=bakery.fake.lends(bakery.elena))
    assert any(line.startswith("ok") and "SLACK_ADMIN_TOKEN" in line for line in said)
    for token in (bakery.fake.lends(bakery.max), "xoxp-revoked"):
        said = await lines(bakery, admin_token=token)
        assert any(line.startswith("!!") and "SLACK_ADMIN_TOKEN" in line for line in said)


async def test_scopes_that_lack_are_named(bakery: Bakery) -> None:
    bakery.fake.granted = frozenset(SCOPES) - {"pins:write", "im:write"}
    await bakery.set_up()
    assert any(line.startswith("!!") and "im:write, pins:write" in line for line in await lines(bakery))


async def test_channels_it_is_not_in_are_named(bakery: Bakery) -> None:
    outside = bakery.world.add_channel("outside", bakery.max, bot=False)
    old = bakery.world.add_channel("old", bakery.max)
    bakery.world.archives(old)
    await bakery.set_up(watched=frozenset({outside.id, old.id, "C0GONE"}))
    wrong = [line for line in await lines(bakery) if line.startswith("!!")]
    assert any("#outside" in line and "/invite" in line for line in wrong)
    assert any("#old" in line and "archived" in line for line in wrong)
    assert any("C0GONE" in line for line in wrong)


async def test_the_way_in_is_looked_at(bakery: Bakery) -> None:
    await bakery.set_up()
    assert any(
        "SLACK_APP_TOKEN" in line and line.startswith("!!") for line in await lines(bakery, app_token=None)
    )
    assert any(
        "SLACK_APP_TOKEN" in line and line.startswith("!!")
        for line in await lines(bakery, app_token="xapp-no")
    )
    assert any("SLACK_SIGNING_SECRET" in line for line in await lines(bakery, socket=False))
    assert any(
        line.startswith("ok SLACK_SIGNING") for line in await lines(bakery, socket=False, signing_secret="s")
    )


async def test_a_workspace_that_is_not_set_up_is_told_how(bakery: Bakery) -> None:
    assert any("/ombud setup" in line for line in await lines(bakery))


async def test_a_wrong_token_is_explained(bakery: Bakery) -> None:
    with pytest.raises(StartError, match="SLACK_BOT_TOKEN"):
        await lines(bakery, bot_token="xoxb-no")
