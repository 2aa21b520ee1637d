"""Which files are carried on, and how they are named. Pure.

What could run on somebody's computer, or hide what could, is named and not carried: the bot hands over what strangers
sent to it, and people trust what comes from it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.text import clean, shorten
from bot.vocabulary.events import MessagePosted
from bot.vocabulary.facts import MemberWrote
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef

MOST = 10
"""Files of one message; Discord takes no more."""

FOR_WORDS = 1000
"""Characters from which on one file less is carried: what is too long for a message becomes a file itself."""

MESSAGES = 3
"""The files of one message may be as large together as this many of the largest."""

LONGEST_NAME = 80
LONGEST_ID = 100

PROGRAMS = frozenset(
    {"apk", "app", "appimage", "bat", "bin", "class", "cmd", "com", "command", "cpl", "deb", "dll",
     "dmg", "docm", "dotm", "elf", "exe", "gadget", "hta", "htm", "html", "img", "iso", "jar", "js",
     "jse", "jnlp", "lnk", "mht", "mhtml", "mjs", "msc", "msi", "msix", "msp", "mst", "ocx", "pif",
     "pkg", "potm", "ppam", "ppsm", "pptm", "ps1", "psm1", "py", "pyc", "rb", "reg", "rpm", "run",
     "scf", "scr", "sct", "sh", "so", "svg", "svgz", "sys", "url", "vb", "vbe", "vbs", "vhd", "vhdx",
     "wasm", "wsc", "wsf", "wsh", "xhtml", "xht", "xlam", "xlsm", "xltm", "xll"}
)  # fmt: skip
ARCHIVES = frozenset(
    {"7z", "ace", "arc", "arj", "br", "bz2", "cab", "cpio", "gz", "lha", "lz", "lz4", "lzh", "lzma",
     "rar", "tar", "taz", "tbz", "tbz2", "tgz", "txz", "tz", "xz", "z", "zip", "zipx", "zst"}
)  # fmt: skip
PACKED = frozenset(
    {"docx", "xlsx", "pptx", "odt", "ods", "odp", "odg", "epub", "pages", "numbers", "key"}
)  # fmt: skip
"""Documents that are archives inside."""

_RUNS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa")
_PACKS = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"(\xb5/\xfd", b"MSCF")
_ZIP = b"PK\x03\x04"
_PATH = re.compile(r"[\\/:*?\"<>|]+")
SIGN = "📎"


class Refusal(StrEnum):
    """Why a file is not carried; also the end of the sentence's name."""

    KIND = "kind"
    SIZE = "size"
    COUNT = "count"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Sorted:
    """Files that are carried, in order, and those that are not."""

    kept: tuple[Attachment, ...]
    refused: tuple[tuple[Attachment, Refusal], ...]


def described(id_: str, name: str, size: int, message: MessageRef, media_type: str = "") -> Attachment:
    """An attachment as a platform describes it, with a name that can be shown and written down anywhere."""
    kind = clean(media_type).partition(";")[0].strip()[:100]
    return Attachment(clean(id_)[:LONGEST_ID], clean_name(name), max(0, size), message, kind)


def clean_name(name: str) -> str:
    """Without ways to other folders, and without signs that can't be seen, which can turn a name round.

    The ending stays when it is shortened: it is what people go by.
    """
    seen = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in clean(name))
    plain = " ".join(_PATH.sub("-", seen).split()).strip(".- ") or "file"
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 10:
        return shorten(plain, LONGEST_NAME)
    return f"{shorten(stem, LONGEST_NAME - len(ending) - 1)}.{ending}"


def sort(files: Sequence[Attachment], largest: int, words: str | None = "") -> Sorted:
    """What can be carried in one message with these words; `largest` is in bytes."""
    most = MOST if len(words or "") <= FOR_WORDS else MOST - 1
    kept: list[Attachment] = []
    refused: list[tuple[Attachment, Refusal]] = []
    left = largest * MESSAGES
    for file in files:
        if not largest:
            refused.append((file, Refusal.NONE))
        elif is_program(file.name):
            refused.append((file, Refusal.KIND))
        elif file.size > min(largest, left):
            refused.append((file, Refusal.SIZE))
        elif len(kept) >= most:
            refused.append((file, Refusal.COUNT))
        else:
            kept.append(file)
            left -= file.size
    return Sorted(tuple(kept), tuple(refused))


def is_program(name: str, content: bytes = b"") -> bool:
    """Whether it could run, or is an archive: by its name and, once it is here, by how it begins."""
    ending = name.lower().rpartition(".")[2].strip() if "." in name else ""
    if ending in PROGRAMS or ending in ARCHIVES:
        return True
    if content.startswith(_ZIP):
        return ending not in PACKED
    return content.startswith(_RUNS + _PACKS)


def named(file: Attachment) -> str:
    """`photo.jpg (1.2 MB)`"""
    return f"{file.name} ({readable(file.size)})"


def listed(files: Sequence[Attachment]) -> str:
    return ", ".join(map(named, files))


def readable(size: int) -> str:
    """A size as people read it, never smaller than it is said to be at the limit."""
    if size < 1000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB"


def with_files(text: str, files: Sequence[Attachment]) -> str:
    """The words, and under them the names of what came with them: so they are seen wherever words are."""
    return "\n".join(filter(None, (text, *(f"{SIGN} {named(file)}" for file in files))))


def wrote_in(case: int, event: MessagePosted, *, in_public: bool = False) -> MemberWrote:
    """What the member said in this message, with its files."""
    words = with_files(event.text, event.files)
    return MemberWrote(case, event.author, words, event.message, in_public, files=event.files)
