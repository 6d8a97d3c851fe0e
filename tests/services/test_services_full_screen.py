"""Whether the window in use fills the screen, with a real window manager and a real window."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from notification_daemon import Daemon, notification_daemon
from pytestqt.qtbot import QtBot

from footroutine.services.full_screen import is_full_screen
from footroutine.services.notifications import Notice, Notifier

pytestmark = pytest.mark.skipif(not shutil.which("openbox"), reason="there is no window manager here")

FILM = Path(__file__).parents[1] / "helpers" / "film.py"
NOTICE = Notice("Time for your feet", "Toe presses.", {"start": "Start"})


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daemon]:
    """A display with a window manager and a notification daemon."""
    with (
        notification_daemon(tmp_path_factory.mktemp("daemon")) as running,
        subprocess.Popen(["openbox"], env=running.environment, stderr=subprocess.DEVNULL) as manager,
    ):
        yield running
        manager.terminate()


@pytest.fixture
def notifier(qapp: object, desktop: Daemon, monkeypatch: pytest.MonkeyPatch) -> Iterator[Notifier]:
    monkeypatch.setenv("DISPLAY", desktop.environment["DISPLAY"])
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.address)
    made = Notifier()
    yield made
    made.close()


def film(desktop: Daemon, how: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, str(FILM), how],
        env={**desktop.environment, "QT_QPA_PLATFORM": "xcb"},
        stdin=subprocess.PIPE,
    )


def test_nobody_is_reminded_in_a_film_and_then_again(qtbot: QtBot, desktop: Daemon, notifier: Notifier) -> None:
    with film(desktop, "full") as shown:
        qtbot.waitUntil(is_full_screen, timeout=30_000)
        with qtbot.waitSignal(notifier.held):
            notifier.show(NOTICE)
        assert desktop.displayed() == 0
        shown.communicate()
    qtbot.waitUntil(lambda: not is_full_screen(), timeout=30_000)
    with qtbot.waitSignal(notifier.shown):
        notifier.show(NOTICE)


def test_a_window_like_any_other_is_not_in_the_way(qtbot: QtBot, desktop: Daemon, notifier: Notifier) -> None:
    found = ["xdotool", "search", "--onlyvisible", "--name", "A film"]
    with film(desktop, "plain") as shown:
        qtbot.waitUntil(lambda: not subprocess.run(found, env=desktop.environment).returncode, timeout=30_000)
        assert not is_full_screen()
        shown.communicate()


@pytest.mark.parametrize("display", ["", ":999", "nonsense"])
def test_where_there_is_no_display_nothing_is_in_the_way(monkeypatch: pytest.MonkeyPatch, display: str) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert not is_full_screen()
