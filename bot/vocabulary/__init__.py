"""The words everybody speaks: frozen types without I/O.

Read `people` and `places` first, then `events` (what platforms tell us), `facts` (what one feature tells
another) and `replies` (what we say). `codec` turns any of them into JSON and back.
"""
