"""What in a reply could hurt whoever reads it: read before it goes out; pure, without I/O.

Read `model` for the types, `reading` for how a reply is read, `rules` for what is known. It speaks the language of
detection: the same normalising, the same phrases. Precision comes first: a nagging coach is switched off.
"""

from bot.tone.model import MOST, Advice, Remark, Written
from bot.tone.reading import read, rule_names

__all__ = ["MOST", "Advice", "Remark", "Written", "read", "rule_names"]
