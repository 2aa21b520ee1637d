"""Every rule, the gravest first: of more than two, these are told. To add one: docs/add-a-rule.md."""

from bot.tone.base import Rule
from bot.tone.rules import (
    blame,
    dismissal,
    empty_phrase,
    hostility,
    open_promise,
    shouting,
    unanswered,
)

RULES: tuple[Rule, ...] = (
    hostility.RULE,
    blame.RULE,
    dismissal.RULE,
    shouting.RULE,
    unanswered.RULE,
    empty_phrase.RULE,
    open_promise.RULE,
)
