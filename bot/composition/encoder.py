"""The encoder of detection, where it is installed."""

from bot.settings import Settings
from bot.understanding import EncoderWorker, Reader, Understanding

UNHURRIED = 600.0
"""Seconds in which a replay waits for the encoder: its figures must not depend on how busy the machine is."""


def understanding_of(settings: Settings) -> Understanding:
    """With the encoder behind it, which is loaded when it is first asked; without, where it is switched off."""
    return Understanding(EncoderWorker(load_encoder) if settings.encoder else None)


def unhurried() -> Understanding:
    """For messages that nobody waits for."""
    return Understanding(EncoderWorker(load_encoder, UNHURRIED))


def load_encoder() -> Reader | None:
    """The encoder; None where what runs it isn't installed."""
    try:
        from bot.detection.encoder.network import Encoder  # noqa: PLC0415 - not installed everywhere
    except ImportError:
        return None
    return Encoder.load()
