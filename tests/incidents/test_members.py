"""Incidents as members live through them: one notice, a private line each, and no five hundred replies."""

from tests.incidents.crowd import DOWN, NEVER_CAME, Crowd


async def test_nobody_is_answered_aloud_from_the_moment_staff_are_asked(crowd: Crowd) -> None:
    await crowd.complain(6)
    said = len(await crowd.public("general"))
    (late,) = await crowd.complain(1, channel="general")
    assert len(await crowd.public("general")) == said
    assert "#7" in await crowd.private(late)
    await crowd.complain(1, NEVER_CAME, channel="general")
    assert len(await crowd.public("general")) == said + 1, "another topic is as loud as always"


async def test_who_comes_later_hears_what_all_were_told(crowd: Crowd) -> None:
    await crowd.taken()
    (late,) = await crowd.complain(1, channel="general")
    told = await crowd.private(late)
    assert "Servers in Frankfurt do not answer." in told and "The next update on #7" in told
    assert "Servers in Frankfurt" in (await crowd.public("general"))[-1]


async def test_whoever_has_something_else_says_so_and_goes_alone(crowd: Crowd) -> None:
    one, two, *_ = await crowd.taken()
    answer = await one.presses("Mine is something else", crowd.town.private(one))
    assert "Noted: #1 is a matter of its own" in answer.text
    await crowd.town.daria.types("incident solve It works.")
    await crowd.town.passes(seconds=1)
    assert "It works." in await crowd.private(two)
    assert "It works." not in await crowd.private(one)


async def test_same_here_joins_with_a_sign_and_hears_the_end(crowd: Crowd) -> None:
    await crowd.complain(6)
    joined = crowd.members[8]
    said = await joined.says("support", "у меня тоже", to=crowd.wrote[0])
    assert "👀" in await crowd.signs(said)
    assert "Same here: 1" in await crowd.staff()
    await crowd.town.mihai.presses("It is one incident", "staff-room")
    await crowd.notice("Servers in Frankfurt do not answer.")
    assert await crowd.direct(joined) == ""
    await crowd.town.mihai.types("incident solve All servers answer.")
    await crowd.town.passes(seconds=1)
    told = await crowd.direct(joined)
    assert told.count("All servers answer.") == 1


async def test_same_here_under_the_notice_and_its_button(crowd: Crowd) -> None:
    await crowd.taken()
    notice = (await crowd.town.messages(crowd.town.mihai, "support"))[-1]
    by_words, by_button = crowd.members[8], crowd.members[9]
    assert "👀" in await crowd.signs(await by_words.says("support", "same here", to=notice.id))
    assert "Noted" in (await by_button.presses("Affects me too", "support")).text
    await by_button.presses("Affects me too", "support")
    assert "Same here: 2" in await crowd.staff()
    await crowd.town.mihai.types("incident solve All servers answer.")
    await crowd.town.passes(seconds=1)
    for member in (by_words, by_button):
        assert (await crowd.direct(member)).count("All servers answer.") == 1


async def test_same_here_under_a_single_case_hears_that_it_is_settled_and_nothing_else(crowd: Crowd) -> None:
    await crowd.complain(1, NEVER_CAME)
    joined = crowd.members[5]
    await joined.says("support", "same here", to=crowd.wrote[0])
    await joined.says("support", "me too", to=crowd.wrote[0])
    await crowd.town.mihai.types("case solve 1 solved Your parcel was at the neighbour's, Mr Popescu.")
    told = await crowd.direct(joined)
    assert told.count("That matter is settled now.") == 1
    assert "Popescu" not in told


async def test_with_facts_of_their_own_it_is_a_case_of_their_own(crowd: Crowd) -> None:
    await crowd.complain(1, NEVER_CAME)
    other = crowd.members[5]
    words = "same here, order 4431: my parcel has been lost for two weeks and nobody answers"
    await other.says("support", words, to=crowd.wrote[0])
    await crowd.town.passes(seconds=9)
    assert "#2" in await crowd.private(other)


async def test_a_friend_who_agrees_with_praise_joins_nothing(crowd: Crowd) -> None:
    praise = await crowd.members[0].says("general", "I love the new map, best update ever")
    said = await crowd.members[1].says("general", "same here", to=praise.id)
    assert await crowd.signs(said) == []


async def test_one_member_who_writes_ten_times_is_no_crowd(crowd: Crowd) -> None:
    for number in range(10):
        await crowd.members[0].says("support", f"{DOWN} ({number})")
        await crowd.town.passes(seconds=30)
    assert "Is this one incident?" not in await crowd.staff()


async def test_nobody_is_asked_how_another_matter_went_while_it_lasts(crowd: Crowd) -> None:
    await crowd.complain(1, NEVER_CAME)
    await crowd.town.mihai.types("case solve 1 solved It is on its way.")
    await crowd.town.passes(days=2, hours=23, minutes=30)
    await crowd.members[0].says("support", DOWN)
    await crowd.complain(5)
    await crowd.town.mihai.presses("It is one incident", "staff-room")
    await crowd.notice("Servers in Frankfurt do not answer.")
    first = crowd.town.private(crowd.members[0], 0)
    await crowd.town.passes(minutes=50)
    assert "?" not in await crowd.town.last(crowd.members[0], first)
    await crowd.town.mihai.types("incident solve All servers answer.")
    await crowd.town.passes(hours=3)
    assert "?" in await crowd.town.last(crowd.members[0], first)
