"""Discord, on discord.py.

Read in this order: client (the connection), listening and hearing (what the core is told), lanes, marks and
backfill (nothing is lost in between), community (who is meant by a direct message), surface, interactions and
responder (what people do on purpose), platform and directory (the port), doctor and invite (the command line).
"""
