"""Working on a case: the card in the staff room, the thread beside it, the conversation with the member.

Read `cog` (commands), `conversation` (what is written in a case's places), then `card`, `mirror` and `transcript`
(how a case is shown), `retention` (what is erased, exported and forgotten).
"""

from cogs.cases.cog import Cases

__all__ = ["Cases"]
