"""People's words as data: cleaned of what no database or platform can hold, shortened where space is limited."""


def clean(text: str) -> str:
    """Without NULs, and with lone surrogates replaced."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters; an ellipsis says that something is missing."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def first_line(text: str, limit: int) -> str:
    """The first line that says something, shortened."""
    return shorten(next((line.strip() for line in text.splitlines() if line.strip()), ""), limit)
