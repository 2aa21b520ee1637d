"""What people put into the elements of messages and forms, as Slack tells it to the app."""

from typing import Any

from tests.fakes.discord.commands import NotOffered
from tests.fakes.slack.model import Json, View, initial, label

SINGLE = {"static_select", "external_select", "radio_buttons", "overflow"}
SEVERAL = {"multi_static_select", "multi_external_select", "checkboxes"}
PLAIN = {
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "rich_text_input": "rich_text_value",
}
LONGEST = 3000


def filled_in(element: Json, value: Any) -> Json:
    """An element's state with a value: a text, an option's value or text, a list of those, an id."""
    kind = element["type"]
    if kind in SINGLE:
        return {"type": kind, "selected_option": None if value in (None, "") else _option(element, value)}
    if kind in SEVERAL:
        values = [value] if isinstance(value, str) else value or []
        return {"type": kind, "selected_options": [_option(element, each) for each in values]}
    if kind in PLAIN:
        return {"type": kind, PLAIN[kind]: value}
    text = None if value in (None, "") else str(value)
    least, most = element.get("min_length", 0), element.get("max_length", LONGEST)
    if text is not None and kind == "plain_text_input" and not least <= len(text) <= most:
        raise NotOffered(f"{element['action_id']!r} takes {least} to {most} characters, not {len(text)}")
    return {"type": kind, "value": text}


def _option(element: Json, value: Any) -> Json:
    there = [*element.get("options", [])]
    for group in element.get("option_groups", []):
        there += group["options"]
    there += [element["initial_option"]] if "initial_option" in element else []
    for option in there:
        if value in (option["value"], option["text"]["text"]):
            chosen: Json = option
            return chosen
    if element["type"] in ("external_select", "multi_external_select"):
        # Its options were told by the app while somebody typed.
        text = {"type": "plain_text", "text": str(value), "emoji": True}
        return {"text": text, "value": str(value)}
    raise NotOffered(f"{value!r} is not among {[option['value'] for option in there]}")


def is_empty(state: Json) -> bool:
    """Whether nothing was put in."""
    return all(value in (None, "", []) for key, value in state.items() if key != "type")


def submission(view: View, values: Json) -> Json:
    """The values of a whole form: what is named by block_id, action_id or label, and what was in it for the rest."""
    left = dict(values)
    told: Json = {}
    for block in view.blocks:
        if block.get("type") != "input":
            continue
        element = block["element"]
        names = (element["action_id"], block["block_id"], str(block["label"]["text"]))
        name = next((each for each in names if each in left), None)
        value = left.pop(name) if name is not None else initial(element)
        state = filled_in(element, value)
        if is_empty(state) and not block.get("optional"):
            raise NotOffered(f"{names[2]!r} must be filled in")
        told[block["block_id"]] = {element["action_id"]: state}
    if left:
        raise NotOffered(f"the form has no {sorted(left)} but {list(view.fields)}")
    return told


def action(element: Json, value: Any, stamp: str) -> Json:
    """What is told of an element that somebody used."""
    told: Json = {
        key: element[key] for key in ("action_id", "block_id", "type", "value", "style") if key in element
    }
    told["action_ts"] = stamp
    if element["type"] == "button":
        return told | {"text": element["text"]}
    return told | filled_in(element, value)


def wanted(there: list[Json], name: str) -> Json:
    """The element with an action_id or words on it; NotOffered if there is none."""
    for each in there:
        if name in (each.get("action_id"), label(each)):
            return each
    raise NotOffered(f"no {name!r} among {[label(each) or each.get('action_id') for each in there]}")
