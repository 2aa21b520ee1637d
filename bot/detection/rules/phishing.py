"""Wants passwords, seed phrases or a click on a false page; pretends to be support."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="phishing",
    label=Label.SPAM,
    severity=Severity.HIGH,
    groups=(
        Group(
            6.0,
            en=(
                "your ~2 wallet|account|card ~4 verified|verify|suspended|locked|limited|blocked ~8 ‹url›",
                (
                    "verify|validate|confirm|connect|sync|synchronize|unlock|update ~2 your|it|the ~2 wallet|"
                    "account|card|identity|here|password ~4 ‹url›"
                ),
                (
                    "send|give|share|provide|enter|submit|dm ~3 your|ur ~2 seed|recovery|private|secret|"
                    "backup "
                    "~1 phrase|key|keys|words"
                ),
                "send|give|dm|provide me|us ~2 your ~2 password|pin|cvv|card|code|seed",
                "official ~2 support ~6 dm|send|click|contact|kindly|‹url›",
                "kindly ~1 send|click|provide|dm|contact|verify",
                "log|login|sign ~3 here|at ~2 ‹url› ~6 suspended|blocked|locked",
                "click ~2 ‹url› ~4 claim|verify|win|reward",
                "wallet ~3 be suspended|validated",
                "contact|dm ~2 the? support|admin|helpdesk ~3 whatsapp|telegram|‹mention›|‹url›",
                "password|account|card ~2 expires|expired|expiring ~8 ‹url›",
                "parcel|package|delivery ~~6 fee|customs|held|redeliver* ~4 ‹url›",
                "provide|send ~1 your private|seed|secret|recovery",
                "verify|confirm|validate|unlock ~2 now|here|immediately|today ~2 ‹url›",
                "account|wallet|card ~2 suspended|locked|limited|blocked|terminated ~8 verify|confirm|click",
            ),
            ro=(
                (
                    "contul|cont|cardul|portofelul ~2 tău|dvs|dumneavoastră|vă ~5 suspendat|blocat|închis|"
                    "limitat|verifica*|inchis ~8 ‹url›"
                ),
                (
                    "verifică|confirmă|validați|verificați|actualizați|conectează|"
                    "actualizeaza ~3 aici|contul|cardul|datele|portofelul ~4 ‹url›"
                ),
                "trimite|trimiteți|dă-mi|dați|introdu|trimitemi ~4 parola|pin*|cvv|seed|fraza|codul ~3",
                "suport oficial ~6 trimite*|scrie*|click|‹url›",
                "apasă|click|accesați ~4 ‹url› ~3",
                "coletul|pachetul ~~8 taxă|livrat|plătiți|achitați ~6 ‹url›",
                "parola|contul ~2 expiră ~8 ‹url›",
                "taxa|taxă vamală|vama|vamala|de-livrare ~4 ‹url›",
                "poșta|posta|curierul|fan ~8 taxa|taxă ~6 ‹url›",
            ),
            ru=(
                (
                    "ваш|ваша|ваше ~1 аккаунт|кошелек|карта|счет|акк ~4 заблокирован|заблокирована|"
                    "приостановлен|"
                    "ограничен ~8 ‹url›"
                ),
                "подтвердите|подтверди|проверьте|верифицируйте|привяжите|обновите|авторизуйтесь ~4 ‹url›",
                (
                    "пришлите|отправьте|скинь|скиньте|введите|сообщите|назовите|вышлите ~4 сид*|пароль|пин|"
                    "cvv|"
                    "код|seed|приватный ~2"
                ),
                "официальн* поддержк* ~6 пришлите|пишите|напишите|‹url›",
                "перейдите|перейди|нажмите|жми|переходи|переходите ~4 ‹url›",
                "посылк* ~~8 пошлин*|оплатите|таможн*|доставлен* ~6 ‹url›",
                "пароль|аккаунт ~2 истекает|истек ~8 ‹url›",
                "пришлите|введите|отправьте ~1 приватный|сид|секретн* ключ|фразу",
                "аккаунт ~2 заблокирован|ограничен ~4 войдите|подтвердите|перейдите",
                "войдите|авторизуйтесь|оплатите ~1 здесь|тут|пошлину|таможенн* ~5 ‹url›",
            ),
            es=(
                "tu|su|cuenta|tarjeta ~3 suspendida|bloqueada|limitada|cerrada|bloqueado|suspendido ~8 ‹url›",
                (
                    "verifica|verifique|confirma|confirme|actualiza|actualice|valida|valide|desbloquea ~4 "
                    "cuenta|tarjeta|datos|identidad|aquí|contraseña|billetera ~4 ‹url›"
                ),
                (
                    "envía|envíame|envíe|pásame|dame|ingrese|ingresa|comparte ~3 tu|su|la ~2 contraseña|"
                    "clave|pin|cvv|código|semilla|frase"
                ),
                "paquete|envío|entrega ~~8 retenido|tasa|aduana|aduanas|tarifa ~6 ‹url›",
                "soporte oficial ~6 ‹url›|escriba|escríbeme|envíe|dm",
            ),
            de=(
                (
                    "ihr|dein|ihre|deine|das ~2 konto|account|karte|wallet|zugang ~4 gesperrt|eingeschränkt|"
                    "blockiert|deaktiviert ~8 ‹url›"
                ),
                (
                    "bestätigen|verifizieren|aktualisieren|bestätige|verifiziere|aktualisiere|entsperren ~5 "
                    "konto|daten|identität|karte|zugang|hier|account ~5 ‹url›"
                ),
                "paket|sendung|lieferung ~~8 zoll*|gebühr|gebühren|angehalten|zurückgehalten ~6 ‹url›",
                (
                    "schick|schicken|sende|senden|gib|nenne|teile ~4 passwort|pin|cvv|tan|seed|"
                    "wiederherstellungsphrase|zugangsdaten|kennwort ~2"
                ),
                "‹url› ~6 bestätigen|verifizieren|entsperren",
            ),
            fr=(
                "votre|ton|compte|carte ~3 suspendu|bloqué|limité|suspendue|bloquée|restreint ~8 ‹url›",
                (
                    "vérifiez|confirmez|validez|actualisez|mettez-à-jour|vérifie|confirme|débloquez|réglez "
                    "~5 compte|carte|identité|ici|informations|coordonnées|frais ~5 ‹url›"
                ),
                "colis|livraison ~~8 douane|frais|attente|retenu|affranchissement ~6 ‹url›",
                (
                    "envoyez|envoie|donne|donnez|entrez|saisissez|communiquez ~3 mot|code|pin|cvv|phrase|"
                    "identifiants|clé ~2"
                ),
                "support officiel ~6 ‹url›|écrivez|contactez|mp|dm",
                "carte vitale|cpf ~8 ‹url›",
            ),
            uk=(
                (
                    "ваш|ваша|твій ~1 акаунт|гаманець|картка|картку|рахунок ~4 заблоковано|заблокований|"
                    "заблокована|призупинено|обмежено ~8 ‹url›"
                ),
                "підтвердіть|підтверди|перевірте|верифікуйте|оновіть|авторизуйтесь|авторизуйтеся ~4 ‹url›",
                (
                    "надішліть|скинь|скиньте|введіть|повідомте|назвіть|вишліть ~4 сид*|пароль|пін|cvv|код|"
                    "seed|приватний ~2"
                ),
                "перейдіть|перейди|натисніть|тисни|переходь|переходьте ~4 ‹url›",
                "посилк* ~~8 мито|оплатіть|митниц*|доставлен* ~6 ‹url›",
            ),
        ),
    ),
)
