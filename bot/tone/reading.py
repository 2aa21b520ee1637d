"""Read a reply: ask every rule, keep the gravest, and look whether it can be said without them."""

from dataclasses import replace

from bot.detection.languages import identify
from bot.detection.mood import mood_of
from bot.detection.normalise import LONGEST, normalise
from bot.detection.rules.base import excerpt
from bot.tone.base import Reply, Rule, Span
from bot.tone.gentler import gentler
from bot.tone.model import MOST, Advice, Remark, Written
from bot.tone.quoting import places, without_quotes
from bot.tone.rules import RULES

_Found = list[tuple[Rule, list[Span]]]


def read(written: Written) -> Advice:
    """What could hurt in it, at most two things. Pure and deterministic; takes any string, reads 4,000 characters."""
    written = replace(written, text=written.text[:LONGEST])
    reply, found = _listen(written)
    remarks = tuple(
        Remark(rule.name, " … ".join(excerpt(reply.text.words[start:end]) for start, end in spans[:2]))
        for rule, spans in found[:MOST]
    )
    return Advice(remarks, _instead(written, found[:MOST]))


def rule_names() -> tuple[str, ...]:
    """The names of all rules, the gravest first."""
    return tuple(rule.name for rule in RULES)


def _listen(written: Written) -> tuple[Reply, _Found]:
    text = normalise(without_quotes(written.text))
    asked = normalise(written.answers) if written.answers else None
    mood = mood_of(written.answers) if written.answers else None
    reply = Reply(text, identify(text)[0], asked, mood, written.timed)
    heard = ((rule, list(rule.find(reply))) for rule in RULES)
    return reply, [(rule, spans) for rule, spans in heard if spans]


def _instead(written: Written, found: _Found) -> str | None:
    """All of what was remarked on said otherwise, or nothing: half a mended reply would still hurt."""
    said = written.text
    for rule, _ in found:
        now = replace(written, text=said)
        text = normalise(without_quotes(said))
        where = places(text, without_quotes(said))
        spans = next((spans for other, spans in _listen(now)[1] if other is rule), [])
        if where is None or not spans:
            return None
        mended = gentler(rule.name, said, spans, where)
        if mended is None:
            return None
        said = mended
    return said if found and not _listen(replace(written, text=said))[1] else None
