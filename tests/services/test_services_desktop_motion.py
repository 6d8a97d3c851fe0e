"""Whether the desktop asks for less motion, asked of a settings portal on a bus of the test's own."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import settings_portal
from private_bus import private_bus
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from footroutine.services.desktop_motion import DesktopMotion

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a portal")

MOTION = "org.freedesktop.appearance reduced-motion"
ANIMATIONS = "org.gnome.desktop.interface enable-animations"
Say = Callable[[str], None]


@pytest.fixture
def bus() -> Iterator[tuple[QDBusConnection, str]]:
    with private_bus() as address:
        yield QDBusConnection.connectToBus(address, "motion"), address
        QDBusConnection.disconnectFromBus("motion")


@contextmanager
def portal(address: str, method: str) -> Iterator[Say]:
    """A portal that answers; what it is told is set when the call returns."""
    command = [sys.executable, settings_portal.__file__, method]
    with subprocess.Popen(
        command, env={"DBUS_SESSION_BUS_ADDRESS": address}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        said, told = process.stdin, process.stdout
        assert told.readline() == "ready\n"

        def say(line: str) -> None:
            said.write(f"{line}\n")
            said.flush()
            assert told.readline() == "set\n"

        yield say
        said.close()


@pytest.mark.parametrize("method", ["ReadOne", "Read"])
@pytest.mark.parametrize(
    ("said", "reduced"),
    [
        ([f"{MOTION} 1"], True),
        ([f"{ANIMATIONS} false"], True),
        ([f"{MOTION} 0", f"{ANIMATIONS} false"], True),
        ([f"{MOTION} 1", f"{ANIMATIONS} true"], True),
    ],
)
def test_a_desktop_that_asks_for_less_motion_is_heard(
    bus: tuple[QDBusConnection, str], qtbot: QtBot, method: str, said: list[str], reduced: bool
) -> None:
    with portal(bus[1], method) as say:
        for line in said:
            say(line)
        motion = DesktopMotion(bus[0])
        with qtbot.waitSignal(motion.changed) as changed:
            motion.ask()
        assert changed.args == [reduced]
        assert motion.is_reduced is reduced


def test_what_changes_is_followed_and_what_is_not_about_motion_is_not(
    bus: tuple[QDBusConnection, str], qtbot: QtBot
) -> None:
    with portal(bus[1], "ReadOne") as say:
        motion = DesktopMotion(bus[0])
        heard: list[bool] = []
        motion.changed.connect(heard.append)
        motion.ask()
        for line in (f"{ANIMATIONS} false", f"{MOTION} 0", f"{ANIMATIONS} true", "org.some.other key 1", f"{MOTION} 1"):
            say(line)
        qtbot.waitUntil(lambda: heard == [True, False, True])


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere"])
def test_without_a_portal_or_a_bus_nothing_is_asked_for(
    bus: tuple[QDBusConnection, str], qtbot: QtBot, address: str
) -> None:
    motion = DesktopMotion(QDBusConnection.connectToBus(address, "nowhere") if address else bus[0])
    motion.ask()
    qtbot.waitUntil(lambda: not motion._waiting)
    assert motion.is_reduced is False
