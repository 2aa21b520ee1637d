"""A button's id: `1:<action>:<community>:<numbers>`, at most 100 bytes.

Ids live in old messages for ever, so the format is a contract: a new one gets a new leading number.
"""

from dataclasses import dataclass

from bot.vocabulary.replies import Button

LIMIT = 100


@dataclass(frozen=True, slots=True)
class ButtonId:
    """What an id says; `community` is the row id of the community, `action` is written with spaces."""

    action: str
    community: int
    numbers: tuple[int, ...]


def write_button_id(button: Button, community: int) -> str:
    """The id of a button in that community. Raises ValueError if it would not fit."""
    numbers = ",".join(map(str, button.numbers))
    text = f"1:{button.action.replace(' ', '.')}:{community}:{numbers}"
    if len(text.encode()) > LIMIT:
        raise ValueError(f"the id of button {button.action!r} is longer than {LIMIT} bytes")
    return text


def read_button_id(text: str) -> ButtonId | None:
    """What the id says, or None for an id that is not ours, damaged or of another version."""
    match text.split(":"):
        case ["1", action, community, numbers] if action and community.isdecimal() and len(text) <= LIMIT:
            parts = numbers.split(",") if numbers else []
            if community.isascii() and all(part.isascii() and part.isdecimal() for part in parts):
                return ButtonId(action.replace(".", " "), int(community), tuple(map(int, parts)))
    return None
