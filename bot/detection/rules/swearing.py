"""Swearing at nobody: strong words that only tell how strong the rest is meant. Never abuse by themselves."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="swearing",
    label=Label.COMPLAINT,
    groups=(
        Group(
            1.4,
            en=(
                (
                    "fuck|fucking|fucked|fuckin|shit|shitty|bullshit|damn|goddamn|crap|crappy|wtf|ffs|‹censored›|"
                    "bloody|bollocks|arse|piss*|motherfucking"
                ),
            ),
            ro=(
                (
                    "pula|plm|pla|pizda|pzd|futu|fututi|futui|dracu|dracului|naiba|naibii|rahat|rahatul|căcat|"
                    "cacat|cacatul|mizerie|porcărie|morții|kkt|mă-sii|fututi"
                ),
            ),
            ru=(
                (
                    "блять|бля|блядь|сука|нахуй|нахер|нахрен|хуй|хуйня|хуйню|пиздец|пизда|ебан*|ебат*|"
                    "заеб*|хрен|хрень|хрена|черт|блин|говно|дерьмо|сраный|охренеть|охуеть|ппц|капец|нах|пздц|"
                    "жопа|жопе|звиздец"
                ),
            ),
        ),
    ),
)
