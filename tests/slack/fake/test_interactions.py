"""Commands, clicks, shortcuts and forms as an unmodified Bolt app gets and answers them, over both transports."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.fakes.discord.commands import NotOffered
from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.model import Channel, User
from tests.fakes.slack.server import FakeSlack
from tests.slack.fake.conftest import Ear

Json = dict[str, Any]
BUTTON = {
    "type": "button",
    "text": {"type": "plain_text", "text": "Claim"},
    "action_id": "claim",
    "value": "7",
}
CARD = [{"type": "actions", "block_id": "card", "elements": [BUTTON]}]
FIELD = {
    "type": "input",
    "block_id": "text",
    "label": {"type": "plain_text", "text": "Your answer"},
    "element": {"type": "plain_text_input", "action_id": "text", "max_length": 20},
}
FORM: Json = {
    "type": "modal",
    "callback_id": "reply",
    "private_metadata": "C1/2",
    "title": {"type": "plain_text", "text": "Reply"},
    "submit": {"type": "plain_text", "text": "Send"},
    "blocks": [FIELD],
}


def opens(ear: Ear, form: Json) -> None:
    """The app opens a form for whatever has a trigger."""

    async def open_it(body: Json) -> None:
        await ear.client.views_open(trigger_id=body["trigger_id"], view=form)

    ear.work = open_it


async def test_a_command_is_acknowledged_and_answered_for_one_person(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User, daria: User
) -> None:
    async def answer(body: Json) -> None:
        await AsyncWebhookClient(body["response_url"]).send(text=f"{body['text']} is done")

    ear.work = answer
    command = fake.world.slash(max_, support, "/ombud", "queue & more")
    assert await command.acknowledged() < 0.5
    assert fake.world.reads(await command.answer()) == "queue & more is done"
    assert [each.text for each in fake.world.ephemerals(max_, support)] == ["queue &amp; more is done"]
    assert fake.world.sees_messages(daria, support) == []
    assert [fake.world.reads(each) for each in fake.world.sees_messages(max_, support)] == [
        "queue & more is done"
    ]


async def test_words_in_the_acknowledgement_of_a_command_are_shown(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    ear.acks["command"] = {"text": "One moment"}
    assert (await fake.world.slash(max_, support, "/ombud").answer()).text == "One moment"


async def test_a_click_tells_the_message_and_its_answer_may_replace_it(
    fake: FakeSlack, ear: Ear, support: Channel, daria: User
) -> None:
    posted = await ear.client.chat_postMessage(channel=support.id, text="Case 1", blocks=CARD)
    card = support.messages[posted["ts"]]
    click = fake.world.presses(daria, card, "Claim")
    await click.acknowledged()
    body = next(each for each in ear.bodies if each["type"] == "block_actions")
    assert body["actions"][0]["action_id"] == "claim" and body["actions"][0]["value"] == "7"
    assert body["message"]["ts"] == card.ts and body["container"]["is_ephemeral"] is False
    url = AsyncWebhookClient(click.response_url)
    await url.send(text="Taken", replace_original=False)
    await url.send(text="Case 1, Daria has it", replace_original=True)
    assert card.text == "Case 1, Daria has it" and card.blocks == []
    assert click.says == ["Taken"]


async def test_what_one_person_is_shown_has_buttons_too(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User, daria: User
) -> None:
    await ear.client.chat_postEphemeral(channel=support.id, user=max_.id, text="Help?", blocks=CARD)
    hint = fake.world.ephemerals(max_)[0]
    with pytest.raises(NotOffered):
        fake.world.presses(daria, hint, "Claim")
    click = fake.world.presses(max_, hint, "Claim")
    await click.acknowledged()
    body = next(each for each in ear.bodies if each["type"] == "block_actions")
    assert "message" not in body and body["container"]["is_ephemeral"] is True
    await AsyncWebhookClient(click.response_url).send(delete_original=True)
    assert fake.world.ephemerals(max_) == []


async def test_a_response_url_serves_five_times(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    command = fake.world.slash(max_, support, "/ombud")
    url = AsyncWebhookClient(command.response_url)
    assert [(await url.send(text=str(n))).status_code for n in range(6)] == [200] * 5 + [404]
    fake.settings.url_seconds = 0.0
    late = await AsyncWebhookClient(fake.world.slash(max_, support, "/ombud").response_url).send(text="Late")
    assert "expired_url" in late.body


async def test_a_form_is_opened_filled_in_and_closed(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    opens(ear, FORM)
    said = fake.world.posts(max_, support, "Stale bread")
    form = await fake.world.shortcut(max_, said, "case_reply").form()
    assert form.title == "Reply" and form.fields == {"text": None} and fake.world.modal(max_) is form
    with pytest.raises(NotOffered, match="must be filled in"):
        fake.world.submits(max_, form, {})
    with pytest.raises(NotOffered, match="takes 0 to 20"):
        fake.world.submits(max_, form, {"text": "x" * 21})
    ear.work = None
    sent = fake.world.submits(max_, form, {"Your answer": "Fresh bread"})
    await sent.acknowledged()
    view = ear.bodies[-1]["view"]
    assert view["state"]["values"]["text"]["text"]["value"] == "Fresh bread"
    assert (view["callback_id"], view["private_metadata"]) == ("reply", "C1/2")
    assert fake.world.modal(max_) is None


async def test_a_form_may_be_sent_back(fake: FakeSlack, ear: Ear, support: Channel, max_: User) -> None:
    opens(ear, FORM)
    form = await fake.world.slash(max_, support, "/ombud", "reply").form()
    ear.work = None
    ear.acks["view_submission"] = {"response_action": "errors", "errors": {"text": "Say more"}}
    sent = fake.world.submits(max_, form, {"text": "Hm"})
    await sent.acknowledged()
    assert sent.errors == {"text": "Say more"} and fake.world.modal(max_) is form
    ear.acks["view_submission"] = {"response_action": "update", "view": FORM | {"title": _plain("Again")}}
    await fake.world.submits(max_, form, {"text": "Hm"}).acknowledged()
    assert form.title == "Again"
    ear.acks["view_submission"] = {"response_action": "clear"}
    await fake.world.submits(max_, form, {"text": "Hm"}).acknowledged()
    assert fake.world.modal(max_) is None


async def test_a_trigger_works_once_and_not_for_long(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    command = fake.world.slash(max_, support, "/ombud")
    await ear.client.views_open(trigger_id=command.trigger_id, view=FORM)
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        await ear.client.views_open(trigger_id=command.trigger_id, view=FORM)
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        await ear.client.views_open(trigger_id="1.2.abc", view=FORM)
    fake.settings.trigger_seconds = 0.0
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        await ear.client.views_open(
            trigger_id=fake.world.slash(max_, support, "/ombud").trigger_id, view=FORM
        )


async def test_forms_lie_on_each_other_three_deep(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    form = FORM | {"blocks": [*CARD, FIELD]}
    opens(ear, form)
    first = await fake.world.slash(max_, support, "/ombud").form()
    ear.work = None
    top = first
    for _ in range(2):
        click = fake.world.presses(max_, top, "Claim")
        await ear.client.views_push(trigger_id=click.trigger_id, view=form)
        top = await click.form()
    click = fake.world.presses(max_, top, "Claim")
    with pytest.raises(SlackApiError, match="push_limit_reached"):
        await ear.client.views_push(trigger_id=click.trigger_id, view=form)
    await fake.world.submits(max_, top, {"text": "Done"}).acknowledged()
    assert fake.world.modal(max_) is not None and fake.world.modal(max_) is not top


async def test_a_home_is_published_and_pressed(fake: FakeSlack, ear: Ear, max_: User) -> None:
    fake.world.opens_home(max_)
    await ear.hears("app_home_opened")
    home = {"type": "home", "blocks": CARD}
    told = await ear.client.views_publish(user_id=max_.id, view=home)
    shown = fake.world.home(max_)
    assert shown is not None and shown.buttons == ["Claim"]
    click = fake.world.presses(max_, shown, "Claim")
    await click.acknowledged()
    assert ear.bodies[-1]["view"]["id"] == told["view"]["id"] and "response_url" not in ear.bodies[-1]
    await ear.client.views_publish(user_id=max_.id, view=home | {"blocks": [{"type": "divider"}]})
    assert (await click.home_shown()).buttons == []
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await ear.client.views_publish(user_id=max_.id, view=home, hash=told["view"]["hash"])


async def test_a_home_and_messages_are_there_if_the_manifest_says_so(
    fake: FakeSlack, ear: Ear, max_: User
) -> None:
    scopes = {"oauth_config": {"scopes": {"bot": ["chat:write", "im:write"]}}}
    fake.install(
        scopes | {"features": {"app_home": {"home_tab_enabled": False, "messages_tab_enabled": False}}}
    )
    with pytest.raises(SlackApiError, match="not_enabled"):
        await ear.client.views_publish(user_id=max_.id, view={"type": "home", "blocks": CARD})
    with pytest.raises(SlackApiError, match="messages_tab_disabled"):
        await ear.client.chat_postMessage(channel=max_.id, text="Hello")
    with pytest.raises(NotOffered):
        fake.world.writes_to_bot(max_, "Hello?")


async def test_options_are_suggested_while_somebody_types(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    select = {"type": "external_select", "action_id": "case", "placeholder": _plain("Which?")}
    opens(ear, FORM | {"blocks": [FIELD | {"element": select, "block_id": "case"}]})
    form = await fake.world.slash(max_, support, "/ombud").form()
    ear.work = None
    option = {"text": _plain("Case 12"), "value": "12"}
    ear.acks["block_suggestion"] = {"options": [option]}
    assert await fake.world.types_in(max_, form, "case", "1").suggestions() == [option]
    await fake.world.submits(max_, form, {"case": "12"}).acknowledged()
    state = ear.bodies[-1]["view"]["state"]["values"]["case"]["case"]
    assert state["selected_option"]["value"] == "12"


async def test_nothing_acknowledged_in_time_is_a_failure_and_is_not_sent_again(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    fake.settings.ack_seconds = 0.1
    fake.faults.lose_acks(1.0)
    command = fake.world.slash(max_, support, "/ombud", "queue")
    await eventually(lambda: command.failed, 5.0)
    await fake.delivered()
    assert command.failed == "timeout"
    assert len([body for body in ear.bodies if "command" in body]) == 1


async def test_only_commands_and_shortcuts_of_the_manifest_are_offered(
    fake: FakeSlack, ear: Ear, support: Channel, max_: User
) -> None:
    shortcut = {"name": "Get help", "callback_id": "help", "type": "message", "description": "Get help"}
    features = {"slash_commands": [{"command": "/ombud"}], "shortcuts": [shortcut]}
    fake.install({"oauth_config": {"scopes": {"bot": ["commands"]}}, "features": features})
    with pytest.raises(NotOffered):
        fake.world.slash(max_, support, "/complain")
    with pytest.raises(NotOffered):
        fake.world.slash(fake.world.add_user("Petra", stranger=True), support, "/ombud")
    said = fake.world.posts(max_, support, "Stale bread")
    with pytest.raises(NotOffered):
        fake.world.shortcut(max_, said, "Delete")
    chosen = fake.world.shortcut(max_, said, "Get help")
    await chosen.acknowledged()
    assert ear.bodies[-1]["callback_id"] == "help" and ear.bodies[-1]["message"]["ts"] == said.ts


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}
