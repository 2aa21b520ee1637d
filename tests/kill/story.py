"""Step 2 of the whole loop, as its people live it: from a public complaint to "Not yet", days later."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from tests.kill.page import Page
from tests.kill.walk import Step

PEOPLE = ("max", "mihai")
COMPLAINT = "I paid for the premium plan two weeks ago and it still isn't active. Nobody answers my emails."
REPLY = "The payment was stuck; it went through a minute ago."
NOTE = "the bank again, third time this week"
SOLUTION = "The plan is active since today."


def from_complaint_to_not_yet(pages: Mapping[str, Page]) -> Sequence[Step]:
    max_, mihai = pages["max"], pages["mihai"]
    calendar = Calendar(mihai)

    async def thought_ends() -> None:
        await mihai.moves_clock(timedelta(seconds=9))

    async def answer(action: str, **values: str) -> None:
        await mihai.fills(action, "staff-room", **values)

    def everything_has_begun() -> bool:
        told = max_.sees("#1", "public") and max_.offers("case decline", "private")
        return told and mihai.offers("case claim", "staff") and mihai.sees(COMPLAINT, "thread")

    return (
        Step(
            "the complaint in public",
            lambda: max_.says("support", COMPLAINT),
            lambda: max_.sees(COMPLAINT, "public"),
        ),
        Step("acknowledgement, private conversation, card and thread", thought_ends, everything_has_begun),
        Step(
            "the card shows who has claimed the case",
            lambda: mihai.presses("case claim", "staff-room"),
            lambda: mihai.offers("case release", "staff"),
        ),
        Step(
            "the reply in private",
            lambda: answer("case reply", text=REPLY),
            lambda: max_.sees(REPLY, "private"),
        ),
        Step(
            "the note in the staff thread",
            lambda: mihai.says(mihai.channel("thread"), NOTE),
            lambda: mihai.sees(NOTE, "thread"),
        ),
        Step(
            "the solution in private",
            lambda: answer("case solve", ending="solved", text=SOLUTION),
            lambda: max_.sees(SOLUTION, "private") and mihai.offers("case reopen", "staff"),
        ),
        Step(
            "the check-in three days later",
            lambda: calendar.passes(timedelta(days=3)),
            lambda: max_.offers("check-in not-yet", "private"),
        ),
        Step(
            "the case is open again with the same moderator",
            lambda: max_.presses("check-in not-yet", max_.channel("private")),
            lambda: mihai.offers("case release", "staff") and mihai.offers("case solve", "staff"),
        ),
    )


class Calendar:
    """Moves the community's clock to a time, however often it has to be moved for it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._until: datetime | None = None

    async def passes(self, time: timedelta) -> None:
        self._until = self._until or self._page.now + time
        await self._page.moves_clock(max(self._until - self._page.now, timedelta(milliseconds=1)))
