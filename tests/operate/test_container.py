"""compose.yaml and the Dockerfile, as far as they can be tried without an engine."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings
from tests.house.source import ROOT
from tests.process.test_main import environment, free_port, refused

SERVICES = ("bot", "sandbox")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """compose.yaml with its anchors resolved."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def dockerfile() -> str:
    return (ROOT / "Dockerfile").read_text("utf-8")


@pytest.fixture(scope="module")
def compose_client() -> str:
    """The docker client, if it has its compose plugin. No engine is needed to check a file."""
    docker = shutil.which("docker")
    if (
        docker is None
        or subprocess.run([docker, "compose", "version"], check=False, capture_output=True).returncode
    ):
        pytest.skip("the docker client with its compose plugin is not installed")
    return docker


@pytest.mark.parametrize("service", SERVICES)
def test_it_sets_only_what_is_a_setting(compose: dict[str, Any], service: str) -> None:
    known = {name.upper() for name in Settings.model_fields}
    assert set(compose["services"][service]["environment"]) <= known


@pytest.mark.parametrize("service", SERVICES)
def test_what_is_kept_is_in_a_volume_of_its_own(compose: dict[str, Any], service: str) -> None:
    volumes = compose["services"][service]["volumes"]
    assert volumes == [f"{service}-data:/data"]
    assert f"{service}-data" in compose["volumes"]


@pytest.mark.parametrize("service", SERVICES)
def test_nothing_is_published_beyond_this_machine(compose: dict[str, Any], service: str) -> None:
    ports = compose["services"][service].get("ports", [])
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


def test_the_bot_starts_though_nobody_chose_a_password_for_the_sandbox(compose: dict[str, Any]) -> None:
    """Compose fills in the variables of services that were not asked for, too: none may be required."""
    assert compose["services"]["sandbox"]["profiles"] == ["sandbox"]
    assert "profiles" not in compose["services"]["bot"]
    variables = re.findall(r"\$\{?\w+[^}]*\}?", (ROOT / "compose.yaml").read_text("utf-8"))
    assert variables == ["${SANDBOX_PASSWORD:-}"]


def test_the_sandbox_without_a_password_says_what_is_missing(compose: dict[str, Any], tmp_path: Path) -> None:
    given = dict(compose["services"]["sandbox"]["environment"])
    assert given["SANDBOX_HOST"] == "0.0.0.0"
    here = {"SANDBOX_PASSWORD": "", "SANDBOX_PORT": str(free_port()), "HEALTH_PORT": str(free_port())}
    (tmp_path / "data").mkdir()
    assert "SANDBOX_PASSWORD" in refused(tmp_path, environment(tmp_path, **(given | here)), "sandbox")


def test_compose_itself_accepts_it(tmp_path: Path, compose_client: str) -> None:
    shutil.copyfile(ROOT / "compose.yaml", tmp_path / "compose.yaml")
    shutil.copyfile(ROOT / ".env.example", tmp_path / ".env")
    checked = subprocess.run(
        [compose_client, "compose", "--profile", "sandbox", "config", "--quiet"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr


class TestImage:
    def test_everything_it_copies_is_there_and_let_in(self, dockerfile: str) -> None:
        copied = [words.split()[:-1] for words in re.findall(r"^COPY (?!--)(.+)$", dockerfile, re.MULTILINE)]
        names = {name for each in copied for name in each}
        assert names >= {"bot", "cogs", "adapters"}
        assert [name for name in names if not (ROOT / name).exists()] == []
        let_in = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
        assert [name for name in names if f"!{name}" not in let_in] == []

    def test_it_runs_as_nobody_special(self, dockerfile: str) -> None:
        last = dockerfile.rpartition("\nFROM ")[2]
        assert re.search(r"^USER ombud$", last, re.MULTILINE)

    def test_the_python_is_one_we_support(self, dockerfile: str) -> None:
        images = re.findall(r"^FROM python:(\S+)-slim", dockerfile, re.MULTILINE)
        assert images == ["3.11", "3.11"]
