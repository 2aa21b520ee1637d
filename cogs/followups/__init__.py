"""Coming back: days after a case was solved the member is asked whether it truly is; once more at most, then peace.

Read `model` (when and in which words, pure), `cog` (timers and answers), then `store`.
"""

from cogs.followups.cog import Followups

__all__ = ["Followups"]
