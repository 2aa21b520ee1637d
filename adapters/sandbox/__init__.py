"""A simulated community on a local web page: the embedded default, the demo, and the proof of the port.

It is as strict as the real platforms and lies on the other side of the port: its people, channels and
messages are in a file of their own, which the bot reaches only through `SandboxPlatform` and
`SandboxDirectory`.

Read in this order: model (the words), seeds (who and where), tables, rows and world (the file), deeds (what
people do), platform, directory and clock (the port), inbound (what the core hears), responder (what waits for
an answer), protocol, session and server (the page's side).
"""
