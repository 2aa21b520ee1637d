"""Questions that nobody answers: listed after four working hours, for staff alone, and no longer than needed."""

from sqlalchemy import select

from cogs.questions.store import questions
from tests.scenarios.test_privacy import handled
from tests.scenarios.town import Town

ASKED = "Hey team, when will you ship to Romania?"


async def listed(town: Town) -> str:
    return (await town.mihai.types("questions")).text


async def rows(town: Town) -> int:
    async with town.app.house.database.reading() as tx:
        return len((await tx.execute(select(questions.c.id))).all())


async def test_after_four_working_hours_it_is_listed_and_nobody_else_notices(office: Town) -> None:
    await office.max.says("support", ASKED)
    await office.passes(hours=3)
    assert "has been answered" in await listed(office)
    await office.passes(hours=1, minutes=1)
    told = await listed(office)
    assert ASKED in told and "Max" in told
    assert await office.reads(office.max, "support") == [ASKED], "nothing is said in public"
    assert "needs another role" in (await office.max.types("questions")).text


async def test_four_hours_in_the_evening_are_not_over_before_the_next_day(office: Town) -> None:
    await office.passes(hours=7)
    await office.max.says("support", ASKED)
    await office.passes(hours=10)
    assert ASKED not in await listed(office)
    await office.passes(hours=9)
    assert ASKED in await listed(office)


async def test_it_stands_in_the_morning_list_without_its_words(office: Town) -> None:
    await office.max.says("support", ASKED)
    await office.passes(hours=5)
    await office.passes(hours=18, minutes=5)
    room = "\n".join(await office.reads(office.mihai, "staff-room"))
    assert "Questions that nobody has answered" in room and "/questions" in room
    assert ASKED not in room


async def test_an_answer_of_staff_or_a_reply_of_anybody_is_enough(office: Town) -> None:
    one = await office.max.says("support", ASKED)
    await office.passes(hours=1)
    await office.ana.says("support", "In May, they said.", to=one.id)
    await office.vera.says("support", "Вы доставляете в Кишинёв?")
    await office.passes(hours=1)
    await office.daria.says("support", "Yes, from next week.")
    await office.passes(hours=5)
    assert "has been answered" in await listed(office)
    assert await rows(office) == 0, "its words are gone with it"


async def test_what_may_have_been_meant_for_somebody_else_is_no_answer(office: Town) -> None:
    other = await office.ana.says("support", "Look at my new setup!")
    await office.max.says("support", ASKED)
    await office.max.says("support", "Anyone?")
    await office.daria.says("support", "Beautiful.", to=other.id)
    await office.passes(hours=1)
    await office.ana.says("support", "Nice weather today.")
    await office.passes(hours=4)
    assert ASKED in await listed(office)


async def test_staff_say_that_it_is_answered(office: Town) -> None:
    await office.max.says("support", ASKED)
    await office.passes(hours=5)
    answer = await office.mihai.types("questions")
    assert [button.label for button in answer.buttons] == ["1: answered", "1: make it a case"]
    first = f"1:question.answered:{office.row}:{answer.buttons[0].numbers[0]}"
    assert "not listed any more" in (await office.mihai.presses_id(first)).text
    assert "not listed any more" in (await office.mihai.presses_id(first)).text, "twice does no harm"
    assert "has been answered" in await listed(office) and await rows(office) == 0


async def test_it_becomes_a_case_and_the_answer_reaches_who_asked(office: Town) -> None:
    await office.max.says("support", ASKED)
    await office.passes(hours=5)
    answer = await office.mihai.types("questions")
    second = f"1:question.case:{office.row}:{answer.buttons[1].numbers[0]}"
    assert "It is #1 now" in (await office.mihai.presses_id(second)).text
    assert ASKED in await office.last(office.mihai, office.staff_thread())
    assert "has been answered" in await listed(office)
    await office.mihai.types("case reply 1 From next week on.")
    assert "From next week on." in await office.last(office.max, office.private(office.max))


async def test_edited_it_is_what_it_says_now_and_deleted_it_is_gone(office: Town) -> None:
    message = await office.max.says("support", ASKED)
    other = await office.vera.says("support", "Вы доставляете в Кишинёв?")
    await office.passes(hours=5)
    await office.max.edits(message, "Hey team, when will you ship to Hungary?")
    assert "Hungary" in await listed(office) and "Romania" not in await listed(office)
    await office.max.edits(message, "Never mind.")
    await office.vera.deletes(other)
    assert "has been answered" in await listed(office) and await rows(office) == 0


async def test_nothing_is_kept_of_who_wants_to_be_forgotten_or_left_alone(office: Town) -> None:
    await office.max.says("support", ASKED)
    await handled(office, "forget")
    assert await rows(office) == 0
    await office.ana.types("quiet me")
    await office.ana.says("support", ASKED)
    await office.change(watched=frozenset())
    await office.max.says("support", ASKED)
    assert await rows(office) == 0, "nor where nobody reads along"


async def test_after_a_week_its_words_go(office: Town) -> None:
    await office.max.says("support", ASKED)
    await office.passes(days=9)
    assert await rows(office) == 0


async def test_whoever_wants_to_be_left_alone_later_is_off_the_list_at_once(office: Town) -> None:
    await office.max.says("support", ASKED)
    await office.passes(hours=5)
    await office.max.types("quiet me")
    assert await rows(office) == 0
    assert "has been answered" in await listed(office)
