"""What `doctor` finds, on any platform."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One line; `well` is False where something is to be done, None where nothing was checked."""

    words: str
    well: bool | None = None

    def __str__(self) -> str:
        mark = {True: "ok", False: "!!", None: "  "}[self.well]
        return f"{mark} {self.words}"
