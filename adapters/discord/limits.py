"""What Discord takes from a bot. Sources: its API reference ("Message", "Components", "Channel") and platforms.md.

Lengths are counted in UTF-16 units: Discord doesn't say how it counts, and no other count is longer.
"""

CONTENT = 2000
"""Of a plain message."""

LAYOUT_TEXT = 4000
"""Of all the texts in a message made of components."""

COMPONENTS = 40
"""In a message made of components, each row, button and text counted."""

ROWS = 5
BUTTONS_IN_A_ROW = 5
BUTTONS = ROWS * BUTTONS_IN_A_ROW
BUTTON_LABEL = 80
NONCE = 25
THREAD_NAME = 100
MENTIONS = 100
"""People that one message may be allowed to ping."""

FILES = 10
FILES_OF_A_CARD = 4
"""With every button used, only these and the texts fit into a message made of components."""


def units(text: str) -> int:
    """The length as Discord may count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
