"""Sentences in a reader's language and register.

`Translations` is loaded once; a `Voice` is made for each reader and is cheap.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.resources.abc import Traversable
from types import MappingProxyType

from babel.lists import format_list

from bot.language.errors import MissingSentence, MissingValue
from bot.language.moments import format_number, locale_of, primary
from bot.language.reading import Catalogues, read_all
from bot.language.template import Piece, Template
from bot.vocabulary.replies import Run, Runs, Text

FALLBACK = "en"


class Register(StrEnum):
    """How a person is addressed: Romanian tu or dumneavoastră, Russian ты or вы."""

    INFORMAL = "informal"
    FORMAL = "formal"


Value = str | int | Run
"""What fills a placeholder: words, a number, or a typed run that the renderer knows how to show."""

USUAL_REGISTERS: Mapping[str, Register] = MappingProxyType({"ro": Register.INFORMAL, "ru": Register.FORMAL})
"""The registers of a community that chose none; a language not listed is informal."""

_NONE: Mapping[str, Register] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks one language in one register."""

    language: str
    register: Register
    _catalogues: Catalogues = field(repr=False, compare=False)

    def say(self, key: str, /, **values: Value) -> Runs:
        """The sentence, with typed runs kept as they are; a counted one takes the plural form of `n`.

        Raises MissingSentence, MissingValue.
        """
        return self._fill(key, self._template(key, values.get("n")), values)

    def count(self, key: str, n: int, /, **values: Value) -> Runs:
        """The counted sentence in the plural form of `n`, which also fills `{n}`. Raises as `say` does."""
        if key not in self._catalogues.plural_keys:
            raise MissingSentence(f"no counted sentence {key!r} in {self.language}")
        return self._fill(key, self._template(key, n), {"n": n, **values})

    def text(self, key: str, /, **values: str | int) -> str:
        """`say` as plain words: for labels, titles and help. Raises as `say` does."""
        return _plain(self._fill(key, self._template(key, values.get("n")), values))

    def either(self, items: Sequence[str]) -> str:
        """The items as a choice: "a, b or c"."""
        return format_list(list(items), style="or", locale=locale_of(self.language))

    def has(self, key: str) -> bool:
        return self._context(key) is not None or (key, None) in self._catalogues.keys

    def _context(self, key: str) -> str | None:
        return self.register.value if (key, self.register.value) in self._catalogues.keys else None

    def _template(self, key: str, n: Value | None) -> Template:
        if not self.has(key):
            raise MissingSentence(f"no sentence {key!r} in {self.language}, {self.register}")
        if key not in self._catalogues.plural_keys:
            return self._catalogues.templates[self._wording(key)]
        if not isinstance(n, int):
            raise MissingValue(f"{key!r} in {self.language} needs a whole number n")
        return self._catalogues.templates[self._counted_wording(key, n)]

    def _wording(self, key: str) -> str:
        gettext, context = self._catalogues.gettext, self._context(key)
        return gettext.gettext(key) if context is None else gettext.pgettext(context, key)

    def _counted_wording(self, key: str, n: int) -> str:
        gettext, context = self._catalogues.gettext, self._context(key)
        if context is None:
            return gettext.ngettext(key, key, n)
        return gettext.npgettext(context, key, key, n)

    def _fill(self, key: str, template: Template, values: Mapping[str, Value]) -> Runs:
        missing = template.fields - values.keys()
        if missing:
            raise MissingValue(f"{key!r} in {self.language} needs {', '.join(sorted(missing))}")
        return template.fill(lambda piece: self._run(piece, values))

    def _run(self, piece: Piece, values: Mapping[str, Value]) -> Run:
        value = values[piece.field or ""]
        if isinstance(value, str):
            return Text(value)
        if isinstance(value, int):
            return Text(str(value) if piece.after_hash else format_number(value, self.language))
        return value


class Translations:
    """Every sentence in every language."""

    def __init__(self, catalogues: Mapping[str, Catalogues]) -> None:
        self._catalogues = catalogues

    @classmethod
    def load(cls, root: Traversable | None = None) -> "Translations":
        """Read every catalogue of the package, or those under `root`. Raises BrokenCatalogue."""
        return cls(read_all(root))

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that can be spoken, in alphabetical order."""
        return tuple(self._catalogues)

    def voice(self, language: str, registers: Mapping[str, Register] = _NONE) -> Voice:
        """The voice for a language or locale code ("ro", "ro-RO"); English for one that isn't spoken.

        `registers` are the community's choices by language; what is not chosen is as usual.
        """
        code = primary(language)
        code = code if code in self._catalogues else FALLBACK
        register = registers.get(code) or USUAL_REGISTERS.get(code, Register.INFORMAL)
        return Voice(code, register, self._catalogues[code])


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs if isinstance(run, Text))
