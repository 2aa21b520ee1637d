"""Slack, on slack-bolt.

Read in this order: address and workspace (what is called how), web (the one way to ask Slack), platform and directory
(the port) with drawing, doors, repeats and saying behind them, then server, app, inbound and interactions (what Slack
tells), responder and home (what people get back), manifest and doctor (the command line).
"""
