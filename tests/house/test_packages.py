"""What is installed is what was chosen: ranges in pyproject.toml, exact versions in constraints.txt."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

from tests.house.source import PACKAGES, ROOT

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([A-Za-z0-9.+!]+)$")


def requirements() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    parsed = (Requirement(line) for line in [*project["dependencies"], *extras])
    return [requirement for requirement in parsed if requirement.name != project["name"]]


def pins() -> dict[NormalizedName, str]:
    """Package -> exact version. A line that is anything else (an address, an option) is an error."""
    found: dict[NormalizedName, str] = {}
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            match = PIN.match(line)
            assert match, f"constraints.txt has something other than a version: {line}"
            found[canonicalize_name(match[1])] = match[2]
    return found


def test_every_range_has_an_upper_end_or_a_calendar() -> None:
    """A new major version is taken on purpose; tzdata has only dates for versions and never breaks."""
    unbounded = [
        str(need) for need in requirements() if "<" not in str(need.specifier) and need.name != "tzdata"
    ]
    assert unbounded == []


def test_every_package_is_pinned_in_its_range() -> None:
    locked = pins()
    outside = {
        str(need): pin
        for need in requirements()
        if (pin := locked.get(canonicalize_name(need.name))) is None or pin not in need.specifier
    }
    assert outside == {}, "make lock"


def test_what_is_installed_is_what_was_locked() -> None:
    installed = {canonicalize_name(each.name): each.version for each in importlib.metadata.distributions()}
    differing = {
        name: (installed[name], pin) for name, pin in pins().items() if installed.get(name, pin) != pin
    }
    assert differing == {}


def test_code_and_packages_are_the_same_folders() -> None:
    built = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    assert [name for name in built["packages"] if not Path(ROOT, name, "__init__.py").is_file()] == []


def test_every_folder_of_code_is_a_package() -> None:
    """The import contracts do not see a folder without `__init__.py`. Alembic loads its scripts by path."""
    folders = {path.parent for package in PACKAGES for path in (ROOT / package).rglob("*.py")}
    hidden = [
        folder for folder in folders if not (folder / "__init__.py").is_file() and folder.name != "versions"
    ]
    assert sorted(str(folder.relative_to(ROOT)) for folder in hidden) == []
