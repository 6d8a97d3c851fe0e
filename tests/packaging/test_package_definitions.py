"""What cannot be built here, for Flatpak, Windows and macOS: it fits the program, its files and its other packages."""

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from footroutine.services import media_keys, notifications

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
FLATPAK = PACKAGING / "flatpak" / "io.github.footroutine.FootRoutine.yml"
WINDOWS = PACKAGING / "windows" / "footroutine.iss"
METAINFO = PACKAGING / "linux" / "io.github.footroutine.FootRoutine.metainfo.xml"
SPEC = (PACKAGING / "footroutine.spec").read_text(encoding="utf-8")
ID = ElementTree.parse(METAINFO).findtext("id")


def asked() -> set[str]:
    """What the Flatpak asks its desktop for."""
    return set(re.findall(r"^  - --(.*)$", FLATPAK.read_text(encoding="utf-8"), flags=re.MULTILINE))


def test_the_flatpak_has_no_network_and_no_file_of_the_persons() -> None:
    reach = {"share=ipc", "device=dri", "socket=wayland", "socket=fallback-x11", "socket=pulseaudio"}
    assert {wish for wish in asked() if not re.match(r"(talk|own)-name=", wish)} == reach


def test_the_flatpak_may_talk_to_whom_the_program_talks_to() -> None:
    names = {wish for wish in asked() if re.match(r"(talk|own)-name=", wish)}
    assert names == {
        f"own-name={media_keys.NAME}",
        f"talk-name={notifications.BUS_NAME}",
        "talk-name=org.freedesktop.ScreenSaver",
        "talk-name=org.kde.StatusNotifierWatcher",
    }


def test_the_flatpak_takes_files_that_are_there() -> None:
    """Each line that installs one names the folder of its source, and a file in it."""
    text = FLATPAK.read_text(encoding="utf-8")
    sources = dict(re.findall(r"path: (\S+)\n +dest: (\S+)", text))
    folders = {dest: (FLATPAK.parent / path).resolve() for path, dest in sources.items()}
    assert folders.keys() == {"bundle", "linux", "icons"}
    installed = re.findall(r"install -Dm644 -t \S+ (\w+)/(\S+)", text)
    assert len(installed) == 3
    assert [name for dest, name in installed if not (folders[dest] / name).is_file()] == []


def test_in_a_flatpak_the_program_goes_by_the_name_of_its_menu_entry() -> None:
    code = "from footroutine.services.paths import DESKTOP_FILE; print(DESKTOP_FILE)"
    for given, name in (({"FLATPAK_ID": FLATPAK.stem}, FLATPAK.stem), ({}, "footroutine")):
        done = subprocess.run([sys.executable, "-c", code], env=os.environ | given, capture_output=True, text=True)
        assert done.stdout.strip() == name


def test_all_packages_have_one_id() -> None:
    flatpak = FLATPAK.read_text(encoding="utf-8")
    assert re.findall(r"^id: (\S+)", flatpak, flags=re.MULTILINE) == [ID] == [FLATPAK.stem]
    assert re.findall(r'bundle_identifier="(.*)"', SPEC) == [ID]


@pytest.mark.parametrize("file", [WINDOWS, PACKAGING / "macos" / "make_dmg.sh"])
def test_an_installer_takes_what_the_freezing_makes(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    made = {f"{name}.exe" for name in re.findall(r'executable\("(.*?)"', SPEC)} | set(re.findall(r'"(.*\.app)"', SPEC))
    named = set(re.findall(r"(?:\{app\}\\|dist/)([^\\/\"]*\.(?:exe|app))\b", text))
    assert named
    assert named <= made


def test_the_windows_installer_has_its_licence_and_its_icon() -> None:
    text = WINDOWS.read_text(encoding="utf-8")
    (licence,), (icon,) = re.findall(r"^LicenseFile=(.*)$", text, re.M), re.findall(r"^SetupIconFile=(.*)$", text, re.M)
    assert (ROOT / licence).is_file()
    assert icon.replace("\\", "/") == "build/icons/footroutine.ico", "where the steps in packaging/README.md draw it"
