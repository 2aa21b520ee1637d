"""Health as a real process serves it, and the Dockerfile's own question to it."""

import asyncio
import re
import socket
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest

from tests.house.source import ROOT
from tests.process.test_main import environment, free_port, refused, running

HEALTHCHECK = re.compile(r"^HEALTHCHECK .*?\\\n +CMD (?P<command>.+)$", re.MULTILINE)


@pytest.fixture
def question() -> str:
    """The command with which the image asks whether it is well."""
    found = HEALTHCHECK.search((ROOT / "Dockerfile").read_text("utf-8"))
    assert found is not None
    return found["command"]


def asked(question: str, settings: dict[str, str]) -> int:
    """The exit status of the image's question, in a shell as Docker runs it, on this Python."""
    path = f"{Path(sys.executable).parent}:{settings['PATH']}"
    return subprocess.run(
        ["/bin/sh", "-c", question],
        env=settings | {"PATH": path},
        capture_output=True,
        check=False,
        timeout=30,
    ).returncode


async def test_it_is_served_where_the_settings_say(tmp_path: Path, question: str) -> None:
    settings = environment(tmp_path, HEALTH_PORT=str(free_port()))
    with running(tmp_path, settings):
        async with aiohttp.ClientSession(f"http://127.0.0.1:{settings['HEALTH_PORT']}") as client:
            async with client.get("/healthz") as answer:
                assert (await answer.json())["status"] == "ok"
            async with client.get("/metrics") as answer:
                assert "process_resident_memory_bytes" in await answer.text()
        assert await asyncio.to_thread(asked, question, settings) == 0
    assert await asyncio.to_thread(asked, question, settings) != 0, "nobody answers any more"


async def test_it_is_off_unless_there_is_a_port(tmp_path: Path, question: str) -> None:
    settings = environment(tmp_path)
    with running(tmp_path, settings):
        assert await asyncio.to_thread(asked, question, settings) == 0, "an image without health is not ill"


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = refused(tmp_path, environment(tmp_path, HEALTH_PORT=str(taken.getsockname()[1])))
    assert "HEALTH_PORT" in said


def test_a_host_that_is_not_ours_is_explained(tmp_path: Path) -> None:
    settings = environment(tmp_path, HEALTH_PORT=str(free_port()), HEALTH_HOST="192.0.2.1")
    assert "192.0.2.1" in refused(tmp_path, settings)
