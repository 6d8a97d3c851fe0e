"""Notifications of the desktop with buttons: on Linux over D-Bus, as its notification specification describes them.

https://specifications.freedesktop.org/notification-spec/latest/
"""

import sys
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html import escape
from queue import SimpleQueue
from select import select
from socket import socketpair
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from footroutine.services.full_screen import is_full_screen
from footroutine.services.paths import DESKTOP_FILE

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

BUS_NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
DEFAULT_ACTION = "default"  # the notification itself was pressed
_NEVER = 0  # milliseconds after which it goes by itself
_ANSWER_S = 3.0
_WITHDRAW, _CLOSE = "withdraw", "close"
_BUSY_STATES = (2, 3, 4, 6)  # Windows: full screen, a game, a presentation, quiet time


class Notice(NamedTuple):
    """One notification; `actions` are what its buttons are called, by the key that a press gives back."""

    title: str
    text: str
    actions: Mapping[str, str]


class Notifier(QObject):
    """Shows one notification at a time and tells which button was pressed. It never makes the window wait.

    Signals:
        pressed: the key of the button (`DEFAULT_ACTION` for the notification itself).
        shown: it is on the screen now.
        held: the desktop does not want to be disturbed now; nothing was shown.
        failed: this desktop has no notifications with buttons; nothing was shown.
    """

    pressed = Signal(str)
    shown = Signal()
    held = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wishes: SimpleQueue[Notice | str] = SimpleQueue()
        self._wake, self._woken = socketpair()
        self._thread: Thread | None = None

    def show(self, notice: Notice) -> None:
        """Show it in place of the one before; returns at once."""
        if not sys.platform.startswith("linux"):
            (self.held if sys.platform == "win32" and _windows_is_busy() else self.failed).emit()
            return
        if self._thread is None:
            self._thread = Thread(target=self._work, name="notifications", daemon=True)
            self._thread.start()
        self._wish(notice)

    def withdraw(self) -> None:
        """Take away what is shown."""
        if self._thread is not None:
            self._wish(_WITHDRAW)

    def close(self) -> None:
        """Take away what is shown, and end the thread."""
        if self._thread is not None:
            self._wish(_CLOSE)
            self._thread.join(2 * _ANSWER_S)
            self._thread = None
        self._wake.close()
        self._woken.close()

    def _wish(self, wish: Notice | str) -> None:
        self._wishes.put(wish)
        self._wake.send(b"!")

    def _work(self) -> None:
        """Until closed: wait for a wish or for a button, whichever comes first."""
        desktop: _Desktop | None = None
        wish: Notice | str = ""
        while wish != _CLOSE:
            wish = ""
            try:
                ready, _, _ = select([self._woken, *([desktop.socket] if desktop else [])], [], [])
                if self._woken in ready:
                    self._woken.recv(1)
                    wish = self._wishes.get()
                if desktop is None and isinstance(wish, Notice):
                    desktop = _Desktop()
                if desktop is not None:
                    self._do(desktop, wish)
            except Exception:
                if isinstance(wish, Notice):
                    self.failed.emit()
                if desktop is not None:
                    desktop.close()
                    desktop = None
        if desktop is not None:
            desktop.close()

    def _do(self, desktop: "_Desktop", wish: Notice | str) -> None:
        if not isinstance(wish, Notice):
            if wish in (_WITHDRAW, _CLOSE):
                desktop.withdraw()
        elif desktop.is_inhibited() or is_full_screen():
            self.held.emit()
        else:
            desktop.show(wish)
            self.shown.emit()
        for action in desktop.pressed():
            desktop.withdraw()  # it is answered; not every desktop closes it by itself
            self.pressed.emit(action)


class _Desktop:
    """The connection to the notification daemon; used from the notifier's thread alone.

    Raises an error of the bus, or of the socket, from everything when there is no bus or no daemon on it.
    """

    def __init__(self) -> None:
        from jeepney import DBusAddress, MatchRule, message_bus  # late: nothing needs it before the first reminder
        from jeepney.io.blocking import open_dbus_connection

        self._connection: DBusConnection = open_dbus_connection(bus="SESSION")
        self.socket = self._connection.sock
        self._address = DBusAddress(PATH, bus_name=BUS_NAME, interface=BUS_NAME)
        self._shown = 0
        rule = MatchRule(type="signal", interface=BUS_NAME, path=PATH, member="ActionInvoked")
        self._invoked: deque[Message] = deque()
        self._connection.filter(rule, queue=self._invoked)
        try:
            self._ask(message_bus.AddMatch(rule))
            can = self._call("GetCapabilities")[0]
            if "actions" not in can:
                raise OSError("its notifications have no buttons")
            self._reads_markup = "body-markup" in can
        except Exception:
            self.close()
            raise

    def show(self, notice: Notice) -> None:
        """Show it in place of the one before."""
        actions = [word for pair in ((DEFAULT_ACTION, notice.title), *notice.actions.items()) for word in pair]
        hints = {"desktop-entry": ("s", DESKTOP_FILE), "category": ("s", "x-footroutine.reminder")}
        text = escape(notice.text, quote=False) if self._reads_markup else notice.text
        body = ("Foot Routine", self._shown, DESKTOP_FILE, notice.title, text, actions, hints, _NEVER)
        self._shown = self._call("Notify", "susssasa{sv}i", body)[0]

    def withdraw(self) -> None:
        """Take away what is shown; it may have gone already."""
        from jeepney import DBusErrorResponse

        shown, self._shown = self._shown, 0
        if shown:
            with suppress(DBusErrorResponse):
                self._call("CloseNotification", "u", (shown,))

    def is_inhibited(self) -> bool:
        """The desktop says that nothing should be shown: a full screen, a shared one, quiet chosen by the person.

        Not every desktop says so here (KDE does). GNOME and Xfce hold notifications back by themselves, in a full
        screen and when quiet is chosen; that a screen is shared neither tells.
        """
        from jeepney import DBusErrorResponse, Properties

        try:
            return bool(self._ask(Properties(self._address).get("Inhibited"))[0][1])
        except DBusErrorResponse:
            return False

    def pressed(self) -> Iterator[str]:
        """The buttons pressed lately on what is shown."""
        with suppress(TimeoutError):
            while True:  # one reading may bring several messages
                self._connection.recv_messages(timeout=0)
        while self._invoked:
            notification, action = self._invoked.popleft().body
            if notification == self._shown:
                yield action

    def close(self) -> None:
        """Go."""
        self._connection.close()

    def _call(self, method: str, signature: str = "", body: tuple[object, ...] = ()) -> tuple[Any, ...]:
        from jeepney import new_method_call

        return self._ask(new_method_call(self._address, method, signature, body))

    def _ask(self, message: "Message") -> tuple[Any, ...]:
        from jeepney.wrappers import unwrap_msg

        answer: tuple[Any, ...] = unwrap_msg(self._connection.send_and_get_reply(message, timeout=_ANSWER_S))
        return answer


def _windows_is_busy() -> bool:
    """Whether Windows says that a notification would disturb: SHQueryUserNotificationState."""
    import ctypes

    state = ctypes.c_int(0)
    ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(state))  # type: ignore[attr-defined]
    return state.value in _BUSY_STATES
