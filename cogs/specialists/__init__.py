"""Specialists: whom a case goes to when nobody here can know, and how question and answer travel.

Read `model` (whose turn, and what becomes of a question; pure), then `teams` (what managers set up), `asking` (the
moderator), `brief` and `answering` (the specialist), `desk` (what they share), `absence` and `leaving` (who is not
there), `sealing` (cases about staff), `store`, `errands` and `tables`.
"""

from cogs.specialists.cog import Specialists

__all__ = ["Specialists"]
