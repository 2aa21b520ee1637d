"""Names of files as every platform keeps them."""

import re

_STRANGE = re.compile(r"[^\w.-]+", re.ASCII)


def file_name(name: str, number: int = 1) -> str:
    """The name in plain letters, with its ending; the number keeps two of one name apart."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    plain, kind = (_STRANGE.sub("-", part).strip(".-") for part in (stem, ending))
    known = ".".join(filter(None, (plain or "file", kind))) if kind else plain or "file.txt"
    return known if number == 1 else f"{number}-{known}"
