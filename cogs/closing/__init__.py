"""Onlookers see an end: with the member's consent one line in public says that a matter is solved.

Read `model` (when the member may be asked, pure), then `cog`.
"""

from cogs.closing.cog import Closing

__all__ = ["Closing"]
