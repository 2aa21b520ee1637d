"""Their data was shown, shared, leaked or stolen."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="privacy_breach",
    label=Label.COMPLAINT,
    severity=Severity.HIGH,
    groups=(
        Group(
            4.8,
            en=(
                (
                    "shared|leaked|gave|sold|exposed|published|posted|showed|disclosed ~1 my|our ~2 number|"
                    "phone|"
                    "address|data|email|details|name|information|card|photo*|documents"
                ),
                (
                    "my ~2 data|details|account|wallet|email|card|password|identity ~3 leaked|hacked|stolen|"
                    "compromised|exposed|sold"
                ),
                "somebody|someone|hacker|else ~2 accessed|used|hacked|logged ~3 my account|card|data|profile",
                "got|been|was hacked|compromised",
                "data breach|leak",
                "spam ~2 since|from you|after|because|dm|dms|me",
                "address was|is|got compromised",
                "stolen|hacked from|on|my",
                (
                    "other|another|strangers customer|customers|users|peoples|persons data|orders|details|"
                    "invoices|names"
                ),
                (
                    "my ~2 history|chats|chat|messages|files|documents|photos|data ~1 was|were visible|"
                    "public|"
                    "shown|exposed"
                ),
                "remove|delete my ~1 card|data|account|details|number ~5 asked|system|still",
            ),
            ro=(
                (
                    "dat|divulgat|publicat|vândut|transmis|arătat|scurs ~2 numărul|adresa|datele|"
                    "telefonul|emailul|actele|cnp-ul|pozele"
                ),
                (
                    "datele|contul|cardul|parola|emailul ~1 mele|meu|mea ~3 scurs|furat*|spart|compromis*|"
                    "vândut*|public*"
                ),
                "cont*|cardul ~2 spart|furat|hackuit|compromis|clonat",
                "datele altor|altui|altcuiva",
                "scurgere de date",
                "scoateți*|ștergeți* ~2 din ~1 listă|baza",
                "primesc ~2 sms*|mesaje|reclame|mailuri|telefoane ~3 deși|voi|cerut",
                "se vede|vad|vedea|vedeau ~2 conversați*|datele|mesajele",
            ),
            ru=(
                (
                    "передал*|слил*|продал*|опубликовал*|показал*|дал*|выложил*|раскрыл* ~2 мой|мои|мою|наш|"
                    "наши|"
                    "номер|данные|адрес|телефон"
                ),
                (
                    "мои|мой|личные|персональные|паспортные данные|номер|адрес|паспорт ~3 слил*|утек*|украл*|"
                    "продал*|передал*|доступн*"
                ),
                "слив|утечк* данных",
                "взломали|взлом|угнали ~2 аккаунт*|акк|карт*|почт*|кошел*|профил*|меня",
                "аккаунт|кошелек|карту ~1 взломали|украли|угнали",
                "чужие|чужой заказ*|данные|профил*|счет*",
                "переписк*|чат|сообщения|данные ~1 была|были|видна|видны ~1 видна|видны|всем|доступн*",
                "уберите|удалите ~1 мою|мои|мой|меня ~1 карту|данные|номер|аккаунт|базы|рассылк*",
                "документ*|данные|фото|паспорт* ~4 в ~1 открытом|общем доступе",
                "требовать|требуете|просите ~1 паспорт",
            ),
            es=(
                (
                    "filtraron|filtrado|vendieron|publicaron|compartieron|mostraron|dieron|expusieron ~2 mis|"
                    "mi|nuestros|nuestras ~1 datos|número|teléfono|dirección|correo|fotos|información"
                ),
                (
                    "mis|mi datos|cuenta|tarjeta|correo|contraseña ~3 filtr*|hacke*|robad*|robaron|expuest*|"
                    "clonad*"
                ),
                "hackearon|hackeado|hackeada|jaquearon|clonaron|robaron ~2 cuenta|tarjeta|correo|perfil",
                "filtración|fuga de datos",
                "datos de ~1 otro|otra|otros|otras ~1 persona|cliente|clientes|personas",
            ),
            de=(
                (
                    "meine|mein|meiner|unsere ~1 daten|account|konto|karte|passwort|nummer|adresse|mail ~4 "
                    "geleakt|gehackt|gestohlen|verkauft|weitergegeben|veröffentlicht|missbraucht|öffentlich"
                ),
                "gehackt|geleakt|weitergegeben|verkauft|gestohlen ~2 daten|account|konto|nummer|adresse",
                "datenleck|datenpanne|datenschutzverstoß|datenklau|identitätsdiebstahl",
                "daten|rechnung|bestellungen ~1 anderer|fremder|anderen ~1 kunden|kunde|personen|leute",
                "fremde|fremder ~1 daten|bestellungen|rechnung*|kundendaten",
            ),
            fr=(
                (
                    "mes|mon|ma|nos ~1 données|compte|carte|mot|numéro|adresse|mail|photos ~3 piraté*|volé*|"
                    "fuité|vendu*|divulgué*|exposé*|hacké*"
                ),
                (
                    "piraté|hacké|volé|divulgué|vendu|partagé|diffusé|donné ~2 mon|mes|ma|nos ~1 compte|"
                    "données|carte|numéro|adresse|coordonnées"
                ),
                "fuite|fuites|vol ~1 de données|d'identité",
                "données|commandes|factures d'autres|d'un-autre|autre clients|client|personnes",
            ),
            uk=(
                (
                    "передал*|злил*|продал*|опублікувал*|показал*|виклал*|розкрил* ~2 мій|мої|мою|наші|номер|"
                    "дані|адресу|телефон"
                ),
                (
                    "мої|мій|особисті|персональні|паспортні дані|номер|адреса|паспорт ~3 злил*|витек*|вкрал*|"
                    "украл*|продал*|передал*"
                ),
                "злив|витік|витоку даних",
                "зламали|злам|вкрали|викрали ~2 акаунт*|картк*|пошт*|гаман*|профіл*|мене",
                "чужі|чуже|чужий замовлення|дані|профіл*|рахун*",
            ),
        ),
    ),
)
