"""What Slack refuses, in the three words of the port.

The codes are Slack's own (reference of each method, "Errors"). What may work later is `Transient`; what is no longer
there is `Gone`; everything else that Slack refuses on purpose is `DoorShut` with a short reason.
"""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.ports import DoorShut, Gone, PortError, Transient

UNREACHABLE = (aiohttp.ClientError, asyncio.TimeoutError, OSError)

TOKEN_REFUSED = "token_refused"  # noqa: S105 (a reason)
"""The reason of a `Transient` that only a person can mend."""

LATER = 30.0
"""Seconds until the next try where Slack gives no time."""

TOKENS = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "ekm_access_denied",
     "no_permission_token", "not_allowed_token_type", "access_denied_by_admin", "app_access_restricted"}
)  # fmt: skip
MAYBE_LATER = frozenset(
    {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org",
     "external_channel_migrating", "message_limit_exceeded", "update_failed", "file_update_failed",
     "streaming_state_conflict", "accesslimited"}
)  # fmt: skip
LIMITED = frozenset({"ratelimited", "rate_limited"})
GONE = frozenset(
    {"channel_not_found", "message_not_found", "thread_not_found", "user_not_found", "users_not_found",
     "no_user", "file_not_found", "file_deleted", "bad_timestamp", "invalid_ts_latest", "invalid_ts_oldest",
     "team_not_found"}
)  # fmt: skip
OURS_TO_MEND = frozenset(
    {"no_text", "msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format",
     "invalid_arguments", "invalid_arg_name", "invalid_json", "invalid_form_data", "invalid_post_type",
     "missing_argument", "unknown_method", "metadata_too_large", "invalid_metadata_format",
     "invalid_metadata_schema", "invalid_cursor", "no_item_specified", "users_list_not_supplied",
     "missing_post_type", "method_deprecated"}
)  # fmt: skip
REASONS: Mapping[str, str] = {
    "not_in_channel": "missing_access",
    "no_access": "missing_access",
    "user_not_in_channel": "missing_access",
    "missing_scope": "missing_permission",
    "no_permission": "missing_permission",
    "restricted_action": "missing_permission",
    "posting_to_channel_denied": "missing_permission",
    "permission_denied": "missing_permission",
    "restricted_action_read_only_channel": "missing_permission",
    "restricted_action_thread_only_channel": "missing_permission",
    "restricted_action_non_threadable_channel": "no_threads",
    "cannot_reply_to_message": "no_threads",
    "restricted_action_thread_locked": "thread_locked",
    "thread_locked": "thread_locked",
    "is_archived": "channel_archived",
    "is_inactive": "channel_archived",
    "cannot_dm_bot": "dm_closed",
    "messages_tab_disabled": "dm_closed",
    "user_disabled": "user_disabled",
    "user_not_visible": "other_organisation",
    "cant_update_message": "not_ours",
    "cant_delete_message": "not_ours",
    "edit_window_closed": "edits_capped",
    "too_many_pins": "too_many_pins",
    "not_pinnable": "not_pinnable",
    "not_reactable": "reaction_blocked",
    "too_many_emoji": "too_many_reactions",
    "too_many_reactions": "too_many_reactions",
}


class Refused(DoorShut):
    """A `DoorShut` that remembers Slack's own word for it."""

    def __init__(self, reason: str, code: str) -> None:
        super().__init__(reason)
        self.code = code


@contextmanager
def translated() -> Iterator[None]:
    """Raises Transient, DoorShut or Gone instead of what the client and the network raise.

    A request that Slack calls malformed is a ValueError: it is a mistake in the program.
    """
    try:
        yield
    except SlackApiError as error:
        raise port_error(error) from error
    except (*UNREACHABLE, SlackClientError) as error:
        raise Transient("unreachable") from error


def port_error(error: SlackApiError) -> PortError | ValueError:
    """The port's word for an answer of Slack."""
    answer: Any = error.response
    # What can't be read as JSON comes as aiohttp's own response, or as something else.
    status = int(getattr(answer, "status_code", None) or getattr(answer, "status", None) or 0)
    data = getattr(answer, "data", None)
    code = str(data.get("error") or "") if isinstance(data, Mapping) else ""
    if status == 429 or code in LIMITED:
        return Transient("rate_limited", _seconds(getattr(answer, "headers", {})))
    if code in TOKENS or status in (401, 403):
        return Transient(TOKEN_REFUSED, LATER)
    if not code or status >= 500 or code in MAYBE_LATER:
        return Transient("platform_down")
    return _refusal(code)


def _refusal(code: str) -> PortError | ValueError:
    if code in GONE:
        return Gone(code)
    if code in OURS_TO_MEND:
        return ValueError(f"Slack did not understand the request: {code}")
    return Refused(REASONS.get(code, f"refused_{code}"[:40]), code)


def _seconds(headers: Any) -> float:
    """Retry-After, in whole seconds by Slack's own word."""
    try:
        return max(1.0, float(headers.get("Retry-After", LATER)))
    except (TypeError, ValueError, AttributeError):
        return LATER
