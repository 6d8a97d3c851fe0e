"""What the Linux package puts where desktops look: judged by the desktops' own tools."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

import footroutine
from footroutine.app.cli import parser
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_library

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
DESKTOP = LINUX / "footroutine.desktop"
METAINFO = LINUX / "io.github.footroutine.FootRoutine.metainfo.xml"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux desktops only")


def judged(*command: str) -> str:
    """What a judge says; it must be content."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_desktop_file_is_valid() -> None:
    assert judged("desktop-file-validate", "--warn-kde", str(DESKTOP)) == ""


def test_the_metainfo_is_valid() -> None:
    judged("appstreamcli", "validate", "--no-net", "--no-color", str(METAINFO))


def test_the_metainfo_tells_of_this_version() -> None:
    newest = ElementTree.parse(METAINFO).find("releases/release")
    assert newest is not None
    assert newest.get("version") == footroutine.__version__


def test_whatever_the_desktop_starts_is_understood_by_the_program(tmp_path: Path) -> None:
    routines = load_library(assets_dir(), tmp_path).routines
    starts = re.findall(r"^Exec=footroutine(.*)$", DESKTOP.read_text(encoding="utf-8"), flags=re.MULTILINE)
    asked = [parser().parse_args(words.split()) for words in starts]
    assert {one.routine for one in asked if one.command} <= {None, *routines}
    assert len(asked) == 4


def test_the_manual_page_names_every_command_and_is_well_formed(tmp_path: Path) -> None:
    file = tmp_path / "footroutine.1"
    subprocess.run([sys.executable, str(ROOT / "packaging" / "man_page.py"), str(file)], check=True)
    told = judged("man", "--warnings", "--local-file", str(file))
    assert "warning" not in told
    listed = re.findall(r"^    ([a-z-]+) {2,}\S", parser().format_help(), flags=re.MULTILINE)
    assert len(listed) >= 8
    for command in listed:
        assert re.search(rf"^ +{command}$", told, flags=re.MULTILINE), command


def test_the_icon_is_drawn_in_every_format_that_a_system_asks_for(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "packaging" / "icons.py"), str(tmp_path)], check=True)
    heads = {"48.png": b"\x89PNG", "512.png": b"\x89PNG", "footroutine.ico": b"\0\0\1\0", "footroutine.icns": b"icns"}
    assert {name: (tmp_path / name).read_bytes()[:4] for name in heads} == heads


def test_the_windows_picture_is_the_icon(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "packaging" / "icons.py"), str(tmp_path)], check=True)
    shipped, drawn = QImage(str(assets_dir() / "icons/footroutine.png")), QImage(str(tmp_path / "128.png"))
    assert shipped.size() == drawn.size()
    apart = [
        max(abs(shipped.pixelColor(x, y).red() - drawn.pixelColor(x, y).red()) for x in range(128)) for y in range(128)
    ]
    assert max(apart) < 64, "draw it anew with packaging/icons.py"


@pytest.mark.parametrize("file", ["packaging/windows/footroutine.iss", "README.md"])
def test_what_names_a_version_names_this_one(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    named = set(re.findall(r'(?<=footroutine[_-])\d+\.\d+\.\d+|(?<=Version ")[\d.]+', text))
    assert named == {footroutine.__version__}
