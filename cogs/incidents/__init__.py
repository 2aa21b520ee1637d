"""One cause behind many cases: noticed, taken by somebody, told to everybody it concerns, and ended for all at once.

Read `model` (what a sudden rise is, pure), `noticing` (from cases to a proposal), `taking` (what staff do with it),
`spreading` (how a word reaches everybody), `same_here` (members who join with two words), then `store`.
"""

from cogs.incidents.cog import Incidents

__all__ = ["Incidents"]
