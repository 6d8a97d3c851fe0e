"""Whether the desktop asks for less motion: told by its settings portal on Linux, by one call on Windows.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
"""

import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

SERVICE = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"

# Each desktop says it in its own way: the namespace, the key, and the value that asks for less.
_KEYS = {
    ("org.freedesktop.appearance", "reduced-motion"): 1,
    ("org.gnome.desktop.interface", "enable-animations"): False,
}
_WINDOWS_ANIMATES = 0x1042  # SPI_GETCLIENTAREAANIMATION


class DesktopMotion(QObject):
    """Asks once, and follows what changes; a desktop that does not answer asks for nothing.

    Signals:
        changed: True when the desktop asks for less motion from now on, False when it no longer does.
    """

    changed = Signal(bool)

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_reduced = False
        self._bus = bus
        self._said: dict[tuple[str, str], object] = {}
        self._waiting: set[QDBusPendingCallWatcher] = set()

    def ask(self) -> None:
        """Ask, and be told of changes; the answer comes as `changed`, if there is one."""
        if sys.platform == "win32":
            self._set(_windows_reduces())
        if not self._bus.isConnected():
            return
        slot: Any = SLOT("_on_changed(QDBusMessage)")  # the stub asks for bytes, which are refused
        self._bus.connect(SERVICE, PATH, SETTINGS, "SettingChanged", self, slot)
        for namespace, key in _KEYS:
            self._read("ReadOne", namespace, key)

    def _read(self, method: str, namespace: str, key: str) -> None:
        message = QDBusMessage.createMethodCall(SERVICE, PATH, SETTINGS, method)
        message.setArguments([namespace, key])
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(message), self)
        self._waiting.add(watcher)
        watcher.finished.connect(lambda: self._on_read(watcher, method, namespace, key))

    def _on_read(self, watcher: QDBusPendingCallWatcher, method: str, namespace: str, key: str) -> None:
        self._waiting.discard(watcher)
        reply = watcher.reply()
        if reply.type() is QDBusMessage.MessageType.ReplyMessage:
            self._take(namespace, key, reply.arguments()[0])
        elif method == "ReadOne" and reply.errorName() == "org.freedesktop.DBus.Error.UnknownMethod":
            self._read("Read", namespace, key)  # a portal of before 2023

    @Slot(QDBusMessage)
    def _on_changed(self, message: QDBusMessage) -> None:
        namespace, key, value = message.arguments()
        if (namespace, key) in _KEYS:
            self._take(namespace, key, value)

    def _take(self, namespace: str, key: str, value: object) -> None:
        while isinstance(value, QDBusVariant):  # the old portal wraps it twice
            value = value.variant()
        self._said[namespace, key] = value
        self._set(any(self._said.get(place) == less for place, less in _KEYS.items()))

    def _set(self, is_reduced: bool) -> None:
        if is_reduced != self.is_reduced:
            self.is_reduced = is_reduced
            self.changed.emit(is_reduced)


def _windows_reduces() -> bool:
    import ctypes

    animates = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(_WINDOWS_ANIMATES, 0, ctypes.byref(animates), 0)  # type: ignore[attr-defined]
    return not animates.value
