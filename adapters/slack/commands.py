"""The slash commands: one for everything, and one of its own for whoever has something to complain about."""

from bot.vocabulary.replies import Command

OMBUD, COMPLAIN = "/ombud", "/complain"

COMPLAINT, HELP = "complain", "help"
"""Commands of the core: what the second slash command is, and what the first is without words."""


def typed(command: Command) -> str:
    """A command of the core as it is typed on Slack."""
    return command.typed("/" if command.name == COMPLAINT else f"{OMBUD} ")
