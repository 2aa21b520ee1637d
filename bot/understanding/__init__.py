"""Assesses what people write, and asks the encoder where rules and words leave doubt; without waiting for it for long.

`worker` is the queue before the encoder, `assessing` what the rest of the house calls, `together` the same for files.
Pure detection is in `bot/detection`; this room is there because the encoder is slow and nobody should wait for it.
"""

from bot.understanding.assessing import Understanding
from bot.understanding.together import assess_together
from bot.understanding.worker import Condition, EncoderWorker, Reader

__all__ = ["Condition", "EncoderWorker", "Reader", "Understanding", "assess_together"]
