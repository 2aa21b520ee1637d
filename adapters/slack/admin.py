"""Deleting what others wrote. Slack lets a bot delete its own messages alone; an admin's token may do more."""

from adapters.slack.errors import TOKEN_REFUSED
from adapters.slack.web import Web
from bot.ports import DoorShut, Gone, Transient

ADMIN_TOKEN = "SLACK_ADMIN_TOKEN"  # noqa: S105 (its name)
GONE = "message_not_found"


class Admin:
    """Acts with the token of an admin of the workspace; without one there is nothing it may do."""

    def __init__(self, web: Web | None) -> None:
        self._web = web

    @property
    def there(self) -> bool:
        """Whether there is a token at all."""
        return self._web is not None

    async def delete(self, place: str, ts: str) -> None:
        """Delete somebody's message. Raises Gone if it is not there, DoorShut where the token may not."""
        if self._web is None:
            raise DoorShut("may_not_remove")
        try:
            await self._web.call("chat.delete", channel=place, ts=ts)
        except Transient as error:
            if str(error) != TOKEN_REFUSED:
                raise
            raise DoorShut("may_not_remove") from error
        except DoorShut as error:
            raise DoorShut("may_not_remove") from error
        except Gone as error:
            # A channel that the bot hears and the admin doesn't know of is one that they are not in.
            if str(error) != GONE:
                raise DoorShut("may_not_remove") from error
            raise
