"""Real exports, whatever their format, read as one stream of messages in time order, in little memory.

`open_archive` says which format a path holds: Slack's export, or DiscordChatExporter's JSON or CSV; as a zip, a
folder or a single file. What can't be read is counted and named, and the rest is read.

Read `opening` and `formats` (which format it is), `archive` (the stream), `tree` (where the bytes are), `watched`
(bytes to text), `order` (many files, one time), then a format: `slack` and `slack_text`, `exporter_json`, or
`exporter_csv` with `rows`, `dates` and `channels`. `jsonstream` reads large documents.
"""

from adapters.archive.readers.archive import Archive
from adapters.archive.readers.formats import Format
from adapters.archive.readers.opening import UnknownArchive, open_archive

__all__ = ["Archive", "Format", "UnknownArchive", "open_archive"]
