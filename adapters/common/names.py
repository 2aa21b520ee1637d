"""Names of people and of files, so that they do no harm in any platform's sentences."""

import re

_STRANGE = re.compile(r"[^\w.-]+", re.ASCII)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def straight(name: str) -> str:
    """A person's name without the signs that turn the direction of writing: one of them would end its isolation."""
    return _TURNING.sub("", name)


def file_name(name: str, number: int = 1) -> str:
    """The name in plain letters, with its ending; the number keeps two of one name apart."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    plain, kind = (_STRANGE.sub("-", part).strip(".-") for part in (stem, ending))
    known = ".".join(filter(None, (plain or "file", kind))) if kind else plain or "file.txt"
    return known if number == 1 else f"{number}-{known}"
