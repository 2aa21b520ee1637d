"""Setting the bot up: what it watches and who is staff, how loud it is, the pause and the brake.

Read `model` (the rules, pure), `steps` and `sensitivity` (what can be set), `card` and `values` (what is set and what
is missing), `loudness` (mode and pause), `judging` (the brake, and when it may be louder), `notice` (what members are
told), `safety`, `cog`, then `store`.
"""

from cogs.setup.cog import Setup

__all__ = ["Setup"]
