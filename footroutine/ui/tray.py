"""A sign in the desktop's tray, where there is one: show or hide the window, start, quit."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from footroutine.ui.pages_window import PagesWindow
from footroutine.ui.placing import come_forward


class Tray(QObject):
    """Belongs to a window; it never closes or hides it unasked."""

    start_requested = Signal()

    def __init__(self, window: PagesWindow, icon: QIcon) -> None:
        super().__init__(window)
        self._window = window
        self.menu = QMenu(window)
        self.show_or_hide = self.menu.addAction("")
        self.start = self.menu.addAction("")
        self.menu.addSeparator()
        self.quit = self.menu.addAction("")
        self._sign = QSystemTrayIcon(icon, self)
        self._sign.setToolTip("Foot Routine")
        self._sign.setContextMenu(self.menu)
        self.menu.aboutToShow.connect(self._name)
        self.show_or_hide.triggered.connect(self.toggle)
        self.start.triggered.connect(self._start)
        self.quit.triggered.connect(window.quit)
        self._sign.messageClicked.connect(self._on_message)
        self._sign.activated.connect(self._on_activated)
        self._name()
        self._sign.show()

    def toggle(self) -> None:
        """Show the window and bring it to the front, or hide it."""
        if self._is_seen():
            self._window.hide()
        else:
            come_forward(self._window)

    def say(self, title: str, text: str) -> None:
        """A message beside the sign; who presses it gets the window."""
        self._sign.showMessage(title, text, self._sign.icon())

    def _on_message(self) -> None:
        come_forward(self._window)

    def _start(self) -> None:
        come_forward(self._window)
        self.start_requested.emit()

    def _is_seen(self) -> bool:
        return self._window.isVisible() and not self._window.isMinimized()

    def _name(self) -> None:
        """Each time anew: the window may have gone, and so may the language."""
        self.start.setText(self.tr("Start the session"))
        self.quit.setText(self.tr("Quit"))
        self.show_or_hide.setText(self.tr("Hide the window") if self._is_seen() else self.tr("Show the window"))

    def _on_activated(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why is QSystemTrayIcon.ActivationReason.Trigger:
            self.toggle()


def tray_for(window: PagesWindow) -> Tray | None:
    """The program's own sign in the tray, or None where the desktop has no tray."""
    return Tray(window, window.windowIcon()) if QSystemTrayIcon.isSystemTrayAvailable() else None
