"""What we say, in the reader's language: catalogues, plural forms, registers, dates and numbers.

Read in this order: translations (what others use), reading, template, moments, choose.
"""

from bot.language.errors import BrokenCatalogue, MissingSentence, MissingValue
from bot.language.translations import Register, Translations, Value, Voice

__all__ = [
    "BrokenCatalogue",
    "MissingSentence",
    "MissingValue",
    "Register",
    "Translations",
    "Value",
    "Voice",
]
