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
                "my|our|a|with lawyer|lawyers|attorney|solicitor",
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
                "illegal|unlawful to|that|what|and|!download*",
                "lodge|file|filing|filed|lodging ~2 complaint|complaints",
            ),
            ro=(
                "anpc|protecția-consumatorului|ancom|anaf|anspdcp|csalb",
                "protecția|protectia consumatorului|consumatorilor|datelor",
                "avocat*|tribunal*|instanța|instanță|judecată|judecata",
                "vă|va dau|dam în|in judecată|judecata",
                "reclamație|reclamatie|plângere|plangere|sesizez|sesizare",
                "acționez|actionez în instanță|instanta",
                "ilegal*",
                "chargeback",
                "mă|ma adresez ~2 autorit*|poliț*|presei|instanț*|politiei",
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
