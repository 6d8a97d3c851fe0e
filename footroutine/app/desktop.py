"""What passes between the desktop and a window that is open: its media keys, and its wish for less motion."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtDBus import QDBusConnection

from footroutine.app.conductor import Conductor
from footroutine.player.frame import Frame
from footroutine.services.desktop_motion import DesktopMotion
from footroutine.services.media_keys import MediaKeys
from footroutine.ui.keys import Action
from footroutine.ui.window import MainWindow

_ACTIONS = {"next": Action.SKIP, "previous": Action.BACK}


class Desktop(QObject):
    """A media key does what that key of the keyboard does in the window; the desktop sees a session as a track."""

    def __init__(self, window: MainWindow, conductor: Conductor) -> None:
        super().__init__(window)
        self._window, self._conductor = window, conductor
        bus = QDBusConnection.sessionBus()
        self.motion = DesktopMotion(bus, self)
        self._keys = MediaKeys(bus, self)
        self._keys.pressed.connect(self._press)
        self._keys.raised.connect(self._raise)
        conductor.framed.connect(self._on_frame)

    def _on_frame(self, frame: Frame) -> None:
        if self._conductor.is_active:
            self._keys.show_now(frame.title, is_paused=frame.paused)
            self._keys.begin()
        else:
            self._keys.end()

    def _press(self, key: str) -> None:
        is_running = not self._conductor.is_paused
        if self._window.page != "session" or (key == "play" and is_running) or (key == "pause" and not is_running):
            return
        self._window.session.press(_ACTIONS.get(key, Action.PAUSE))

    def _raise(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
