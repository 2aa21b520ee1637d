"""How staff behaved: rude, mocking, lying, hanging up. Never answered in public."""

from bot.detection.model import Label, Safety, Severity
from bot.detection.rules.base import Group, PhraseRule

_WHO = (
    "rep|agent|driver|courier|waiter|waitress|staff|employee|operator|moderator|mod|mods|admin|"
    "admins|support|clerk|cashier|technician|receptionist|steward|stewardess|manager|guy|woman|"
    "lady|consultant|team"
)
_DID = (
    "rude|laughed|laughing|shouted|yelled|screamed|lied|lying|mocked|shrugged|insulted|swore|"
    "ignored|hung|arrogant|dismissive|disrespectful|unprofessional|unhelpful|condescending|"
    "threatened|cursed|smirked|sneered"
)
_CINE = (
    "doamna|domnul|angajat*|operator*|curierul|șoferul|chelner*|moderator*|mod-ul|"
    "admin*|vânzător*|ghișeu|recepți*|tehnicianul|agent*|casier*|consultant*|"
    "personalul|suportul|tipul|tipa"
)
_A_FACUT = (
    "nesimțit*|obraznic*|mitocan*|țipat|râs|râdea|jignit|înjurat|"
    "injurat|mințit|arogant*|nepoliticos*|nepolitico*|ironic*|urlat|închis|răstit|"
    "bătut|neprofesionist*|batjocorit|vorbit"
)
_KTO = (
    "сотрудни*|оператор*|курьер|водитель|официант*|модератор*|модер|админ*|продавец|кассир*|"
    "менеджер*|консультант*|мастер|администратор*|специалист*|девушка|персонал|поддержка|женщина"
)
_SDELAL = (
    "нахамил*|хамит|хамил*|хамят|нагрубил*|грубит|орал*|накричал*|посмеял*|смеял*|обманул*|"
    "соврал*|врет|врут|издевал*|оскорбил*|послал*|нахамили|игнорирует|бросил*|высокомерн*"
)

RULE = PhraseRule(
    name="staff_behaviour",
    label=Label.COMPLAINT,
    severity=Severity.MEDIUM,
    safety=Safety.ABOUT_STAFF,
    groups=(
        Group(
            4.6,
            en=(
                f"{_WHO} ~5 {_DID}",
                "rude staff|driver|employee*|agent|support|mods|waiter|reply|answer|service",
                "treated|spoke|talked ~3 like ~1 garbage|dirt|idiot|idiots|trash|criminal|child|shit",
                f"{_WHO} ~2 told me ~6 fault|problem|lie|google|care",
                "mod|mods|moderator|moderators|admin|admins ~2 abuse|abusing|abuses|biased|unfair|powertrip*|power",
                (
                    "someone|somebody|employee|guy|agent|person from|at|in your|the ~1 support|team|company|"
                    "staff ~1 shared|gave|leaked|told|posted|said|called"
                ),
                "reception|receptionist|staff|seller|driver|waiter|support ~3 couldnt|didnt|doesnt|dont care|bother",
                (
                    "seller|shop|store|company|they says|said|claims|claim ~3 not|cosmetic ~2 problem|fault|"
                    "damage|responsib*"
                ),
            ),
            ro=(
                f"{_CINE} ~5 {_A_FACUT}",
                "vorbit|tratat|tratați|răspuns ~3 de parcă|ca|urât",
                "moderatorii|adminii|modul|moderator|admin ~2 abuz*|părtinit*|partinitor*|favoriz*",
                "cineva de la voi|suport|firmă",
                (
                    "recepția|vânzătoarea|vânzătorul|curierul|șoferul|"
                    "operatorul|doamna|domnul ~2 ridicat ~1 din|tonul|vocea"
                ),
                "nu e|i|este treaba|vina|problema lui|ei|lor|noastră|nostra",
                "zice|zic|spune|spun ~1 că ~1 nu ~3 treaba|intră|vina|problema|garanți*",
            ),
            ru=(
                f"{_KTO} ~4 {_SDELAL}",
                f"{_SDELAL} ~4 {_KTO}",
                "хамство|хамское ~2 сотрудн*|отношен*|оператор*|персонал*|поддержк*|со",
                "модер*|админ* ~2 злоупотреб*|предвзят*|самодур*|несправедлив*|беспредел*",
                "кто-то|сотрудник|сотрудница из|от ваших|вашей|вашего|поддержки",
                (
                    "продавец|магазин|сервис|сотрудник*|менеджер* ~2 разводит|разводят|отказ*|отмахива*|говорит "
                    "~3 не|руками|наша"
                ),
                "им|всем плевать",
            ),
        ),
    ),
)
