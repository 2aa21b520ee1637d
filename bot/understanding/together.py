"""Many messages at once, without a clock: for files and for evaluations, where nobody waits."""

from collections.abc import Sequence

from bot.detection import Assessment, Context, first_look
from bot.understanding.worker import Reader


def assess_together(messages: Sequence[tuple[str, Context]], reader: Reader | None) -> list[Assessment]:
    """Each message as `Understanding.assess` would assess it; the encoder reads all the doubtful ones in one go."""
    looks = [first_look(text, context) for text, context in messages]
    asked = [look.passages if reader is not None and look.unsure else () for look in looks]
    passages = [passage for some in asked for passage in some]
    found = iter(reader.read(passages) if reader is not None and passages else ())
    return [look.conclude([next(found) for _ in some]) for look, some in zip(looks, asked, strict=True)]
