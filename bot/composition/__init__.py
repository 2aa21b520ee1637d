"""Where the core, its features and the platforms are put together: the only rooms that name all three.

`features` lists what the bot can do, `sandbox` and `platforms` make a whole program of it; what is about one platform
alone is in `discord` and `slack`, which are imported only where there is a token for them.
"""
