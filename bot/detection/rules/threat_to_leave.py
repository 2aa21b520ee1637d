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
                "im|i am|will|ill ~1 leaving|switching|switch ~2 you|your|another|competitor*|provider|elsewhere",
                "going to another|your|a|the ~1 provider|bank|competitor*|operator|company|shop",
                (
                    "switching|switch|moving|move to ~2 competitor*|another|different ~1 provider|company|bank|"
                    "operator|app|platform|shop|$"
                ),
                (
                    "if ~~6 !if ill|im|i|we|were ~1 cancelling|cancel|leaving|uninstall|uninstalling|quit|quitting|"
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
                    "!dacă|să reziliez|renunț|anulez|dezinstalez|închid ~3 contractul|abonamentul|contul|la|tot|"
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
                "расторгаю|отключаю|закрываю|отменяю|удаляю ~2 договор|подписку|счет|аккаунт|приложение|игру|карту",
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
        ),
    ),
)
