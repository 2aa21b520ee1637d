"""Corrections: what people say of the bot's judgement is kept as labels, for detection to learn from later.

One store for complaints and for abuse, and a feature of its own: labels come from cards, cases, warnings and appeals,
which know nothing of each other; here they are heard as signals. No label has words of its message.

Read `model` (what a label is, and which one stands; pure), `hearing` (what becomes one), `cog` (listed, exported,
forgotten), then `store`.
"""

from cogs.labels.cog import Labels

__all__ = ["Labels"]
