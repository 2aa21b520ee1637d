"""Said to the brand's face: "you", "your"."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="addressed",
    label=Label.COMPLAINT,
    groups=(
        Group(
            0.6,
            en=("you|your|youre|yours|u|ur|guys|team|support|staff|devs",),
            ro=(("voi|vă|voastră|vostru|voștri|voastre|ați|mi-ați|aveți|dvs|echipa|suport*"),),
            ru=("вы|вам|вас|ваш|ваша|ваше|ваши|вашей|вашу|вашего|вами|поддержк*|разраб*|админ*",),
        ),
    ),
)
