"""Where the window is, kept in the settings, and put back so that all of it can be seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from footroutine.domain.settings import Settings
    from footroutine.domain.sight import Sight


def fitted(wanted: QRect, screen: QRect) -> QRect:
    """The wanted place, made smaller and moved until it lies on the screen."""
    size = wanted.size().boundedTo(screen.size())
    x = min(max(wanted.x(), screen.left()), screen.left() + screen.width() - size.width())
    y = min(max(wanted.y(), screen.top()), screen.top() + screen.height() - size.height())
    return QRect(QPoint(x, y), size)


def place_window(window: QMainWindow, settings: "Settings | Sight") -> None:
    """Give a window that is not shown yet its size, and its place if there is one."""
    size = QSize(settings.window_width, settings.window_height)
    corner = QPoint(settings.window_x, settings.window_y)
    centre = QRect(corner, size).center()
    screen = (settings.window_placed and QGuiApplication.screenAt(centre)) or QGuiApplication.primaryScreen()
    place = fitted(QRect(corner, size), screen.availableGeometry())
    window.resize(place.size())
    if settings.window_placed:
        window.move(place.topLeft())
    if settings.window_maximized:
        from PySide6.QtCore import Qt  # late: see `parts`

        window.setWindowState(Qt.WindowState.WindowMaximized)


def come_forward(window: QWidget) -> None:
    """Bring a window in front of all others, from wherever it is: hidden, minimised, behind."""
    from PySide6.QtCore import Qt

    window.setVisible(True)
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def with_place_of(window: QMainWindow, page: str, settings: "Settings") -> "Settings":
    """The settings with the place of a window; a page of a moment, such as a session, is not kept."""
    from dataclasses import replace

    from footroutine.domain.settings import PAGES

    if page in PAGES:
        settings = replace(settings, window_page=page)
    settings = replace(settings, window_maximized=window.isMaximized())
    if window.isMaximized() or window.isFullScreen() or window.isMinimized():
        return settings  # its normal place is the one from before
    corner, size = window.pos(), window.size()
    return replace(
        settings,
        window_placed=True,
        window_x=corner.x(),
        window_y=corner.y(),
        window_width=size.width(),
        window_height=size.height(),
    )
