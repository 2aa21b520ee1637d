"""What the real platforms accept from a bot: the stricter of Discord and Slack.

Breaking a limit is a mistake in the program, so it is a ValueError and not an answer of the platform.
"""

from bot.vocabulary.replies import Form, Message, plain_text

TEXT = 2000
BUTTONS = 25
BUTTON_LABEL = 75
FORM_FIELDS = 5
FORM_TITLE = 24
FORM_SUBMIT = 24
FIELD_LABEL = 45
OPTIONS = 25


def check_message(message: Message) -> None:
    """Raises ValueError for a message that no platform would take; ids are checked where they are written."""
    text = plain_text(message)
    _at_most(len(text), TEXT, "characters in a message")
    _at_most(len(message.buttons), BUTTONS, "buttons under a message")
    if not text.strip():
        raise ValueError("a message needs words")
    for button in message.buttons:
        _labelled(button.label, BUTTON_LABEL, "a button")


def check_form(form: Form) -> None:
    """Raises ValueError for a form that no platform would open."""
    _labelled(form.title, FORM_TITLE, "a form's title")
    _labelled(form.submit, FORM_SUBMIT, "a form's button")
    _at_most(len(form.fields), FORM_FIELDS, "fields in a form")
    if not form.fields:
        raise ValueError("a form needs a field")
    for field in form.fields:
        _labelled(field.label, FIELD_LABEL, f"the label of field {field.name!r}")
        _at_most(len(field.value), field.max_length, f"characters in field {field.name!r}")
        _at_most(len(field.options), OPTIONS, f"options in field {field.name!r}")


def _at_most(count: int, limit: int, what: str) -> None:
    if count > limit:
        raise ValueError(f"{count} {what}; {limit} is the limit")


def _labelled(label: str, limit: int, what: str) -> None:
    if not 0 < len(label) <= limit:
        raise ValueError(f"{what} has 1 to {limit} characters, not {len(label)}: {label!r}")
