"""Saved replies: a name, a text in each language, variables; previewed before they are sent.

Read `model` (how a text is filled and its language chosen, pure), `cog` (the library), `using` (preview and sending),
then `store`.
"""

from cogs.replies.cog import Replies

__all__ = ["Replies"]
