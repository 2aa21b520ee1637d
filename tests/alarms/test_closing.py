"""Onlookers see an end: one line, only if the member says yes, and only where it does no harm."""

from tests.scenarios.correcting import says_why
from tests.scenarios.test_member import BROKEN, complain
from tests.scenarios.town import Town

LINE = "solved"
ASKED = "May one line there say that it is solved?"
ENDANGERED = "Since the update I lost my save, support is useless and I want to kill myself."


async def public(town: Town) -> str:
    return "\n".join(await town.reads(town.ana, "support")).lower()


async def confirmed(town: Town, text: str = BROKEN) -> str:
    """Max's case is solved, and days later he says that it truly is; the private conversation."""
    private = await complain(town, text)
    await town.mihai.types("case solve 1 solved We restored it.")
    await town.passes(days=6)
    await town.max.presses("Solved", private)
    return private


async def test_on_a_yes_onlookers_read_one_line(community: Town) -> None:
    private = await confirmed(community)
    assert ASKED in await community.last(community.max, private)
    before = await community.reads(community.ana, "support")
    await community.max.presses("Yes, one line", private)
    await community.max.presses("Yes, one line", private)
    after = await community.reads(community.ana, "support")
    assert len(after) == len(before) + 1, "once, however often it is pressed"
    assert "#1" in after[-1] and LINE in after[-1].lower()
    assert "Max" not in after[-1] and "restored" not in after[-1]
    thread = "\n".join(await community.reads(community.mihai, community.staff_thread()))
    assert "one line may say in public" in thread


async def test_on_a_no_nothing_is_said(community: Town) -> None:
    private = await confirmed(community)
    before = await community.reads(community.ana, "support")
    assert LINE not in await public(community), "nor while they have not answered"
    await community.max.presses("Solved", private)
    assert "\n".join(await community.reads(community.max, private)).count(ASKED) == 1, "asked once"
    answer = await community.max.presses("No, keep it private", private)
    assert "Nothing about the end is said" in answer.text
    assert await community.reads(community.ana, "support") == before


async def test_the_line_goes_if_it_is_not_true_any_more(community: Town) -> None:
    private = await confirmed(community)
    await community.max.presses("Yes, one line", private)
    assert LINE in await public(community)
    await community.max.says(private, "It is broken again.")
    assert LINE not in await public(community)
    assert "too late" in (await community.max.presses("Yes, one line", private)).text.lower()


async def test_nobody_is_asked_about_what_was_said_in_private_alone(community: Town) -> None:
    await community.max.types("complain The app lost my saved game and nobody answers.")
    private = "dm-max"
    await community.mihai.types("case solve 1 solved We restored it.")
    await community.passes(days=6)
    await community.max.presses("Solved", private)
    assert ASKED not in "\n".join(await community.reads(community.max, private))


async def test_nobody_is_asked_about_what_is_no_public_matter(community: Town) -> None:
    private = await confirmed(community, ENDANGERED)
    assert ASKED not in "\n".join(await community.reads(community.max, private))


async def test_nobody_is_asked_about_a_refusal(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case solve 1 declined We can't bring it back.")
    await community.passes(days=6)
    await community.max.presses("It was clear", private)
    assert ASKED not in "\n".join(await community.reads(community.max, private))


async def test_a_case_about_staff_is_not_closed_in_public(community: Town) -> None:
    private = await complain(community)
    await community.daria.types("case about 1 mihai")
    await community.elena.types("case solve 1 solved I have talked to them.")
    await community.passes(days=6)
    await community.max.presses("Solved", private)
    assert ASKED not in "\n".join(await community.reads(community.max, private))


async def test_who_says_so_themselves_is_asked_as_well(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case reply 1 Which version is it?")
    await community.passes(days=6)
    await community.max.presses("It is settled", private)
    assert ASKED in await community.last(community.max, private)
    await community.max.presses("Yes, one line", private)
    assert "#1" in (await community.reads(community.ana, "support"))[-1]


async def shown(town: Town, text: str = BROKEN) -> str:
    """Max has said yes, and the line stands; the private conversation."""
    private = await confirmed(town, text)
    await town.max.presses("Yes, one line", private)
    assert LINE in await public(town)
    return private


async def test_the_line_goes_if_they_say_long_afterwards_that_it_is_not(community: Town) -> None:
    private = await shown(community)
    await community.passes(days=20)
    await community.max.presses("Not yet", private)
    assert LINE not in await public(community)
    assert "too late" in (await community.max.presses("Yes, one line", private)).text.lower()


async def test_the_line_goes_with_the_acknowledgement(community: Town) -> None:
    await shown(community)
    message = next(m for m in await community.messages(community.max, "support") if m.text == BROKEN)
    await says_why(community.mihai, await community.mihai.chooses("complaint not", message))
    assert "#1" not in await public(community)


async def test_the_line_goes_if_the_matter_goes_on_in_another_case(community: Town) -> None:
    private = await shown(community)
    await community.max.types("complain The app lost my saved game again.")
    await community.mihai.types("case merge 1 2")
    assert LINE not in await public(community)
    assert "too late" in (await community.max.presses("Yes, one line", private)).text.lower()


async def test_whoever_took_their_message_back_is_not_asked_about_it(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case solve 1 solved We restored it.")
    message = next(m for m in await community.messages(community.max, "support") if m.text == BROKEN)
    await community.max.deletes(message)
    await community.passes(days=6)
    await community.max.presses("Solved", private)
    assert ASKED not in "\n".join(await community.reads(community.max, private))


async def test_the_line_goes_when_they_take_their_message_back(community: Town) -> None:
    private = await shown(community)
    message = next(m for m in await community.messages(community.max, "support") if m.text == BROKEN)
    await community.max.deletes(message)
    assert LINE not in await public(community)
    assert "too late" in (await community.max.presses("Yes, one line", private)).text.lower()


async def test_whoever_does_not_want_to_be_asked_is_not(community: Town) -> None:
    private = await complain(community)
    await community.mihai.types("case solve 1 solved We restored it.")
    await community.passes(days=6)
    await community.max.presses("Don't ask me", private)
    await community.max.says("support", "Checkout charged my card twice and support does not answer.")
    await community.passes(seconds=9)
    await community.mihai.types("case reply 2 Which card was it?")
    await community.passes(days=6)
    other = community.private(community.max)
    await community.max.presses("It is settled", other)
    assert ASKED not in "\n".join(await community.reads(community.max, other))
