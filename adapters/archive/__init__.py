"""A real export, read and replayed through the core: what would it have done here? Nothing is sent.

Read `model` (the words), `readers` (Slack's and DiscordChatExporter's formats), `replay` (messages through the
core), `tally` (what is counted), then `report` (terminal, page, JSON).
"""
