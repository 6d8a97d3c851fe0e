"""The program talks to nobody but this computer: every socket of it or a child is seen by a tracer."""

import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from histories import rows
from keyboard import display_of_its_own
from led import SETS, SETTINGS
from private_bus import private_bus
from program import Person
from pulse_server import PulseServer
from pytestqt.qtbot import QtBot

FAMILY = re.compile(r"\bsocket(?:pair)?\((AF_\w+|PF_\w+|\d+)")
REACHED = re.compile(r'\b(?:connect|bind|sendto|sendmsg)\(.*?sun_path=@?"([^"]*)"')
STARTED = re.compile(r"\bexecve\(.*?(\w+_child)")
NAME_SERVICE = "/var/run/nscd/socket"  # of the C library, which asks it for the home folder
SHORT = SETTINGS.replace(f"sets = {SETS}", "sets = 1")  # 14 s
CALLS_HOME = """
import socket
socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(("192.0.2.1", 53))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux's tracer")


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    """Someone with a desktop: a display, a bus and a loudspeaker."""
    sound = PulseServer(tmp_path / "sound")
    (tmp_path / "sound").mkdir()
    sound.start()
    with private_bus() as bus, display_of_its_own() as display:
        someone = Person(
            tmp_path, DBUS_SESSION_BUS_ADDRESS=bus, PULSE_SERVER=sound.variables["PULSE_SERVER"],
            DISPLAY=display, QT_QPA_PLATFORM="xcb",
        )  # fmt: skip
        settings = someone.home / ".config/footroutine/settings.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text(SHORT, encoding="utf-8")
        yield someone
    sound.kill()


def traced(trace: Path) -> list[str]:
    """The command that notes every call to the network, of the program after it and of all its children."""
    strace = shutil.which("strace")
    assert strace, "make setup-test installs it"
    # -D: the program stays the test's own child, and gets its signals.
    return [strace, "-D", "-f", "-qq", "-s", "200", "-e", "trace=%network,execve", "-o", str(trace)]


def read(trace: Path) -> str:
    return trace.read_text(encoding="utf-8", errors="replace") if trace.exists() else ""


def check_local(person: Person, noted: str) -> set[str]:
    """No socket but those of the desktop and of the program itself was opened; the places that were reached."""
    assert set(FAMILY.findall(noted)) == {"AF_UNIX"}
    bus = re.search(r"(?:path|abstract)=([^,;]+)", person.variables["DBUS_SESSION_BUS_ADDRESS"])
    assert bus
    sound = person.variables["PULSE_SERVER"].removeprefix("unix:")
    display = f"/tmp/.X11-unix/X{person.variables['DISPLAY'].removeprefix(':')}"
    places = set(REACHED.findall(noted))
    own = {place for place in places if place.startswith(f"{person.runtime}/footroutine/")}
    assert len(own) == 1
    assert places - own <= {sound, bus[1], display, NAME_SERVICE}
    return places


def state(person: Person) -> str:
    """Of the session in the history, as far as it is written."""
    history = person.home / ".local/share/footroutine/history.db"
    with suppress(sqlite3.OperationalError):  # being made just now
        if history.exists() and (found := rows(history, "SELECT state FROM session")):
            return str(found[0][0])
    return ""


@pytest.mark.timeout(300)
def test_a_whole_session_with_all_its_processes_opens_no_socket_but_the_desktops(
    person: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    trace = tmp_path / "trace"
    with person.window("start", "toe-press", before=traced(trace)) as window:
        qtbot.waitUntil(lambda: bool(state(person)), timeout=90_000)
        assert "under way" in person.run("start", "short").stdout
        qtbot.waitUntil(lambda: state(person) == "finished", timeout=90_000)
        window.terminate()
        assert window.wait(timeout=30) == 0
    noted = read(trace)
    assert set(STARTED.findall(noted)) == {"synthesis_child", "playback_child"}
    places = check_local(person, noted)
    assert person.variables["PULSE_SERVER"].removeprefix("unix:") in places
    assert any(place.startswith("/tmp/.X11-unix/") for place in places)


def test_a_child_that_calls_home_in_a_session_is_seen(person: Person, tmp_path: Path, qtbot: QtBot) -> None:
    """So that the test above can fail: a speech program of a person's own is a child of a child."""
    trace, speaks = tmp_path / "trace", tmp_path / "speaks.py"
    speaks.write_text(CALLS_HOME, encoding="utf-8")
    settings = person.home / ".config/footroutine/settings.toml"
    command = f'voice_command = "{sys.executable} {speaks} {{text}} {{file}}"\n'
    settings.write_text(f"{SHORT}\n[voice]\n{command}", encoding="utf-8")
    with person.window("start", "toe-press", before=traced(trace)) as window:
        qtbot.waitUntil(lambda: "AF_INET" in read(trace), timeout=90_000)
        window.terminate()
        window.wait(timeout=30)
    with pytest.raises(AssertionError, match="AF_INET"):
        check_local(person, read(trace))


def test_every_page_and_every_process_of_it_opens_no_socket_but_the_desktops(person: Person, tmp_path: Path) -> None:
    """The program's trial of itself goes through a session and turns to every page."""
    trace = tmp_path / "trace"
    done = person.run("self-test", before=traced(trace))
    assert done.returncode == 0, done.stdout
    assert "settings, routines, about" in done.stdout
    noted = read(trace)
    assert set(FAMILY.findall(noted)) <= {"AF_UNIX"}
    assert not any(place for place in REACHED.findall(noted) if "resolve" in place or "dns" in place)
