"""What a real client of the desktop's accessibility bus reads of the real program, page by page."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from private_bus import private_bus

CLIENT = Path(__file__).parents[1] / "helpers" / "atspi_client.py"
SYSTEM_PYTHON = Path("/usr/bin/python3")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
CONTROLS = {
    "push button",
    "button",
    "toggle button",
    "check box",
    "combo box",
    "spin button",
    "slider",
    "text",
    "radio button",
}

Item = dict[str, object]
Pages = dict[str, list[Item]]


def has_client() -> bool:
    """Whether the system's Python can read the accessibility bus, and there is a display for the program."""
    if not (SYSTEM_PYTHON.exists() and LAUNCHER.exists() and shutil.which("Xvfb") and shutil.which("dbus-daemon")):
        return False
    ask = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([str(SYSTEM_PYTHON), "-c", ask], capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not has_client(), reason="there is no client of the accessibility bus here")


@contextmanager
def started(*command: str, **variables: str) -> Iterator["subprocess.Popen[str]"]:
    """A program for as long as the block lasts."""
    environment = os.environ | variables
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    profile = tmp_path_factory.mktemp("profile")
    with private_bus() as bus, started("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24") as display:
        assert display.stdout
        desktop = {
            "DISPLAY": f":{display.stdout.readline().strip()}",
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        program = (sys.executable, "-m", "footroutine", "--profile", str(profile))
        with started(str(LAUNCHER), **desktop), started(*program, **desktop) as process:
            client = [str(SYSTEM_PYTHON), str(CLIENT), str(process.pid)]
            read = subprocess.run(
                client, env=os.environ | desktop, capture_output=True, text=True, timeout=110, check=False
            )
            assert read.returncode == 0, read.stderr
            yield json.loads(read.stdout)


def test_every_control_of_every_page_has_a_name(pages: Pages) -> None:
    nameless = [
        (page, item["role"])
        for page, items in pages.items()
        for item in items
        if (item["focusable"] or item["role"] in CONTROLS) and not item["name"]
    ]
    assert nameless == []


def test_whatever_the_keyboard_reaches_has_a_role_that_says_what_it_is(pages: Pages) -> None:
    odd = [
        (page, item["role"], item["name"])
        for page, items in pages.items()
        for item in items
        if item["focusable"]
        and item["role"]
        not in CONTROLS | {"frame", "label", "image"}  # a label can be selected with the mouse, a chart read
    ]
    assert odd == []


@pytest.mark.parametrize(
    ("page", "role", "names"),
    [
        ("first start", "button", {"I understand"}),
        ("today", "button", {"Start the session", "Toe Press, 3 sets of 10, both feet, hold 3 s", "New routine"}),
        ("routines", "text", {"Name of the routine"}),
        ("routines", "spin button", {"Toe Press: Sets", "Wall Stretch: Hold"}),
        ("routines", "button", {"Move Ankle Circles up", "Take Toe Press out", "Add Wall Stretch"}),
        ("settings", "spin button", {"Toe Press: Sets", "Get-ready time"}),
        ("settings", "slider", {"Text size", "Voice volume"}),
        ("settings", "check box", {"Speak"}),
        ("settings", "combo box", {"Theme", "Reduce motion", "Voice", "Toe Press: Variant"}),
        ("routines", "combo box", {"Toe Press: Variant"}),
        ("routines", "radio button", {"Today", "Settings", "About"}),
        ("progress", "button", {"Go to Today"}),
        ("session", "button", {"Pause", "Repeat this exercise", "Far view", "Keys", "End"}),
        ("session", "check box", {"Mute"}),
        ("done", "button", {"Back to Today", "Start again"}),
    ],
)
def test_a_screen_reader_finds_what_is_on_the_page(pages: Pages, page: str, role: str, names: set[str]) -> None:
    found = {
        str(item["label"] or item["name"]) for item in pages[page] if str(item["role"]).removeprefix("push ") == role
    }
    assert names <= found


def test_the_texts_of_a_page_can_be_read(pages: Pages) -> None:
    words = " ".join(str(item["name"]) for item in pages["about"])
    assert "not medical professionals" in words
    assert "GPL-3.0-or-later" in words


def test_a_chart_is_an_image_that_says_what_it_shows(pages: Pages) -> None:
    charts = [item["name"] for item in pages["progress"] if item["role"] == "image" and item["focusable"]]
    assert [str(name).split(":")[0] for name in charts] == ["Calendar", "Minutes per week", "Sets by exercise and side"]
