"""Forms as modals, and what was typed into them."""

from collections.abc import Iterator, Mapping
from typing import Any

from adapters.slack.emoji import shown
from bot.catalogue.button_ids import write_button_id
from bot.text import shorten
from bot.vocabulary.replies import Button, Form, FormField

TITLE, SUBMIT, LABEL, OPTION, OPTIONS, TYPED = 24, 24, 2000, 75, 100, 3000
"""Slack's limits ("Block Kit"): characters, but for the number of options."""

View = dict[str, Any]


def modal(form: Form, row: int, where: str) -> View:
    """The form under its id, by which it is found when it is sent, also by another process.

    `where` comes back with it: the place to answer in.
    """
    return {
        "type": "modal",
        "callback_id": write_button_id(Button("", form.action, form.numbers), row),
        "private_metadata": where,
        "title": words(form.title, TITLE),
        "submit": words(form.submit, SUBMIT),
        "blocks": [_field(field) for field in form.fields],
    }


def typed(view: Mapping[str, Any]) -> dict[str, str]:
    """The values of a modal that was sent, by the name of their field."""
    return dict(_values((view.get("state") or {}).get("values") or {}))


def words(text: str, limit: int) -> dict[str, Any]:
    """Plain text, as it stands on titles and buttons. Slack does not take an empty one."""
    return {"type": "plain_text", "text": shorten(text, limit) or "-", "emoji": False}


def _field(field: FormField) -> dict[str, Any]:
    return {
        "type": "input",
        "block_id": field.name,
        "optional": not field.required,
        "label": words(field.label, LABEL),
        "element": _chosen(field) if field.options and len(field.options) <= OPTIONS else _written(field),
    }


def _chosen(field: FormField) -> dict[str, Any]:
    options = [{"text": words(label, OPTION), "value": value} for value, label in field.options]
    given = [option for option in options if field.value and option["value"] == field.value]
    first = {"initial_option": given[0]} if given else {}
    return {"type": "static_select", "action_id": field.name, "options": options, **first}


def _written(field: FormField) -> dict[str, Any]:
    longest = min(field.max_length, TYPED)
    value = field.value[:longest]
    return {
        "type": "plain_text_input",
        "action_id": field.name,
        "multiline": field.long,
        "max_length": longest,
        **({"initial_value": value} if value else {}),
    }


def _values(fields: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Iterator[tuple[str, str]]:
    for elements in fields.values():
        for name, element in elements.items():
            chosen = (element.get("selected_option") or {}).get("value")
            yield name, str(chosen or shown(str(element.get("value") or "")))
