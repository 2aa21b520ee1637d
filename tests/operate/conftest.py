"""A running program for each test that asks for one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.operate.program import Program, program


@pytest.fixture
async def ombud(tmp_path: Path, sqlite_url: str) -> AsyncIterator[Program]:
    """The program on the sandbox community and a SQLite file, with its health served."""
    async with program(tmp_path, database_url=sqlite_url) as running:
        yield running
