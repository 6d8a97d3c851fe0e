"""Notifications: shown by a real notification daemon, whose buttons come back."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from notification_daemon import Daemon, notification_daemon
from private_bus import private_bus
from pytestqt.qtbot import QtBot

from footroutine.services.notifications import DEFAULT_ACTION, Notice, Notifier

NOTICE = Notice("Time for your feet", "Toe presses: set 2 of 3.", {"start": "Start", "later": "In 15 minutes"})


@pytest.fixture(scope="module")
def daemon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daemon]:
    with notification_daemon(tmp_path_factory.mktemp("daemon")) as running:
        yield running


@pytest.fixture
def notifier(qapp: object) -> Iterator[Notifier]:
    made = Notifier()
    yield made
    made.close()


@pytest.fixture
def on_its_bus(daemon: Daemon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.address)


@pytest.mark.usefixtures("on_its_bus")
@pytest.mark.parametrize(("label", "key"), [("Start", "start"), ("In 15 minutes", "later")])
def test_a_button_comes_back(qtbot: QtBot, daemon: Daemon, notifier: Notifier, label: str, key: str) -> None:
    notifier.show(NOTICE)
    qtbot.waitUntil(lambda: daemon.displayed() == 1)
    with qtbot.waitSignal(notifier.pressed) as pressed:
        daemon.press(label)
    assert pressed.args == [key]


@pytest.mark.usefixtures("on_its_bus")
def test_the_notification_itself_can_be_pressed(qtbot: QtBot, daemon: Daemon, notifier: Notifier) -> None:
    notifier.show(NOTICE)
    qtbot.waitUntil(lambda: daemon.displayed() == 1)
    with qtbot.waitSignal(notifier.pressed) as pressed:
        daemon.press_itself()
    assert pressed.args == [DEFAULT_ACTION]


@pytest.mark.usefixtures("on_its_bus")
def test_the_next_takes_the_place_of_the_one_before_and_closing_takes_it_away(
    qtbot: QtBot, daemon: Daemon, notifier: Notifier
) -> None:
    notifier.show(NOTICE)
    notifier.show(NOTICE._replace(text="Toe presses: set 3 of 3."))
    notifier.withdraw()
    qtbot.waitUntil(lambda: daemon.shown()[:1] == [("Time for your feet", "Toe presses: set 3 of 3.")])
    assert daemon.displayed() == 0
    notifier.show(NOTICE)
    qtbot.waitUntil(lambda: daemon.displayed() == 1)
    notifier.close()
    assert daemon.displayed() == 0


def test_a_desktop_that_wants_quiet_is_left_alone(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, notifier: Notifier
) -> None:
    served = [sys.executable, str(Path(__file__).parents[1] / "helpers" / "quiet_desktop.py")]
    with private_bus() as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
        with subprocess.Popen(served, stdout=subprocess.PIPE, text=True) as desktop:
            assert desktop.stdout
            assert desktop.stdout.readline() == "ready\n"
            with qtbot.waitSignal(notifier.held):
                notifier.show(NOTICE)
            desktop.terminate()
            assert desktop.stdout.read().split() == ["GetCapabilities", "Get"]


def test_with_no_daemon_it_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, notifier: Notifier) -> None:
    with private_bus() as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
        with qtbot.waitSignal(notifier.failed):
            notifier.show(NOTICE)


def test_with_no_bus_it_says_so_and_tries_again_next_time(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, daemon: Daemon, notifier: Notifier
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at-all")
    with qtbot.waitSignal(notifier.failed):
        notifier.show(NOTICE)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.address)
    notifier.show(NOTICE)
    qtbot.waitUntil(lambda: daemon.displayed() == 1)
