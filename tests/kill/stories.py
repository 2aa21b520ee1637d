"""Step 2 of the whole loop, as its people live it, and how each story ends whatever happens to the program."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from tests.kill.ledger import Ledger
from tests.kill.page import Page
from tests.kill.walk import Step, Story

COMPLAINT = "I paid for the premium plan two weeks ago and it still isn't active. Nobody answers my emails."
PLANGERE = "Am plătit abonamentul acum două săptămâni și tot nu e activ. Nimeni nu răspunde la mailuri."
REPLY = "The payment was stuck; it went through a minute ago."
NOTE = "the bank again, third time this week"
SOLUTION = "The plan is active since today."

THOUGHT = timedelta(seconds=9)


class Calendar:
    """Moves the community's clock on to a time, however often that has to be tried."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._until: datetime | None = None

    async def passes(self, time: timedelta) -> None:
        self._until = self._until or self._page.now + time
        await self._page.moves_clock(max(self._until - self._page.now, timedelta(milliseconds=1)))


def _not_yet(pages: Mapping[str, Page]) -> Sequence[Step]:
    member, mihai, calendar = pages["max"], pages["mihai"], Calendar(pages["mihai"])
    return (
        Step(
            "a complaint in public",
            lambda: member.says("support", COMPLAINT),
            lambda: member.sees(COMPLAINT, "public"),
        ),
        Step(
            "the acknowledgement, the private conversation, the card and the thread",
            lambda: mihai.moves_clock(THOUGHT),
            lambda: (
                member.sees("#1", "public")
                and member.offers("case decline", "private")
                and mihai.offers("case claim", "staff")
                and mihai.sees(COMPLAINT, "thread")
            ),
        ),
        Step(
            "the card shows who claimed the case",
            lambda: mihai.presses("case claim", "staff-room"),
            lambda: mihai.offers("case release", "staff"),
        ),
        Step(
            "the reply in private",
            lambda: mihai.fills("case reply", "staff-room", text=REPLY),
            lambda: member.sees(REPLY, "private"),
        ),
        Step(
            "the note in the thread",
            lambda: mihai.says(mihai.channel("thread"), NOTE),
            lambda: mihai.sees(NOTE, "thread"),
        ),
        Step(
            "the solution in private",
            lambda: mihai.fills("case solve", "staff-room", ending="solved", text=SOLUTION),
            lambda: member.sees(SOLUTION, "private") and mihai.offers("case reopen", "staff"),
        ),
        Step(
            "the check-in three days later",
            lambda: calendar.passes(timedelta(days=3)),
            lambda: member.offers("check-in not-yet", "private"),
        ),
        Step(
            "the case is open again with the same moderator",
            lambda: member.presses("check-in not-yet", member.channel("private")),
            lambda: mihai.offers("case release", "staff") and mihai.offers("case solve", "staff"),
        ),
    )


NOT_YET = Story(
    people=("max", "mihai"),
    steps=_not_yet,
    ending=Ledger(
        said=(
            ("public", "max", COMPLAINT),
            ("public", "ombud", "intake.ack"),
            ("private", "ombud", "intake.opener"),
            ("private", "ombud", "reply"),
            ("private", "ombud", "solved"),
            ("private", "ombud", "checkin"),
            ("staff", "ombud", "case.card"),
            *[("thread", "ombud", "cases.mirror")] * 5,
            ("thread", "mihai", NOTE),
        ),
        facts=(
            ("case_opened", None),
            ("member_wrote", COMPLAINT),
            ("door_opened", None),
            ("case_claimed", None),
            ("staff_replied", REPLY),
            ("note_added", NOTE),
            ("case_solved", SOLUTION),
            ("check_in_asked", None),
            ("check_in_answered", None),
            ("case_reopened", None),
            *[("deadline_met", None)] * 2,
        ),
        cases=((1, "open", "mihai", 1),),
        answers=("not_yet",),
        timers=("cases.due",),
    ),
)
"""From a public complaint to "Not yet"."""


def _first_asides(pages: Mapping[str, Page]) -> Sequence[Step]:
    member, ana, mihai = pages["max"], pages["ana"], pages["mihai"]
    return (
        Step(
            "a complaint in public",
            lambda: member.says("support", COMPLAINT),
            lambda: member.sees(COMPLAINT, "public"),
        ),
        Step(
            "another one's complaint",
            lambda: ana.says("general", PLANGERE),
            lambda: ana.sees(PLANGERE, "public"),
        ),
        Step(
            "two acknowledgements, two private conversations, two cards",
            lambda: mihai.moves_clock(THOUGHT),
            lambda: (
                all(page.offers("case decline", "private") for page in (member, ana))
                and all(member.sees(number, "public") for number in ("#1", "#2"))
                and all(mihai.sees(text, "thread") for text in (COMPLAINT, PLANGERE))
            ),
        ),
        Step(
            "one stays in public",
            lambda: member.presses("case public", member.channel("private")),
            lambda: mihai.sees("stays in public", "staff"),
        ),
        Step(
            "the other needs no help, and the reply is taken down",
            lambda: ana.presses("case decline", ana.channel("private")),
            lambda: not ana.sees("#2", "public") and mihai.sees("needs no help", "thread"),
        ),
    )


def _asides(pages: Mapping[str, Page]) -> Sequence[Step]:
    member, mihai = pages["max"], pages["mihai"]
    calendar = Calendar(mihai)
    return (
        *_first_asides(pages),
        Step(
            "the reply in public",
            lambda: mihai.types(f"case reply 1 {REPLY}"),
            lambda: member.sees(REPLY, "public"),
        ),
        Step(
            "the solution in public",
            lambda: mihai.types(f"case solve 1 solved {SOLUTION}"),
            lambda: member.sees(SOLUTION, "public") and mihai.offers("case reopen", "staff"),
        ),
        Step(
            "the check-in three days later",
            lambda: calendar.passes(timedelta(days=3)),
            lambda: member.offers("check-in never", "private"),
        ),
        Step(
            "the member is not to be asked again",
            lambda: member.presses("check-in never", member.channel("private")),
            lambda: mihai.sees("doesn't want to be asked", "staff"),
        ),
    )


ASIDES = Story(
    people=("max", "ana", "mihai"),
    steps=_asides,
    ending=Ledger(
        said=(
            ("public", "max", COMPLAINT),
            ("public", "ana", PLANGERE),
            ("public", "ombud", "intake.ack"),
            ("public", "ombud", "reply"),
            ("public", "ombud", "solved"),
            *[("private", "ombud", "intake.opener")] * 2,
            ("private", "ombud", "checkin"),
            *[("staff", "ombud", "case.card")] * 2,
            # Two complaints, a withdrawal, a reply, a solution, an answer to the check-in.
            *[("thread", "ombud", "cases.mirror")] * 6,
        ),
        facts=(
            *[("case_opened", None)] * 2,
            *[("door_opened", None)] * 2,
            ("member_wrote", COMPLAINT),
            ("member_wrote", PLANGERE),
            ("stayed_public", None),
            ("case_withdrawn", None),
            ("staff_replied", REPLY),
            ("case_solved", SOLUTION),
            ("check_in_asked", None),
            ("check_in_answered", None),
            *[("deadline_met", None)] * 2,
            *[("deadline_cancelled", None)] * 2,
        ),
        cases=((1, "solved", "mihai", 0), (2, "closed", None, 0)),
        answers=("never",),
        timers=("cases.erase", "followups.close", "labels.over"),
    ),
)
"""What else a member may press: stay in public, no help needed, don't ask me."""
