"""What can be typed after `python -m bot`, as typed values. Doing it is the composition root's."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.detection import Sensitivity

LANGUAGES = ("en", "ro", "ru")


@dataclass(frozen=True, slots=True)
class Run:
    """The bot on its platforms; without tokens, the sandbox community."""


@dataclass(frozen=True, slots=True)
class Sandbox:
    """The sandbox community, whatever tokens there are."""


@dataclass(frozen=True, slots=True)
class Invite:
    """The link by which the bot is added to a server, with the least permissions it needs.

    `with_removal` asks for what it takes to remove a message, too.
    """

    with_removal: bool


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a Slack app is created from; with the `url` at which Slack reaches the bot in HTTP mode.

    `with_removal` asks for an admin's token, too, with which a message can be removed.
    """

    url: str | None
    with_removal: bool


@dataclass(frozen=True, slots=True)
class Doctor:
    """Whether the tokens and the permissions are as they should be, and what to do if not."""


@dataclass(frozen=True, slots=True)
class Assess:
    """What detection says of the messages of a file; `-` is standard input."""

    file: str


@dataclass(frozen=True, slots=True)
class Replay:
    """What the bot would have done in the community of an export."""

    path: Path
    staff: tuple[str, ...]
    html: Path | None
    json: Path | None
    language: str
    sensitivity: Sensitivity
    zone: ZoneInfo
    quotes: bool


Order = Run | Sandbox | Invite | Manifest | Doctor | Assess | Replay


def read_command_line(arguments: Sequence[str] | None = None) -> Order:
    """The order. Exits with a usage line, as argparse does, when it can't be understood."""
    found = _parser().parse_args(arguments)
    match found.command:
        case "sandbox":
            return Sandbox()
        case "invite":
            return Invite(found.with_removal)
        case "manifest":
            return Manifest(found.url, found.with_removal)
        case "doctor":
            return Doctor()
        case "assess":
            return Assess(found.file)
        case "replay":
            return Replay(
                found.path,
                tuple(found.staff),
                found.html,
                found.json,
                found.lang,
                Sensitivity(found.sensitivity),
                found.zone,
                found.quotes,
            )
    return Run()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Ombud, the community ombudsman.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser(
        "run", help="run the bot; without tokens in .env, the sandbox community (the default)"
    )
    commands.add_parser("sandbox", help="run the sandbox community")
    invite = commands.add_parser(
        "invite", help="print the link by which the bot is added to a Discord server"
    )
    _add_removal(invite, "ask for Manage Messages, too: abusive messages can be removed after two warnings")
    manifest = commands.add_parser("manifest", help="print what a Slack app is created from")
    manifest.add_argument("--url", metavar="URL", help="where Slack reaches the bot, for SLACK_MODE=http")
    _add_removal(manifest, "ask for an admin's token, too: SLACK_ADMIN_TOKEN, docs/slack.md")
    commands.add_parser(
        "doctor", help="check tokens and permissions on Discord and Slack, and say what to do"
    )
    assess = commands.add_parser(
        "assess", help="say what detection makes of messages, one JSON object a line"
    )
    assess.add_argument("file", metavar="FILE", help="JSON lines; - is standard input")
    _add_replay(commands.add_parser("replay", help="read an export: what would the bot have done there?"))
    return parser


def _add_removal(order: argparse.ArgumentParser, about: str) -> None:
    order.add_argument("--with-removal", action="store_true", help=about)


def _add_replay(replay: argparse.ArgumentParser) -> None:
    replay.add_argument("path", type=Path, metavar="PATH", help="a Slack or DiscordChatExporter export")
    replay.add_argument(
        "--staff", action="append", default=[], metavar="NAME", help="name, id or role of staff"
    )
    replay.add_argument("--html", type=Path, metavar="FILE", help="write the report as one page")
    replay.add_argument("--json", type=Path, metavar="FILE", help="write the report for programs")
    replay.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the report")
    replay.add_argument("--zone", type=_zone, default="UTC", help="time zone, such as Europe/Bucharest")
    sensitivities = [str(choice) for choice in Sensitivity]
    replay.add_argument("--sensitivity", choices=sensitivities, default=str(Sensitivity.CAREFUL))
    replay.add_argument("--quotes", action="store_true", help="quote the messages in the report")


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise argparse.ArgumentTypeError(f"{name!r} is not a time zone; one is Europe/Bucharest") from None
