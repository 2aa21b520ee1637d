"""The smallest parts of the page. MarkupSafe escapes whatever is not a Markup literal."""

from collections.abc import Iterable

from markupsafe import Markup

NOTHING = Markup("")


def joined(parts: Iterable[Markup]) -> Markup:
    return NOTHING.join(parts)


def section(title: str, *body: Markup, look: str = "") -> Markup:
    """`look` are classes: wide for the whole width, tall for two rows, two for bars in two columns."""
    return Markup('<section class="{}"><h2>{}</h2>{}</section>').format(look, title, joined(body))


def note(words: str) -> Markup:
    return Markup('<p class="note">{}</p>').format(words)
