"""False alarms on plain chat: a friendly community without a brand on Slack, where next to nobody complains."""

from collections.abc import Iterator, Sequence

from bot.detection import Assessment, Label, Sensitivity, thresholds
from training.evaluate.asking import MAYBE, ask, flags
from training.evaluate.figures import Figure, Part, Scalar, Table, rate
from training.evaluate.sources import Sources
from training.evaluate.stream import Heard, Helpers, everywhere, read

FOLDER = "slack-export-houston"
NOTE = (
    "Messages of people, each with the last five of its channel. All are taken for members, and every alarm for a "
    "false one: the figure is an upper limit. What is below act and at least maybe is a card for staff."
)


def measure(sources: Sources) -> Part:
    """Alarms per 1,000 messages, for each sensitivity."""
    messages = read(sources.data / FOLDER, Helpers(after=0), everywhere)
    seen = ask(sources.judge, [(one.text, one.context) for one in messages])
    rows = {sensitivity.value: _alarms(seen, sensitivity) for sensitivity in Sensitivity}
    table = Table("Alarms per 1,000 messages", rows, NOTE)
    return Part("houston", "False alarms on plain chat", [table], list(_dump(messages, seen)))


def _dump(messages: Sequence[Heard], seen: Sequence[Assessment]) -> Iterator[dict[str, Scalar]]:
    """Where the alarms are, without a word of them."""
    for one, said in zip(messages, seen, strict=True):
        if max(said.complaint, said.abuse) >= MAYBE or said.safety:
            yield {
                "channel": one.channel,
                "id": one.id,
                "complaint": round(said.complaint, 4),
                "abuse": round(said.abuse, 4),
                "safety": " ".join(sorted(said.safety)),
            }


def _alarms(seen: list[Assessment], sensitivity: Sensitivity) -> dict[str, Figure]:
    limits = thresholds(sensitivity)

    def alarms(label: Label, threshold: float) -> Figure:
        return rate(sum(flags(seen, label, threshold)), len(seen))

    return {
        "complaint at act": alarms(Label.COMPLAINT, limits.act),
        "complaint at maybe": alarms(Label.COMPLAINT, limits.maybe),
        "abuse at act": alarms(Label.ABUSE, limits.act),
        "spam at act": alarms(Label.SPAM, limits.act),
        "any safety flag": rate(sum(bool(one.safety) for one in seen), len(seen)),
    }
