"""What goes out: where it goes, and what is kept in sight there."""

from bot.durable.outbox import State
from bot.vocabulary.places import MemberDM, MessageRef, Room, Team
from tests.fakes.board import NOTICE, Board
from tests.fakes.village import Village, until

DM = MemberDM("max")
QUESTION = MessageRef("support", "17")


async def test_a_place_is_known_before_the_first_word_is_said_there(sqlite_village: Village) -> None:
    """Whoever is let in may be quicker than we are."""
    village = sqlite_village
    village.platform.pace = lambda channel: 60.0 if channel.startswith("channel") else 0.0
    await village.says("hello", DM)
    async with village.relaying():
        await until(lambda: village.platform.calls["send"])
        async with village.looking() as ctx:
            assert await ctx.places.of_channel("channel-1") == (DM,)


async def test_a_place_that_takes_not_a_word_is_not_kept(sqlite_village: Village, board: Board) -> None:
    """It let itself be opened; another way to the member may lead to another place."""
    village = sqlite_village
    board.notices[1] = "hello"
    village.platform.shuts("channel-1", "dm_closed")
    async with village.doing() as ctx:
        await ctx.outbox.show(DM, NOTICE)
    async with village.relaying():
        await village.delivered()
    assert [told.outcome for told in board.told] == [State.SHUT]
    async with village.looking() as ctx:
        assert await ctx.places.channel_of(DM) is None


async def test_a_message_of_ours_is_pinned_once(village: Village) -> None:
    await village.says("read this", Room("general"))
    async with village.relaying():
        await village.delivered()
        (post,) = village.platform.posts
        for _ in range(2):
            async with village.doing() as ctx:
                await ctx.outbox.pin(post.ref, Room("general"), "pin:1")
            await village.delivered()
    assert village.platform.texts("general") == ["read this"]
    assert village.platform.pins == [post.ref]


async def test_what_is_gone_cannot_be_pinned(village: Village) -> None:
    async with village.doing() as ctx:
        await ctx.outbox.pin(QUESTION, Room("support"), "pin:1")
    async with village.relaying():
        await village.delivered()
    assert await village.states() == [State.GONE]


async def test_what_shows_nothing_any_more_needs_no_place(sqlite_village: Village, board: Board) -> None:
    village = sqlite_village
    async with village.doing() as ctx:
        await ctx.outbox.show(Team("nobody"), NOTICE)
    async with village.relaying():
        await village.delivered()
    assert [told.outcome for told in board.told] == [State.DELIVERED]
