"""The program talks to nobody but this computer: every socket of it or a child is seen by a tracer."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from private_bus import private_bus
from program import Person
from pulse_server import PulseServer
from pytestqt.qtbot import QtBot

FAMILY = re.compile(r"\bsocket(?:pair)?\((AF_\w+|PF_\w+|\d+)")
REACHED = re.compile(r'\b(?:connect|bind|sendto|sendmsg)\(.*?sun_path=@?"([^"]*)"')
NAME_SERVICE = "/var/run/nscd/socket"  # of the C library, which asks it for the home folder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux's tracer")


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    """Someone with a desktop's bus and a loudspeaker."""
    sound = PulseServer(tmp_path / "sound")
    (tmp_path / "sound").mkdir()
    sound.start()
    with private_bus() as bus:
        someone = Person(tmp_path, DBUS_SESSION_BUS_ADDRESS=bus, PULSE_SERVER=sound.variables["PULSE_SERVER"])
        someone.accept()
        yield someone
    sound.kill()


def traced(trace: Path) -> list[str]:
    """The command that notes every call to the network, of the program after it and of all its children."""
    strace = shutil.which("strace")
    assert strace, "make setup-test installs it"
    # -D: the program stays the test's own child, and gets its signals.
    return [strace, "-D", "-f", "-qq", "-s", "200", "-e", "trace=%network", "-o", str(trace)]


def seen(trace: Path) -> tuple[set[str], set[str]]:
    """The families of sockets that were opened, and the places that were reached."""
    text = trace.read_text(encoding="utf-8", errors="replace")
    return set(FAMILY.findall(text)), set(REACHED.findall(text))


def test_a_session_with_its_voice_opens_no_socket_but_the_desktops(
    person: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    trace = tmp_path / "trace"
    sound = person.variables["PULSE_SERVER"].removeprefix("unix:")
    with person.window("start", "toe-press", before=traced(trace)) as window:
        qtbot.waitUntil(lambda: trace.exists() and sound in seen(trace)[1], timeout=90_000)
        assert "under way" in person.run("start", "short").stdout
        window.terminate()
        window.wait(timeout=30)
    families, places = seen(trace)
    assert families == {"AF_UNIX"}
    bus = re.search(r"(?:path|abstract)=([^,;]+)", person.variables["DBUS_SESSION_BUS_ADDRESS"])
    assert bus
    own = {place for place in places if place.startswith(f"{person.runtime}/footroutine/")}
    assert len(own) == 1
    assert sound in places
    assert places - own <= {sound, bus[1], NAME_SERVICE}


def test_every_page_and_every_process_of_it_opens_no_socket_but_the_desktops(person: Person, tmp_path: Path) -> None:
    """The program's trial of itself goes through a session and turns to every page."""
    trace = tmp_path / "trace"
    done = person.run("self-test", before=traced(trace))
    assert done.returncode == 0, done.stdout
    assert "settings, routines, about" in done.stdout
    families, places = seen(trace)
    assert families <= {"AF_UNIX"}
    assert not any(place for place in places if "resolve" in place or "dns" in place)
    assert "about" in done.stdout


def test_the_test_would_see_a_call_home(person: Person, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    call = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 53))"
    person.run_python(call, before=traced(trace))
    assert "AF_INET" in seen(trace)[0]
