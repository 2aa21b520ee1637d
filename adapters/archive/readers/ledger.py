"""What the reading of an archive has come to so far."""

from adapters.archive.model import Problem

# How many problems are kept; beyond that they are only counted.
KEPT = 1000


class Ledger:
    """The bytes read, and what could not be read: the first 1,000 problems and the number of all of them."""

    def __init__(self) -> None:
        self.bytes_read = 0
        self.problems: list[Problem] = []
        self.problem_count = 0

    def report(self, file: str, entry: int | None, code: str) -> None:
        """Count a problem. `entry` counts from 1; None is the file as a whole. Codes: see `Problem`."""
        self.problem_count += 1
        if len(self.problems) < KEPT:
            self.problems.append(Problem(file, entry, code))

    def begin_again(self, opening: "Ledger") -> None:
        """Forget everything but what was known when the archive was opened."""
        self.bytes_read = 0
        self.problems = list(opening.problems)
        self.problem_count = opening.problem_count
