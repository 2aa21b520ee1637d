"""From public words to a case: listening until the thought has ended, acknowledging once, offering a private place.

Read `model` (what is decided, pure), `cog` (what it reacts to), `opening` (how a case begins), `asking` (what
staff say on a card), `sayings` (what is said), then `store`.
"""

from cogs.intake.cog import Intake

__all__ = ["Intake"]
