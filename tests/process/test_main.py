"""The program as its operator meets it: a real process, its words on the terminal, its exit status."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import aiohttp
import pytest

PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Only what the program reads, in a folder of its own."""
    usual = {
        "DATABASE_URL": f"sqlite:///{folder}/ombud.db",
        "SANDBOX_WORLD": f"{folder}/world.db",
        "SANDBOX_PORT": str(free_port()),
    }
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return kept | {"PYTHONPATH": str(Path.cwd())} | usual | settings


def start(folder: Path, settings: dict[str, str], *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bot", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=settings, stdout=pipe, stderr=pipe, text=True)


def refused(folder: Path, settings: dict[str, str], *arguments: str) -> str:
    """What a process says that could not start."""
    with start(folder, settings, *arguments) as process:
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2, said
    assert "Traceback" not in said
    return said


@contextmanager
def running(folder: Path, settings: dict[str, str]) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A process that has said its first line, and that line."""
    with start(folder, settings) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline()
        finally:
            process.kill()


async def test_without_tokens_it_opens_the_sandbox_and_says_so_in_one_line(tmp_path: Path) -> None:
    settings = environment(tmp_path)
    with running(tmp_path, settings) as (process, line):
        url = f"http://127.0.0.1:{settings['SANDBOX_PORT']}"
        assert url in line and "token" in line
        async with aiohttp.ClientSession() as client, client.get(url) as answer:
            assert answer.status == 200
            assert "Ombud" in await answer.text()
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0


def test_every_wrong_setting_is_named_at_once(tmp_path: Path) -> None:
    settings = environment(tmp_path, LOG_LEVEL="loud", SANDBOX_PORT="eighty", LOG_FORMAT="xml")
    said = refused(tmp_path, settings)
    assert all(name in said for name in ("LOG_LEVEL", "SANDBOX_PORT", "LOG_FORMAT"))


def test_settings_are_read_from_a_dotenv_file(tmp_path: Path) -> None:
    settings = environment(tmp_path)
    port = settings.pop("SANDBOX_PORT")
    (tmp_path / ".env").write_text(f"SANDBOX_PORT={port}\n", "utf-8")
    with running(tmp_path, settings) as (_, line):
        assert f":{port} " in line


def test_a_dotenv_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"LOG_LEVEL=\xff\xfe")
    assert "UTF-8" in refused(tmp_path, environment(tmp_path))


def test_a_second_process_on_the_same_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    settings = environment(tmp_path)
    with running(tmp_path, settings) as (process, _):
        said = refused(tmp_path, settings | {"SANDBOX_PORT": str(free_port())})
        assert str(process.pid) in said


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    settings = environment(tmp_path)
    with running(tmp_path, settings) as (process, _):
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
    with sqlite3.connect(tmp_path / "ombud.db") as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    connection.close()
    assert "newer version" in refused(tmp_path, settings)


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    settings = environment(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(settings["SANDBOX_PORT"])))
        taken.listen()
        assert settings["SANDBOX_PORT"] in refused(tmp_path, settings)


def test_the_sandbox_is_not_shown_to_the_network_without_a_password(tmp_path: Path) -> None:
    assert "SANDBOX_PASSWORD" in refused(tmp_path, environment(tmp_path, SANDBOX_HOST="0.0.0.0"))


@pytest.mark.parametrize("url", ["mysql://localhost/x", "nonsense", "sqlite:////proc/nope/ombud.db"])
def test_a_database_that_cannot_be_used_is_explained(tmp_path: Path, url: str) -> None:
    assert refused(tmp_path, environment(tmp_path, DATABASE_URL=url))


def test_ctrl_c_stops_it_quietly(tmp_path: Path) -> None:
    with running(tmp_path, environment(tmp_path)) as (process, _):
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0
        assert "Traceback" not in said


def test_a_second_signal_does_not_break_off_the_stopping(tmp_path: Path) -> None:
    with running(tmp_path, environment(tmp_path)) as (process, _):
        process.send_signal(signal.SIGTERM)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0
        assert "Traceback" not in said
