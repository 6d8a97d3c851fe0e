"""The sign in the tray: shows and hides the window, starts, quits; where there is no tray there is none."""

from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon
from ui_views import today_view

from footroutine.ui.tray import Tray, tray_for
from footroutine.ui.window import MainWindow

# The test platform has no tray, and says so when one is asked for.
pytestmark = pytest.mark.qt_log_ignore("QPlatformNativeInterface::systemTrayWindowChanged", extend=True)


@pytest.fixture
def tray(window: MainWindow, assets: Path) -> Tray:
    window.show_today(today_view())
    return Tray(window, QIcon(str(assets / "icons" / "footroutine.png")))


def test_it_hides_the_window_and_brings_it_back(tray: Tray, window: MainWindow) -> None:
    assert tray.show_or_hide.text() == "Hide the window"
    tray.show_or_hide.trigger()
    assert not window.isVisible()
    tray.menu.aboutToShow.emit()
    assert tray.show_or_hide.text() == "Show the window"
    tray.show_or_hide.trigger()
    assert window.isVisible()


def test_start_shows_the_window_first(tray: Tray, window: MainWindow) -> None:
    started: list[bool] = []
    tray.start_requested.connect(lambda: started.append(window.isVisible()))
    window.hide()
    tray.start.trigger()
    assert started == [True]


def test_quit_closes_the_window_in_order(tray: Tray, window: MainWindow) -> None:
    closed: list[bool] = []
    window.closing.connect(lambda: closed.append(True))
    tray.quit.trigger()
    assert closed == [True]


def test_where_there_is_no_tray_there_is_no_sign(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    assert tray_for(window) is None


def test_the_sign_in_the_tray_is_the_programs_own(
    window: MainWindow, assets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With every sign drawn, as on a desktop: a sign that is not there would be found out."""
    window.painted.emit()
    window.setWindowIcon(QIcon(str(assets / "icons" / "footroutine.png")))
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    tray = tray_for(window)
    assert tray
    assert tray._sign.icon().cacheKey() == window.windowIcon().cacheKey()
    assert not tray._sign.icon().isNull()
