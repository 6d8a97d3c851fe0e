"""The locks: complete, hashed, in step with pyproject.toml, and the same on every machine."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def read_lock(name: str) -> str:
    """The text of one lock."""
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, Version]:
    """The version that the lock pins for each package."""
    found = re.findall(r"^([\w.-]+)==([\w.!+-]+)", read_lock(name), flags=re.MULTILINE)
    return {canonicalize_name(package): Version(version) for package, version in found}


def requirements(name: str) -> list[Requirement]:
    """What pyproject.toml asks the lock to hold."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    if name == "requirements-dev.lock":
        wanted += project["dependency-groups"]["dev"]
    return [Requirement(text) for text in wanted]


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_satisfies_pyproject(name: str) -> None:
    pinned = pins(name)

    unsatisfied = [
        str(wanted)
        for wanted in requirements(name)
        if not wanted.specifier.contains(pinned.get(canonicalize_name(wanted.name), Version("0")), prereleases=True)
    ]

    assert unsatisfied == [], "run `make lock`"


def test_the_test_lock_holds_the_run_lock() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_in_the_lock_has_a_hash(name: str) -> None:
    without = [
        entry.split()[0]
        for entry in re.split(r"\n(?=\w)", read_lock(name))
        if "==" in entry and "--hash=sha256:" not in entry
    ]

    assert without == []


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_names_no_address_and_no_folder(name: str) -> None:
    lines = [line for line in read_lock(name).splitlines() if re.search(r"://|--find-links|index-url|file:| /|@", line)]

    assert lines == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_marker_compares_kernel_releases(name: str) -> None:
    """Pip 24 and 25 take `platform_release` for a version and stop where the kernel's release is none."""
    assert "platform_release" not in read_lock(name)
