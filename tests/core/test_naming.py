"""Words that name something on the platform: channels, groups, people; times and zones; what a form begins with."""

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.catalogue.arguments import TimeOfDay, Words
from bot.catalogue.collect import Catalogue
from bot.catalogue.declare import command, suggests
from bot.context import Context
from bot.durable.database import Database
from bot.ports import Channel, Group, Purpose, Survey
from bot.vocabulary.people import EVERYONE
from bot.vocabulary.replies import Message, Text, say
from tests.fakes.running import COMMUNITY, Running, running


class Planner:
    """Says back what it was given."""

    name = "core"

    @command("plan room", roles=EVERYONE)
    async def room(self, ctx: Context, channel: Channel) -> Message:
        return say(Text(channel.id))

    @command("plan rooms", roles=EVERYONE)
    async def rooms(self, ctx: Context, channels: tuple[Channel, ...]) -> Message:
        return say(Text("+".join(channel.id for channel in channels) or "none"))

    @command("plan crews", roles=EVERYONE)
    async def crews(self, ctx: Context, groups: tuple[Group, ...]) -> Message:
        return say(Text("+".join(f"{group.id}:{group.name}" for group in groups)))

    @command("plan day", roles=EVERYONE)
    async def day(self, ctx: Context, opens: TimeOfDay, zone: ZoneInfo | None = None) -> Message:
        return say(Text(f"{opens} {zone.key if zone else 'nowhere'}"))

    @command("plan look", roles=EVERYONE)
    async def look(self, ctx: Context, survey: Survey, channels: tuple[Channel, ...] = ()) -> Message:
        lacking = [f"{channel}/{purpose}" for (channel, purpose), codes in survey.lacking.items() if codes]
        return say(Text(f"{len(survey.channels)} {len(survey.groups)} {' '.join(lacking)}"))


class Form:
    """Has a form, with the sentences of the one it is named after."""

    name = "setup"

    @command("set watched", roles=EVERYONE)
    async def watched(self, ctx: Context, channels: tuple[Channel, ...]) -> Message:
        return say(Text("+".join(channel.id for channel in channels)))

    @suggests("set watched")
    async def what_there_is(self, ctx: Context) -> Mapping[str, str]:
        return {"channels": f"#{ctx.community.settings.staff_room}"}


@pytest.fixture
async def fake(sqlite_database: Database) -> AsyncIterator[Running]:
    async with running(sqlite_database, Planner(), Form()) as opened:
        opened.directory.rooms.append(Channel("900", "quiet corner"))
        opened.directory.crews.append(Group("77", "Night shift"))
        yield opened


async def told(fake: Running, line: str) -> str:
    return (await fake.types("max", line)).text


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("plan room support", "support"),
        ("plan room #SUPPORT", "support"),
        ("plan room <#900>", "900"),
        ("plan room <#900|quiet>", "900"),
        ("plan room 900", "900"),
        ('plan room "quiet corner"', "900"),
        ("plan rooms #support <#900>", "support+900"),
        ("plan rooms support, quiet corner", "support+900"),
        ('plan rooms "quiet corner" support support', "900+support"),
        ("plan rooms quiet corner", "900"),
        ("plan rooms -", "none"),
        ("plan crews <@&77>", "77:Night shift"),
        ("plan crews @night shift, Moderators", "77:Night shift+moderators:Moderators"),
        ("plan crews Mihai", "mihai:Mihai"),
        ("plan day 9:30", "570 nowhere"),
        ("plan day 24", "1440 nowhere"),
        ("plan day 9.05 europe/bucharest", "545 Europe/Bucharest"),
        ("plan day 9 new_york", "540 America/New_York"),
    ],
)
async def test_it_is_found_however_the_platform_writes_it(fake: Running, line: str, answer: str) -> None:
    assert await told(fake, line) == answer


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("plan room nowhere", "“nowhere” is no channel"),
        ("plan rooms support, nowhere", "“nowhere” is no channel"),
        ("plan crews strangers", "“strangers” is neither a group nor a person"),
        ("plan day noon", "“noon” isn't a time of day"),
        ("plan day 9:75", "“9:75” isn't a time of day"),
        ("plan day 24:01", "“24:01” isn't a time of day"),
        ("plan day 9 Atlantis", "“Atlantis” isn't a time zone"),
    ],
)
async def test_what_nobody_has_is_said(fake: Running, line: str, answer: str) -> None:
    assert answer in await told(fake, line)


async def test_a_survey_looks_at_what_is_used_and_what_is_named(fake: Running) -> None:
    fake.directory.missing = {"support": ("speak",), "900": ("see",), "staff-room": ()}
    assert await told(fake, "plan look") == "3 2 support/watch support/staff_room support/removal"
    assert await told(fake, "plan look <#900>") == (
        f"3 2 support/{Purpose.WATCH} support/staff_room support/removal 900/watch 900/staff_room 900/removal"
    )


async def test_a_form_begins_with_what_is_suggested(fake: Running) -> None:
    (form,) = (await fake.types("max", "set watched")).forms
    assert form.fields[0].value == "#staff-room"


async def test_names_complete_with_quotes_where_they_have_spaces(fake: Running) -> None:
    async def completed(line: str) -> list[str]:
        return [choice.value for choice in await fake.app.complete(COMMUNITY, "max", line)]

    assert await completed("plan room #qu") == ['plan room "quiet corner"']
    assert await completed("plan rooms support st") == ["plan rooms support staff-room"]
    assert await completed("plan crews night") == ['plan crews "Night shift"']
    assert await completed("plan day 9 bucha") == ["plan day 9 Europe/Bucharest"]


def test_what_is_asked_of_the_platform_does_not_go_through_the_inbox() -> None:
    class Wordy:
        name = "core"

        @command("wordy")
        async def wordy(self, ctx: Context, channel: Channel, text: Words) -> Message:
            return say(Text(text))

    class Listing:
        name = "core"

        @command("listing")
        async def listing(self, ctx: Context, channels: tuple[Channel, ...], wait: timedelta) -> Message:
            return say(Text(str(wait)))

    with pytest.raises(ValueError, match="doesn't go through the inbox"):
        Catalogue([Wordy()])
    with pytest.raises(ValueError, match="lists come last"):
        Catalogue([Listing()])
