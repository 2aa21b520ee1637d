"""The world as one person sees it, as JSON for the page."""

from collections.abc import Mapping

from adapters.sandbox.model import Channel, Json, Person, StoredFile, StoredMessage
from adapters.sandbox.text import excerpt
from adapters.sandbox.wire import Reader, for_reader
from adapters.sandbox.world import World
from bot.attachments import readable
from bot.inspection import AssessedMessage, Inside
from bot.vocabulary.replies import MomentStyle

CUT = 2000
"""Characters of a person's message that are sent unasked; `full` asks for the rest."""

PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""What the page shows where it stands; everything else is only handed out."""

LINE = 160
"""Characters of an answered or assessed message."""


def reader_for(world: World, person: Person) -> Reader:
    """This person as a reader, now."""
    return Reader(person, world.now(), lambda channel: _sees(world, person, channel), world.pinned)


def message_json(message: StoredMessage, reader: Reader) -> Json:
    return {
        "id": message.id,
        "channel": message.channel,
        "author": message.author,
        "at": message.at.isoformat(),
        "time": reader.moment(message.at, MomentStyle.TIME),
        "day": reader.moment(message.at, MomentStyle.DATE),
        "text": "" if message.body else message.text[:CUT],
        "length": len(message.text),
        "body": for_reader(message.body, reader),
        "reply": _reply_json(message),
        "edited": message.revision > 0,
        "pinned": message.id in reader.pinned,
        "deleted": message.deleted,
        "removed": message.removed,
        "reactions": [{"emoji": r.emoji, "count": r.count} for r in message.reactions],
        "files": [file_json(file) for file in message.files],
        "thread": message.thread if message.thread and reader.sees(message.thread) else None,
    }


def file_json(file: StoredFile) -> Json:
    return {
        "id": file.id,
        "name": file.name,
        "size": readable(file.size),
        "picture": file.media_type in PICTURES,
    }


def channel_json(channel: Channel, unread: int = 0) -> Json:
    return {
        "id": channel.id,
        "kind": channel.kind.value,
        "name": channel.name,
        "parent": channel.parent,
        "beside": channel.beside,
        "member": channel.member,
        "private_threads": channel.private_threads,
        "unread": unread,
    }


def people_json(world: World) -> list[Json]:
    return [
        {
            "id": person.id,
            "name": person.name,
            "role": "program" if person.bot else person.role.value,
            "language": person.language,
            "zone": person.zone,
            "dms_open": person.dms_open,
        }
        for person in world.people.values()
    ]


def seen_channels_json(world: World, person: Person, unread: Mapping[str, int]) -> list[Json]:
    seen = (channel for channel in world.channels.values() if channel.seen_by(person))
    return [channel_json(channel, unread.get(channel.id, 0)) for channel in seen]


def weather_json(world: World) -> Json:
    return {"down": world.weather.down, "slow": world.weather.slow}


async def inside_json(world: World, inside: Inside, reader: Reader) -> Json:
    """What happens inside; the words of a message are added where this person may read them."""
    return {
        "assessments": [await _assessed_json(world, assessed, reader) for assessed in inside.assessments],
        "outbox": [
            {"place": r.place, "effect": r.effect, "state": r.state, "attempts": r.attempts, "age": r.age}
            for r in inside.outbox
        ],
        "timers": [
            {"name": r.name, "subject": r.subject, "due": reader.moment(r.due_at, MomentStyle.BOTH)}
            for r in inside.timers
        ],
        "cases": [
            {
                "number": r.number,
                "status": r.status,
                "owner": r.owner,
                "next_step": r.next_step,
                "due": reader.moment(r.due_at, MomentStyle.BOTH) if r.due_at else "",
            }
            for r in inside.cases
        ],
    }


def differs(shown: Json, told: Json | None) -> bool:
    """Whether a page has to be told; ages alone are no news, the page counts them on."""
    return told is None or _ageless(shown) != _ageless(told)


def _ageless(inside: Json) -> Json:
    return {**inside, "outbox": [{**row, "age": 0} for row in inside["outbox"]]}


async def _assessed_json(world: World, assessed: AssessedMessage, reader: Reader) -> Json:
    message = await world.message(assessed.message.message)
    shown = message is not None and not message.deleted and reader.sees(message.channel)
    return {
        "message": assessed.message.message,
        "channel": assessed.message.channel if shown else None,
        "author": message.author if message and shown else None,
        "text": excerpt(message.text, LINE) if message and shown else None,
        "at": assessed.at.isoformat(),
        "time": reader.moment(assessed.at, MomentStyle.TIME),
        "scores": [{"label": s.label, "probability": s.probability} for s in assessed.scores],
        "severity": assessed.severity,
        "topic": assessed.topic,
        "language": assessed.language,
        "reasons": list(assessed.reasons),
        "decision": assessed.decision,
    }


def _reply_json(message: StoredMessage) -> Json | None:
    reply = message.reply
    if reply is None:
        return None
    text = excerpt(reply.text, LINE)
    return {"id": reply.id, "author": reply.author, "text": text, "deleted": reply.deleted}


def _sees(world: World, person: Person, channel: str) -> bool:
    place = world.channels.get(channel)
    return place is not None and place.seen_by(person)
