"""Trouble told as one's own: "my", "I", "we". Others' trouble is seldom a reason to step in."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="first_person",
    label=Label.COMPLAINT,
    groups=(
        Group(
            1.2,
            en=("i|im|ive|am|id|my|me|mine|myself|we|our|us|weve|were",),
            ro=(
                (
                    "eu|mie|mi|îmi|mă|m-am|m-au|m-ați|mi-a|mi-au|mi-ați|mi-am|mi-o|am|n-am|meu|"
                    "mea|mei|mele|nu-mi|pot|vreau|plătesc|primesc|aștept|noi|ne|ne-a|ne-au|ne-ați|avem|noastră|"
                    "nostru|sunt|să-mi"
                ),
            ),
            ru=(
                (
                    "я|мне|меня|мной|мой|моя|мое|мои|моего|моей|моих|моим|мою|мы|нам|нас|наш|наша|наши|нашу|жду|"
                    "плачу|могу|хочу"
                ),
            ),
        ),
    ),
)
