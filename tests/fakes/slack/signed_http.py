"""Events, commands and interactions as signed HTTP requests to the app's address."""

import asyncio
import hashlib
import hmac
import json
import time
from typing import Any
from urllib.parse import urlencode

import aiohttp

from tests.fakes.slack.calls import Settings
from tests.fakes.slack.delivery import Outcome
from tests.fakes.slack.model import Json

FORM = "application/x-www-form-urlencoded"
REASONS = {"timeout": "http_timeout"}


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """As Slack signs."""
    base = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


class SignedHttp:
    """The way to the app by HTTP. The others send what Slack never would, and return the status they got."""

    def __init__(self, settings: Settings, secret: str, url: str) -> None:
        self.url = url
        self._settings = settings
        self._secret = secret
        self._session = aiohttp.ClientSession()

    async def send(self, kind: str, payload: Json, attempt: int, reason: str, *, patient: bool) -> Outcome:
        """One request, and the wait for its answer."""
        body, headers = packed(kind, payload)
        if attempt:
            headers |= {
                "X-Slack-Retry-Num": str(attempt),
                "X-Slack-Retry-Reason": REASONS.get(reason, reason),
            }
        until = time.monotonic() + (self._settings.patience if patient else 0.0)
        while True:
            try:
                return await self._post(body, headers | self.signed(body))
            except aiohttp.ClientConnectorError:
                if time.monotonic() >= until:
                    return Outcome(False, reason="connection_failed")
                await asyncio.sleep(0.02)

    async def _post(self, body: bytes, headers: dict[str, str]) -> Outcome:
        timeout = aiohttp.ClientTimeout(total=self._settings.ack_seconds)
        try:
            async with self._session.post(self.url, data=body, headers=headers, timeout=timeout) as answer:
                text = await answer.text()
                if answer.status == 200:
                    is_json = answer.content_type == "application/json" and text
                    return Outcome(True, json.loads(text) if is_json else text)
                retried = answer.headers.get("X-Slack-No-Retry") != "1"
                return Outcome(False, reason="http_error", retried=retried)
        except TimeoutError:
            return Outcome(False, reason="timeout")
        except aiohttp.ClientConnectorError:
            raise
        except aiohttp.ClientError:
            return Outcome(False, reason="http_error")

    def signed(self, body: bytes, *, at: float | None = None) -> dict[str, str]:
        """The headers that prove where a request is from."""
        timestamp = str(int(time.time() if at is None else at))
        return {
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(self._secret, timestamp, body),
        }

    async def verifies(self) -> bool:
        """Slack asks an address whether it is ours, as when an app's request URL is entered."""
        body, headers = packed(
            "events_api", {"type": "url_verification", "token": "t", "challenge": "3eZbrw1a"}
        )
        async with self._session.post(self.url, data=body, headers=headers | self.signed(body)) as answer:
            return answer.status == 200 and "3eZbrw1a" in await answer.text()

    async def sends(self, payload: Json, changed: dict[str, str | None], kind: str = "events_api") -> int:
        """A request with other headers (None leaves one out); the status."""
        body, headers = packed(kind, payload)
        headers |= self.signed(body)
        for name, value in changed.items():
            headers.pop(name, None)
            if value is not None:
                headers[name] = value
        return await self.post(body, headers)

    async def post(self, body: bytes, headers: dict[str, str]) -> int:
        """A request as it is; the status."""
        async with self._session.post(self.url, data=body, headers=headers) as answer:
            return answer.status

    async def sends_badly_signed(self, payload: Json) -> int:
        """As somebody would who does not know the secret."""
        return await self.sends(payload, {"X-Slack-Signature": "v0=" + "0" * 64})

    async def sends_unsigned(self, payload: Json) -> int:
        """Without a signature."""
        return await self.sends(payload, {"X-Slack-Signature": None, "X-Slack-Request-Timestamp": None})

    async def sends_stale(self, payload: Json, seconds: float = 600.0) -> int:
        """As somebody would who kept a good request, and sends it again later."""
        body, headers = packed("events_api", payload)
        return await self.post(body, headers | self.signed(body, at=time.time() - seconds))

    async def sends_garbage_timestamp(self, payload: Json) -> int:
        """With a timestamp that is no number."""
        return await self.sends(payload, {"X-Slack-Request-Timestamp": "yesterday"})

    async def sends_strange_signature(self, payload: Json) -> int:
        """With a signature that is not ASCII."""
        return await self.sends(payload, {"X-Slack-Signature": "v0=pâine"})

    async def close(self) -> None:
        """Nothing more is sent."""
        await self._session.close()


def packed(kind: str, payload: Json) -> tuple[bytes, dict[str, str]]:
    """A body and its content type: events as JSON, commands as a form, all else as JSON in a form."""
    if kind == "events_api":
        return json.dumps(payload).encode(), {"Content-Type": "application/json"}
    fields: dict[str, Any] = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(fields).encode(), {"Content-Type": FORM}
