"""What Prometheus reads: counted while the program works, and read when it is asked for."""

from tests.operate.program import Program
from tests.operate.test_health import COMPLAINT


async def test_messages_are_counted_and_so_are_those_that_matter(ombud: Program) -> None:
    await ombud.town.ana.says("general", "Good morning everybody, lovely weather today.")
    await ombud.town.ana.says("general", "See you at the meetup on Friday.")
    assert await ombud.metric("messages_received_total") == 2
    assert await ombud.metric("messages_kept_total") == 0
    await ombud.complaint(COMPLAINT)
    assert await ombud.metric("messages_received_total") == 3
    assert await ombud.metric("messages_kept_total") == 1


async def test_a_complaint_is_a_case_and_its_effects(ombud: Program) -> None:
    assert await ombud.metric("cases_opened_total") == 0
    await ombud.complaint(COMPLAINT)
    await ombud.town.settled()
    found = await ombud.metrics()
    delivered = {
        labels: count
        for (name, labels), count in found.items()
        if name == "ombud_effects_total" and ("outcome", "delivered") in labels
    }
    assert found["ombud_cases_opened_total", ()] == 1
    assert sum(delivered.values()) >= 3, "the acknowledgement, the private opener and the staff card"
    here = (("platform", "sandbox"),)
    assert found["ombud_delivery_seconds_count", here] == sum(delivered.values())
    assert 0 < found["ombud_delivery_seconds_sum", here] < 20
    assert await ombud.metric("platform_calls_total", platform="sandbox", method="open", ending="ok")
    assert await ombud.metric("platform_up", platform="sandbox") == 1


async def test_a_platform_that_is_down_is_seen_by_its_refusals(ombud: Program) -> None:
    await ombud.platform_goes(down=True)
    await ombud.complaint(COMPLAINT)
    await ombud.becomes(lambda it: it.json["status"] == "degraded")
    assert await ombud.metric("platform_up", platform="sandbox") == 0
    refused = {
        labels: count
        for (name, labels), count in (await ombud.metrics()).items()
        if name == "ombud_platform_calls_total" and ("ending", "transient") in labels
    }
    assert sum(refused.values()) > 0
    assert await ombud.metric("rows_waiting", queue="outbox")


async def test_it_can_be_asked_for_the_newer_format_too(ombud: Program) -> None:
    accept = {"Accept": "application/openmetrics-text; version=1.0.0"}
    async with ombud.client.get(f"{ombud.url}/metrics", headers=accept) as answer:
        assert answer.content_type == "application/openmetrics-text"
        assert (await answer.text()).endswith("# EOF\n")
