"""The report as one page: no script, nothing from outside, readable on a phone and without a network."""

import base64
import hashlib
from importlib.resources import files
from string import Template
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from adapters.archive import rhythm, sections
from adapters.archive.case_table import case_table
from adapters.archive.figures import FEW
from adapters.archive.labels import Labels, harmless
from adapters.archive.markup import joined, note
from adapters.archive.model import Findings
from bot.language import Voice


def to_html(findings: Findings, voice: Voice) -> str:
    """The whole page in the voice's language. Quotes are in it where the findings have them."""
    labels = Labels(voice, ZoneInfo(findings.zone))
    page = files("adapters.archive") / "page"
    style = (page / "report.css").read_text("utf-8")
    icon = (page / "icon.svg").read_bytes()
    return Template((page / "report.html").read_text("utf-8")).substitute(
        language=voice.language,
        policy=escape(_policy(style)),
        icon=base64.b64encode(icon).decode("ascii"),
        style=style,
        title=escape(voice.text("archive.title")),
        source=escape(voice.text("archive.source", source=harmless(findings.source))),
        header=sections.header_facts(findings, labels),
        main=_main(findings, labels),
        footer=escape(voice.text("archive.footer", count=FEW)),
    )


def _policy(style: str) -> str:
    """Nothing but this very style, and pictures that are part of the page."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _main(findings: Findings, labels: Labels) -> Markup:
    text = labels.voice.text
    if not findings.messages:
        return joined((note(text("archive.no_messages")), sections.problems(findings, labels)))
    parts = [sections.key_figures(findings, labels), rhythm.over_time(findings, labels)]
    if findings.alarms:
        parts += [
            rhythm.hours(findings, labels),
            rhythm.weekdays(findings, labels),
            sections.topics(findings, labels),
            sections.waiting(findings, labels),
            sections.languages(findings, labels),
            sections.why(findings, labels),
            case_table(findings, labels),
        ]
    else:
        parts.append(note(text("archive.nothing")))
    return joined([*parts, sections.problems(findings, labels)])
