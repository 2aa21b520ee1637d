"""The page's own words: which sentences of the catalogues it shows, and with which placeholders."""

from collections.abc import Mapping, Sequence

from bot.language import Voice

PLAIN = (
    "sandbox.about.managers",
    "sandbox.about.public",
    "sandbox.about.specialists",
    "sandbox.about.staff",
    "sandbox.about.thread",
    "sandbox.amount",
    "sandbox.attach",
    "sandbox.brand",
    "sandbox.cancel",
    "sandbox.channels",
    "sandbox.clock",
    "sandbox.close",
    "sandbox.commands",
    "sandbox.delete",
    "sandbox.deleted",
    "sandbox.dms",
    "sandbox.earlier",
    "sandbox.edit",
    "sandbox.edited",
    "sandbox.editing",
    "sandbox.empty",
    "sandbox.empty.dm",
    "sandbox.empty.managers",
    "sandbox.empty.private",
    "sandbox.empty.public",
    "sandbox.empty.specialists",
    "sandbox.empty.staff",
    "sandbox.empty.thread",
    "sandbox.examples",
    "sandbox.forward",
    "sandbox.hide",
    "sandbox.hint",
    "sandbox.inside",
    "sandbox.inside.about",
    "sandbox.inside.assessments",
    "sandbox.inside.attempts",
    "sandbox.inside.cases",
    "sandbox.inside.due",
    "sandbox.inside.hidden",
    "sandbox.inside.language",
    "sandbox.inside.none",
    "sandbox.inside.outbox",
    "sandbox.inside.reasons",
    "sandbox.inside.severity",
    "sandbox.inside.short",
    "sandbox.inside.timers",
    "sandbox.inside.topic",
    "sandbox.leap.day",
    "sandbox.leap.days",
    "sandbox.leap.hour",
    "sandbox.leap.seconds",
    "sandbox.less",
    "sandbox.lost",
    "sandbox.managers",
    "sandbox.members",
    "sandbox.menu",
    "sandbox.moderators",
    "sandbox.newer",
    "sandbox.persona",
    "sandbox.pinned",
    "sandbox.private",
    "sandbox.program",
    "sandbox.refused.connection",
    "sandbox.refused.files",
    "sandbox.removed",
    "sandbox.reply",
    "sandbox.required",
    "sandbox.save",
    "sandbox.silent",
    "sandbox.specialists",
    "sandbox.staff",
    "sandbox.thread",
    "sandbox.title",
    "sandbox.unit",
    "sandbox.unit.days",
    "sandbox.unit.hours",
    "sandbox.unit.minutes",
    "sandbox.weather",
    "sandbox.weather.about",
    "sandbox.weather.dms",
    "sandbox.weather.down",
    "sandbox.weather.slow",
    "sandbox.weather.threads",
    "sandbox.window",
    "sandbox.working",
    "core.send",
    "role.manager",
    "role.member",
    "role.moderator",
    "role.specialist",
)

FILLED_BY_THE_PAGE: Mapping[str, Sequence[str]] = {
    "sandbox.about.dm": ("name",),
    "sandbox.about.private": ("name",),
    "sandbox.actions": ("name",),
    "sandbox.all": ("n",),
    "sandbox.answered": ("name",),
    "sandbox.attach.remove": ("name",),
    "sandbox.compose": ("channel",),
    "sandbox.download": ("name",),
    "sandbox.enclosed": ("name", "size"),
    "sandbox.log": ("channel",),
    "sandbox.replying": ("name",),
    "sandbox.shut": ("name",),
    "sandbox.suggestions": ("n",),
    "sandbox.unread": ("n",),
    "sandbox.whisper": ("name",),
    "sandbox.whole": ("n",),
}
"""Sentences whose placeholders stand until the page knows the values."""

EXAMPLES = ("sandbox.example.1", "sandbox.example.2", "sandbox.example.3")
"""Complaints to try the product with."""


def page_words(voice: Voice) -> dict[str, str]:
    """The words by their key without `sandbox.`; placeholders stay in braces."""
    filled = {
        key: voice.text(key, **{name: f"{{{name}}}" for name in names})
        for key, names in FILLED_BY_THE_PAGE.items()
    }
    plain = {key: voice.text(key) for key in PLAIN}
    return {key.removeprefix("sandbox."): text for key, text in {**plain, **filled}.items()}


def examples(voice: Voice) -> list[str]:
    return [voice.text(key) for key in EXAMPLES]
