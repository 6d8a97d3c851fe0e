"""Whether a window can be shown: Qt itself would end the program at once where it cannot."""

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

_WAY_OUT = "For the guided session in this terminal: footroutine session"
_ASKED: list[Callable[[], None]] = []  # what ends each connection that a display was asked by


def display_problem() -> str:
    """Why no window can be shown, in one line; empty where one can. Only Unix can be without a display."""
    wanted = os.environ.get("QT_QPA_PLATFORM") or "xcb"
    if sys.platform in ("win32", "darwin") or not wanted.startswith(("xcb", "wayland")):
        return ""
    named = {name: os.environ.get(name, "") for name in ("WAYLAND_DISPLAY", "DISPLAY")}
    if not any(named.values()):
        return f"There is no display here. {_WAY_OUT}"
    if (named["WAYLAND_DISPLAY"] and _wayland_answers(named["WAYLAND_DISPLAY"])) or (named["DISPLAY"] and _x_answers()):
        return ""
    return f"The display {named['DISPLAY'] or named['WAYLAND_DISPLAY']} does not answer. {_WAY_OUT}"


def stop_asking() -> None:
    """End the connections that were asked by, once the window has its own.

    Not before: an X server whose last client leaves begins anew, and the window would wait for that.
    """
    while _ASKED:
        _ASKED.pop()()


def _x_answers() -> bool:
    """Asked by the library that Qt asks by: it knows every way to name a display, and the key to a locked one."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:  # no library to ask by: let Qt say what it lacks
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    _ASKED.append(lambda: xcb.xcb_disconnect(connection))
    return not xcb.xcb_connection_has_error(connection)


def _wayland_answers(name: str) -> bool:
    """An absolute name is the whole place of the socket; its library would complain aloud where there is none."""
    from socket import AF_UNIX, socket

    with socket(AF_UNIX) as one:
        try:
            one.connect(str(Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name))
        except OSError:
            return False
    return True
