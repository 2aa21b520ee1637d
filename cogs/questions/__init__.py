"""Questions to the team that nobody answers are listed for staff, quietly: nothing is said in public.

Read `model` (what is a question to the team, and what answers it; pure), `asking` (what is heard in channels), `cog`
(the list), then `store`.
"""

from cogs.questions.cog import Questions

__all__ = ["Questions"]
