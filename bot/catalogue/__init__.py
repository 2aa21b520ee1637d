"""How a cog declares what it does, once, for every platform.

Read `declare` (the decorators), `arguments` (words to typed values), `gate` (roles and parties), then `collect`.
"""
