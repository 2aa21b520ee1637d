"""The errors Discord answers with: HTTP status, JSON code and sentence.

Source: "Opcodes and Status Codes" and "Error messages" in Discord's developer documentation.
"""

from dataclasses import dataclass, field

from tests.fakes.discord.model import Json

SENTENCES: dict[int, tuple[int, str]] = {
    0: (401, "401: Unauthorized"),
    10002: (404, "Unknown Application"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10011: (404, "Unknown Role"),
    10013: (404, "Unknown User"),
    10014: (400, "Unknown Emoji"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    20022: (429, "This message cannot be edited due to announcement rate limits."),
    30003: (400, "Maximum number of pins reached for the channel (50)"),
    30034: (429, "Max number of daily application command creates has been reached (200)"),
    30046: (429, "Maximum number of edits to messages older than 1 hour reached. Try again later."),
    40003: (403, "You are opening direct messages too fast."),
    40060: (400, "Interaction has already been acknowledged."),
    50001: (403, "Missing Access"),
    50003: (403, "Cannot execute action on a DM channel"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50008: (400, "Cannot send messages in a non-text channel"),
    50013: (403, "Missing Permissions"),
    50016: (400, "Provided too few or too many messages to delete."),
    50019: (403, "A message can only be pinned to the channel it was sent in"),
    50021: (403, "Cannot execute action on a system message"),
    50024: (400, "Cannot execute action on this channel type"),
    50027: (401, "Invalid Webhook Token"),
    50035: (400, "Invalid Form Body"),
    50083: (400, "Thread is archived"),
    50109: (400, "The request body contains invalid JSON."),
    50278: (403, "Cannot send messages to this user due to having no mutual guilds"),
    160002: (400, "Cannot reply without permission to read message history"),
    160004: (400, "A thread has already been created for this message"),
    160005: (400, "Thread is locked"),
    160006: (400, "Maximum number of active threads reached"),
}  # fmt: skip


@dataclass
class Problem(Exception):
    """A request refused; `more` is merged into the body of the answer."""

    code: int
    more: Json = field(default_factory=dict)

    @property
    def status(self) -> int:
        """The HTTP status that goes with the code."""
        return SENTENCES[self.code][0]

    @property
    def body(self) -> Json:
        """The JSON that is answered."""
        return {"message": SENTENCES[self.code][1], "code": self.code, **self.more}


def invalid(path: str, code: str, sentence: str) -> Problem:
    """A body that breaks a rule of the form at a path such as `components.0.custom_id`."""
    errors: Json = {"_errors": [{"code": code, "message": sentence}]}
    for step in reversed(path.split(".") if path else []):
        errors = {step: errors}
    return Problem(50035, {"errors": errors})


def too_long(path: str, most: int) -> Problem:
    """A text longer than the field takes."""
    return invalid(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")


def wrong_length(path: str, least: int, most: int) -> Problem:
    """A text or list shorter or longer than the field takes."""
    return invalid(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")


def required(path: str) -> Problem:
    """A field that is missing."""
    return invalid(path, "BASE_TYPE_REQUIRED", "This field is required")
