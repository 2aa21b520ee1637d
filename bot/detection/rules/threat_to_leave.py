"""Says in public that they leave, cancel or go to a competitor."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="threat_to_leave",
    label=Label.COMPLAINT,
    severity=Severity.HIGH,
    groups=(
        Group(
            4.6,
            en=(
                (
                    "im|i am|will|ill ~1 cancelling|canceling|cancel|closing ~2 my|our|the ~1 subscription|"
                    "account|plan|membership|order|contract"
                ),
                (
                    "im|i am|will|ill ~1 leaving|switching|switch ~2 you|your|another|competitor*|provider|"
                    "elsewhere"
                ),
                "going to another|your|a|the ~1 provider|bank|competitor*|operator|company|shop",
                (
                    "switching|switch|moving|move to ~2 competitor*|another|different ~1 provider|company|"
                    "bank|"
                    "operator|app|platform|shop|$"
                ),
                (
                    "if ~~6 !if ill|im|i|we|were ~1 cancelling|cancel|leaving|uninstall|uninstalling|quit|"
                    "quitting|"
                    "gone|switching|done"
                ),
                "no need|reason to be|stay ~1 loyal|customer|with",
                "no longer have|has my trust|business",
                "lost|losing a|another|me customer|client|as",
                "uninstalled|uninstalling|deleting|deleted ~3 your|this|the game|app|for good",
                "taking my business|money elsewhere",
                "closing my account",
                "wont|not be renewing|renew|using ~2 your|this|you|again",
                "not renewing",
                "cost|costing|lost us|me ~2 clients|client|customers|money|business",
                "^ ~3 uninstalling|unsubscribing|uninstalled|unsubscribed|cancelling|canceling $",
                "screw this|it|you",
            ),
            ro=(
                "mă|ne mut|mutam|duc|transfer|portez la alt*|concurență|orange",
                (
                    "!dacă|să reziliez|renunț|anulez|dezinstalez|închid ~3 contractul|abonamentul|contul|la|"
                    "tot|"
                    "jocul|aplicația"
                ),
                "dacă ~~6 !dacă reziliez|renunț|plec|mut|anulez|dezinstalez",
                "plec|trec la concurență|altă|alții|altcineva",
                "ați pierdut un client",
                "nu mai sunt clientul|client",
                "schimb operatorul|banca|rețeaua",
                "închid ~1 contul|abonamentul|tot",
                "nu mai sunt|suntem $|client*|abonat*",
                "de azi|mâine|luna ~1 nu mai|plec|renunț",
                "nu ~1 mai prelungim|prelungesc|reînnoim|reinnoiesc",
                "o șterg|dezinstalez $",
                "rămas|ramas fără|fara jucători|clienți|jucatori",
            ),
            ru=(
                "ухожу|уйду|перехожу|перейду|переходим|уходим к|в|на|от ~1 друг*|конкурент*|вас",
                "если ~~6 !если ухожу|уйду|перейду|перехожу|расторг*|отмен*|удаляю|удалю|закрою",
                (
                    "расторгаю|отключаю|закрываю|отменяю|удаляю ~2 договор|подписку|счет|аккаунт|приложение|"
                    "игру|карту"
                ),
                "потеряли ~2 клиента",
                "меняю оператора|банк|провайдера",
                "сношу|снес игру|приложение",
                "продлевать|продлять ~2 не ~1 буду|будем",
                "не ~1 буду|будем|стану ~1 продлевать|пользоваться|заказывать|покупать",
                "потеряли ~2 клиент*|деньг*|из",
                "удаляю|сношу|отписываюсь|отписалась|отписался $",
                "пошло|пошла|пошел|пошли ~1 оно|она|он|это|все",
                "ухожу|ушел|ушла|уйду к ~1 конкурент*|друг*",
            ),
            es=(
                "me|nos voy|cambio|vamos|paso|cambiamos a ~1 la? competencia|otra|otro|movistar|vodafone",
                "doy|daré|damos|voy-a-dar|dar ~1 de baja",
                (
                    "cancelo|cancelaré|cancelar|desinstalo|cierro|desinstalar|cancelando ~2 suscripción|"
                    "cuenta|contrato|app|juego|tarjeta|todo"
                ),
                "perdieron|perdisteis|han-perdido|perdido ~1 un|una|otro cliente|clienta",
                "nunca|jamás|no ~2 vuelvo|volveré|más ~2 comprar|pedir|comprarles|contratar",
                "si ~~8 cancelo|desinstalo|me-voy|baja",
            ),
            de=(
                (
                    "kündige|kündigen|kündigung|wechsle|wechseln|wechsel|lösche|deinstalliere ~4 vertrag|abo|"
                    "konto|account|anbieter|app|bank|konkurrenz|spiel|mitgliedschaft|$"
                ),
                "zur konkurrenz|wechsle|anderen-anbieter",
                "wenn ~~8 kündige|kündigen|wechsle|deinstalliere|bin-weg",
                "habt|haben ~2 einen|eine ~1 kunden|kundin|stammkunden|stammkundin ~1 verloren|weniger",
                "nie|nicht wieder|mehr ~3 bestellen|kaufen|bestelle|kaufe|buche|buchen",
                "war|bin ~2 die|längste zeit|zeit ~1 kunde|kundin",
            ),
            fr=(
                (
                    "je|vais|on ~1 résilie|résilier|désinstalle|désinstaller|annule|supprime|quitte|clôture "
                    "~3 abonnement|compte|contrat|appli|jeu|application|box|tout"
                ),
                (
                    "vais|passe|pars|aller|partir ~1 à|chez|la ~1 concurrence|concurrent|concurrents|orange|"
                    "free|sfr|bouygues"
                ),
                "perdu|perdez|perdre ~1 un|une ~1 client|cliente|abonné",
                "si ~~8 résilie|désinstalle|je-pars|quitte|annule",
                "jamais|plus ~1 chez vous",
                "plus ~1 jamais ~2 commande*|achète*|commander",
            ),
            uk=(
                "іду|йду|піду|переходжу|перейду|переходимо до|на|від ~1 інш*|конкурент*|вас",
                "якщо ~~6 іду|піду|перейду|розірву|скасу*|видаляю|видалю|закрию",
                "розриваю|закриваю|скасовую|видаляю ~2 договір|підписку|рахунок|акаунт|застосунок|гру|картку",
                "втратили ~2 клієнт*",
                "міняю оператора|банк|провайдера",
                "більше|ніколи ~1 не ~1 замовлятиму|куплю|замовлю|користуватимуся|користуватимусь",
            ),
        ),
    ),
)
