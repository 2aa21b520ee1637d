"""Speaks of lawyers, courts, authorities or the press."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="legal",
    label=Label.COMPLAINT,
    severity=Severity.HIGH,
    groups=(
        Group(
            4.6,
            en=(
                "my|our lawyer|lawyers|attorney|solicitor",
                (
                    "talk|talking|speak|speaking|get|getting|hire|hiring|contact|contacting|call|calling ~2 "
                    "lawyer|lawyers|attorney|solicitor !joke"
                ),
                "take|taking|see|sue|suing ~2 to|in|you|them court",
                "sue|suing you|them|your",
                "small claims",
                "legal action|steps",
                "trading standards",
                "consumer protection|rights|council",
                "chargeback|ombudsman|bbb|ftc|ofcom",
                (
                    "report|reporting|reported you|them|this to ~3 authorit*|police|regulator|bank|bbb|ftc|"
                    "consumer"
                ),
                "gdpr complaint|request|violation|breach",
                "go|going to the press|police|media",
                "class action",
                "illegal|unlawful to|that|what|and*",
                "lodge|file|filing|filed|lodging ~2 complaint|complaints",
            ),
            ro=(
                "anpc|ancom|anaf|anspdcp|csalb",
                "protecția consumatorului|consumatorilor|datelor",
                "avocat*|tribunal*|instanța|judecată",
                "vă dau|dam în judecată",
                "reclamație|plângere|sesizez|sesizare",
                "acționez în instanță",
                "ilegal*",
                "chargeback",
                "mă adresez ~2 autorit*|poliț*|presei|instanț*",
            ),
            ru=(
                "роспотребнадзор*|роскомнадзор*|прокуратур*|цб|центробанк*|фас|финомбудсмен*|антимонопольн*",
                "в суд|полицию",
                "судиться|засужу|исков*|иск|юрист*|адвокат*",
                "жалобу|жалоба|претензи* ~3 в|напишу|подам|на|написал*|подал*",
                "напишу|подам|пожалуюсь ~2 жалобу|заявление|в|претензию",
                "незаконно|противозаконно|закон* ~1 о защите",
                "защит* прав",
                "чарджбек|чарджбэк",
            ),
            es=(
                (
                    "abogado|abogados|demandar|demandarlos|demanda|demandaré|denunciarlos|denunciaré|"
                    "denunciar|querella|juzgado|tribunales"
                ),
                "hoja|hojas|libro de reclamaciones|reclamación",
                "consumo|facua|ocu|profeco|procon|defensa-del|indecopi|sernac|omic",
                "defensa|protección ~1 consumidor|datos|consumidores",
                "voy|vamos a ~1 la? policía|prensa|juicio|corte",
                "contracargo|devolución-de-cargo",
                "ilegal|ilegales",
            ),
            de=(
                (
                    "anwalt|anwältin|rechtsanwalt|anwälte|anwalts*|klage|verklagen|verklage|gericht|"
                    "amtsgericht|staatsanwalt*"
                ),
                (
                    "verbraucherzentrale|verbraucherschutz|bundesnetzagentur|bafin|schlichtungsstelle|"
                    "datenschutzbehörde|verbraucherschützer"
                ),
                "anzeige ~2 erstatten|erstatte|erstattet|polizei|raus",
                "erstatte|erstatten|stelle|mache ~3 anzeige|strafanzeige",
                "strafanzeige|rechtliche|juristische ~1",
                "rechtliche|juristische|rechtlichen|rechtlich schritte|vorgehen|konsequenzen",
                "illegal|rechtswidrig|gesetzeswidrig|sittenwidrig",
                "chargeback|rückbuchung|mahnbescheid",
                "letzte|setze|gesetzte|zur ~2 frist",
            ),
            fr=(
                (
                    "avocat|avocate|avocats|tribunal|tribunaux|prud'hommes|huissier|juridique|poursuites|"
                    "mise-en-demeure"
                ),
                "porter|porte|dépose|déposer|porterai|porté|déposé plainte",
                "mise en demeure",
                "dgccrf|cnil|arcep|signalconso|ufc|médiateur|60-millions",
                "que|ufc choisir",
                "répression des fraudes",
                "association|défense ~2 consommateurs|consommateur",
                "illégal|illégale|illégaux|hors-la-loi",
                "action|recours en|collectif|justice|judiciaire",
            ),
            uk=(
                "прокуратур*|держпродспоживслужб*|нбу|нацбанк*|антимонопольн*|омбудсмен*",
                "в|до|у суд|суду|поліцію|поліції|кіберполіці*",
                "судитися|судитись|позов*|юрист*|адвокат*",
                "скаргу|скарга|скаржитися|поскаржуся|претензі* ~3",
                "незаконно|протизаконно|незаконн*",
                "захист* прав|споживач*",
                "чарджбек",
            ),
        ),
    ),
)
