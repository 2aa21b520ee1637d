"""Measures against abuse of people, and the one way in which a message can be removed.

Read `model` (the ladder: which step comes next and when removal is possible; pure), `store` (the rows), `deciders`
(who could hear an appeal), then `removing` (the one function that removes). What features call is `bot.measures`.
"""
