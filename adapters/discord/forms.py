"""Forms as modals, and what was typed into them."""

from collections.abc import Iterator, Mapping
from typing import Any

import discord
from discord import ui

from bot.catalogue.button_ids import write_button_id
from bot.text import shorten
from bot.vocabulary.replies import Button, Form, FormField

TITLE, LABEL, OPTION, OPTIONS, TYPED = 45, 45, 100, 25, 4000
"""Discord's limits ("Component Reference"): characters, but for the number of options."""


def modal(form: Form, row: int) -> ui.Modal:
    """The form under its id. It is found by that id when it is sent, also by another process."""
    id_ = write_button_id(Button("", form.action, form.numbers), row)
    shown = ui.Modal(title=shorten(form.title, TITLE), custom_id=id_)
    for field in form.fields:
        shown.add_item(_field(field))
    # Stopped, or discord.py would keep it for as long as the process lives.
    shown.stop()
    return shown


def typed(data: Mapping[str, Any]) -> dict[str, str]:
    """The values of a modal that was sent, by the name of their field."""
    return dict(_values(data.get("components", ())))


def _field(field: FormField) -> ui.Label[Any]:
    component: ui.Select[Any] | ui.TextInput[Any]
    if field.options and len(field.options) <= OPTIONS:
        component = ui.Select(
            custom_id=field.name,
            required=field.required,
            min_values=1 if field.required else 0,
            options=[
                discord.SelectOption(
                    label=shorten(label, OPTION),
                    value=value,
                    default=bool(field.value) and value == field.value,
                )
                for value, label in field.options
            ],
        )
    else:
        longest = min(field.max_length, TYPED)
        component = ui.TextInput(
            custom_id=field.name,
            style=discord.TextStyle.long if field.long else discord.TextStyle.short,
            default=field.value[:longest] or None,
            required=field.required,
            max_length=longest,
        )
    return ui.Label(text=shorten(field.label, LABEL), component=component)


def _values(components: Any) -> Iterator[tuple[str, str]]:
    """Fields stand in labels today, and stood in rows before."""
    for component in components:
        if "component" in component:
            yield from _values([component["component"]])
        elif "components" in component:
            yield from _values(component["components"])
        elif "custom_id" in component:
            chosen = component.get("values") or [component.get("value") or ""]
            yield component["custom_id"], " ".join(chosen)
