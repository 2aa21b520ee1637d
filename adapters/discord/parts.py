"""What the listening side of the adapter shares."""

from dataclasses import dataclass

from adapters.common.guard import Guard
from adapters.discord.backfill import Backfill
from adapters.discord.client import OmbudClient
from adapters.discord.community import Communities
from adapters.discord.directory import DiscordDirectory
from adapters.discord.marks import Marks
from adapters.discord.platform import DiscordPlatform
from bot.core import Core


@dataclass(frozen=True, slots=True)
class Parts:
    client: OmbudClient
    core: Core
    communities: Communities
    platform: DiscordPlatform
    directory: DiscordDirectory
    marks: Marks
    backfill: Backfill
    guard: Guard
