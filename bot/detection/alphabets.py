"""Which letters each language is written with, and which scripts belong to one language."""

from collections.abc import Mapping

UNKNOWN = "und"
"""When nothing tells."""
_SHARED_CYRILLIC = "абвгджзеклмнопрстуфхцчш"
CYRILLIC: Mapping[str, frozenset[str]] = {
    language: frozenset(_SHARED_CYRILLIC + more)
    for language, more in (
        ("ru", "ёийщъыьэюя"),
        ("uk", "ґєиіїйщьюя"),
        ("be", "ёіўйыьэюя"),
        ("bg", "ийщъьюя"),
        ("sr", "иђјљњћџ"),
    )
}
"""The whole alphabets."""
LATIN: Mapping[str, frozenset[str]] = {
    language: frozenset(more)
    for language, more in (
        ("en", "é"),
        ("ro", "ăâîșşțţ"),
        ("es", "áéíóúüñ"),
        ("de", "äöüß"),
        ("fr", "àâæçèéêëîïôœùûüÿ"),
        ("it", "àèéìíîòóùú"),
        ("pt", "áàâãçéêíóôõúü"),
        ("pl", "ąćęłńóśźż"),
        ("nl", "éëïèöü"),
        ("tr", "çğıöşüâîû"),
        ("hu", "áéíóöőúüű"),
        ("cs", "áčďéěíňóřšťúůýž"),
        ("sk", "áäčďéíĺľňóôŕšťúýž"),
        ("sr", "čćđšž"),
        ("hr", "čćđšž"),
        ("sv", "åäöé"),
        ("da", "æøåé"),
        ("fi", "äöåšž"),
        ("id", "é"),
    )
}
"""What each has beyond a to z."""
SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("\u0370", "\u03ff", "el"),
    ("\u0530", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", UNKNOWN),
    ("\u0e00", "\u0e7f", "th"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u3040", "\u30ff", "ja"),
    ("\uac00", "\ud7af", "ko"),
)
"""First letter, last letter, the one language written so; of Arabic and of all scripts not named, nothing is said."""
