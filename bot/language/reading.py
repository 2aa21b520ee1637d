"""Reads the .po files and compiles them in memory, so that contexts and plural forms are gettext's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import GNUTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, PoFileParser

from bot.language.errors import BrokenCatalogue
from bot.language.template import Template, parse


@dataclass(frozen=True, slots=True)
class Catalogues:
    """Every sentence of one language.

    `keys` holds (key, context) of each entry; the context is a register or None. `templates` holds every
    sentence taken apart, by its wording.
    """

    language: str
    gettext: GNUTranslations
    keys: frozenset[tuple[str, str | None]]
    plural_keys: frozenset[str]
    templates: Mapping[str, Template]


def read_all(root: Traversable | None = None) -> dict[str, Catalogues]:
    """Every language with a folder under `root`, by its code. Raises BrokenCatalogue."""
    root = root or files("bot.language") / "catalogues"
    folders = sorted((entry for entry in root.iterdir() if entry.is_dir()), key=lambda entry: entry.name)
    return {
        folder.name: _read_language(folder.name, found) for folder in folders if (found := po_files(folder))
    }


def po_files(folder: Traversable) -> list[Traversable]:
    """The catalogues of one language, in alphabetical order."""
    return sorted(
        (file for file in folder.iterdir() if file.name.endswith(".po")), key=lambda file: file.name
    )


def read_file(file: Traversable, language: str) -> Catalog:
    """Parse and check one catalogue. Raises BrokenCatalogue."""
    name = f"{language}/{file.name}"
    catalog = _StrictCatalog(language, name)
    try:
        with file.open("r", encoding="utf-8") as lines:
            PoFileParser(catalog, abort_invalid=True).parse(lines)
    except PoFileError as error:
        raise BrokenCatalogue(name, error.lineno + 1, str(error)) from error
    except (UnicodeDecodeError, ValueError) as error:
        raise BrokenCatalogue(name, None, str(error)) from error
    if str(catalog.locale) != language:
        raise BrokenCatalogue(name, 1, f"Language in the header is {catalog.locale}, not {language}")
    for message in catalog:
        if message.id:
            _check(message, name)
    return catalog


def key_of(message: Message) -> str:
    """The symbolic key of an entry, counted or not."""
    return message.id if isinstance(message.id, str) else message.id[0]


def forms_of(message: Message) -> tuple[str, ...]:
    """The sentence of an entry, or all its plural forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _read_language(language: str, found: list[Traversable]) -> Catalogues:
    merged = _StrictCatalog(language, language)
    for file in found:
        merged.take(read_file(file, language), f"{language}/{file.name}")
    messages = [message for message in merged if message.id]
    return Catalogues(
        language=language,
        gettext=_compile(merged),
        keys=frozenset((key_of(message), message.context) for message in messages),
        plural_keys=frozenset(key_of(message) for message in messages if message.pluralizable),
        templates={form: parse(form) for message in messages for form in forms_of(message)},
    )


def _check(message: Message, name: str) -> None:
    key = key_of(message)
    if message.fuzzy:
        raise BrokenCatalogue(name, message.lineno, f"{key} is marked fuzzy")
    if message.pluralizable and set(message.id) != {key}:
        raise BrokenCatalogue(name, message.lineno, f"{key}: msgid_plural must be the same key")
    for form in forms_of(message):
        if not form:
            raise BrokenCatalogue(name, message.lineno, f"{key} has no sentence, or lacks a plural form")
        try:
            parse(form)
        except ValueError as error:
            raise BrokenCatalogue(name, message.lineno, f"{key}: {error}") from error


def _compile(catalog: Catalog) -> GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)


class _StrictCatalog(Catalog):
    """Babel merges a key that comes twice, without a word; this refuses it."""

    def __init__(self, language: str, file: str) -> None:
        super().__init__(locale=language, charset="utf-8")
        self.file = file

    def __setitem__(self, key: str | list[str] | tuple[str, ...], message: Message) -> None:
        if key and self.get(key, message.context) is not None:
            raise BrokenCatalogue(self.file, message.lineno, f"{key_of(message)} comes twice")
        super().__setitem__(key, message)

    def take(self, other: Catalog, file: str) -> None:
        """Add every entry of another file of this language, and its header."""
        if len(self) and other.plural_expr != self.plural_expr:
            raise BrokenCatalogue(file, 1, f"Plural-Forms differ from those of {self.file}")
        self.file = file
        self.mime_headers = other.mime_headers
        for message in other:
            if message.id:
                self[message.id] = message
