"""Staff put the bot right, as they do on cards and messages."""

from bot.catalogue.button_ids import write_button_id
from tests.scenarios.town import Answer, Someone


async def says_why(who: Someone, answer: Answer, why: str = "banter", **words: str) -> Answer:
    """The reason, in the form that opened, or in the one behind the button that was offered."""
    if not answer.forms:
        answer = await who.presses_id(write_button_id(answer.buttons[0], who.town.row))
    return await who.sends(answer.forms[0], why=why, **words)


async def calls_none(who: Someone, why: str = "banter", **words: str) -> Answer:
    """The newest card in the staff room, by its button, where that asks why."""
    return await says_why(who, await who.presses("Not a complaint", "staff-room"), why, **words)
