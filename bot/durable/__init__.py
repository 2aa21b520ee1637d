"""What survives a crash: the database, what came in, what must go out, what is due, and where things are shown.

Read `database`, then `inbox`, `outbox` with `claims`, `timers`, `places` and `views`.
"""
