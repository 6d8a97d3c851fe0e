"""The desktop's media keys and a headset's button: on Linux they reach a program over D-Bus, as MPRIS 2 describes it.

https://specifications.freedesktop.org/mpris-spec/latest/
"""

import os
from typing import Any

from PySide6.QtCore import ClassInfo, Property, QMetaType, QObject, Signal, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusArgument, QDBusConnection, QDBusMessage, QDBusObjectPath

from footroutine.services.paths import DESKTOP_FILE

NAME = "org.mpris.MediaPlayer2.footroutine"
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"

_class_info: Any = ClassInfo  # its stub knows no arguments


class MediaKeys(QObject):
    """Offers the session to the desktop as something that plays, from `begin` to `end`; with no desktop, to no one.

    Signals:
        pressed: ``play_pause``, ``play``, ``pause``, ``next`` or ``previous``.
        raised: the desktop asks for the window.
    """

    pressed = Signal(str)
    raised = Signal()

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._name = ""
        self.title = ""
        self.is_paused = False
        self._adaptors = (_Root(self), _Player(self))

    def begin(self) -> None:
        """Be there for the desktop; a second program of this kind takes a name of its own."""
        if self._name or not self._bus.isConnected():
            return
        self._bus.registerObject(PATH, self)  # before the name: whoever sees that come asks at once
        names = (NAME, f"{NAME}.instance{os.getpid()}")
        self._name = next((name for name in names if self._bus.registerService(name)), "")

    def show_now(self, title: str, *, is_paused: bool) -> None:
        """Say what plays, or that it pauses; it may be said many times a second."""
        if (title, is_paused) == (self.title, self.is_paused):
            return
        self.title, self.is_paused = title, is_paused
        if self._name:
            self._tell()

    def end(self) -> None:
        """Be gone for the desktop."""
        if self._name:
            self._bus.unregisterService(self._name)
            self._bus.unregisterObject(PATH)
            self._name = ""

    def status(self) -> str:
        """As MPRIS names it."""
        return "Paused" if self.is_paused else "Playing"

    def metadata(self) -> dict[str, Any]:
        """What plays, as MPRIS describes a track."""
        return {
            "mpris:trackid": QDBusObjectPath("/footroutine/session"),
            "xesam:title": self.title,
            "xesam:artist": ["Foot Routine"],
        }

    def _tell(self) -> None:
        changed = {"PlaybackStatus": self.status(), "Metadata": self.metadata()}
        none = QDBusArgument()  # an empty list of texts: one of Python's would be a list of anything
        none.beginArray(QMetaType(QMetaType.Type.QString.value))
        none.endArray()
        message = QDBusMessage.createSignal(PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged")
        message.setArguments([PLAYER, changed, none])
        self._bus.send(message)


def _fixed(kind: type | str, value: object) -> Any:  # noqa: ANN401 - a property of Qt's own kind
    return Property(kind, lambda _: value)  # type: ignore[arg-type]  # its stub knows no names of types


@_class_info({"D-Bus Interface": ROOT})
class _Root(QDBusAbstractAdaptor):
    """The program. The names are MPRIS's own."""

    Identity = _fixed(str, "Foot Routine")
    DesktopEntry = _fixed(str, DESKTOP_FILE)
    CanQuit = _fixed(bool, False)
    CanRaise = _fixed(bool, True)
    HasTrackList = _fixed(bool, False)
    SupportedUriSchemes = _fixed("QStringList", [])
    SupportedMimeTypes = _fixed("QStringList", [])

    def __init__(self, owner: MediaKeys) -> None:
        super().__init__(owner)
        self._owner = owner

    @Slot()
    def Raise(self) -> None:
        self._owner.raised.emit()


@_class_info({"D-Bus Interface": PLAYER})
class _Player(QDBusAbstractAdaptor):
    """What plays."""

    CanControl = _fixed(bool, True)
    CanPlay = _fixed(bool, True)
    CanPause = _fixed(bool, True)
    CanGoNext = _fixed(bool, True)
    CanGoPrevious = _fixed(bool, True)
    CanSeek = _fixed(bool, False)
    Rate = _fixed(float, 1.0)
    MinimumRate = _fixed(float, 1.0)
    MaximumRate = _fixed(float, 1.0)
    Volume = _fixed(float, 1.0)
    Position = _fixed("qlonglong", 0)
    PlaybackStatus = Property(str, lambda self: self._owner.status())
    Metadata = Property("QVariantMap", lambda self: self._owner.metadata())  # type: ignore[arg-type]

    def __init__(self, owner: MediaKeys) -> None:
        super().__init__(owner)
        self._owner = owner

    @Slot()
    def PlayPause(self) -> None:
        self._owner.pressed.emit("play_pause")

    @Slot()
    def Play(self) -> None:
        self._owner.pressed.emit("play")

    @Slot()
    def Pause(self) -> None:
        self._owner.pressed.emit("pause")

    @Slot()
    def Stop(self) -> None:
        """Nothing is ended by a button that is easily touched."""
        self._owner.pressed.emit("pause")

    @Slot()
    def Next(self) -> None:
        self._owner.pressed.emit("next")

    @Slot()
    def Previous(self) -> None:
        self._owner.pressed.emit("previous")
