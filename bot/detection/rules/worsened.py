"""It was all right until something changed."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="worsened",
    label=Label.COMPLAINT,
    groups=(
        Group(
            1.8,
            en=(
                "since|after ~2 update|patch|upgrade|switch|migration|change|new|last",
                "ever since",
                "used to work",
                "worked ~1 fine ~2 before|until|yesterday|till",
            ),
            ro=(
                "de la|după ~2 actualizare*|update*|patch*|ultim*|schimb*",
                "înainte mergea",
                "mergea ~2 ieri|înainte|bine",
            ),
            ru=("после|с ~2 обновлени*|обнов*|патч*|апдейт*|переход*", "раньше ~1 работал*|было"),
        ),
    ),
)
