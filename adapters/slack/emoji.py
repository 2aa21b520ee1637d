"""Slack's names of the few signs that the bot reacts with: reactions go by name there."""

from bot.ports import DoorShut

_NAMES = {"👀": "eyes", "✅": "white_check_mark", "❤️": "heart", "🙏": "pray", "👍": "+1"}


def name_of(emoji: str) -> str:
    """The name, without colons. Raises DoorShut for a sign that has none here."""
    try:
        return _NAMES[emoji]
    except KeyError:
        raise DoorShut("unknown_emoji") from None
