"""A fake Slack: the Web API, Socket Mode and signed HTTP over one workspace in memory, for an unmodified client.

    async with FakeSlack() as fake:
        world = fake.world
        max_, daria = world.add_user("Max"), world.add_user("Daria", locale="ro-RO")
        elena = world.add_user("Elena", owner=True)
        support = world.add_channel("support", max_, daria)           # the bot is in it, unless bot=False
        room = world.add_channel("staff-room", daria, elena, private=True)

        process = start_the_bot(env=fake.environment)   # SLACK_BOT_TOKEN, _APP_TOKEN, _SIGNING_SECRET, _API_URL
        await fake.ready(2)                              # so many Socket Mode connections are up

        asked = world.posts(max_, support, "The bread is stale again!")
        answer = await world.hears(support, "We heard you", after=asked)       # or thread_ts=asked
        click = world.presses(daria, answer, "Claim")    # by action_id or by what is on it; NotOffered if she can't
        await click.acknowledged()                        # .answer() the message, .form() a modal, .failed
        form = await world.slash(daria, support, "/ombud", "reply 1").form()
        await world.submits(daria, form, {"text": "Fresh bread is on its way."}).acknowledged()
        world.shortcut(daria, asked, "case_open"); world.opens_home(daria); world.home(daria)
        world.sees_messages(max_, support); world.sees_messages(max_, support, thread_ts=asked)
        world.ephemerals(max_, support); world.dm(max_); world.modal(daria)

        fake.deliver_to("http://127.0.0.1:3000/slack/events")   # everything goes by signed HTTP from now on
        await fake.http.sends_badly_signed({...})                # see signed_http.py
        fake.socket.cut(); fake.socket.half_open()               # see socket_mode.py
        fake.faults.storm("chat.postMessage"); fake.faults.lose_acks(0.1)      # see faults.py
        fake.limits.off(); fake.limits.refused                   # see limits.py
        fake.requests.to("chat.postMessage")[0].arguments        # see journal.py
        fake.delivery.lost, fake.delivery.attempts, fake.delivery.idle, fake.delivery.paused = True
        fake.install(manifest)                                   # its scopes, events, commands and no others

`world.py` and the files it builds on (`acting`, `talking`, `building`) hold everything people can do. What the app
does comes later: wait with `world.hears`, `eventually(lambda: ...)` or an Interaction's methods.

What is not known of Slack is assumed on the strict side: a response to a click replaces the message unless it says
otherwise; a thread's first message must be there; events wait as long as Slack would go on trying.
"""

from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.api import OF_APP, Api
from tests.fakes.slack.calls import Call, Settings
from tests.fakes.slack.delivery import Delivery
from tests.fakes.slack.faults import Faults
from tests.fakes.slack.journal import Journal
from tests.fakes.slack.limits import Limits
from tests.fakes.slack.model import Json, User
from tests.fakes.slack.signed_http import SignedHttp
from tests.fakes.slack.socket_mode import Connection, SocketMode
from tests.fakes.slack.world import World

SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"


class FakeSlack:
    """The server, with Socket Mode as the way to the app until `deliver_to` is told an address."""

    def __init__(self, *, port: int = 0) -> None:
        self.world = World()
        self.settings = Settings()
        self.limits = Limits()
        self.faults = Faults()
        self.signing_secret = SIGNING_SECRET
        self.socket = SocketMode(self.settings, self.world.app_id)
        self.delivery = Delivery(self.world, self.settings, self.faults, self.socket)
        self._api = Api(self.world, self.settings, self.limits, self.faults)
        self._api.methods[OF_APP] = self._open_connection
        self._https: list[SignedHttp] = []
        self._port = port
        self._runner: web.AppRunner | None = None

    @property
    def requests(self) -> Journal:
        """Every call of the Web API, of response_urls and of upload addresses, in order."""
        return self._api.requests

    @property
    def base(self) -> str:
        """The server's address."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def api_url(self) -> str:
        """The Web API's address, to which methods are appended."""
        return f"{self.base}/api/"

    @property
    def bot_token(self) -> str:
        """The app's token in this workspace."""
        return self._api.bot_token

    @property
    def app_token(self) -> str:
        """The app's own token, for Socket Mode."""
        return self._api.app_token

    def lends(self, who: User) -> str:
        """Somebody installs the app with a user scope: a token with which it acts in their name."""
        token = f"xoxp-{who.id}-fake"
        self._api.lent[token] = who
        return token

    @property
    def granted(self) -> frozenset[str]:
        """The scopes of the bot token; what the fake knows, unless told otherwise."""
        return self._api.granted

    @granted.setter
    def granted(self, scopes: frozenset[str]) -> None:
        self._api.granted = self.delivery.granted = scopes

    @property
    def environment(self) -> dict[str, str]:
        """What the bot's own process needs to find this Slack in the place of the real one."""
        return {
            "ENCODER": "false",  # its talk is counted: rules and words alone
            "SLACK_BOT_TOKEN": self.bot_token,
            "SLACK_APP_TOKEN": self.app_token,
            "SLACK_SIGNING_SECRET": self.signing_secret,
            "SLACK_API_URL": self.api_url,
        }

    def install(self, manifest: Json) -> None:
        """The app is what its manifest says: scopes, events, slash commands, shortcuts; nothing else is there."""
        features, settings = manifest.get("features", {}), manifest.get("settings", {})
        self.granted = frozenset(manifest["oauth_config"]["scopes"]["bot"])
        self.delivery.events = frozenset(settings.get("event_subscriptions", {}).get("bot_events", []))
        self.world.commands = {each["command"] for each in features.get("slash_commands", [])}
        self.world.app_home = features.get("app_home", {})
        shortcuts = features.get("shortcuts", [])
        self.world.shortcuts = {each["callback_id"]: each["name"] for each in shortcuts}

    def deliver_to(self, url: str) -> SignedHttp:
        """Everything goes to this address by signed HTTP from now on."""
        made = SignedHttp(self.settings, self.signing_secret, url)
        self._https.append(made)
        self.delivery.transport = made
        return made

    def deliver_by_socket(self) -> None:
        """Everything goes by Socket Mode again."""
        self.delivery.transport = self.socket

    @property
    def http(self) -> SignedHttp:
        """The signed HTTP that is on."""
        return self._https[-1]

    async def ready(self, connections: int = 1, seconds: float = 20.0) -> list[Connection]:
        """The Socket Mode connections, as soon as there are so many."""

        def look() -> list[Connection] | None:
            return list(self.socket.connected) if len(self.socket.connected) >= connections else None

        return await eventually(look, seconds, "the app to connect")

    async def delivered(self, seconds: float = 20.0) -> None:
        """Wait until everything that happened has been sent, and acknowledged or given up."""
        await eventually(lambda: self.delivery.idle, seconds, "everything to be delivered")

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=30 * 1024 * 1024)
        app.router.add_get("/link/", self.socket.serve)
        app.router.add_route("*", "/api/{method}", self._api.call)
        app.router.add_post("/response/{team}/{token}", self._api.respond)
        app.router.add_post("/upload/v1/{file}", self._api.upload)
        app.router.add_get("/files-pri/{file}/{name}", self._api.download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]
        self.world.base = self._api.base = self.base
        self.socket.base = self.base.replace("http", "ws", 1)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.faults.clear()
        await self.delivery.stop()
        await self.socket.stop()
        for each in self._https:
            await each.close()
        if self._runner is not None:
            await self._runner.cleanup()
        crashes = self._api.crashes + self.delivery.crashes
        if crashes and error is None:
            raise ExceptionGroup("the fake itself is broken", crashes)

    async def _open_connection(self, _call: Call) -> Any:
        return {"url": self.socket.new_url()}
