"""Text from people is data; this makes it storable without changing what can be read."""


def clean(text: str) -> str:
    """Pairs of surrogates become the character they stand for, lone ones U+FFFD; line ends become `\\n`."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return joined.replace("\r\n", "\n").replace("\r", "\n")


def excerpt(text: str, length: int) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text[: 2 * length].split())
    return line if len(line) <= length else line[: length - 1] + "…"
