"""What managers set, and what staff see of it."""

from tests.scenarios.test_member import complain
from tests.scenarios.town import Town


async def test_staff_see_what_is_promised_and_managers_can_change_it(office: Town) -> None:
    page = await office.daria.types("deadlines")
    assert "medium: first answer 2h, next answer 8h, solution 24h" in page.text
    assert "somebody is there now" in page.text and page.buttons == []
    assert [button.label for button in (await office.elena.types("deadlines")).buttons][:2] == [
        "Times",
        "Reminders",
    ]


async def test_times_by_severity(office: Town) -> None:
    form = (await office.elena.types("set deadlines")).forms[0]
    assert [field.name for field in form.fields] == ["severity", "first_answer", "next_answer", "solution"]
    done = await office.elena.sends(
        form, severity="medium", first_answer="45m", next_answer="4h", solution="2d"
    )
    assert "medium: first answer 45m, next answer 4h, solution 48h" in done.text
    await complain(office)
    await office.passes(minutes=30)
    assert "No answer to #1 yet" not in await office.last(office.max, office.private(office.max))
    await office.passes(minutes=17)
    assert "No answer to #1 yet" in await office.last(office.max, office.private(office.max))


async def test_who_is_told_when(office: Town) -> None:
    answer = await office.elena.types("set reminders high nine_tenths 1h30m")
    assert "reminder at 90 %, next level after 1h30m" in answer.text
    assert "nobody is called" in (await office.elena.types("set night nothing")).text
    assert "Next level: Daria" in (await office.elena.types("set next-level Daria")).text
    assert "isn't on the team" in (await office.elena.types("set next-level Max")).text
    assert "asked after: 3d" in (await office.elena.types("set silence 3d")).text


async def test_a_holiday_is_a_day_off(office: Town) -> None:
    assert "Public holidays: RO" in (await office.elena.types("set holidays ro")).text
    assert "no calendar for “ATLANTIS”" in (await office.elena.types("set holidays Atlantis")).text
    assert "no country chosen" in (await office.elena.types("set holidays -")).text


async def test_the_team_has_days_off_of_its_own(office: Town) -> None:
    """With all of this week off, nothing is due before the next Monday."""
    monday = office.clock.now().date()
    friday = monday.fromordinal(monday.toordinal() + 4)
    answer = await office.elena.types(f"set days-off {monday}..{friday}")
    assert "next: " in answer.text and "somebody is there now" not in answer.text
    form = (await office.elena.types("set days-off")).forms[0]
    assert form.fields[0].value == f"{monday}..{friday}"
    await complain(office)
    await office.daria.types("case claim 1")
    await office.passes(days=6)
    assert "too late" not in "\n".join(await office.reads(office.daria, "staff-room"))
    assert "none" in (await office.elena.types("set days-off -")).text


async def test_what_makes_no_sense_is_refused(office: Town) -> None:
    before = (await office.elena.types("deadlines")).text
    refused = {
        "set days-off tomorrow": "Days look like",
        "set days-off 2026-01-01..2026-12-31 2027-01-01..2027-12-31": "too much at once",
        "set deadlines low 1m 2h 3h": "between 15 minutes and 30 days",
        "set reminders low half 60d": "between 15 minutes and 30 days",
        "set silence 90d": "from 1 to 30",
    }
    for line, why in refused.items():
        assert why in (await office.elena.types(line)).text
    assert (await office.elena.types("deadlines")).text == before


async def test_only_managers_set_anything_and_members_see_nothing(office: Town) -> None:
    for line in (
        "set deadlines low 1h 2h 3h",
        "set reminders low half 4h",
        "set night high",
        "set next-level Daria",
        "set silence 3d",
        "set holidays RO",
        "set days-off -",
    ):
        assert "needs another role" in (await office.daria.types(line)).text, line
    for line in ("deadlines", "digest off", "set holidays RO"):
        assert "needs another role" in (await office.max.types(line)).text, line
