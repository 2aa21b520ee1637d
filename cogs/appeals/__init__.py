"""Whoever was warned can appeal, and somebody else decides; whoever reports abuse hears what came of it.

Read `model` (who may decide, how a measure is reduced, by when; pure), `appealing` (how an appeal is made, and that it
never hangs), `deciding` (what becomes of it), `card` and `words` (what staff and members read), `reporting` (reports
by members), `cog` (a member's own measures, and moderators' figures), then `tables` and `store`.
"""

from cogs.appeals.cog import Appeals

__all__ = ["Appeals"]
