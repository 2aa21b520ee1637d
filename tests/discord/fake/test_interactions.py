"""Commands, menus, buttons and forms: what people may do, what the bot is told, and how soon it must answer."""

from typing import Any

import discord
import pytest
from discord import app_commands

from tests.discord.fake.conftest import Listener, Raw, connected
from tests.fakes.discord.commands import NotOffered
from tests.fakes.discord.interactions import SECONDS_OF_TOKEN, SECONDS_TO_ANSWER, Answer, Kind, eventually
from tests.fakes.discord.model import Channel, Member, Message
from tests.fakes.discord.server import FakeDiscord


class Desk(Listener):
    """A client with a command of each kind, and a button that does what a test tells it to."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[discord.Interaction[Any]] = []
        case = app_commands.Group(name="case", description="Cases", guild_only=True)
        case.default_permissions = discord.Permissions(manage_threads=True)
        case.command(name="claim", description="Take a case")(claim)
        self.tree.add_command(case)
        self.tree.command(name="complain", description="Say what is wrong")(complain)
        self.tree.context_menu(name="Get help with this")(get_help)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        if interaction.type is discord.InteractionType.component:
            self.pressed.append(interaction)


async def completed(_interaction: discord.Interaction[Any], current: str) -> list[app_commands.Choice[int]]:
    return [app_commands.Choice(name=f"Case {n}", value=n) for n in (1, 12, 20) if str(n).startswith(current)]


@app_commands.autocomplete(case=completed)
async def claim(
    interaction: discord.Interaction[Any], case: int, member: discord.Member | None = None
) -> None:
    """Take a case."""
    whose = member.display_name if member else "you"
    await interaction.response.send_message(f"Case {case} is with {whose}")


class Complaint(discord.ui.Modal, title="Complain"):
    """A form of two fields."""

    what: discord.ui.Label[Any] = discord.ui.Label(
        text="What happened?", component=discord.ui.TextInput(custom_id="what", max_length=200)
    )
    topic: discord.ui.Label[Any] = discord.ui.Label(
        text="About",
        component=discord.ui.Select(
            custom_id="topic", options=[discord.SelectOption(label="Parcels", value="parcels")]
        ),
    )

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        assert isinstance(self.what.component, discord.ui.TextInput)
        assert isinstance(self.topic.component, discord.ui.Select)
        await interaction.followup.send(f"{self.topic.component.values[0]}: {self.what.component.value}")


async def complain(interaction: discord.Interaction[Any]) -> None:
    """Say what is wrong."""
    await interaction.response.send_modal(Complaint())


async def get_help(interaction: discord.Interaction[Any], message: discord.Message) -> None:
    """Get help with a message."""
    await interaction.response.send_message(f"About {message.content!r}", ephemeral=True)


@pytest.fixture
async def desk(fake: FakeDiscord, support: Channel, room: Channel, ana: Member, daria: Member) -> Any:
    async with connected(fake, Desk()) as client:
        yield client


@pytest.fixture
async def card(fake: FakeDiscord, support: Channel, desk: Desk) -> Message:
    """A message with a button, a link and a disabled button."""
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Claim", custom_id="1:claim:7"))
    view.add_item(discord.ui.Button(label="Rules", url="https://example.org"))
    view.add_item(discord.ui.Button(label="Solve", custom_id="1:solve:7", disabled=True))
    said = await desk.text_channel(support).send("Case 7", view=view)
    return support.messages[said.id]


async def pressed(
    fake: FakeDiscord, desk: Desk, card: Message, who: Member
) -> tuple[Any, discord.Interaction[Any]]:
    before = len(desk.pressed)
    mine = fake.world.presses(who, card, "Claim")
    await eventually(lambda: len(desk.pressed) > before)
    return mine, desk.pressed[-1]


async def test_a_command_is_typed_with_its_options(
    fake: FakeDiscord, room: Channel, ana: Member, daria: Member, desk: Desk
) -> None:
    answer = await fake.world.slash(daria, room, "/case claim", {"case": 7, "member": ana}).answer()
    assert answer.says == "Case 7 is with Ana"
    assert answer.interaction is not None and answer.interaction["type"] == Kind.COMMAND
    assert room.texts == ["Case 7 is with Ana"]


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("case claim", {}),
        ("case claim", {"case": "seven"}),
        ("case claim", {"case": 7, "colour": "red"}),
        ("case solve", {"case": 7}),
        ("case", {"case": 7}),
        ("nothing", {}),
    ],
)
async def test_what_does_not_exist_can_not_be_typed(
    fake: FakeDiscord, room: Channel, daria: Member, desk: Desk, command: str, options: dict[str, Any]
) -> None:
    with pytest.raises(NotOffered):
        fake.world.slash(daria, room, command, options)


async def test_a_command_for_moderators_is_offered_to_them_alone(
    fake: FakeDiscord, support: Channel, ana: Member, daria: Member, desk: Desk
) -> None:
    assert {each["name"] for each in fake.world.offers(daria, support)} == {
        "case",
        "complain",
        "Get help with this",
    }
    assert {each["name"] for each in fake.world.offers(ana, support)} == {"complain", "Get help with this"}
    in_dm = fake.world.offers(ana, fake.world.dm_with(ana.user))
    assert {each["name"] for each in in_dm} == {"complain", "Get help with this"}


async def test_choices_are_offered_while_typing(
    fake: FakeDiscord, room: Channel, daria: Member, desk: Desk
) -> None:
    typing = fake.world.autocompletes(daria, room, "case claim", {"case": "1"})
    assert [each["value"] for each in await typing.completions()] == [1, 12]
    with pytest.raises(NotOffered):
        fake.world.autocompletes(daria, room, "case claim", {"case": "1", "member": daria})


async def test_a_menu_tells_of_its_message(
    fake: FakeDiscord, support: Channel, ana: Member, desk: Desk
) -> None:
    posted = fake.world.posts(ana, support, "My parcel")
    answer = await fake.world.menu(ana, posted, "Get help with this").answer()
    assert answer.says == "About 'My parcel'"
    assert support.texts == ["My parcel"], "nobody else reads the answer"
    assert fake.world.ephemerals(ana, support) == [answer]


async def test_a_form_is_filled_in_and_sent(
    fake: FakeDiscord, support: Channel, ana: Member, desk: Desk
) -> None:
    asked = fake.world.slash(ana, support, "complain")
    assert (await asked.form())["title"] == "Complain"
    for wrong in ({"What happened?": ""}, {"What happened?": "x" * 201}, {"what": "x", "about": "y"}):
        with pytest.raises(NotOffered):
            fake.world.submits_modal(asked, wrong)
    sent = fake.world.submits_modal(asked, {"What happened?": "Late", "About": "parcels"})
    assert (await sent.answer()).says == "parcels: Late"
    assert sent.answered is Answer.DEFERRED and sent.says == ["parcels: Late"]
    assert [each.content for each in fake.world.ephemerals(ana)] == ["parcels: Late"]


async def test_buttons_are_pressed_by_those_who_can(
    fake: FakeDiscord, support: Channel, ana: Member, desk: Desk, card: Message
) -> None:
    mine, told = await pressed(fake, desk, card, ana)
    assert told.data is not None and told.data["custom_id"] == "1:claim:7"  # type: ignore[typeddict-item]
    await told.response.edit_message(content="Case 7, with Ana", view=None)
    assert (await mine.answer()).content == "Case 7, with Ana"
    assert card.components == [] and card.content == "Case 7, with Ana"
    for gone in ("Claim", "Rules", "Solve", "Dance"):
        with pytest.raises(NotOffered):
            fake.world.presses(ana, card, gone)


async def test_what_only_one_was_shown_another_can_not_press(
    fake: FakeDiscord, ana: Member, daria: Member, desk: Desk, card: Message
) -> None:
    mine, told = await pressed(fake, desk, card, ana)
    view = discord.ui.View()
    view.add_item(discord.ui.Button(label="Yes", custom_id="1:yes"))
    await told.response.send_message("Sure?", view=view, ephemeral=True)
    shown = await mine.answer()
    with pytest.raises(NotOffered):
        fake.world.presses(daria, shown, "Yes")
    fake.world.presses(ana, shown, "Yes")


async def test_after_three_seconds_it_is_too_late(
    fake: FakeDiscord, ana: Member, desk: Desk, card: Message
) -> None:
    mine, told = await pressed(fake, desk, card, ana)
    mine.born -= SECONDS_TO_ANSWER
    assert mine.failed
    with pytest.raises(discord.NotFound) as refused:
        await told.response.send_message("Here I am")
    assert refused.value.code == 10062


async def test_it_is_answered_once(
    fake: FakeDiscord, ana: Member, desk: Desk, card: Message, raw: Raw
) -> None:
    mine, told = await pressed(fake, desk, card, ana)
    await told.response.send_message("Yes?")
    again = {"type": 4, "data": {"content": "Yes??"}}
    status, _headers, answer = await raw("POST", f"/interactions/{mine.id}/{mine.token}/callback", again)
    assert (status, answer["code"]) == (400, 40060)


async def test_it_lives_fifteen_minutes(fake: FakeDiscord, ana: Member, desk: Desk, card: Message) -> None:
    mine, told = await pressed(fake, desk, card, ana)
    with pytest.raises(discord.NotFound) as early:
        await told.followup.send("Before the answer")
    assert early.value.code == 10015
    await told.response.defer()
    await told.followup.send("In time", ephemeral=True)
    mine.born -= SECONDS_OF_TOKEN
    with pytest.raises(discord.HTTPException) as late:
        await told.followup.send("Too late")
    assert late.value.code == 50027


async def test_thinking_is_followed_by_words_in_its_place(
    fake: FakeDiscord, support: Channel, ana: Member, desk: Desk, card: Message
) -> None:
    mine, told = await pressed(fake, desk, card, ana)
    await told.response.defer(thinking=True)
    assert mine.loading and mine.says == []
    await told.edit_original_response(content="Done")
    assert mine.says == ["Done"] and support.texts == ["Case 7", "Done"]
    await told.followup.send("And more")
    assert mine.says == ["Done", "And more"]
    await told.delete_original_response()
    assert support.texts == ["Case 7", "And more"]


async def test_an_update_answers_only_what_came_from_a_message(
    fake: FakeDiscord, support: Channel, ana: Member, raw: Raw
) -> None:
    mine = fake.world.interact(Kind.COMMAND, ana, support, {"id": "1", "name": "x", "type": 1})
    for kind in (Answer.DEFERRED_UPDATE, Answer.UPDATE, Answer.CHOICES, 99):
        status, _headers, answer = await raw(
            "POST", f"/interactions/{mine.id}/{mine.token}/callback", {"type": kind}
        )
        assert (status, answer["code"]) == (400, 50035)
    assert mine.answered is None
