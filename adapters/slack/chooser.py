"""The modal in which any command can be chosen: in threads Slack takes no slash commands."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from adapters.slack.forms import LABEL, OPTION, OPTIONS, SUBMIT, TITLE, TYPED, View, typed, words
from bot.language import Voice
from bot.ports import ActionHelp

MORE = "more"
"""The callback of the message shortcut."""

CHOOSER = "chooser"
"""The callback of the modal. No form of the core has such an id."""

COMMAND, WORDS = "command", "words"


def chooser(commands: Sequence[ActionHelp], voice: Voice, where: str) -> View:
    """Every command this person may use, by its first word, and a field for what goes with it."""
    groups = groupby(commands, key=lambda command: command.name.partition(" ")[0])
    return {
        "type": "modal",
        "callback_id": CHOOSER,
        "private_metadata": where,
        "title": words(voice.text("slack.title"), TITLE),
        "submit": words(voice.text("core.send"), SUBMIT),
        "blocks": [
            _input(COMMAND, voice.text("slack.chooser.command"), {
                "type": "static_select",
                "option_groups": [
                    {"label": words(noun, OPTION), "options": [_option(each) for each in group][:OPTIONS]}
                    for noun, group in groups
                ][:OPTIONS],
            }),
            _input(WORDS, voice.text("slack.chooser.words"), {
                "type": "plain_text_input", "multiline": True, "max_length": TYPED,
            }, optional=True),
        ],
    }  # fmt: skip


def chosen(view: Mapping[str, Any]) -> str:
    """The command line that was put together."""
    values = typed(view)
    return f"{values.get(COMMAND, '')} {values.get(WORDS, '')}".strip()


def _option(command: ActionHelp) -> dict[str, Any]:
    return {
        "text": words(command.usage, OPTION),
        "value": command.name,
        "description": words(command.help, OPTION),
    }


def _input(name: str, label: str, element: Mapping[str, Any], *, optional: bool = False) -> dict[str, Any]:
    field = {**element, "action_id": name}
    return {
        "type": "input", "block_id": name, "optional": optional, "label": words(label, LABEL), "element": field,
    }  # fmt: skip
