"""Who lives in the sandbox and where they talk. Names are data and stay as they are in every language."""

from adapters.sandbox.model import Channel, Kind, Person
from bot.vocabulary.people import Role

BOT = "ombud"
STAFF_ROOM = "staff-room"
"""The id of the channel where staff see every case."""

SPECIALISTS = {"billing": "billing-desk"}
"""The channel of each team of specialists, by the team's name."""

MANAGERS_ROOM = "managers-room"
"""Where managers see what the staff room must not show."""

PUBLIC = ("general", "support", "off-topic")

PEOPLE = (
    Person("ana", "Ana", Role.MEMBER, "ro", "Europe/Bucharest"),
    Person("max", "Max", Role.MEMBER, "en", "Europe/London"),
    Person("vera", "Вера", Role.MEMBER, "ru", "Europe/Chisinau"),
    Person("mihai", "Mihai", Role.MODERATOR, "ro", "Europe/Bucharest"),
    Person("daria", "Daria", Role.MODERATOR, "en", "Europe/Bucharest"),
    Person("ioana", "Ioana", Role.SPECIALIST, "ro", "Europe/Bucharest"),
    Person("elena", "Elena", Role.MANAGER, "en", "Europe/Bucharest"),
    Person(BOT, "Ombud", Role.MEMBER, "en", "UTC", bot=True),
)

CHANNELS = (
    *(Channel(name, Kind.PUBLIC, name) for name in PUBLIC),
    Channel(STAFF_ROOM, Kind.STAFF, STAFF_ROOM),
    *(Channel(name, Kind.SPECIALISTS, name) for name in SPECIALISTS.values()),
    Channel(MANAGERS_ROOM, Kind.MANAGERS, MANAGERS_ROOM),
    *(Channel(f"dm-{p.id}", Kind.DM, "Ombud", member=p.id) for p in PEOPLE if not p.bot),
)
