"""What can go wrong, as one tree.

    OmbudError
    ├── StartError            Ombud can't start; the message says what to do
    │   ├── AlreadyRunning    another process works on this database
    │   ├── NewerDatabase     the database was written by a newer version
    │   ├── BadDatabaseUrl    the address of the database can't be used
    │   └── BadSettings       the environment has mistakes; the message lists all of them
    ├── StorageFull           nothing more can be written; what was tried has been undone
    ├── LanguageError         the catalogues: a broken one, a missing sentence or value (`language.errors`)
    ├── UnknownArchive        there is no export to replay at that path; the message says what was found
    └── UserError             told to the person: a sentence of the catalogues with its values
        ├── NotAllowed        the gate is shut for this person
        └── Conflict          somebody changed the same thing meanwhile

Anything else is ours to mend: the person gets a reference code and the log has the trace under it.
"""


class OmbudError(Exception):
    """The root of every error of ours."""


class StartError(OmbudError):
    """Ombud can't start. The message is for the person who starts it and says what to do."""


class AlreadyRunning(StartError):
    """Another process works on the same database."""


class NewerDatabase(StartError):
    """The database was written by a newer version of Ombud."""


class BadDatabaseUrl(StartError):
    """The address of the database can't be used."""


class StorageFull(OmbudError):
    """The disk is full. The transaction has been undone; the next one works once there is space."""


class BadSettings(StartError):
    """The environment has mistakes. The message lists all of them."""


class UserError(OmbudError):
    """Safe to show: `key` is a sentence of the catalogues, `values` what fills its placeholders."""

    def __init__(self, key: str, /, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class NotAllowed(UserError):
    """The gate is shut for this person."""


class Conflict(UserError):
    """Somebody else changed the same thing meanwhile."""
