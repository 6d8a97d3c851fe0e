"""Keeps the screen on while it is looked at from afar, and never makes the window wait for the desktop's answer."""

import atexit
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wakepy import DBusAdapter, Mode

_LONGEST_GOODBYE_S = 3.0  # a desktop that does not answer is waited for 2 s


class KeepAwake:
    """Asks the desktop to leave the screen on, from a thread of its own; a desktop that cannot is left alone.

    A program that dies lets go too: what it asked for ends with its connection to the desktop.
    """

    def __init__(self) -> None:
        self._wishes: SimpleQueue[bool | None] = SimpleQueue()
        self._wanted = False
        self._thread: Thread | None = None
        self.active = False  # the desktop has agreed; set by the thread

    def want(self, awake: bool) -> None:
        """Keep the screen on from now on, or let it sleep again; returns at once."""
        if awake == self._wanted:
            return
        self._wanted = awake
        if self._thread is None:
            self._thread = Thread(target=self._work, name="keep-awake", daemon=True)
            self._thread.start()
            atexit.register(self.close)
        self._wishes.put(awake)

    def close(self) -> None:
        """Let the screen sleep again, and end the thread."""
        if self._thread is None:
            return
        self._wishes.put(None)
        self._thread.join(_LONGEST_GOODBYE_S)
        self._thread, self._wanted = None, False
        atexit.unregister(self.close)

    def _work(self) -> None:
        from wakepy import keep  # late: nothing needs it before the first session

        mode: Mode | None = None
        wish: bool | None = False
        opened: list[DBusAdapter] = []
        while wish is not None:
            wish = self._wishes.get()
            if wish and mode is None:
                mode = keep.presenting(on_fail="pass", dbus_adapter=_adapter(opened))
                mode.__enter__()
                self.active = mode.active
                while opened:
                    adapter = opened.pop()
                    if not self.active:  # wakepy itself closes only what has agreed
                        adapter.close_connections()
            elif not wish and mode is not None:
                mode.__exit__(None, None, None)
                mode, self.active = None, False


def _adapter(opened: "list[DBusAdapter]") -> "type[DBusAdapter] | None":
    """What speaks with the desktop, each put into `opened`; None where there is nothing of the kind."""
    try:
        from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter
    except ImportError:  # not on Linux
        return None

    class Adapter(JeepneyDBusAdapter):
        def __init__(self) -> None:
            super().__init__()
            opened.append(self)

        def close_connections(self) -> None:
            """Without wakepy's full collection of garbage, which would hold up the beat that begins a session."""
            while self._connections:
                self.close_connection(self._connections.popitem()[1])

    return Adapter
