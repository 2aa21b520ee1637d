"""Promises kept: before a time breaks staff are reminded and the member is told; who is silent is asked, once.

Read `model` (when, pure) and `clocks` (promises follow their case), then `rungs` (staff), `holding` and `silence`
(the member), `morning` (lists), `choosing` and `page` (what is set), `watching` (timers) and `store`.
"""

from cogs.deadlines.cog import Deadlines

__all__ = ["Deadlines"]
