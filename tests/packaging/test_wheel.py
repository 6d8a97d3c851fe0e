"""The wheel is complete: built here, opened, installed into an empty folder and started from there."""

import configparser
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZipFile

import pytest

import footroutine

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"


def run(command: list[str], folder: Path, environment: Mapping[str, str] | None = None) -> str:
    """Run `command` in `folder` and return what it printed; its error output is shown when it fails."""
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from this checkout, with the build tool that is already installed."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def content(wheel: Path) -> dict[str, bytes]:
    """The content of each file in the wheel, by its name."""
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An otherwise empty folder with the wheel installed in it; its dependencies stay in the environment."""
    folder = tmp_path_factory.mktemp("installed")
    run(
        [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--target", str(folder), str(wheel)],
        folder,
    )
    return folder


def information(content: Mapping[str, bytes], name: str) -> str:
    """The text of one file in the wheel's `.dist-info` folder."""
    return content[f"footroutine-{footroutine.__version__}.dist-info/{name}"].decode()


def test_every_asset_is_in_the_wheel_unchanged(content: Mapping[str, bytes]) -> None:
    shipped = {name: data for name, data in content.items() if name.startswith("footroutine/assets/")}

    assert shipped == {
        f"footroutine/assets/{path.relative_to(ASSETS).as_posix()}": path.read_bytes()
        for path in ASSETS.rglob("*")
        if path.is_file()
    }


def test_every_module_is_in_the_wheel_and_nothing_else_of_the_checkout(content: Mapping[str, bytes]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "footroutine").rglob("*.py")}

    assert {name for name in content if name.endswith(".py")} == modules
    assert {name.split("/")[0] for name in content} == {
        "footroutine",
        f"footroutine-{footroutine.__version__}.dist-info",
    }


def test_the_version_is_the_programs_own(content: Mapping[str, bytes]) -> None:
    assert HeaderParser().parsestr(information(content, "METADATA"))["Version"] == footroutine.__version__


def test_the_licence_is_in_the_wheel(content: Mapping[str, bytes]) -> None:
    assert information(content, "licenses/LICENSE") == (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_command_names_a_module_of_the_wheel(content: Mapping[str, bytes]) -> None:
    entry_points = configparser.ConfigParser()
    entry_points.read_string(information(content, "entry_points.txt"))
    module, _, function = entry_points["console_scripts"]["footroutine"].partition(":")

    source = content[f"{module.replace('.', '/')}.py"].decode()

    assert f"\ndef {function}(" in source


def test_the_installed_wheel_finds_its_own_exercises_and_routines(installed: Path, tmp_path: Path) -> None:
    here = {"PYTHONPATH": str(installed)}
    place = run([sys.executable, "-c", "import footroutine; print(footroutine.__file__)"], tmp_path, here)
    assert Path(place.strip()).is_relative_to(installed)

    listing = json.loads(
        run([sys.executable, "-m", "footroutine", "--profile", str(tmp_path), "list", "--json"], tmp_path, here)
    )

    for kind in ("exercises", "routines"):
        shipped = [tomllib.loads(path.read_text(encoding="utf-8"))["id"] for path in (ASSETS / kind).glob("*.toml")]
        assert sorted(entry["id"] for entry in listing[kind]) == sorted(shipped)
