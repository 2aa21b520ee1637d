"""How the program is: `/healthz` for whoever must know whether it works, `/metrics` for whoever watches it.

Read `report` (what is said, and when it is bad news), `readings` and `watching` (where it is known from), `metrics`,
`server`. Figures only: never a text, a name or a secret.
"""
