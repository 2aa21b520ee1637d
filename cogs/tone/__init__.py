"""A staff reply is read for what hurts before it goes out; its author sees it and decides.

Read `bot/tone` (what hurts, pure), `bot/advice.py` (when it is asked), `words` (what the author sees), then `cog`.
"""

from cogs.tone.cog import Tone

__all__ = ["Tone"]
