"""`python -m bot assess FILE`: what detection says of messages in a file, one JSON object a line in and out.

In: `text`; optionally `id`, `author`, `role` (member, helper or staff) and `before`, a list of the same without
`before`, oldest first. Out, in the same order: `id`, the decisions `complaint`, `abuse` and `spam` at the balanced
sensitivity, `probabilities`, `severity`, `topic`, `lang` and `reasons`.
"""

import json
from collections.abc import Iterable
from itertools import islice
from typing import Any, TextIO

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.detection import Assessment, Context, Label, Said, Sensitivity, Speaker, thresholds
from bot.language import Voice
from bot.text import clean
from bot.understanding import Reader, assess_together

DECIDED = (Label.COMPLAINT, Label.ABUSE, Label.SPAM)


class Before(BaseModel):
    """An earlier message."""

    model_config = ConfigDict(extra="ignore")

    text: str
    author: str | None = None
    role: Speaker = Speaker.MEMBER


class Line(Before):
    """A message to assess; `lang` is read by evaluations, not by detection."""

    id: str | int | None = None
    lang: str | None = None
    before: tuple[Before, ...] = ()


TOGETHER = 64
"""Lines that are read and assessed in one go."""


def assess_lines(
    lines: Iterable[str], out: TextIO, complain: TextIO, voice: Voice, reader: Reader | None = None
) -> int:
    """Assess every line; those that can't be read are named by number on `complain`. How many those were."""
    bad = 0
    numbered = ((number, text) for number, text in enumerate(lines, start=1) if text.strip())
    while some := list(islice(numbered, TOGETHER)):
        read = [_line(number, text, complain, voice) for number, text in some]
        good = [line for line in read if line is not None]
        bad += len(read) - len(good)
        seen = assess_together([(clean(line.text), _around(line)) for line in good], reader)
        out.writelines(
            json.dumps(_told(line, assessment, voice), ensure_ascii=False) + "\n"
            for line, assessment in zip(good, seen, strict=True)
        )
    return bad


def _line(number: int, text: str, complain: TextIO, voice: Voice) -> Line | None:
    try:
        return Line.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "line"
        complain.write(voice.text("process.bad_line", line=number, where=where, why=first["msg"]) + "\n")
        return None


def _around(line: Line) -> Context:
    return Context(speaker=line.role, before=tuple(_said(earlier, line) for earlier in line.before))


def _told(line: Line, seen: Assessment, voice: Voice) -> dict[str, Any]:
    limit = thresholds(Sensitivity.BALANCED).act
    decided = {label.value: seen.probabilities[label] >= limit for label in DECIDED}
    return {
        "id": line.id,
        **decided,
        "probabilities": {label.value: round(seen.probabilities[label], 4) for label in Label},
        "severity": seen.severity.value,
        "topic": seen.topic.value,
        "lang": seen.language,
        "reasons": [voice.text(f"reason.{reason.rule}", match=reason.match) for reason in seen.reasons],
    }


def _said(earlier: Before, line: Line) -> Said:
    same = earlier.author is not None and earlier.author == line.author
    return Said(earlier.role, same, clean(earlier.text))
