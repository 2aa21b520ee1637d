"""Typed parts as Discord's markdown, in atoms: pieces that a text which is too long may be cut between."""

from collections.abc import Callable, Iterator

from adapters.common.names import straight
from adapters.discord.escaping import atoms, escape, escape_line
from adapters.discord.limits import units
from bot.text import shorten
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import (
    Command,
    Fields,
    File,
    Heading,
    Link,
    Mention,
    Moment,
    MomentStyle,
    Name,
    Paragraph,
    Part,
    Quotation,
    Run,
    Runs,
    Text,
    label_text,
)

Atoms = list[str]
Address = Callable[[str, str | None], str]
"""The address of a channel, or of a message in it."""

MORE = "…"
LABEL = 200
"""Characters of a heading, a label or a name that are shown."""

_STYLES = {MomentStyle.TIME: "t", MomentStyle.DATE: "D", MomentStyle.BOTH: "f"}
_ISOLATE, _END = "\u2068", "\u2069"


def part_atoms(part: Part, address: Address) -> Atoms:
    """One part; a file has no text of its own."""
    match part:
        case Heading(text):
            return [f"### {escape_line(shorten(text, LABEL))}"]
        case Paragraph(runs):
            return runs_atoms(runs, address)
        case Quotation(text, by):
            return [*_quoted(text), *([f"\n> – {_name(by)}"] if by else [])]
        case Fields(rows):
            return _joined([[_label(label_text(row.label)), *runs_atoms(row.value, address)] for row in rows])
        case File():
            return []


def parts_atoms(parts: tuple[Part, ...], address: Address) -> Atoms:
    """Parts below each other."""
    return _joined([written for part in parts if (written := part_atoms(part, address))])


def runs_atoms(runs: Runs, address: Address) -> Atoms:
    return [atom for run in runs for atom in _run_atoms(run, address)]


def cut(written: Atoms, limit: int) -> tuple[str, bool]:
    """The text within `limit` units, and whether it is whole."""
    whole = "".join(written)
    if units(whole) <= limit:
        return whole, True
    kept, left = [], limit - units(MORE)
    for atom in written:
        left -= units(atom)
        if left < 0:
            break
        kept.append(atom)
    return "".join(kept).rstrip() + MORE, False


def _run_atoms(run: Run, address: Address) -> Atoms:
    match run:
        case Text(text):
            return atoms(escape(text))
        case Name(name):
            return [_name(name)]
        case Mention(member, name):
            return [f"<@{member}>" if is_snowflake(member) else _name(name)]
        case Moment(at, style):
            return [f"<t:{int(at.timestamp())}:{_STYLES[style]}>"]
        case Link():
            return [_link(run, address)]
        case Command():
            return atoms(escape(run.typed()))


def is_snowflake(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 0 < len(text) <= 20


def _link(link: Link, address: Address) -> str:
    label = escape_line(shorten(link.label, LABEL))
    target = link.message or (MessageRef(link.channel, "") if link.channel else None)
    if target is None or not is_snowflake(target.channel):
        return label
    return f"[{label}]({address(target.channel, target.message or None)})"


def _name(name: str) -> str:
    """Isolated, so that a name in another direction doesn't turn the sentence around, nor end the isolation itself."""
    return f"{_ISOLATE}{escape_line(shorten(straight(name), LABEL))}{_END}"


def _label(label: str) -> str:
    return f"**{escape_line(shorten(label, LABEL))}:** "


def _quoted(text: str) -> Iterator[str]:
    """Each line begins with the sign of a quotation, which is never cut from the line's first letter."""
    yield "> "
    for atom in atoms(escape(text.strip())):
        yield f"{atom}> " if atom == "\n" else atom


def _joined(blocks: list[Atoms]) -> Atoms:
    """Blocks, each on a line of its own."""
    return [atom for index, block in enumerate(blocks) for atom in (["\n"] if index else []) + block]
