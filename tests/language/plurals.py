"""Every counted sentence with the numbers at which plural forms change, one line each.

    python -m tests.language.plurals > tests/language/snapshots/plurals.txt

writes the snapshot anew; read the difference before you keep it.
"""

import sys
from collections.abc import Iterator

from bot.language import Register, Translations
from bot.vocabulary.replies import runs_text
from tests.language.entries import Entry, all_entries

NUMBERS = (0, 1, 2, 5, 11, 19, 20, 21, 22, 25, 100, 101, 111, 120)


def rendered() -> str:
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    translations = Translations.load()
    for entry in all_entries():
        if entry.counted:
            yield f"{entry.key} {entry.language} {entry.register or '-'}"
            yield from (f"    {sentence}" for sentence in _sentences(translations, entry))


def _sentences(translations: Translations, entry: Entry) -> Iterator[str]:
    register = Register(entry.register or Register.INFORMAL)
    voice = translations.voice(entry.language, {entry.language: register})
    others = {name: f"<{name}>" for name in entry.placeholders - {"n"}}
    for n in NUMBERS:
        yield runs_text(voice.count(entry.key, n, **others))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(rendered())
