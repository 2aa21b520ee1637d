"""What can go wrong with sentences; all of it is a mistake in a catalogue or in the program.

OmbudError
├── StartError
│   └── BrokenCatalogue     a .po file can't be used: names the file and the line
└── MissingSentence         no such key in the reader's language
    └── MissingValue        the sentence has a placeholder for which nothing was given
"""

from bot.errors import OmbudError, StartError


class BrokenCatalogue(StartError):
    """A catalogue can't be used; the message is `file:line: reason`."""

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        super().__init__(f"{file}:{line or '?'}: {reason}")


class MissingSentence(OmbudError):
    """There is no sentence of this key; the message names key and language."""


class MissingValue(MissingSentence):
    """A placeholder was left without a value; the message names key, language and placeholder."""
