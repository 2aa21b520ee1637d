"""The page that asks for the password."""

import asyncio
from html import escape
from pathlib import Path
from string import Template

from aiohttp import web

from adapters.sandbox.security import COOKIE, SESSION, Sentry
from bot.language import Translations, Voice

LONGEST = 1000
BREATHER = 1.0
"""Seconds between two attempts of anybody, so that guessing takes its time."""


class Login:
    """`GET` and `POST /login`."""

    def __init__(self, sentry: Sentry, translations: Translations, folder: Path) -> None:
        self._sentry = sentry
        self._translations = translations
        self._folder = folder
        self._turn = asyncio.Lock()

    async def show(self, request: web.Request) -> web.Response:
        return self._page(request)

    async def enter(self, request: web.Request) -> web.StreamResponse:
        password = (await request.post()).get("password", "")
        if not isinstance(password, str) or len(password) > LONGEST or not self._sentry.admits(password):
            async with self._turn:
                await asyncio.sleep(BREATHER)
            return self._page(request, wrong=True)
        response = web.HTTPSeeOther("/")
        response.set_cookie(
            COOKIE,
            self._sentry.new_session(),
            max_age=SESSION,
            httponly=True,
            samesite="Strict",
            secure=request.secure,
        )
        raise response

    def _page(self, request: web.Request, *, wrong: bool = False) -> web.Response:
        voice = _voice(self._translations, request.headers.get("Accept-Language", ""))
        words = {
            "language": voice.language,
            "title": voice.text("sandbox.title"),
            "label": voice.text("sandbox.login.password"),
            "enter": voice.text("sandbox.login.enter"),
            "wrong": voice.text("sandbox.login.wrong") if wrong else "",
        }
        template = Template((self._folder / "login.html").read_text("utf-8"))
        text = template.substitute({name: escape(word) for name, word in words.items()})
        return web.Response(text=text, content_type="text/html", status=403 if wrong else 200)


def _voice(translations: Translations, accepted: str) -> Voice:
    """The first language of the browser that is spoken here."""
    wanted = [part.partition(";")[0].strip().partition("-")[0].lower() for part in accepted.split(",")]
    return translations.voice(next((code for code in wanted if code in translations.languages), "en"))
