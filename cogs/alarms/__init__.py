"""Problems travel up before they break: managers hear of a grave or stuck matter once, and one of them takes it.

Read `model` (why, when, and what counts as coming back; pure), `raising` (who is called, and who is next), `watching`
(what a case does to its alarm), `card` (what managers see), `cog` (what they can do), then `store`.
"""

from cogs.alarms.cog import Alarms

__all__ = ["Alarms"]
