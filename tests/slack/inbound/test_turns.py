"""One after the other, and each once at a time."""

import asyncio

import pytest

from adapters.slack.turns import Once, Turns


async def test_whoever_came_first_goes_first_and_no_line_holds_up_another() -> None:
    turns, done, gate = Turns(), list[str](), asyncio.Event()

    async def work(line: str, what: str) -> None:
        async with turns.turn(line):
            if what == "1":
                await gate.wait()
            done.append(what)

    tasks = [asyncio.create_task(work(line, what)) for line, what in (("a", "1"), ("a", "2"), ("b", "3"))]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    assert done == ["3"]
    gate.set()
    await asyncio.gather(*tasks)
    assert done == ["3", "1", "2"]


async def test_a_turn_that_fails_lets_the_next_one_go() -> None:
    turns = Turns()
    with pytest.raises(ZeroDivisionError):
        async with turns.turn("a"):
            raise ZeroDivisionError
    async with asyncio.timeout(10), turns.turn("a"):
        pass


async def test_what_is_being_done_is_not_begun_again() -> None:
    once, began, gate = Once(), list[int](), asyncio.Event()

    async def work() -> None:
        began.append(1)
        await gate.wait()

    tasks = [asyncio.create_task(once.do("a", work)) for _ in range(3)]
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*tasks)
    assert began == [1]
    assert len(once) == 0


async def test_everybody_who_waits_hears_of_the_failure() -> None:
    once = Once()

    async def work() -> None:
        await asyncio.sleep(0)
        raise ZeroDivisionError

    found = await asyncio.gather(once.do("a", work), once.do("a", work), return_exceptions=True)
    assert [type(each) for each in found] == [ZeroDivisionError, ZeroDivisionError]


async def test_what_was_begun_is_finished_even_if_nobody_waits_for_it() -> None:
    once, gate, done = Once(), asyncio.Event(), list[str]()

    async def work() -> None:
        await gate.wait()
        done.append("whole")

    waiting = asyncio.create_task(once.do("a", work))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    asyncio.get_running_loop().call_later(0.05, gate.set)
    await once.finish(5)
    assert done == ["whole"]


async def test_what_takes_too_long_is_let_go() -> None:
    once = Once()
    task = once.start("a", asyncio.Event().wait)  # type: ignore[arg-type]
    await once.finish(0.05)
    assert task.cancelled()
    await once.finish(0.05)
