"""The packages that `make check-packages` has put into `dist/`, looked at and really installed and started."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import footroutine

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
BUNDLE = DIST / "footroutine"
LARGEST_BUNDLE = 130_000_000  # bytes, voice and sound included
PROGRAM = BUNDLE / "footroutine"

pytestmark = pytest.mark.timeout(600)


def run(*command: str | Path, **variables: str) -> str:
    """Run a command to its end and return what it printed; its error output is shown when it fails."""
    environment: Mapping[str, str] = {**os.environ, **variables}
    done = subprocess.run(
        [str(word) for word in command], env=environment, capture_output=True, text=True, check=False, cwd="/"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def package() -> Path:
    """The Debian package."""
    (found,) = DIST.glob(f"footroutine_{footroutine.__version__}_*.deb")
    return found


def test_the_bundle_is_no_larger_than_was_promised() -> None:
    size = sum(file.lstat().st_size for file in BUNDLE.rglob("*") if file.is_file())
    print(f"The bundle has {size / 1e6:.1f} MB")
    assert size <= LARGEST_BUNDLE


def test_the_bundle_tries_itself(tmp_path: Path) -> None:
    assert run(PROGRAM, "self-test", HOME=str(tmp_path)).splitlines()[-1] == "ok"


def test_the_bundle_speaks_with_its_own_voice(tmp_path: Path) -> None:
    """With no system program in reach, so that no other engine can help out."""
    sound = tmp_path / "it.wav"
    run(PROGRAM, "--profile", tmp_path / "me", "audio", "toe-press", "-o", sound, PATH="/nowhere")
    assert sound.stat().st_size > 1_000_000


def test_the_bundle_holds_no_network_library_and_no_window_kit_but_its_own() -> None:
    unwanted = re.compile(r"Qt6?(Network|Qml|Quick|WebEngine|Pdf|Sql|Designer)|libssl|libcrypto|libgtk|_ssl\.|_hashlib")
    assert [file for file in BUNDLE.rglob("*") if unwanted.search(file.name)] == []


def test_the_bundle_fills_pictures_by_blend2d() -> None:
    assert list((BUNDLE / "_internal" / "blend2d").glob("_blend2d.*.so"))


def test_every_library_in_the_bundle_has_its_licence_with_it() -> None:
    there = {file.name for file in (BUNDLE / "_internal/licences").iterdir()}
    bound = {"miniaudio", "rich", "blend2d-py", "pyclipper", "pyttsx3", "lameenc", "qtawesome"}
    assert there >= {"LICENSE", "Python", *bound}


def test_debians_judge_finds_nothing_wrong() -> None:
    told = run("lintian", "--allow-root", "--fail-on", "error,warning", package())
    assert told == ""


def test_the_package_asks_for_the_systems_libraries() -> None:
    needed = run("dpkg-deb", "--field", package(), "Depends")
    for name in (
        "libc6",
        "libegl1",
        "libxcb-cursor0",
        "libxkbcommon0",
        "libwayland-client0",
        "libdbus-1-3",
        "libpulse0",
    ):
        assert re.search(rf"\b{name}\b", needed), name


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_pipx_installs_it_and_it_starts(kind: str, tmp_path: Path) -> None:
    (built,) = DIST.glob(f"footroutine-{footroutine.__version__}{kind}")
    homes = {
        "PIPX_HOME": str(tmp_path / "pipx"),
        "PIPX_BIN_DIR": str(tmp_path / "bin"),
        "PIPX_MAN_DIR": str(tmp_path / "man"),
        "HOME": str(tmp_path),
    }
    run(sys.executable, "-m", "pipx", "install", built, **homes)
    command = tmp_path / "bin" / "footroutine"
    assert run(command, "--version", **homes) == f"footroutine {footroutine.__version__}\n"
    assert run(command, "self-test", **homes).splitlines()[-1] == "ok"
