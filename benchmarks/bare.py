"""What a client of discord.py costs by itself: `python -m benchmarks.bare`, told where Discord is by the environment.

It asks for the same intents as the bot, and is otherwise as discord.py makes it. Its `on_message` counts, and replies
to whoever is called a complainer; with `ASSESS=1` it also asks detection about the words, alone.

Each line it prints is a moment of the machine's monotonic clock: when it was ready, then when each `FLOOD` messages
had been through `on_message`.
"""

import asyncio
import os
from time import perf_counter

import discord

from adapters.discord.client import Access, intents_of, point_at
from bot.detection import assess

COMPLAINER = "complainer"


class Bare(discord.Client):
    """Counts and replies; nothing else, unless it is to assess."""

    def __init__(self, flood: int, *, assesses: bool) -> None:
        super().__init__(intents=intents_of(Access()), chunk_guilds_at_startup=False)
        self._flood = flood
        self._assesses = assesses
        self._heard = 0

    async def on_ready(self) -> None:
        _tell()

    async def on_message(self, message: discord.Message) -> None:
        if self._assesses:
            assess(message.content)
        self._heard += 1
        if self._heard % self._flood == 0:
            _tell()
        if message.author.name.startswith(COMPLAINER):
            await message.reply("A person will answer you.", mention_author=False)


def _tell() -> None:
    print(perf_counter(), flush=True)


async def main() -> None:
    point_at(os.environ["DISCORD_API_URL"], os.environ["DISCORD_GATEWAY_URL"])
    async with Bare(int(os.environ["FLOOD"]), assesses="ASSESS" in os.environ) as client:
        await client.start(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    asyncio.run(main())
