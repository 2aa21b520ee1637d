"""Structured logs: events and figures, never a message's text, a name or a secret."""

import logging
import secrets
import sys
from collections.abc import Callable

import structlog

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


Count = Callable[[str], None]
"""Called with the event of each line of level error."""


def start_logging(level: str, *, as_json: bool, count: Count | None = None) -> None:
    """One line an event on standard error, readable or JSON. Replaces what was configured before."""
    renderer = structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            *([_counting(count)] if count else []),
            _without_words,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)


def new_reference() -> str:
    """A short code that a person can read out and that finds the trace in the log."""
    return "".join(secrets.choice(ALPHABET) for _ in range(6))


def trace_of(error: BaseException) -> str:
    """Where it broke: exception types, files, lines and functions. No values: they may be somebody's words."""
    steps: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        frame = seen.__traceback__
        steps.append(type(seen).__name__)
        while frame is not None:
            code = frame.tb_frame.f_code
            steps.append(f"{code.co_filename.rpartition('/')[2]}:{frame.tb_lineno} {code.co_name}")
            frame = frame.tb_next
        seen = seen.__cause__ or seen.__context__
    return " < ".join(steps[:1] + steps[:0:-1])


def _counting(count: Count) -> structlog.typing.Processor:
    def counted(
        _logger: object, method: str, event: structlog.typing.EventDict
    ) -> structlog.typing.EventDict:
        if method == "error":
            count(event["event"])
        return event

    return counted


def _without_words(
    _logger: object, _method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """The last net: an exception's message may hold what somebody wrote, so only its trace is kept."""
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        event["trace"] = trace_of(error)
    return event
