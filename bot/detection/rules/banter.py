"""Friends teasing each other: laughter or affection beside rude words."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="banter",
    label=Label.ABUSE,
    groups=(
        Group(
            -3.0,
            en=(
                "😂|🤣|😄|😆|😅|😜|😉|😁|❤|🥰|😘|lol|lmao|rofl|haha|hahaha|hehe|jk|kidding|xd",
                "love you|u|ya",
                "bro|mate|dude|buddy|bud|mans ~1 $|😂",
            ),
            ro=(
                "haha|hahaha|hehe|glumesc|pupici",
                "te pup|iubesc",
                "ai avut noroc",
                "frate|bro|coaie|fra|frățioare",
            ),
            ru=(
                "ахах*|хаха*|ахаха*|лол|кек|ржу|ору|шучу|шутка|хех",
                "обожаю|люблю тебя|вас",
                "бро|братан|братишка|чувак|дружище",
                "просто повезло",
            ),
        ),
    ),
)
