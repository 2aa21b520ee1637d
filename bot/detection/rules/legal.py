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
                "report|reporting|reported you|them|this to ~3 authorit*|police|regulator|bank|bbb|ftc|consumer",
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
        ),
    ),
)
